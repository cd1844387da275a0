"""Surfaces with a bent or uneven valley: the way along it is not the way down."""

from core.surfaces.surface import Defeat, KnownMinimum, Surface, misled, square

_SLOPES = ("gd", "momentum", "nesterov", "adagrad", "coordinate")

VALLEYS = (
    Surface(
        name="rosenbrock",
        title="Rosenbrock",
        text="(1 - x)^2 + 100(y - x^2)^2",
        window=((-2.0, 2.0), (-1.0, 3.0)),
        minima=(KnownMinimum((1.0, 1.0), 0.0),),
        source="Rosenbrock, The Computer Journal 3, 1960",
        start=(-1.2, 1.0),
        punishes="Following the gradient: it points across the narrow, bent valley and hardly along it.",
        defeats=(
            Defeat(
                "crawls",
                (*_SLOPES, "normalised", "rmsprop", "adam", "adamw"),
                "The floor has 1/2508 of the curvature across: even with a line search the gradient takes "
                "5264 steps (Nocedal & Wright, §6.1).",
            ),
        ),
    ),
    Surface(
        name="beale",
        title="Beale",
        text="(1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2",
        window=((-4.5, 4.5), (-4.5, 4.5)),
        minima=(KnownMinimum((3.0, 0.5), 0.0),),
        source="Moré, Garbow and Hillstrom, ACM Transactions on Mathematical Software 7, 1981, no. 5",
        start=(1.0, 1.0),
        punishes="One rate for the whole plane: a rate that holds at the steep corners crawls on the flat "
        "floor between them.",
        defeats=(
            Defeat(
                "crawls",
                ("gd", "momentum", "nesterov", "coordinate"),
                "A rate that is safe wherever f is as low as at the start is far too small for the floor.",
            ),
            misled("Newton's first step goes to the saddle at (0, 1), where ∇f is 0."),
        ),
    ),
    Surface(
        name="goldstein-price",
        title="Goldstein–Price",
        text="(1 + (x + y + 1)^2(19 - 14x + 3x^2 - 14y + 6x y + 3y^2))"
        "(30 + (2x - 3y)^2(18 - 32x + 12x^2 + 48y - 36x y + 27y^2))",
        window=square(2),
        minima=(
            KnownMinimum((0.0, -1.0), 3.0),
            KnownMinimum((-0.6, -0.4), 30.0),
            KnownMinimum((1.8, 0.2), 84.0),
            KnownMinimum((1.2, 0.8), 840.0),
        ),
        source="Goldstein and Price, Mathematics of Computation 25, 1971; the minima in Dixon and Szegő, "
        "Towards Global Optimisation 2, 1978",
        start=(-1.5, 1.5),
        punishes="A rate chosen at the minimum: f runs from 3 to about a million in this window, and far "
        "out the slope throws any fixed rate out of it.",
        valley=KnownMinimum((-0.6, -0.4), 30.0),
        defeats=(
            Defeat(
                "crawls",
                (*_SLOPES, "adam", "adamw"),
                "A rate, or an average of slopes, that fits the start is far too small where f is low.",
            ),
        ),
    ),
)
