"""Value and slope in one pass: against the exact derivative in many digits, at kinks, off the domain."""

from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.dual import dual_at, dual_steps
from core.dual.three_ways import true_slope
from core.dual.worked import against_quotient
from core.expression import Expression, parse
from core.expression.functions import FUNCTIONS
from core.expression.precise import context

SMOOTH = ("x^2", "e^x sin(x)/(x^2 + 1)", "x^x", "log(x, x + 1)", "sqrt(1 + x^2)", "2^x - x^-2", "x^(2/3)",
          "max(x, x^2, -1)", "{x < 1: x^2, 2x - 1}", "sigmoid(3x) tanh(x)", "(x - 2)^3 + pi x")  # fmt: skip
PLACES = (0.3, 0.75, 1.5, 2.7)


def exact(e: Expression, x: float) -> float:
    return float(true_slope(e, x))


@pytest.mark.parametrize("text", [*SMOOTH, *(f"{row.example}" for row in FUNCTIONS.values())])
@pytest.mark.parametrize("x", PLACES)
def test_value_and_slope_are_those_of_many_digits(text: str, x: float) -> None:
    e = parse(text)
    dual = dual_at(e, x)
    if not context(50).isfinite(e.precise(x)):
        assert isnan(dual.value) and isnan(dual.slope)
        return
    assert dual.value == pytest.approx(float(e.precise(x)), rel=1e-13, abs=1e-14)
    assert dual.slope == pytest.approx(exact(e, x), rel=1e-12, abs=1e-14)
    assert dual.trouble is None


@given(st.lists(st.integers(-9, 9), min_size=1, max_size=6), st.floats(-3, 3))
def test_a_polynomial_of_whole_numbers_has_horners_slope(coefficients: list[int], x: float) -> None:
    text = " + ".join(f"({c})*x^{power}" for power, c in enumerate(coefficients))
    slope = 0.0
    for power, c in reversed(list(enumerate(coefficients))[1:]):
        slope = slope * x + power * c
    assert dual_at(parse(text), x).slope == pytest.approx(slope, rel=1e-9, abs=1e-9)


def test_the_slope_has_no_truncation_error_where_every_quotient_has() -> None:
    # f′ = 3x² = 12 at 2, and every operation on the way is exact in float64
    assert dual_at(parse("x^3"), 2.0).slope == 12.0


def test_a_part_that_stands_twice_is_worked_out_once() -> None:
    dual = dual_at(parse("sin(x^2) + cos(x^2)"), 1.0)
    assert [line.name for line in dual.lines] == ["v₁", "v₂", "v₃", "v₄", "v₅"]


@pytest.mark.parametrize(("text", "value"), [("5", 5.0), ("2^3 + pi - pi", 8.0)])
def test_a_constant_does_not_change(text: str, value: float) -> None:
    dual = dual_at(parse(text), 1.0)
    assert (dual.value, dual.slope, dual.lines, dual.trouble) == (value, 0.0, (), None)


def test_the_line_in_force_stands_for_a_definition_by_cases() -> None:
    e = parse("sin({x < 0: 1, x}) + {x < 1: 3, x > 2: x}")
    assert dual_at(e, -1.0).slope == 0.0
    said = dual_at(e, 0.0).trouble
    assert said is not None
    assert said.startswith("v₁, a definition by cases, stands on the border between two lines")
    assert dual_at(e, 0.5).slope == pytest.approx(exact(e, 0.5), rel=1e-14)
    assert isnan(dual_at(e, 1.5).value)


@pytest.mark.parametrize(
    ("text", "x", "sentence"),
    [
        ("|x|", 0.0, "v₂ = abs(v₁) has a corner here, so it has no slope to pass on."),
        ("max(x, 1)", 1.0, "v₂ = max(v₁, 1) has a corner here, so it has no slope to pass on."),
        ("floor(x)", 2.0, "v₂ = floor(v₁) has a jump here, so it has no slope to pass on."),
        (
            "cbrt(x)",
            0.0,
            "v₂ = cbrt(v₁) has a vertical tangent here, or is at the edge of its domain, so it has no slope "
            "to pass on.",
        ),
    ],
)
def test_a_kink_keeps_its_value_and_says_which_part_it_is(text: str, x: float, sentence: str) -> None:
    dual = dual_at(parse(text), x)
    assert dual.value == float(parse(text)(x))
    assert isnan(dual.slope)
    assert dual.trouble == sentence


@pytest.mark.parametrize(
    ("text", "x", "sentence"),
    [
        ("log x", -1.0, "v₂ = log(v₁) has no value here."),
        ("1/x", 0.0, "v₂ = 1/v₁ has no value here."),
        ("{x < 0: 1, x > 0: 2}", 0.0, "v₁, a definition by cases, has no value here."),
    ],
)
def test_off_the_domain_neither_value_nor_slope_is_reported(text: str, x: float, sentence: str) -> None:
    dual = dual_at(parse(text), x)
    assert isnan(dual.value) and isnan(dual.slope)
    assert dual.trouble == sentence


def test_a_value_beyond_float64_is_said() -> None:
    assert dual_at(parse("e^x"), 800.0).trouble == "v₂ = e^v₁ has a value or a slope beyond float64."


def test_a_function_of_two_variables_is_refused() -> None:
    with pytest.raises(ValueError, match="one variable"):
        dual_at(parse("x y", ("x", "y")), 1.0)


@pytest.mark.parametrize("text", SMOOTH)
@pytest.mark.parametrize("x", PLACES)
def test_every_worked_step_holds_its_check(text: str, x: float) -> None:
    steps = dual_steps(parse(text), x)[:]
    assert len(steps) == len(dual_at(parse(text), x).lines) + 1
    for step in steps[1:]:
        assert step.check is not None
        assert step.check.holds


def test_a_wrong_slope_would_fail_its_check() -> None:
    check = against_quotient(parse("x^2"), "f", 6.0001, 3.0)
    assert check is not None
    assert not check.holds


def test_the_blackboard_shows_rule_numbers_and_result() -> None:
    start, square, sine, end = dual_steps(parse("sin(x^2)"), 3.0)[:]
    assert r"\dot v_{1} = 1" in start.latex
    assert r"\dot v_{2} &= 2 v_{1} \cdot \dot v_{1} \\ &= 2 \cdot 3 \cdot 1 \\ &= 6" in square.latex
    assert r"\cos\left(9\right) \cdot 6" in sine.latex
    assert end.title == "f and f′ at x = 3"
    assert r"f'(3) &\approx -5.4667815713" in end.latex


def test_at_a_kink_the_last_step_says_what_f_itself_has() -> None:
    assert "A library that reports a number here has chosen one." in dual_steps(parse("|x|"), 0.0)[-1].why
    assert "f as a whole has slope 0 here" in dual_steps(parse("x |x|"), 0.0)[-1].why
    assert dual_steps(parse("|x|"), 0.0)[-1].check is None
