"""Surfaces whose slope says too little or too much: flat ground, a cliff, a saddle."""

from math import pi

from core.surfaces.surface import Defeat, KnownMinimum, Surface, misled, square

_DEEP_LEARNING = "Goodfellow, Bengio and Courville, Deep Learning, 2016"

FLAT_AND_STEEP = (
    Surface(
        name="easom",
        title="Easom",
        text="-cos(x) cos(y) e^(-(x - pi)^2 - (y - pi)^2)",
        window=((0.0, 6.5), (0.0, 6.5)),
        minima=(KnownMinimum((pi, pi), -1.0),),
        source="Easom, A Survey of Global Optimization Techniques, 1990",
        start=(1.8, 1.9),
        punishes="A start away from the hole: a few units aside the plane is level to many digits.",
        defeats=(
            misled("The start is outside the hole's bend, and Newton goes to the saddle at (π/2, π/2)."),
        ),
    ),
    Surface(
        name="plateau",
        title="Plateau",
        text="1 - e^(-(x^2 + y^2))",
        window=square(3),
        minima=(KnownMinimum((0.0, 0.0), 0.0),),
        source=f"{_DEEP_LEARNING}, §8.2.3, plateaus and flat regions; the function is ours",
        start=(2.0, 1.2),
        punishes="Steps in proportion to the slope: on the plateau both are almost 0.",
        defeats=(misled("Where f bends down along the radius, Newton's step leads outwards, for ever."),),
    ),
    Surface(
        name="cliff",
        title="Cliff",
        text="(x^8 - 1)^2 + y^2",
        window=((-1.6, 1.6), (-2.0, 2.0)),
        minima=(KnownMinimum((1.0, 0.0), 0.0), KnownMinimum((-1.0, 0.0), 0.0)),
        source=f"{_DEEP_LEARNING}, §8.2.4 and §8.2.5: one weight used eight times; the function is ours",
        start=(1.3, 1.0),
        punishes="Steps in proportion to the slope: at x = 1.3 the slope is about 719 and throws the run out "
        "of the picture, at x = 0.3 it is about −0.003.",
        defeats=(
            Defeat(
                "crawls",
                ("gd", "momentum", "nesterov", "coordinate"),
                "A rate that holds on the cliff is far too small for y, whose curvature is 2.",
            ),
        ),
    ),
    Surface(
        name="monkey-saddle",
        title="Monkey saddle",
        text="x^3 - 3x y^2",
        window=square(2),
        minima=(),
        source="Hilbert and Cohn-Vossen, Geometry and the Imagination, §29",
        start=(1.5, 0.01),
        punishes="Second derivatives at the middle: ∇f and the whole Hessian are 0 there, three ways lead "
        "down, and there is no minimum to arrive at.",
        defeats=(
            Defeat(
                "endless",
                (
                    *("gd", "momentum", "nesterov", "adagrad", "coordinate", "bfgs"),
                    *("normalised", "rmsprop", "adam", "adamw"),
                ),
                "f falls without end along three ways.",
            ),
            misled("f is a cubic form, so H·x = 2∇f, and Newton's step halves x: to the saddle.", "damped"),
        ),
    ),
)
