"""Where downhill ends: minima, corners, edges, and no end at all."""

import math
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mpmath import lambertw

from core.expression import parse
from core.gradient import gradient_field
from core.learning_rate.valleys import valley

X, XY = ("x",), ("x", "y")
# the outer roots of 4x³ − 6x + 1, by mpmath's polyroots in 25 digits
DOUBLE_WELL = "x^4 - 3x^2 + x"
LEFT, RIGHT = -1.3008395659415772, 1.1309011226299863


@pytest.mark.parametrize(
    ("text", "start", "point"),
    [
        ("x^2 - 4x + 4", [0.0], [2.0]),
        ("e^x - log x", [0.05], [float(lambertw(1).real)]),
        ("cosh x", [30.0], [0.0]),
        (DOUBLE_WELL, [2.0], [RIGHT]),
        (DOUBLE_WELL, [0.5], [RIGHT]),
        (DOUBLE_WELL, [-3.0], [LEFT]),
        ("sin x", [1.0], [-math.pi / 2]),
        ("x^2 log x", [0.1], [math.exp(-0.5)]),
        ("85 - x^2(x-6)y^2(y-6)/90", [0.5, 0.6], [4.0, 4.0]),
        ("(1 - x)^2 + 100(y - x^2)^2", [-1.2, 1.0], [1.0, 1.0]),
        ("x e^(-(x^2 + y^2))", [0.2, 0.6], [-math.sqrt(0.5), 0.0]),
    ],
)
def test_a_smooth_minimum_is_found_to_the_last_digits(
    text: str, start: list[float], point: list[float]
) -> None:
    found = valley(parse(text, X if len(start) == 1 else XY), start)
    assert found.kind == "minimum"
    assert found.point == pytest.approx(np.array(point), rel=1e-12, abs=1e-12)
    assert found.residual <= 1e-12


@pytest.mark.parametrize(
    ("text", "start", "kind", "point"),
    [
        ("|x|", [0.55], "corner", [0.0]),
        ("|x - 1/3|", [5.0], "corner", [1 / 3]),
        ("sqrt(|x|)", [1.0], "corner", [0.0]),
        ("|x| + |y|", [3.0, 1.0], "corner", [0.0, 0.0]),
        ("|x - y| + x^2", [2.0, 1.3], "corner", [0.0, 0.0]),
        ("sqrt(x^2 + y^2)", [3.0, 1.0], "corner", [0.0, 0.0]),
        ("x^4", [1.0], "flat", [0.0]),
        ("x^8", [2.0], "flat", [0.0]),
        ("(x + y)^2", [1.0, 1.0], "flat", [0.0, 0.0]),
        ("x^2 + y^4", [3.0, 1.0], "flat", [0.0, 0.0]),
        ("5", [1.0], "flat", [1.0]),
        ("sqrt x", [1.0], "edge", [0.0]),
        ("log x", [1.0], "edge", [0.0]),
    ],
)
def test_ends_that_are_no_smooth_minima_are_named(
    text: str, start: list[float], kind: str, point: list[float]
) -> None:
    found = valley(parse(text, X if len(start) == 1 else XY), start)
    assert found.kind == kind
    assert found.point == pytest.approx(np.array(point), abs=1e-9)


@pytest.mark.parametrize(
    ("text", "start", "unbounded"),
    [
        ("e^x", [0.0], False),
        ("e^x + 1", [0.0], False),
        ("1/x", [1.0], False),
        ("softplus(x)", [1.0], False),
        ("x^3", [1.0], True),
        ("-x^2", [1.0], True),
        ("x", [1.0], True),
        ("-e^x", [0.0], True),
        ("x^2 - y^2", [1.0, 1.0], True),
        ("x^2 + y", [1.0, 1.0], True),
        ("x e^(-(x^2 + y^2))", [1.0, 1.0], False),
    ],
)
def test_a_slope_without_end_has_no_minimum(text: str, start: list[float], unbounded: bool) -> None:
    found = valley(parse(text, X if len(start) == 1 else XY), start)
    assert found.kind == "none"
    assert found.unbounded == unbounded
    assert "no minimum" in found.sentence(X)


def test_a_ridge_is_left_for_one_of_the_valleys_beside_it() -> None:
    found = valley(parse("x^4 - 2x^2 + y^2", XY), [0.0, 1.0])
    assert found.kind == "minimum"
    assert np.abs(found.point) == pytest.approx(np.array([1.0, 0.0]), abs=1e-12)


@given(st.floats(-4, 4), st.floats(-4, 4))
def test_the_end_is_never_higher_than_the_start_and_its_slope_is_gone(x: float, y: float) -> None:
    e = parse("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", XY)
    found = valley(e, [x, y])
    # Himmelblau's four minima; a start on a ridge line may take any of them
    minima = np.array(
        [[3.0, 2.0], [-2.805118, 3.131312], [-3.779310, -3.283186], [3.584428, -1.848126]],
    )
    assert found.kind == "minimum"
    assert found.value <= gradient_field(e).at([x, y])[0]
    assert np.min(np.linalg.norm(minima - found.point, axis=1)) < 1e-5
    assert found.residual <= 1e-12


@given(st.floats(-2.5, 2.5))
def test_the_double_well_is_divided_at_its_top(start: float) -> None:
    top = 0.16993844331159128  # the middle root of 4x³ − 6x + 1
    found = valley(parse(DOUBLE_WELL), [start])
    if abs(start - top) > 1e-6:
        assert found.point[0] == pytest.approx(RIGHT if start > top else LEFT, rel=1e-12)


def test_the_walk_is_quick_once_the_function_is_compiled() -> None:
    e = parse("(1 - x)^2 + 100(y - x^2)^2", XY)
    valley(e, [-1.3, 1.0])
    begin = time.perf_counter()
    valley(e, [-1.2, 1.0])
    # 1 ms on a quiet machine; the bound only catches a walk that does not end
    assert time.perf_counter() - begin < 0.2
