"""What the lesson on limits costs: δ for an ε, the numerical witness, the zoom, and the whole verdict."""

import math
from functools import partial

from benchmarks.computing.work import Work, milliseconds
from core.expression import parse
from core.limiting.epsilon_delta import largest_delta
from core.limiting.point import read_point
from core.limiting.zoom import zoom_levels
from core.limits import analyse_limit, numeric_witness
from core.symbolic import warm_up

# A function, the point, and its limit there: a number, ±∞, or none at all.
LIMITS: tuple[tuple[str, str, float | None], ...] = (
    ("2x", "3", 6.0),
    ("(x^2 - 1)/(x - 1)", "1", 2.0),
    ("sin(x)/x", "0", 1.0),
    ("(1 - cos x)/x^2", "0", 0.5),
    ("x sin(1/x)", "0", 0.0),
    ("(1 + 1/x)^x", "oo", math.e),
    ("1/x^2", "0", math.inf),
    ("e^(-1/x^2)/x^10", "0", 0.0),
    ("sin(1/x)", "0", None),
    ("floor x", "2", None),
)
EPSILONS = (1.0, 0.1, 0.01, 0.001)


def epsilon_delta() -> list[float]:
    return [
        milliseconds(partial(largest_delta, parse(text), read_point(a).place, limit, epsilon))
        for text, a, limit in LIMITS
        if limit is not None
        for epsilon in EPSILONS
    ]


def numbers() -> list[float]:
    points = [(parse(text), read_point(a)) for text, a, _ in LIMITS]
    return [milliseconds(partial(numeric_witness, e, point, point.sides)) for e, point in points]


def zooms() -> list[float]:
    return [
        milliseconds(partial(zoom_levels, parse(text), read_point(a).place, limit))
        for text, a, limit in LIMITS
    ]


def verdicts() -> list[float]:
    warm_up()
    analyse_limit(parse("x"), "0")
    return [milliseconds(partial(analyse_limit, parse(text), a)) for text, a, _ in LIMITS]


WORKS = (
    Work("largest δ for an ε", 100, epsilon_delta),
    Work("numerical witness, both sides", 150, numbers),
    Work("zoom, thirteen levels", 150, zooms),
    Work("verdict on a new limit, symbols and steps", 3000, verdicts),
)
