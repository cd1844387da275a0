"""Which way is up, how steep, and why that cannot be said."""

import math

import pytest

from core.expression import parse
from core.slopes import level_curve, one_variable_text, side_steps, slope_towards, standing
from core.slopes.sides import side_slopes
from core.slopes.standing import one_variable_sentence
from core.windows import Window

PLANE = ("x", "y")
HOLE = "x y/(x^2 + y^2)"
MENDED = "{x^2 + y^2 = 0: 0, x y/(x^2 + y^2)}"


def sentence(text: str, x: float, y: float) -> str:
    return standing(parse(text, PLANE), (x, y)).sentence


def test_the_verdict_names_the_angle_and_the_slope() -> None:
    assert sentence("x^2 + y^2", 2, 3) == (
        "At (2, 3) the surface climbs fastest towards 56.31°, by 7.2111 per unit, and falls as fast the "
        "opposite way. Towards 146.31° and −33.69°, along the level curve, it neither climbs nor falls."
    )


@pytest.mark.parametrize(
    ("x", "y", "angle"), [(-2.0, -2.0, "−135°"), (0.0, 1.0, "90°"), (-1.0, 0.0, "180°"), (1.0, 0.0, "0°")]
)
def test_the_angle_knows_all_four_quarters(x: float, y: float, angle: str) -> None:
    assert f"towards {angle}, by" in sentence("x^2/2 + y^2/2", x, y)


def test_a_level_tangent_plane_is_said() -> None:
    here = standing(parse("x^2 - y^2", PLANE), (0.0, 0.0))
    assert here.kind == "flat" and "∇f = 0" in here.sentence
    assert here.check is not None and here.check.holds


def test_on_a_ridge_one_slope_exists_and_the_other_has_two_sides() -> None:
    assert sentence("|x| + |y|", 0, 1) == (
        "At (0, 1) there is no gradient: along x the slope is −1 before the point and 1 after it. "
        "It has one along y (1)."
    )


def test_at_the_tip_of_a_cone_no_straight_way_has_a_slope() -> None:
    assert sentence("sqrt(x^2 + y^2)", 0, 0).endswith("Along both diagonals there is no slope either.")


def test_a_side_without_a_slope_is_said_so() -> None:
    assert sentence("sqrt(x) + y", 0, 1).startswith(
        "At (0, 1) there is no gradient: along x the slope comes to no value before the point and ∞ after it."
    )


def test_of_a_constant_nobody_asks_whether_it_is_a_summit() -> None:
    assert "summit" not in sentence("5", 2, 3)
    assert "summit" in sentence("x^2 - y^2", 0, 0)


def test_without_a_value_the_limits_on_the_ways_are_told() -> None:
    assert sentence(HOLE, 0, 0) == (
        "f has no value at (x, y) = (0, 0). Beside it f comes to 0 along x, 0 along y, 0.5 along 45° and "
        "−0.5 along 135°, so no value would mend it."
    )


def test_a_hole_that_a_value_would_fill_is_called_a_hole() -> None:
    assert sentence("sin(x y)/(x y)", 0, 1).endswith(
        "there is a hole. On every way with values f tends to 1."
    )


def test_outside_the_domain_the_part_without_a_value_is_named() -> None:
    assert sentence("log(x) + y", -1, 0) == (
        "f has no value at (x, y) = (−1, 0), because log(x) has none there, nor around it: "
        "there is no surface to stand on."
    )


@pytest.mark.parametrize("text", [MENDED, "cbrt(x y)"])
def test_two_partial_derivatives_do_not_make_a_function_differentiable(text: str) -> None:
    here = standing(parse(text, PLANE), (0.0, 0.0))
    assert here.kind == "not differentiable"
    assert here.gradient.vector.tolist() == [0, 0]
    assert "∇f·u would be 0, but the slope is −∞ before the point and ∞ after it" in here.sentence


def test_a_smooth_border_is_no_trouble() -> None:
    assert standing(parse("x|x| + y", PLANE), (0.0, 0.0)).kind == "climbs"


def test_a_slope_beyond_float64_is_said_without_a_number() -> None:
    here = standing(parse("e^(1000x) + y", PLANE), (1.7, 0.0))
    assert here.kind == "too steep" and "1.8 × 10³⁰⁸" in here.sentence


@pytest.mark.parametrize(
    ("text", "place"),
    [("x^2 + y^2", (2.0, 3.0)), ("|x| + |y|", (0.0, 1.0)), (HOLE, (0.0, 0.0)), (MENDED, (0.0, 0.0))],
)
def test_the_verdict_has_a_check_that_holds(text: str, place: tuple[float, float]) -> None:
    check = standing(parse(text, PLANE), place).check
    assert check is not None and check.holds


def test_nobody_stands_at_infinity() -> None:
    with pytest.raises(ValueError, match="nobody stands"):
        standing(parse("x + y", PLANE), (math.inf, 0.0))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x^2", "depends on x alone: ∂f/∂y is 0"),
        ("sin y", "depends on y alone: ∂f/∂x is 0"),
        ("7", "is constant"),
    ],
)
def test_a_function_that_lacks_a_variable_is_sent_to_its_lesson(text: str, expected: str) -> None:
    assert expected in (one_variable_sentence(parse(text, PLANE)) or "")


def test_a_function_of_both_variables_needs_no_such_word() -> None:
    assert one_variable_sentence(parse("x y", PLANE)) is None


# |t cos θ| + |1 + t sin θ| rises by |cos θ| + sin θ for t > 0 and by −|cos θ| + sin θ for t < 0.
@pytest.mark.parametrize("angle", [0.0, 30.0, 45.0, 90.0, 135.0, 200.5])
def test_slopes_on_a_ridge_are_those_worked_out_by_hand(angle: float) -> None:
    way = side_slopes(parse("|x| + |y|", PLANE), (0.0, 1.0), angle)
    c, s = abs(math.cos(math.radians(angle))), math.sin(math.radians(angle))
    assert float(way.after.limit) == pytest.approx(c + s, abs=1e-15)
    assert float(way.before.limit) == pytest.approx(s - c, abs=1e-15)
    assert slope_towards(parse("|x| + |y|", PLANE), (0.0, 1.0), angle) == pytest.approx(c + s, abs=1e-15)


def test_the_sides_are_worked_out_with_checks_that_hold() -> None:
    steps = side_steps(parse("|x| + |y|", PLANE), (0.0, 1.0))
    assert [step.title for step in steps] == ["Along x", "Along y", "Along 45°", "Along 135°"]
    assert all(step.check is not None and step.check.holds for step in steps)
    assert "corner" in steps[0].why and "Both sides agree" in steps[1].why


def test_infinite_slopes_are_checked_too() -> None:
    diagonal = side_steps(parse(MENDED, PLANE), (0.0, 0.0))[2]
    assert r"= -\infty" in diagonal.latex and r"= \infty" in diagonal.latex
    assert diagonal.check is not None and diagonal.check.holds


def test_without_a_value_there_are_no_sides_to_work_out() -> None:
    assert side_steps(parse(HOLE, PLANE), (0.0, 0.0)) == ()


def test_a_slope_whose_square_is_beyond_float64_still_has_its_level_curve() -> None:
    e, point = parse("10^100 * 10^100 * (x + y)", PLANE), (0.0, 0.0)
    curve = level_curve(e, point, Window((-1.0, 1.0), (-1.0, 1.0)))
    assert curve.x.size > 60
    assert max(abs(curve.x + curve.y)) < 1e-9


@pytest.mark.parametrize(
    ("text", "alone"), [("x^2", "x^2"), ("y^2 + y", "x^2 + x"), ("x y", None), ("5", None)]
)
def test_a_function_that_lacks_a_variable_is_one_of_x(text: str, alone: str | None) -> None:
    assert one_variable_text(parse(text, PLANE)) == alone
