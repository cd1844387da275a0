"""Partial derivatives, gradient, direction and mixed derivatives on the blackboard."""

import math
from collections.abc import Iterator, Sequence

import pytest

from core.expression import parse
from core.gradient import gradient_at
from core.slopes import clairaut_steps, direction_steps, gradient_steps, mixed_steps, partial_steps
from core.slopes.blackboard.checks import mixed_quotient, way_check
from core.slopes.blackboard.direction import normalised_step
from core.slopes.blackboard.mixed import counterexample, mixed_value
from core.steps import Check, Step

PLANE = ("x", "y")
CASES = [
    ("x^2 + y^2", (2.0, 3.0)),
    ("x e^(-(x^2 + y^2))", (-0.5, 0.4)),
    ("x^2 + 2x y - y", (-0.2, 1.0)),
    ("85 - x^2 (x - 6) y^2 (y - 6)/90", (3.0, 2.0)),
    ("-x^2 + y^3", (1.0, 0.0)),
    ("x y/(x^2 + y^2)", (0.3, -0.7)),
]


def checks(steps: Sequence[Step]) -> Iterator[Check]:
    for step in steps:
        if step.check is not None:
            yield step.check
        yield from checks(step.substeps)


@pytest.mark.parametrize(("text", "place"), CASES)
def test_every_check_of_every_step_holds(text: str, place: tuple[float, float]) -> None:
    e = parse(text, PLANE)
    steps = (
        *partial_steps(e, place, 0),
        *partial_steps(e, place, 1),
        *gradient_steps(e, place),
        *direction_steps(e, place, 100.0),
        *mixed_steps(e, place),
    )
    found = list(checks(steps))
    assert len(found) > 20 and all(check.holds for check in found)


def test_a_partial_derivative_begins_with_its_cut_and_ends_with_its_number() -> None:
    steps = partial_steps(parse("x^2 + y^2", PLANE), (2.0, 4.0), 0)
    assert steps[0].latex == "f(x, 4) = x^{2} + 4^{2}"
    assert "Hold y at 4" in steps[0].why
    assert steps[1].title == "Hold y constant"
    assert steps[-1].latex == r"\frac{\partial f}{\partial x}(2, 4) = 2 \cdot 2 = 4"


def test_a_partial_derivative_that_does_not_exist_says_what_both_sides_do() -> None:
    last = partial_steps(parse("|x| + |y|", PLANE), (0.0, 1.0), 0)[-1]
    assert last.check is None and "does not exist" in last.latex
    assert last.why.startswith("Along x the slope is −1 before the point and 1 after it")


def test_a_slope_that_only_the_quotients_have_is_found_all_the_same() -> None:
    last = partial_steps(parse("x|x| + y", PLANE), (0.0, 1.0), 0)[-1]
    assert last.latex.endswith("= 0") and "from both sides agree" in last.why
    assert last.check is not None and last.check.holds


def test_the_gradient_is_first_a_formula_then_numbers_then_a_length_and_an_angle() -> None:
    steps = gradient_steps(parse("x^2 + y^2", PLANE), (2.0, 3.0))
    titles = ["The partial derivatives", "Put the point in", "How steep", "Which way"]
    assert [step.title for step in steps] == titles
    assert r"\begin{pmatrix} 2 x \\ 2 y \end{pmatrix}" in steps[0].latex
    assert steps[2].latex.endswith(r"\sqrt{4^2 + 6^2} \approx 7.2111")
    assert r"\operatorname{atan2}\left(6,\, 4\right) \approx 56.31^\circ" in steps[3].latex


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ((-1.0, -1.0), "would say 45°, the opposite way, because f_x < 0"),
        ((0.0, 1.0), "has no value here, because f_x = 0"),
        ((1.0, -1.0), "says the same, because f_x > 0"),
    ],
)
def test_the_angle_says_what_the_quotient_would_have_said(place: tuple[float, float], said: str) -> None:
    assert said in gradient_steps(parse("x^2 + y^2", PLANE), place)[-1].why


def test_the_myth_of_the_quotient_is_folded_in() -> None:
    (myth,) = gradient_steps(parse("x^2 + y^2", PLANE), (2.0, 3.0))[-1].substeps
    assert r"(-2, -2) &: & \operatorname{atan2} &= -135^\circ" in myth.latex
    assert r"&= 45^\circ" in myth.latex and r"&= \text{undefined}" in myth.latex


def test_three_variables_have_a_gradient_with_a_checked_length() -> None:
    steps = gradient_steps(parse("2x + 3y^2 - sin z", ("x", "y", "z")), (1.0, 2.0, 0.0))
    assert steps[1].latex.endswith(r"\begin{pmatrix} 2 \\ 12 \\ -1 \end{pmatrix}")
    assert len(steps) == 3 and all(check.holds for check in checks(steps))


def test_without_a_gradient_the_steps_are_those_of_both_sides() -> None:
    e = parse("|x| + |y|", PLANE)
    assert [step.title for step in gradient_steps(e, (0.0, 1.0))[1:3]] == ["Along x", "Along y"]
    unit, side = direction_steps(e, (0.0, 1.0), 90.0)
    assert unit.title == "A direction of length 1" and "slope 1" in side.why


def test_the_direction_is_projected_and_compared_with_the_steepest() -> None:
    steps = direction_steps(parse("x^2 + 2x y - y", PLANE), (-0.2, 1.0), 45.0)
    assert "Towards 45° f climbs by 0.14142 per unit" in steps[1].why
    assert r"2.12603 \cdot \cos 86.19^\circ" in steps[2].latex
    assert steps[3].title == "Why the gradient is the steepest"


def test_rounding_a_unit_vector_is_caught() -> None:
    step = normalised_step((0.71, 0.71))
    assert r"\approx 1.00409" in step.latex and step.check is not None and step.check.holds
    assert "0.409 % too large" in step.why


def test_a_vector_without_length_cannot_be_normalised() -> None:
    with pytest.raises(ValueError, match="needs a length"):
        normalised_step((0.0, 0.0))


def test_a_wrong_slope_does_not_pass_its_check() -> None:
    e = parse("x^2 + y^2", PLANE)
    assert not way_check(7.2112, e, (2.0, 3.0), 56.31).holds
    assert way_check(4.0, e, (2.0, 3.0), 0.0).holds


def test_the_order_does_not_matter_for_a_smooth_function() -> None:
    steps = mixed_steps(parse("3x^2 y^3", PLANE), (2.0, 1.0))
    assert [step.title for step in steps[:3]] == [
        "First x, then y",
        "First y, then x",
        "Does the order matter",
    ]
    assert steps[2].latex.endswith("= 36") and "does not matter" in steps[2].why


def test_the_order_matters_where_the_mixed_derivatives_are_not_continuous() -> None:
    e = counterexample()
    assert [mixed_value(e, (0.0, 0.0), *order) for order in ((0, 1), (1, 0))] == [-1, 1]
    assert all(check.holds for check in checks(clairaut_steps()))
    here = mixed_steps(e, (0.0, 0.0))[2]
    assert r"= -1 \ne 1 =" in here.latex and "Here the order matters" in here.why


def test_a_mixed_quotient_that_does_not_settle_is_none() -> None:
    e = parse("{x^2 + y^2 = 0: 0, x y/(x^2 + y^2)}", PLANE)
    assert math.isnan(mixed_quotient(e, (0.0, 0.0), 0, 1))
    assert mixed_quotient(parse("x^2 y^3", PLANE), (1.5, -0.5), 0, 1) == pytest.approx(6 * 1.5 * 0.25)


def test_without_a_gradient_there_are_no_second_derivatives() -> None:
    (only,) = mixed_steps(parse("|x| + |y|", PLANE), (0.0, 1.0))
    assert only.title == "No second derivatives"


def test_an_infinite_gradient_has_no_direction() -> None:
    assert all(map(math.isnan, gradient_at(parse("e^(1000x) + y", PLANE), (1.7, 0.0)).direction))
