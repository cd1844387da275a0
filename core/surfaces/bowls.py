"""Surfaces with one minimum and straight axes: only their shape makes them hard."""

from core.surfaces.surface import KnownMinimum, Surface, square

BOWLS = (
    Surface(
        name="sphere",
        title="Sphere",
        text="x^2 + y^2",
        window=square(4),
        minima=(KnownMinimum((0.0, 0.0), 0.0),),
        source="De Jong, An Analysis of the Behavior of a Class of Genetic Adaptive Systems, 1975, F1",
        start=(3.0, 2.0),
        punishes="Nothing: every method should walk straight in, and one that does not has a fault.",
    ),
    Surface(
        name="ellipse",
        title="Long ellipse",
        text="x^2 + 25y^2",
        window=((-6.0, 6.0), (-3.0, 3.0)),
        minima=(KnownMinimum((0.0, 0.0), 0.0),),
        source="Polyak, Some methods of speeding up the convergence of iteration methods, 1964",
        start=(5.0, 2.0),
        punishes="One rate for all directions: it is 25 times as curved across as along, so what is "
        "right for y is too short for x.",
    ),
    Surface(
        name="booth",
        title="Booth",
        text="(x + 2y - 7)^2 + (2x + y - 5)^2",
        window=square(10),
        minima=(KnownMinimum((1.0, 3.0), 0.0),),
        source="Jamil and Yang, A Literature Survey of Benchmark Functions, 2013",
        start=(-8.0, -4.0),
        punishes="Rates for x and y apart: the bowl is turned by 45°, and its axes are neither x nor y.",
    ),
    Surface(
        name="matyas",
        title="Matyas",
        text="0.26(x^2 + y^2) - 0.48x y",
        window=square(10),
        minima=(KnownMinimum((0.0, 0.0), 0.0),),
        source="Jamil and Yang, A Literature Survey of Benchmark Functions, 2013",
        start=(9.0, 6.0),
        punishes="Impatience: down the diagonal the floor has only 1/25 of the curvature across.",
    ),
)
