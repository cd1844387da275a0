"""Surfaces with several minima: the start decides, and most starts are taken to the wrong one.

Decimals without a short form are solutions of ∇f = 0 to 20 digits, rounded once.
"""

from math import pi, sqrt

from core.surfaces.surface import KnownMinimum, Surface, misled, square

_JAMIL = "Jamil and Yang, A Literature Survey of Benchmark Functions, 2013"
_LOW, _HIGH = -2.9035340277711771, 2.7468027709908370
_HUMP = sqrt(2.1 + sqrt(0.91))


def _pair(x: float, y: float, value: float) -> tuple[KnownMinimum, KnownMinimum]:
    """f(−x, −y) = f(x, y): minima come in pairs."""
    return KnownMinimum((x, y), value), KnownMinimum((-x, -y), value)


MANY_MINIMA = (
    Surface(
        name="himmelblau",
        title="Himmelblau",
        text="(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
        window=square(5),
        minima=(
            KnownMinimum((3.0, 2.0), 0.0),
            KnownMinimum((-2.8051180869527449, 3.1313125182505730), 0.0),
            KnownMinimum((-3.7793102533777469, -3.2831859912861694), 0.0),
            KnownMinimum((3.5844283403304917, -1.8481265269644036), 0.0),
        ),
        source="Himmelblau, Applied Nonlinear Programming, 1972",
        start=(0.0, 0.0),
        punishes="Belief in the one answer: four minima are equally low, and a small change of the start or "
        "of the rate leads to another.",
        defeats=(misled("f bends down in both directions at the start: Newton goes to the maximum."),),
    ),
    Surface(
        name="six-hump-camel",
        title="Six-hump camel",
        text="(4 - 2.1x^2 + x^4/3)x^2 + x y + (-4 + 4y^2)y^2",
        window=((-2.0, 2.0), (-1.2, 1.2)),
        minima=(
            *_pair(0.089842013100318062, -0.71265640302073963, -1.0316284534898774),
            *_pair(1.7036067149699808, -0.79608356867262512, -0.21546382438371764),
            *_pair(1.6071047529201972, 0.56865145488413137, 2.1042503103112583),
        ),
        source="Dixon and Szegő, Towards Global Optimisation 2, 1978",
        start=(1.6, 0.9),
        punishes="A single start: six minima on three levels, and only the two in the middle are lowest.",
        valley=KnownMinimum((1.6071047529201972, 0.56865145488413137), 2.1042503103112583),
    ),
    Surface(
        name="three-hump-camel",
        title="Three-hump camel",
        text="2x^2 - 1.05x^4 + x^6/6 + x y + y^2",
        window=((-2.5, 2.5), (-2.5, 2.5)),
        minima=(KnownMinimum((0.0, 0.0), 0.0), *_pair(_HUMP, -_HUMP / 2, 0.29863844223685982)),
        source=_JAMIL,
        start=(-2.0, 2.0),
        punishes="Stopping at the first level place: two minima to the sides hide the lowest between them.",
        valley=KnownMinimum((-_HUMP, _HUMP / 2), 0.29863844223685982),
    ),
    Surface(
        name="mccormick",
        title="McCormick",
        text="sin(x + y) + (x - y)^2 - 1.5x + 2.5y + 1",
        window=((-1.5, 4.0), (-3.0, 4.0)),
        minima=(
            KnownMinimum((0.5 - pi / 3, -0.5 - pi / 3), -sqrt(3) / 2 - pi / 3),
            KnownMinimum((0.5 + 2 * pi / 3, -0.5 + 2 * pi / 3), 2 * pi / 3 - sqrt(3) / 2),
        ),
        source="McCormick, Mathematical Programming 10, 1976",
        start=(3.5, 0.0),
        punishes="Trust in a level place: along the trough the minima follow each other like waves, each π "
        "lower than the one before.",
        valley=KnownMinimum((0.5 + 2 * pi / 3, -0.5 + 2 * pi / 3), 2 * pi / 3 - sqrt(3) / 2),
    ),
    Surface(
        name="styblinski-tang",
        title="Styblinski–Tang",
        text="(x^4 - 16x^2 + 5x + y^4 - 16y^2 + 5y)/2",
        window=square(5),
        minima=(
            KnownMinimum((_LOW, _LOW), -78.332331407542831),
            KnownMinimum((_LOW, _HIGH), -64.195612359055358),
            KnownMinimum((_HIGH, _LOW), -64.195612359055358),
            KnownMinimum((_HIGH, _HIGH), -50.058893310567885),
        ),
        source="Styblinski and Tang, Neural Networks 3, 1990",
        start=(0.5, 0.5),
        punishes="A start on the wrong side: four basins of nearly the same size, and one of them is lowest.",
        valley=KnownMinimum((_HIGH, _HIGH), -50.058893310567885),
        defeats=(misled("f bends down in both directions at the start: Newton goes to the maximum."),),
    ),
    Surface(
        name="rastrigin",
        title="Rastrigin",
        text="20 + x^2 - 10cos(2pi x) + y^2 - 10cos(2pi y)",
        window=square(5.12),
        minima=(KnownMinimum((0.0, 0.0), 0.0),),
        source="Rastrigin, Systems of Extremal Control, 1974",
        start=(3.3, -2.2),
        punishes="All that look only at the slope: a minimum beside every whole number, and the slope never "
        "tells of the bowl under the ripples.",
        valley=KnownMinimum((2.9848557010394812, -1.9899122337085496), 12.934432432041098),
        defeats=(misled("f bends down along x at the start: Newton goes to a saddle between the ripples."),),
    ),
    Surface(
        name="ackley",
        title="Ackley",
        text="20 + e - 20e^(-0.2sqrt((x^2 + y^2)/2)) - e^((cos(2pi x) + cos(2pi y))/2)",
        window=square(5),
        minima=(KnownMinimum((0.0, 0.0), 0.0, smooth=False),),
        source="Ackley, A Connectionist Machine for Genetic Hillclimbing, 1987",
        start=(3.3, 2.2),
        punishes="Rules that wait for ∇f = 0: the lowest point is the tip of a funnel, where there is no "
        "gradient, and ripples stand around it.",
        valley=KnownMinimum((2.9731394199243831, 1.9821399503814776), 7.9617112746898277),
        defeats=(misled("f bends down at the start: Newton goes up to the top of a ripple."),),
    ),
)
