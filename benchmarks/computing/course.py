"""What the mathematics alone costs: parsing the worst texts, a new function, a run, a sweep, error curves."""

import json
from collections.abc import Iterable
from functools import partial

import numpy as np

from benchmarks.computing.work import Work, milliseconds, repeated
from benchmarks.serving import ROOT
from core.basins import basins
from core.critical_points.points import critical_points
from core.datasets import named_samples
from core.derivation import differentiate
from core.descent import run
from core.differences import STENCILS, error_curve
from core.errors import CalculusError
from core.expression import parse
from core.gradient import gradient_field
from core.learning_rate.sweep import sweep
from core.many_starts import ManyStarts, grid_starts, many_starts
from core.models import model_named
from core.race import race, usual
from core.training import Training, train

HOSTILE = ROOT / "tests" / "golden" / "hostile.txt"
SURFACE = parse("85 - x^2(x-6)y^2(y-6)/90", ("x", "y"))
HIMMELBLAU = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2"
PARABOLA = parse("x^2 - 4x + 4")


def refused_or_read(text: str) -> None:
    """Read any text whatever."""
    try:
        parse(text, ("x", "y"))
    except CalculusError:
        return


def hostile_texts() -> list[float]:
    texts = [json.loads(line.split("\t", 1)[1]) for line in HOSTILE.read_text("utf-8").splitlines()]
    return [milliseconds(partial(refused_or_read, text)) for text in texts]


def new_fields() -> list[float]:
    texts = [f"{a} - x^2(x-{b})y^2(y-6)/90" for a in range(70, 80) for b in range(3, 7)]
    expressions = [parse(text, ("x", "y")) for text in texts]
    return [milliseconds(partial(gradient_field, e)) for e in expressions]


def new_derivations() -> list[float]:
    """The derivative by the rules, simplified; the aim is that of the lesson."""
    texts = (f"{name}({a}x^2) e^(-x/{a})/(x + {a})" for name in ("sin", "sqrt", "atan") for a in range(2, 6))
    return [milliseconds(partial(differentiate, parse(text))) for text in texts]


def error_curves(text: str, points: Iterable[float]) -> list[float]:
    """Six stencils × 200 values of h at each point, its exact derivatives included."""
    e = parse(text)
    gradient_field(e)

    def all_stencils(x0: float) -> None:
        for stencil in STENCILS:
            error_curve(e, x0, stencil, h=STEP_SIZES)

    return [milliseconds(partial(all_stencils, x0)) for x0 in points]


def new_critical_points() -> list[float]:
    """All of them in a window, for functions that were not seen before."""
    texts = [f"(x^2 + y - {a})^2 + (x + y^2 - {b})^2" for a in (9, 10, 11) for b in (6, 7, 8)]
    window = ((-5.0, 5.0), (-5.0, 5.0))
    return [milliseconds(partial(critical_points, parse(text, ("x", "y")), window)) for text in texts]


def newton_basins(text: str) -> list[float]:
    """200 × 200 starts, each on its own way."""
    e = parse(text, ("x", "y"))
    window = ((-5.0, 5.0), (-5.0, 5.0))
    basins(e, window, cells=10)
    return [milliseconds(partial(basins, e, window, cells=200)) for _ in range(5)]


def started(optimizer: str, rate: float) -> ManyStarts:
    """One optimiser from 256 places of the 85-surface."""
    return many_starts(SURFACE, STARTS, optimizer, rate, 200)


def trained() -> Training:
    """100 epochs of a network with 8 hidden units, in batches of 32."""
    return train(NETWORK, MOONS, rate=0.5, batch=32, epochs=100, seed=1)


RATES = np.logspace(-4, 2, 200)
STARTS = grid_starts(((-1.0, 7.0), (-1.0, 7.0)), 256)
RACERS = [usual(optimizer) for optimizer in ("gd", "momentum", "adam", "newton")]
NETWORK = model_named("network", 8, "sigmoid")
MOONS = named_samples("two_moons", count=500)
STEP_SIZES = np.logspace(0, -15.6, 200)
NEW_POINTS = [1 + nth / 64 for nth in range(9)]
SAME_POINT = [1.0] * 9
MIXED = "exp(sin(x^2))/(1 + x^4)"
WORKS = (
    Work("read any text (the corpus of hostile ones)", 100, hostile_texts),
    Work("gradient of a new function, compiled", 100, new_fields),
    Work("derivation of a new function", 50, new_derivations),
    Work("50 steps on x² − 4x + 4", 3, repeated(lambda: run(PARABOLA, [0.0], rate=0.04, steps=50))),
    Work("150 steps on the 85-surface", 15, repeated(lambda: run(SURFACE, [0.5, 0.6], rate=0.05, steps=150))),
    Work("sweep of 200 rates × 500 steps, parabola", 50, repeated(lambda: sweep(PARABOLA, [0.0], RATES))),
    Work("sweep of 200 rates × 500 steps, surface", 50, repeated(lambda: sweep(SURFACE, [0.5, 0.6], RATES))),
    Work("many starts, 256 × 200 steps, gradient", 60, repeated(lambda: started("gd", 0.01))),
    Work("many starts, 256 × 200 steps, Adam", 60, repeated(lambda: started("adam", 0.1))),
    Work("many starts, 256 × 200 steps, damped Newton", 60, repeated(lambda: started("damped", 1.0))),
    Work("many starts, 256 × 200 steps, BFGS", 60, repeated(lambda: started("bfgs", 1.0))),
    Work("race of four, 200 steps, 85-surface", 60, repeated(lambda: race(SURFACE, [0.5, 0.6], RACERS))),
    Work("100 epochs, 500 points, 2–8–1 network", 400, repeated(trained)),
    Work("critical points of a window, new function", 150, new_critical_points),
    Work("200 × 200 basin of Newton, Himmelblau", 300, lambda: newton_basins(HIMMELBLAU)),
    Work("200 × 200 basin of Newton, x²y²", 300, lambda: newton_basins("x^2*y^2")),
    Work("6 × 200 h, same point, sin x", 10, lambda: error_curves("sin(x)", SAME_POINT)),
    Work("6 × 200 h, new points, sin x", 10, lambda: error_curves("sin(x)", NEW_POINTS)),
    Work("6 × 200 h, same point, e^(sin x²)/(1 + x⁴)", 10, lambda: error_curves(MIXED, SAME_POINT)),
    Work("6 × 200 h, new points, e^(sin x²)/(1 + x⁴)", 10, lambda: error_curves(MIXED, NEW_POINTS)),
)
