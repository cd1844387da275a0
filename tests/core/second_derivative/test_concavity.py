"""Where curves bend up and down: the pieces, the inflection points, and what is none."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.expression import parse
from core.second_derivative import concavity


def pieces(text: str, low: float, high: float) -> list[tuple[float, float, str]]:
    return [(one.low, one.high, one.bend) for one in concavity(parse(text), low, high).pieces]


@pytest.mark.parametrize(
    ("text", "window", "bends"),
    [
        ("x^2", (-1, 1), ["up"]),
        ("x^3", (-1, 1), ["down", "up"]),
        ("x^4", (-1, 1), ["up"]),
        ("2x + 1", (-1, 1), ["straight"]),
        ("|x|", (-1, 1), ["straight", "straight"]),
        ("1/x", (-1, 1), ["down", "up"]),
        ("log(x)", (-1, 2), ["undefined", "down"]),
        ("e^(-x^2)", (-2, 2), ["up", "down", "up"]),
        ("cbrt(x)", (-1, 1), ["up", "down"]),
        ("max(|x| - 1, 0)", (-2, 2), ["straight", "straight", "straight"]),
    ],
)
def test_the_bends_of_a_window(text: str, window: tuple[float, float], bends: list[str]) -> None:
    assert [bend for _, _, bend in pieces(text, *window)] == bends


@pytest.mark.parametrize(
    ("text", "window", "places"),
    [
        ("x^3", (-1, 1), [0]),
        ("x^3 - 3x^2", (-2, 4), [1]),
        ("x^4 - 2x^2", (-2, 2), [-1 / math.sqrt(3), 1 / math.sqrt(3)]),
        ("e^(-x^2)", (-2, 2), [-math.sqrt(0.5), math.sqrt(0.5)]),
        ("sin(x)", (-4, 4), [-math.pi, 0, math.pi]),
        ("1/(1 + e^(-x))", (-4, 4), [0]),
        ("x^4", (-1, 1), []),
        ("1/x", (-1, 1), []),
        ("|x^2 - 1|", (-2, 2), []),
        ("x|x|", (-1, 1), [0]),
        ("cbrt(x)", (-1, 1), [0]),
    ],
)
def test_inflection_points_are_where_the_bend_changes_and_a_tangent_is(
    text: str, window: tuple[float, float], places: list[float]
) -> None:
    found = concavity(parse(text), *window)
    assert [one.x for one in found.inflections] == pytest.approx(places, abs=1e-15)
    assert all(one.check.holds for one in found.inflections)


def test_a_second_derivative_that_only_touches_0_is_a_false_alarm() -> None:
    found = concavity(parse("x^4"), -1, 1)
    assert found.false_alarms == (0.0,)
    assert found.sentence == "f is concave up (convex) all over this window."


def test_a_missing_second_derivative_is_said() -> None:
    (place,) = concavity(parse("x|x|"), -1, 1).inflections
    assert not place.level
    assert place.sentence.endswith("f bends down before it and up after, f″ does not exist.")


def test_an_upright_tangent_is_a_slope_without_end() -> None:
    (place,) = concavity(parse("cbrt(x)"), -1, 1).inflections
    assert place.slope == math.inf


@settings(deadline=None, max_examples=20)
@given(st.integers(-4, 4).filter(bool), st.integers(-6, 6))
def test_a_cubic_bends_the_other_way_at_minus_b_over_3a(a: int, b: int) -> None:
    found = concavity(parse(f"{a}x^3 + {b}x^2 - x"), -4, 4)
    (place,) = found.inflections
    assert place.x == pytest.approx(-b / (3 * a), abs=1e-15)
    assert (place.before, place.after) == (("down", "up") if a > 0 else ("up", "down"))


def test_an_empty_window_is_refused() -> None:
    with pytest.raises(ValueError, match="low < high"):
        concavity(parse("x^2"), 1, 1)


@pytest.mark.parametrize(
    ("text", "x", "ends"),
    [
        ("log(x)", 1.0, (0.0, 3.0)),
        ("log(x)", -1.5, (0.0, 3.0)),
        ("sqrt(x^2 - 1)", -2.0, (-3.0, -1.0)),
        ("sqrt(-1 - x^2)", 0.0, (-3.0, 3.0)),
    ],
)
def test_the_part_about_a_point_ends_where_f_does(text: str, x: float, ends: tuple[float, float]) -> None:
    assert concavity(parse(text), -3.0, 3.0).around(x) == pytest.approx(ends)
