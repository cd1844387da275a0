"""Functions whose critical points are known: from the literature, or by hand where that is short."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log, pi, sqrt

import numpy as np

Point = tuple[float, float]
Window = tuple[tuple[float, float], tuple[float, float]]


def square(half: float) -> Window:
    return ((-half, half), (-half, half))


@dataclass(frozen=True)
class Published:
    """A function, where its critical points are written down, and what they are in this window.

    whole: whether the source lists all of them. sets: names of the lines and curves of critical points.
    """

    name: str
    source: str
    text: str
    window: Window
    minima: Sequence[Point] = ()
    maxima: Sequence[Point] = ()
    saddles: Sequence[Point] = ()
    degenerate: Sequence[Point] = ()
    sets: frozenset[str] = frozenset()
    whole: bool = True


def both(x: float, y: float) -> list[Point]:
    return [(x, y), (-x, -y)]


def mirrored(x: float, y: float) -> list[Point]:
    return [(x, y), (-x, y)]


LOW, TOP, HIGH = sorted(np.roots([4, 0, -32, 5]).real.tolist())
"""Styblinski and Tang: 2x³ − 16x + 5/2 = 0 in each coordinate."""

ZETTL = sorted(np.roots([4, -12, 8, 0.25]).real.tolist())
"""On y = 0 the slope is 4x(x − 1)(x − 2) + 1/4; off it, where x² + y² = 2x, it is 1/4 and never 0."""

HUMPS = [sqrt((4.2 + sign * sqrt(4.2**2 - 4 * 3.5)) / 2) for sign in (-1, 1)]
"""Three-hump camel: y = −x/2, and then x(x⁴ − 4.2x² + 3.5) = 0."""

R = 1 / sqrt(2)
STEWART = "Stewart, Calculus, Early Transcendentals, §14.7"
VIRTUAL = "Surjanovic and Bingham, Virtual Library of Simulation Experiments"
SURVEY = "Jamil and Yang, Int. J. Mathematical Modelling and Numerical Optimisation 4 (2013)"
DIXON = "Dixon and Szegő, Towards Global Optimization 2 (1978)"
NOTES = "the lecture notes"

PUBLISHED = (
    Published(
        "Himmelblau",
        "Himmelblau, Applied Nonlinear Programming (1972)",
        "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
        square(5),
        minima=[(3, 2), (-2.805118, 3.131313), (-3.779310, -3.283186), (3.584428, -1.848127)],
        maxima=[(-0.270845, -0.923039)],
        saddles=[(0.086678, 2.884255), (3.385154, 0.073852), (-3.073026, -0.081353), (-0.127961, -1.953715)],
    ),
    Published(
        "Rosenbrock",
        "Rosenbrock, The Computer Journal 3 (1960)",
        "(1 - x)^2 + 100(y - x^2)^2",
        ((-2, 2), (-1, 3)),
        minima=[(1, 1)],
    ),
    Published(
        "six-hump camel",
        f"{DIXON}; x = 8y − 16y³ leaves one equation of degree 15",
        "(4 - 2.1x^2 + x^4/3)x^2 + x y + (-4 + 4y^2)y^2",
        ((-2, 2), (-1, 1)),
        minima=[*both(0.0898420, -0.7126564), *both(1.7036067, -0.7960836), *both(1.6071048, 0.5686515)],
        maxima=both(1.2302298, 0.1623346),
        saddles=[
            (0, 0),
            *both(1.1092052, -0.7682681),
            *both(1.2960701, 0.6050842),
            *both(1.6380680, 0.2286741),
        ],
    ),
    Published(
        "three-hump camel",
        VIRTUAL,
        "2x^2 - 1.05x^4 + x^6/6 + x y + y^2",
        ((-2.5, 2.5), (-2, 2)),
        minima=[(0, 0), *both(HUMPS[1], -HUMPS[1] / 2)],
        saddles=both(HUMPS[0], -HUMPS[0] / 2),
    ),
    Published(
        "Beale",
        "Beale, On an Iterative Method for Finding a Local Minimum (1958)",
        "(1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2",
        ((-0.5, 4.5), (-0.5, 1.5)),
        minima=[(3, 0.5)],
        saddles=[(0, 1)],
    ),
    Published("Booth", VIRTUAL, "(x + 2y - 7)^2 + (2x + y - 5)^2", square(10), minima=[(1, 3)]),
    Published("Matyas", VIRTUAL, "0.26(x^2 + y^2) - 0.48x y", square(10), minima=[(0, 0)]),
    Published(
        "McCormick",
        "McCormick (1976); x − y = 1 and cos(x + y) = −1/2",
        "sin(x + y) + (x - y)^2 - 1.5x + 2.5y + 1",
        ((-1.5, 4), (-3, 4)),
        minima=[(0.5 - pi / 3, -0.5 - pi / 3), (0.5 + 2 * pi / 3, -0.5 + 2 * pi / 3)],
        saddles=[(0.5 + pi / 3, -0.5 + pi / 3)],
    ),
    Published(
        "Styblinski–Tang",
        "Styblinski and Tang, Neural Networks 3 (1990)",
        "(x^4 - 16x^2 + 5x + y^4 - 16y^2 + 5y)/2",
        square(5),
        minima=[(LOW, LOW), (LOW, HIGH), (HIGH, LOW), (HIGH, HIGH)],
        maxima=[(TOP, TOP)],
        saddles=[(LOW, TOP), (TOP, LOW), (HIGH, TOP), (TOP, HIGH)],
    ),
    Published(
        "Zettl",
        "Schwefel, Evolution and Optimum Seeking (1995)",
        "(x^2 + y^2 - 2x)^2 + x/4",
        ((-1, 3), (-1.5, 1.5)),
        minima=[(ZETTL[0], 0)],
        maxima=[(ZETTL[1], 0)],
        saddles=[(ZETTL[2], 0)],
    ),
    Published(
        "Goldstein–Price",
        "Goldstein and Price, Mathematics of Computation 25 (1971)",
        "(1 + (x + y + 1)^2(19 - 14x + 3x^2 - 14y + 6x y + 3y^2))"
        "(30 + (2x - 3y)^2(18 - 32x + 12x^2 + 48y - 36x y + 27y^2))",
        square(2),
        minima=[(0, -1), (-0.6, -0.4), (1.8, 0.2), (1.2, 0.8)],
        whole=False,
    ),
    Published(
        "Branin",
        DIXON,
        "(y - 5.1/(4pi^2) x^2 + 5/pi x - 6)^2 + 10(1 - 1/(8pi))cos(x) + 10",
        ((-5, 10), (0, 15)),
        minima=[(-pi, 12.275), (pi, 2.275), (3 * pi, 2.475)],
        whole=False,
    ),
    Published(
        "Freudenstein–Roth",
        "Moré, Garbow and Hillstrom, ACM TOMS 7 (1981)",
        "(-13 + x + ((5 - y)y - 2)y)^2 + (-29 + x + ((y + 1)y - 14)y)^2",
        ((0, 15), (-3, 5)),
        minima=[(5, 4), (11.412779, -0.896805)],
        whole=False,
    ),
    Published("Trid", VIRTUAL, "(x - 1)^2 + (y - 1)^2 - x y", square(4), minima=[(2, 2)]),
    Published(
        "Dixon–Price",
        VIRTUAL,
        "(x - 1)^2 + 2(2y^2 - x)^2",
        square(2),
        minima=[(1, R), (1, -R)],
        saddles=[(1 / 3, 0)],
    ),
    Published(
        "Leon", "Leon (1966)", "100(y - x^3)^2 + (1 - x)^2", ((-1.2, 1.2), (-1.2, 1.2)), minima=[(1, 1)]
    ),
    Published(
        "Easom",
        "Easom (1990); tan u = −2u has no other root near",
        "-cos(x) cos(y) e^(-(x - pi)^2 - (y - pi)^2)",
        ((2.2, 4.1), (2.2, 4.1)),
        minima=[(pi, pi)],
    ),
    Published(
        "Bohachevsky",
        VIRTUAL,
        "x^2 + 2y^2 - 0.3cos(3pi x) - 0.4cos(4pi y) + 0.7",
        square(0.2),
        minima=[(0, 0)],
    ),
    Published(
        "Rastrigin",
        "Rastrigin (1974)",
        "20 + x^2 - 10cos(2pi x) + y^2 - 10cos(2pi y)",
        square(0.4),
        minima=[(0, 0)],
    ),
    Published("egg crate", SURVEY, "x^2 + y^2 + 25(sin(x)^2 + sin(y)^2)", square(1), minima=[(0, 0)]),
    Published(
        "sum of exponentials",
        "Boyd and Vandenberghe, Convex Optimization, §9.3.2; e^(2x) = 1/2",
        "e^(x + 3y - 0.1) + e^(x - 3y - 0.1) + e^(-x - 0.1)",
        square(2),
        minima=[(-log(2) / 2, 0)],
    ),
    Published(
        "paraboloid, completed squares",
        f"{STEWART}, example 1",
        "x^2 + y^2 - 2x - 6y + 14",
        square(5),
        minima=[(1, 3)],
    ),
    Published("hyperbolic paraboloid", f"{STEWART}, example 2", "y^2 - x^2", square(2), saddles=[(0, 0)]),
    Published(
        "two wells across a saddle",
        f"{STEWART}, example 3",
        "x^4 + y^4 - 4x y + 1",
        square(2),
        minima=both(1, 1),
        saddles=[(0, 0)],
    ),
    Published(
        "three summits",
        f"{STEWART}, example 4",
        "10x^2 y - 5x^2 - 4y^2 - x^4 - 2y^4",
        ((-3, 3), (-1, 3)),
        maxima=[(0, 0), *mirrored(2.644224, 1.898384)],
        saddles=mirrored(0.856657, 0.646772),
    ),
    Published(
        "tilted bowl", f"{STEWART}, exercises", "x^2 + x y + y^2 + y", square(2), minima=[(1 / 3, -2 / 3)]
    ),
    Published(
        "tilted dome", f"{STEWART}, exercises", "x y - 2x - 2y - x^2 - y^2", square(4), maxima=[(-2, -2)]
    ),
    Published("two saddles", f"{STEWART}, exercises", "(x - y)(1 - x y)", square(2), saddles=both(1, 1)),
    Published(
        "quartic in y",
        f"{STEWART}, exercises",
        "y^4 + x^2 + 2x y",
        square(2),
        minima=both(R, -R),
        saddles=[(0, 0)],
    ),
    Published(
        "two summits",
        f"{STEWART}, exercises",
        "2 - x^4 + 2x^2 - y^2",
        square(2),
        maxima=both(1, 0),
        saddles=[(0, 0)],
    ),
    Published(
        "folded cubic",
        f"{STEWART}, exercises",
        "x^3 - 12x y + 8y^3",
        square(3),
        minima=[(2, 1)],
        saddles=[(0, 0)],
    ),
    Published(
        "reciprocals", f"{STEWART}, exercises", "x y + 1/x + 1/y", ((0.2, 4), (0.2, 4)), minima=[(1, 1)]
    ),
    Published("no critical point", f"{STEWART}, exercises", "e^x cos(y)", square(4)),
    Published(
        "cosine valley",
        f"{STEWART}, exercises",
        "y^2 - 2y cos(x)",
        ((-1, 7), (-2, 2)),
        minima=[(0, 1), (pi, -1), (2 * pi, 1)],
        saddles=[(pi / 2, 0), (3 * pi / 2, 0)],
    ),
    Published(
        "growing in y",
        f"{STEWART}, exercises",
        "(x^2 + y^2)e^(y^2 - x^2)",
        square(1.5),
        minima=[(0, 0)],
        saddles=both(1, 0),
    ),
    Published(
        "product of sines",
        f"{STEWART}, exercises",
        "sin(x) sin(y)",
        square(3),
        minima=[(pi / 2, -pi / 2), (-pi / 2, pi / 2)],
        maxima=both(pi / 2, pi / 2),
        saddles=[(0, 0)],
    ),
    Published(
        "folium",
        "by hand, the folium of Descartes: y = x² and x = y²",
        "x^3 + y^3 - 3x y",
        square(2),
        minima=[(1, 1)],
        saddles=[(0, 0)],
    ),
    Published(
        "double well",
        "by hand: 4x(x² − 1) = 0 and y = 0",
        "x^4 - 2x^2 + y^2",
        square(2),
        minima=both(1, 0),
        saddles=[(0, 0)],
    ),
    Published(
        "hill and hollow",
        NOTES,
        "x e^(-(x^2 + y^2))",
        square(2),
        minima=[(-R, 0)],
        maxima=[(R, 0)],
    ),
    Published("bowl of the notes", NOTES, "2x^2 + 3y^2 - x y", square(3), minima=[(0, 0)]),
    Published("dome of the notes", NOTES, "-2x^2 - 3y^2 - x y + 15", square(3), maxima=[(0, 0)]),
    Published("saddle of the notes", NOTES, "2x^2 - 2y^2", square(3), saddles=[(0, 0)]),
    Published(
        "quartic of the notes",
        NOTES,
        "x^4 + 0.8y^4 + 4x^2 + 2y^2 - x y - 0.2x^2 y",
        square(5),
        minima=[(0, 0)],
    ),
    Published(
        "surface of the notes",
        NOTES,
        "85 - x^2(x - 6)y^2(y - 6)/90",
        ((-1, 7), (-1, 7)),
        minima=[(4, 4)],
        saddles=[(6, 6)],
        sets=frozenset({"the line x = 0", "the line y = 0"}),
    ),
    Published(
        "monkey saddle",
        "Hilbert and Cohn-Vossen, Geometry and the Imagination, §29",
        "x^3 - 3x y^2",
        square(2),
        degenerate=[(0, 0)],
    ),
    Published("two fourth powers", "by hand", "x^4 + y^4", square(2), degenerate=[(0, 0)]),
    Published("difference of fourth powers", "by hand", "x^4 - y^4", square(2), degenerate=[(0, 0)]),
    Published("half a fourth power", "by hand", "x^2 + y^4", square(2), degenerate=[(0, 0)]),
    Published(
        "Peano's surface",
        "Genocchi and Peano, Calcolo differenziale (1884)",
        "(y - x^2)(y - 2x^2)",
        square(2),
        degenerate=[(0, 0)],
    ),
    Published(
        "two crossing valleys",
        "by hand: 2xy² = 2x²y = 0",
        "x^2 y^2",
        square(2),
        sets=frozenset({"the line x = 0", "the line y = 0"}),
    ),
    Published(
        "Mexican hat",
        "by hand: 4r(r² − 1) = 0",
        "(x^2 + y^2 - 1)^2",
        square(2),
        maxima=[(0, 0)],
        sets=frozenset({"the circle of radius 1 about (0, 0)"}),
    ),
    Published(
        "slanted valley", "by hand: x = 2y", "(x - 2y)^2", square(2), sets=frozenset({"the line y = 0.5·x"})
    ),
    Published("level nowhere", "by hand", "x + y", square(2)),
)
