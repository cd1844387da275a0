"""Where functions rise, fall and turn; the answers are those of textbooks."""

import math

import pytest

from core.derivative_facts.monotony import monotony
from core.expression import parse

TURNS = [
    ("x^2 - 4x + 4", (-1, 5), [(2, "minimum", True)]),
    ("x^3", (-2, 2), [(0, "saddle", True)]),
    ("-x^3", (-2, 2), [(0, "saddle", True)]),
    ("x^3 - 3x", (-3, 3), [(-1, "maximum", True), (1, "minimum", True)]),
    (
        "x^4 - 3x^2 + x",
        (-3, 3),
        [(-1.30084, "minimum", True), (0.16994, "maximum", True), (1.13090, "minimum", True)],
    ),
    ("e^x - log(x)", (0, 3), [(0.567143, "minimum", True)]),
    ("x e^(-x)", (-1, 4), [(1, "maximum", True)]),
    ("x^8 + 1", (-2, 2), [(0, "minimum", True)]),
    (
        "sin(x)",
        (-2, 5),
        [(-math.pi / 2, "minimum", True), (math.pi / 2, "maximum", True), (3 * math.pi / 2, "minimum", True)],
    ),
    ("x - sin(x)", (-1, 1), [(0, "saddle", True)]),
    ("|x|", (-1, 1), [(0, "minimum", False)]),
    ("1 - |x - 0.1|", (-1, 1), [(0.1, "maximum", False)]),
    ("|x|^(2/3)", (-1, 1), [(0, "minimum", False)]),
    ("x|x|", (-1, 1), [(0, "saddle", True)]),
    ("|x|^3", (-1, 1), [(0, "minimum", True)]),
    ("max(x, 0)^2", (-2, 2), [(0, "flat", True)]),
    ("x^2/(x + 1)", (-5, 3), [(-2, "maximum", True), (0, "minimum", True)]),
    ("sqrt(1 - x^2)", (-2, 2), [(0, "maximum", True)]),
    ("cbrt(x)", (-1, 1), []),
    ("e^x", (-5, 5), []),
    ("1/x", (-2, 2), []),
    ("6", (-1, 1), []),
]  # fmt: skip

STRETCHES = [
    ("x^3", (-2, 2), [(-2, 2, "rising")]),
    ("1/x", (-2, 2), [(-2, 0, "falling"), (0, 2, "falling")]),
    ("log(x)", (-2, 2), [(-2, 0, "undefined"), (0, 2, "rising")]),
    ("relu(x)", (-3, 3), [(-3, 0, "constant"), (0, 3, "rising")]),
    ("floor(x)", (-0.5, 1.5), [(-0.5, 0, "constant"), (0, 1, "constant"), (1, 1.5, "constant")]),
    ("|x| + 2x", (-1, 1), [(-1, 1, "rising")]),
    ("6", (-1, 1), [(-1, 1, "constant")]),
    ("sin(x)^2 + cos(2x)/2", (-3, 3), [(-3, 3, "constant")]),
    ("tan(x)", (0, 3), [(0, math.pi / 2, "rising"), (math.pi / 2, 3, "rising")]),
    ("{x < 0: x, x < 2: 1, 3 - x}", (-1, 3), [(-1, 0, "rising"), (0, 2, "constant"), (2, 3, "falling")]),
    ("sqrt(-1 - x^2)", (-1, 1), [(-1, 1, "undefined")]),
]  # fmt: skip


@pytest.mark.parametrize(("f", "window", "expected"), TURNS)
def test_every_turn_and_level_place_is_found_and_named(
    f: str, window: tuple[float, float], expected: list[tuple[float, str, bool]]
) -> None:
    found = monotony(parse(f), *window)
    assert [(point.kind, point.is_stationary) for point in found.points] == [row[1:] for row in expected]
    assert [point.x for point in found.points] == pytest.approx([row[0] for row in expected], abs=2e-5)
    assert found.complete
    for point in found.points:
        assert point.check.holds
        assert point.value == pytest.approx(float(parse(f)(point.x)), abs=1e-12)


@pytest.mark.parametrize(("f", "window", "expected"), STRETCHES)
def test_the_stretches_say_what_f_does_between(
    f: str, window: tuple[float, float], expected: list[tuple[float, float, str]]
) -> None:
    found = monotony(parse(f), *window).stretches
    assert [part.direction for part in found] == [row[2] for row in expected]
    ends = [end for row in expected for end in row[:2]]
    assert [end for part in found for end in (part.low, part.high)] == pytest.approx(ends)


def test_the_omega_constant_is_known_to_many_digits() -> None:
    """e^x = 1/x at W(1), OEIS A030178."""
    (point,) = monotony(parse("e^x - log(x)"), 0.1, 2).points
    digits = point.place.numerator * 10**45 // point.place.denominator
    assert str(digits)[:40] == "567143290409783872999968662210355549753815"[:40]


def test_only_stationary_points_have_slope_0() -> None:
    found = monotony(parse("|x| - x^2/4"), -3, 3)
    assert [point.x for point in found.stationary] == [-2.0, 2.0]
    assert [point.x for point in found.points] == [-2.0, 0.0, 2.0]


def test_a_crowd_of_turns_is_said_to_be_incomplete() -> None:
    found = monotony(parse("sin(1/x)"), -1, 1)
    assert not found.complete and len(found.points) > 20


def test_scale_does_not_matter() -> None:
    for factor in ("10^-12", "10^12"):
        (point,) = monotony(parse(f"{factor}*(x - 1)^2"), -3, 3).points
        assert (point.x, point.kind) == (1.0, "minimum") and point.check.holds


def test_the_sentence_says_why() -> None:
    (point,) = monotony(parse("x^3"), -1, 1).points
    assert point.sentence == (
        "At x = 0 f′ = 0: f goes the same way before and after, so it is neither minimum nor maximum. "
        "There f is 0."
    )
    (point,) = monotony(parse("|x|"), -1, 1).points
    assert point.sentence.startswith("At x = 0 f has no slope: f falls before it and rises after it")


@pytest.mark.parametrize("window", [(1.0, 1.0), (2.0, -2.0), (0.0, math.inf), (math.nan, 1.0)])
def test_a_window_has_to_be_one(window: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="window"):
        monotony(parse("x"), *window)


def test_a_slope_too_small_for_float64_is_not_level() -> None:
    found = monotony(parse("e^(-x^2)"), -50, 50)
    assert [(point.x, point.kind) for point in found.points] == [(0.0, "maximum")]


def test_what_crowds_at_a_pole_is_never_made_up() -> None:
    found = monotony(parse("sin(sec(x)^2)"), 0, 2)
    assert not found.complete and all(point.check.holds for point in found.points)


def test_what_turns_more_often_than_it_was_followed_is_not_called_falling() -> None:
    found = monotony(parse("sin(200x)"), -4, 4)
    assert not found.complete
    last = found.stretches[-1]
    slopes = {math.cos(200 * (last.low + (last.high - last.low) * k / 997)) > 0 for k in range(997)}
    assert slopes == {True, False}
    assert last.direction == "unsettled"
