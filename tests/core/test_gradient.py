"""Exact gradients: the golden numbers, no slope where there is none, and a check that finds lies."""

import json
import math
import time
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import sympy
from hypothesis import HealthCheck, given, settings

from core.expression.functions import FUNCTIONS
from core.expression.precise import precise_value
from core.expression.reading import parse
from core.expression.symbols import symbol
from core.gradient import Field, gradient_at, gradient_field, slope_across, slope_check
from tests.core.expression.trees import functions

CASES = {
    case["id"]: case
    for case in json.loads((Path(__file__).parents[1] / "golden" / "gd_vs_ascent.json").read_text("utf-8"))
}
SURFACE = parse(CASES["surf85-grad-x"]["input"]["f"], ("x", "y"))


def slope(text: str, x: float) -> float:
    return float(gradient_at(parse(text), (x,)).vector[0])


def test_the_golden_gradient_of_the_surface_holds_to_the_last_digits():
    exact = [Fraction(CASES[name]["verified"]["exact"]) for name in ("surf85-grad-x", "surf85-grad-y")]
    assert gradient_at(SURFACE, (0.5, 0.6)).vector == pytest.approx([float(e) for e in exact], rel=1e-14)


@pytest.mark.parametrize("name", ["quad-derivative", "quad-neg-derivative"])
def test_the_golden_derivatives_are_found(name):
    expression = parse(CASES[name]["input"]["f"])
    (partial,) = gradient_field(expression).partials
    slope_and_offset = {"quad-derivative": (2, -4), "quad-neg-derivative": (-2, 4)}[name]
    assert sympy.Poly(partial, symbol("x")).all_coeffs() == list(slope_and_offset)


def test_the_golden_slopes_of_exp_minus_log_hold():
    found = [slope("exp(x) - log(x)", x) for x in (0.05, 0.1447)]
    golden = [CASES["gd1d-g0"]["verified"], CASES["gd1d-g1"]["verified"]["at_0.1447"]]
    assert found == pytest.approx([float(value) for value in golden], rel=1e-14)


def test_a_gradient_has_length_and_direction():
    gradient = gradient_at(parse("x^2 + y^2", ("x", "y")), (1.5, 2.0))
    assert gradient.vector.tolist() == [3.0, 4.0]
    assert gradient.magnitude == 5.0
    assert gradient.direction == pytest.approx([0.6, 0.8])


def test_a_zero_gradient_points_nowhere():
    gradient = gradient_at(parse("x^2 + y^2", ("x", "y")), (0.0, 0.0))
    assert gradient.magnitude == 0
    assert np.isnan(gradient.direction).all()


@pytest.mark.parametrize(
    ("text", "x"),
    [
        ("|x|", 0.0),
        ("|x - 0.1|", 0.1),
        ("sqrt(x^2)", 0.0),
        ("relu(x)", 0.0),
        ("sign(x)", 0.0),
        ("step(x)", 0.0),
        ("floor(x)", 2.0),
        ("ceil(x)", 2.0),
        ("max(x, 2 - x)", 1.0),
        ("min(x, 2 - x)", 1.0),
        ("cbrt(x)", 0.0),
        ("sqrt(x)", 0.0),
        ("|log(x)|", 1.0),
        ("{x < 0: -1, x > 0: 1}", 0.0),
        ("{0 < x <= 1: x, 1 < x: x^3}", 1.0),
        ("{x = 0: 0, sin(1/x)}", 0.0),
        ("{x = 0: 0, x sin(1/x)}", 0.0),
        ("log(x)", -1.0),
        ("sqrt(x)*sqrt(x)", -1.0),
        ("x/x", 0.0),
        ("e^(floor x)", 1.0),
        ("sin(sign x)", 0.0),
        ("sigmoid(step x)", 0.0),
        ("log(ceil x)", 2.0),
        ("{x < 1: 2, 3} sin x", 1.0),
        ("sec(max(x, 3) - pi)", 3.0),
    ],
)
def test_where_there_is_no_slope_the_gradient_is_nan_and_both_ways_agree_on_that(text, x):
    assert math.isnan(slope(text, x))
    assert slope_check(parse(text), (x,)).holds


@pytest.mark.parametrize(
    ("text", "x", "expected"),
    [
        ("x|x|", 0.0, 0.0),
        ("|x|^3", 0.0, 0.0),
        ("relu(x)^2", 0.0, 0.0),
        ("(x^2)^(3/2)", 0.0, 0.0),
        ("{|x| < 1: x^2/2, |x| - 1/2}", 1.0, 1.0),
        ("{x < 1: x^2, 2x - 1}", 1.0, 2.0),
        ("{x = 0: 0, x^2 sin(1/x)}", 0.0, 0.0),
        ("max(x, x^2 + 1/4)", 0.5, 1.0),
    ],
)
def test_a_border_that_both_sides_cross_smoothly_has_a_slope(text, x, expected):
    assert slope(text, x) == expected
    assert slope_check(parse(text), (x,)).holds


@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.parametrize("x", [-2.3, -0.6, 0.4, 0.9, 1.7, 6.2])
def test_the_slope_of_every_function_passes_its_check(name, x):
    expression = parse(FUNCTIONS[name].example)
    if math.isfinite(expression(x)):
        check = slope_check(expression, (x,))
        assert check.holds
        assert check.tolerance <= 1e-9 * max(1, abs(slope(FUNCTIONS[name].example, x)) * 1.001)


@settings(
    max_examples=75, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)
@given(functions())
def test_gradients_agree_with_fifty_digit_difference_quotients(expression):
    field = gradient_field(expression)
    for point in ((0.7310585, 1.6180339), (-1.2345678, 0.4142135)):
        value, gradient = field.at(point)
        for axis, name in enumerate(expression.variables):
            found = gradient[axis]
            # float64 says what it can where the tree of the partial is well conditioned
            nearby = precise_value(field.trees[axis], dict(zip("xy", map(Fraction, point), strict=True)))
            if not (
                math.isfinite(value)
                and math.isfinite(found)
                and abs(found - nearby) < 1e-9 * max(1, abs(found))
            ):
                continue
            assert found == pytest.approx(quotient(expression, point, name), rel=1e-8, abs=1e-8)


def quotient(expression, point, name) -> float:
    """(f(x+h) − f(x−h))/2h in 50 digits, h = 10^−16."""
    step = Fraction(1, 10**16)
    center = dict(zip(expression.variables, map(Fraction, point), strict=True))
    after, before = (
        precise_value(expression.tree, center | {name: center[name] + sign * step}) for sign in (1, -1)
    )
    return float((after - before) * 10**16 / 2)


def test_the_check_shows_both_numbers_and_holds():
    check = slope_check(SURFACE, (0.5, 0.6))
    assert check.holds
    assert check.shown == check.second == "(−0.1134, −0.0935)"
    assert "120 digits" in check.compared


def test_the_check_finds_a_wrong_gradient(monkeypatch):
    expression = parse("x^2")
    honest = gradient_field(expression)
    wrong = Field(expression, honest.partials, honest.trees, gradient_field(parse("x^2 + x/10^6")).program)
    monkeypatch.setattr("core.gradient.gradient_field", lambda _: wrong)
    check = slope_check(expression, (3.0,))
    assert not check.holds
    assert check.difference == pytest.approx(1e-6)


@pytest.mark.parametrize(
    ("text", "x", "second"),
    [
        ("|x|", 0.0, "−1 | 1"),
        ("step(x)", 0.0, "no limit | 0"),
        ("sqrt(x)", 0.0, "no value | no limit"),
        ("log(x)", -1.0, "undefined"),
        ("cbrt(x)", 0.0, "no limit | no limit"),
        ("3|x - 1| + x", 1.0, "−2 | 4"),
    ],
)
def test_where_there_is_no_slope_both_sides_are_shown(text, x, second):
    check = slope_check(parse(text), (x,))
    assert (check.shown, check.second, check.holds) == ("undefined", second, True)


def test_a_slope_claimed_at_a_corner_does_not_hold(monkeypatch):
    expression = parse("|x|")
    honest = gradient_field(expression)
    wrong = Field(expression, honest.partials, honest.trees, gradient_field(parse("0")).program)
    monkeypatch.setattr("core.gradient.gradient_field", lambda _: wrong)
    assert not slope_check(expression, (0.0,)).holds


def test_a_slope_denied_where_both_sides_have_it_does_not_hold(monkeypatch):
    expression = parse("x^2")
    honest = gradient_field(expression)
    wrong = Field(parse("|x - 3|"), honest.partials, honest.trees, gradient_field(parse("|x - 3|")).program)
    monkeypatch.setattr("core.gradient.gradient_field", lambda _: wrong)
    assert not slope_check(expression, (3.0,)).holds


def test_at_the_edge_of_the_domain_the_side_that_exists_decides():
    check = slope_check(parse("x + x^1.5"), (0.0,))
    assert check.holds
    assert (check.shown, check.second) == ("1", "no value | 1")
    assert "the function has values on the right only" in check.compared


@pytest.mark.parametrize(
    ("text", "x", "expected"),
    [("1e100x^2", -2e99, -4e199), ("1e100x^2", 0.0, 0.0), ("1e80x^3", 1e-9, 3e62), ("x^3", 1e90, 3e180)],
)
def test_difference_quotients_keep_to_the_size_of_the_numbers(text, x, expected):
    check = slope_check(parse(text), (x,))
    assert check.holds
    assert slope(text, x) == pytest.approx(expected)


def test_a_slope_beyond_float64_is_beyond_it_both_ways():
    check = slope_check(parse("e^x"), (1000.0,))
    assert check.holds
    assert check.shown == check.second == "∞"


@pytest.mark.parametrize(
    ("text", "x", "reason"),
    [
        ("|x|", 0.0, "−1 from the left and 1 from the right"),
        ("floor(x)", 1.0, "do not settle"),
        ("cbrt(x)", 0.0, "do not settle"),
        ("sqrt(x)", 0.0, "lacks a value"),
        ("log(x)", -1.0, "lacks a value"),
    ],
)
def test_a_check_without_a_slope_says_why(text, x, reason):
    assert reason in slope_check(parse(text), (x,)).compared


def test_a_slope_at_infinity_is_misuse():
    with pytest.raises(ValueError, match="finite coordinates"):
        slope_across(parse("x^2"), (math.inf,), 0)


def test_many_points_at_once_agree_with_one_at_a_time():
    points = np.array([[0.5, 0.6], [4.0, 4.0], [-1.0, 7.0]])
    values, gradients = gradient_field(SURFACE).over(points)
    assert values.shape == (3,)
    assert gradients.shape == (3, 2)
    for point, value, gradient in zip(points, values, gradients, strict=True):
        alone, vector = gradient_field(SURFACE).at(point)
        assert alone == pytest.approx(value, rel=1e-15)
        assert vector == pytest.approx(gradient, rel=1e-14, abs=1e-14)


def test_off_the_domain_a_formula_that_still_has_a_value_counts_for_nothing():
    # the derivative of log x is 1/x, which has a value at −2
    _, gradients = gradient_field(parse("log(x)")).over([[-2.0], [2.0]])
    assert math.isnan(gradients[0, 0])
    assert gradients[1, 0] == 0.5


def test_where_the_function_overflows_nothing_is_raised():
    value, gradient = gradient_field(parse("exp(x)")).at((1000.0,))
    assert value == math.inf
    assert gradient[0] == math.inf


def test_beyond_float64_there_may_be_a_value_but_no_slope():
    value, gradient = gradient_field(parse("sqrt(sin(y/x))", ("x", "y"))).at((-math.inf, 2e299))
    assert value == 0
    assert math.isnan(gradient[0])


def test_a_field_is_made_once_per_function_however_it_was_typed():
    assert gradient_field(parse("x^2 + 1")) is gradient_field(parse("x**2+1"))


def test_partials_are_printed_one_per_variable():
    assert gradient_field(parse("x^2*y", ("x", "y"))).latex == ("2 x y", "x^{2}")


@pytest.mark.parametrize(
    "text",
    [
        "*".join(f"sin({i}x+y)" for i in range(1, 15)),
        "sin(cos(sin(cos(sin(cos(x y))))))",
        "(x+y)^30*(x-y)^30/(x^2+y^2)^15",
        "|x|+|y|+|x-y|+|x+y|+|x-1|+|y-1|",
        "max(x,y,x^2,y^2,x y,x+y,x-y)",
        "|||||x|-1|-2|-3|-y|",
        "{x<0: {y<0: x^2, y^2}, 0<=x<1: sqrt(x)*y, x<y<2x: x^y, log(x+y)}",
        "sqrt(x^2+y^2)^3*exp(-x^2-y^2)*atan(y/x)",
        "sigmoid(3x+softplus(2y+relu(x-y)))^5",
    ],
)
def test_differentiating_what_the_guard_lets_through_takes_at_most_a_tenth_of_a_second(text):
    expression = parse(text, ("x", "y"))
    gradient_field.__wrapped__(expression)
    unseen = parse(text + " + 1", ("x", "y"))
    started = time.process_time()
    gradient_field.__wrapped__(unseen)
    assert time.process_time() - started < 0.1
