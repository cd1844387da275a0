"""Landmarks against what a calculus course finds by hand."""

import numpy as np
import pytest

from core.expression import parse
from core.gradient import gradient_field
from core.windows.landmarks import landmarks, plane_critical_points

PLACES = [
    ("x^2 - 4x + 4", "critical", [2]),
    ("x^3 - 3x", "critical", [-1, 1]),
    ("x^4 - 8x^2", "critical", [-2, 0, 2]),
    ("x^3", "critical", [0]),
    ("|x - 1|", "critical", [1]),
    ("x^(2/3)", "critical", [0]),
    ("e^x", "critical", []),
    ("floor x", "critical", []),
    ("3", "critical", []),
    ("x^x", "critical", [np.exp(-1)]),
    ("(x - 50)^2", "critical", [50]),
    ("1/x", "poles", [0]),
    ("1/x^2", "poles", [0]),
    ("1/(x^2 - 1)", "poles", [-1, 1]),
    ("tan x", "poles", np.pi * (np.arange(-3, 3) + 0.5)),
    ("x^2 - 4", "poles", []),
    ("(x+3)/(x-2)", "roots", [-3]),
    ("x^2 - 2", "roots", [-np.sqrt(2), np.sqrt(2)]),
    ("log x", "edges", [0]),
    ("sqrt(1 - x^2)", "edges", [-1, 1]),
    ("log(x - 50)", "edges", [50]),
    ("e^x", "edges", []),
]


@pytest.mark.parametrize(("text", "kind", "expected"), PLACES, ids=[f"{p[0]} {p[1]}" for p in PLACES])
def test_landmarks_of(text, kind, expected):
    e = parse(text, variables=("x",))
    field = gradient_field(e)
    found = getattr(landmarks(e, lambda x: field.over(x[:, None])[1][:, 0]), kind)
    assert found.size == len(expected)
    np.testing.assert_allclose(found, expected, atol=1e-3)


def test_the_steepest_place_of_a_bell_is_its_inflection():
    steepest = landmarks(lambda x: np.exp(-(x**2)), lambda x: -2 * x * np.exp(-(x**2))).steepest
    assert abs(steepest) == pytest.approx(np.sqrt(0.5), abs=0.02)


POINTS = [
    ("x^2 + 30y^2", [(0, 0)]),
    ("x^2 - y^2", [(0, 0)]),
    ("x exp(-(x^2+y^2))", [(-np.sqrt(0.5), 0), (np.sqrt(0.5), 0)]),
    ("(1-x)^2 + 100(y-x^2)^2", [(1, 1)]),
    ("|x - 1| + |y - 2|", [(1, 2)]),
    ("(x-50)^2 + (y+30)^2", [(50, -30)]),
    ("tanh x + tanh y", []),
    ("x + y", []),
    ("3", []),
    ("(x - y)^2", []),
    (
        # Himmelblau, Applied Nonlinear Programming (1972): four minima, four saddles, a maximum
        "(x^2+y-11)^2 + (x+y^2-7)^2",
        [
            (3, 2),
            (-2.805118, 3.131313),
            (-3.779310, -3.283186),
            (3.584428, -1.848127),
            (-0.270845, -0.923039),
            (0.086678, 2.884255),
            (-3.073026, -0.081353),
            (3.385154, 0.073852),
            (-0.127961, -1.953715),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), POINTS, ids=[p[0] for p in POINTS])
def test_critical_points_of_the_surface(text, expected):
    field = gradient_field(parse(text, variables=("x", "y")))
    found = plane_critical_points(lambda points: field.over(points)[1])
    assert len(found) == len(expected)
    size = max((abs(c) for point in expected for c in point), default=1)
    for point in expected:
        assert np.hypot(*(found - np.array(point)).T).min() < 0.01 * max(size, 1)
