"""The second-derivative test, and the higher derivatives that settle it where f″ = 0."""

import math

import pytest

from core.derivative_facts.monotony import monotony
from core.expression import parse
from core.second_derivative import motion_sentence, second_derivative_steps, second_derivative_test


@pytest.mark.parametrize(
    ("text", "x", "verdict", "order"),
    [
        ("x^2", 0.0, "minimum", 2),
        ("-x^2", 0.0, "maximum", 2),
        ("x^3", 0.0, "inflection", 3),
        ("-x^3", 0.0, "inflection", 3),
        ("x^4", 0.0, "minimum", 4),
        ("-x^4", 0.0, "maximum", 4),
        ("x^5 - x^4", 0.0, "maximum", 4),
        ("sin(x) - x", 0.0, "inflection", 3),
        ("cos(x) + x^2/2", 0.0, "minimum", 4),
        ("x^3 - 3x", 1.0, "minimum", 2),
        ("x^2", 1.0, "not level", 1),
        ("x^9", 0.0, "undecided", 0),
        ("3", 0.0, "undecided", 0),
        ("|x|", 0.0, "no derivative", 0),
        ("x|x|", 0.0, "no derivative", 0),
        ("log(x)", -1.0, "undefined", 0),
    ],
)
def test_the_verdict_and_the_derivative_that_decides(text: str, x: float, verdict: str, order: int) -> None:
    found = second_derivative_test(parse(text), x)
    assert (found.verdict, found.order) == (verdict, order)


@pytest.mark.parametrize(
    "text", ["x^2", "x^3", "x^4", "-x^5", "sin(x) - x", "e^x - x - x^2/2", "cos(x) + x^2/2", "3", "x|x|"]
)
def test_every_step_passes_its_check(text: str) -> None:
    for step in second_derivative_steps(parse(text), 0.0):
        assert step.check is None or step.check.holds, (step.title, step.check)


def test_more_information_is_asked_for_where_f_second_is_0() -> None:
    board = list(second_derivative_steps(parse("x^4"), 0.0))
    assert [step.title for step in board] == ["f′ = 0", "f″ = 0", "f‴ = 0", "f⁽⁴⁾ is above 0", "A minimum"]
    assert board[1].why == "Need more information: the next derivative."
    found = second_derivative_test(parse("x^4"), 0.0)
    assert found.needs_more
    assert (
        "need more information" in found.sentence and "of even order and above 0: a minimum" in found.sentence
    )


def test_an_odd_order_is_an_inflection_and_no_extremum() -> None:
    found = second_derivative_test(parse("x^3"), 0.0)
    assert "of odd order: neither minimum nor maximum" in found.sentence


def test_where_eight_derivatives_are_0_the_sides_are_looked_at() -> None:
    assert second_derivative_test(parse("x^10"), 0.0).beside == (1, 1)
    assert second_derivative_test(parse("x^9"), 0.0).beside == (-1, 1)


def test_the_place_of_an_irrational_stationary_point_is_level_in_all_its_digits() -> None:
    e = parse("(x^2 - 2)^3")
    places = [point.place for point in monotony(e, -2, 2).stationary]
    verdicts = [second_derivative_test(e, place).verdict for place in places]
    assert verdicts == ["inflection", "minimum", "inflection"]
    assert all(step.check is None or step.check.holds for step in second_derivative_steps(e, places[2]))


def test_distance_velocity_and_acceleration_are_the_reading() -> None:
    falling = second_derivative_test(parse("5x^2"), 2.0)
    assert "velocity f′ = 20, acceleration f″ = 10; it speeds up" in motion_sentence(falling)
    turning = second_derivative_test(parse("-x^2"), 0.0)
    assert "stands still for a moment" in motion_sentence(turning)
    braking = second_derivative_test(parse("4x - x^2"), 1.0)
    assert "it slows down" in motion_sentence(braking)


def test_values_are_the_derivatives_by_hand() -> None:
    found = second_derivative_test(parse("e^x - log(x)"), 1.0)
    assert found.values == pytest.approx((math.e, math.e - 1, math.e + 1))
