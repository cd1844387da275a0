"""The verdict on one h: the numbers in it, the split into two causes, and a check that finds lies."""

import dataclasses
import math
from fractions import Fraction

import numpy as np
import pytest

from core.differences import STENCILS, error_curve
from core.differencing.no_derivative import point_without_derivative
from core.differencing.verdict import exact_estimate, verdict
from core.errors import SettingError
from core.expression import parse
from tests.core.differencing.cases import SMOOTH


def test_the_sentence_holds_the_numbers() -> None:
    found = verdict(parse("x^2"), 3.0, 0.01, "float64", "forward")
    assert found.sentence == (
        "In float64, the forward difference with h = 0.01 gives 6.009999999999849 where f′(3) = 6, an error "
        "of 0.01 (truncation 0.01, rounding −1.51 × 10⁻¹³): truncation dominates."
    )


def test_the_two_causes_add_up_to_the_error() -> None:
    for text, x in SMOOTH:
        for h in (0.125, 1e-5, 1e-11):
            found = verdict(parse(text), x, h, "float64", "central")
            if math.isfinite(found.error):
                assert abs(found.truncation + found.rounding) == pytest.approx(
                    found.error, rel=1e-9, abs=1e-25
                )


def test_the_formula_without_rounding_is_that_of_exact_fractions() -> None:
    # x³ by hand: ((x + h)³ − x³)/h = 3x² + 3xh + h², (…)/2h = 3x² + h², and five points leave nothing.
    h = Fraction(1, 10)
    for stencil, value in (
        ("forward", 12 + 6 * h + h * h),
        ("central", 12 + h * h),
        ("five_point", Fraction(12)),
    ):
        exact = exact_estimate(parse("x^3"), 2.0, STENCILS[stencil], h)
        assert float(exact) == pytest.approx(float(value), rel=1e-15)


@pytest.mark.parametrize(("text", "x"), SMOOTH)
@pytest.mark.parametrize("stencil", STENCILS)
def test_the_check_holds_for_every_function_and_stencil(text: str, x: float, stencil: str) -> None:
    for h in (0.01, 1e-9):
        check = verdict(parse(text), x, h, "float64", stencil).check
        assert check is None or check.holds, check


def test_the_check_of_a_wrong_error_does_not_hold() -> None:
    check = verdict(parse("sin(x)"), 1.0, 1e-8, "float64", "forward").check
    assert check is not None and check.holds
    assert not dataclasses.replace(check, difference=check.difference + 1e-12).holds


def test_in_float16_the_verdict_is_about_float16() -> None:
    x, h = np.float16(3), np.float16(0.001)
    by_hand = float((np.float16(x + h) * np.float16(x + h) - x * x) / h)
    found = verdict(parse("x^2"), 3.0, 0.001, "float16", "forward")
    assert found.estimate == by_hand
    assert found.sentence.startswith("In float16, the forward difference with h = 0.001")


@pytest.mark.parametrize(
    ("text", "x", "h", "stencil", "part"),
    [
        ("|x|", 0.0, 0.1, "central", "gives 0, but f has no derivative at x = 0"),
        ("sqrt(x)", 0.1, 0.5, "central", "gives no value. The stencil needs a value of f"),
        ("|x|", 1.0, 0.1, "complex_step", "gives no value. The complex step does not apply"),
        ("sin(x)", 1.0, 1e-20, "forward", "gives 0 where f′(1) ≈ 0.5403023059"),
    ],
)
def test_what_has_no_error_says_why(text: str, x: float, h: float, stencil: str, part: str) -> None:
    assert part in verdict(parse(text), x, h, "float64", stencil).sentence


@pytest.mark.parametrize("h", [0.0, -0.5, math.nan])
def test_an_h_that_cannot_be_used_names_its_control(h: float) -> None:
    with pytest.raises(SettingError) as refusal:
        verdict(parse("x"), 1.0, h, "float64", "forward")
    assert refusal.value.setting == "h"


@pytest.mark.parametrize(
    ("text", "x", "kind"),
    [("|x|", 0.0, "corner"), ("floor(x)", 2.0, "jump"), ("1/x", 0.0, "infinite"),
     ("log(x)", -1.0, "outside the domain"), ("sqrt(x)", 0.0, "end of the domain"),
     ("cbrt(x)", 0.0, "vertical tangent"), ("sin(x)/x", 0.0, "removable"), ("x^(2/3)", 0.0, "cusp"),
     ("{x = 0: 0, x sin(1/x)}", 0.0, "oscillating slope"), ("|x - 0.1|", 0.1, "corner")],
)  # fmt: skip
def test_the_kind_of_a_point_without_a_derivative(text: str, x: float, kind: str) -> None:
    point = point_without_derivative(parse(text), x)
    assert point is not None and point.kind == kind
    assert len(point.reports) == len(STENCILS)


def test_what_the_stencils_report_at_a_corner_and_at_a_jump() -> None:
    corner, jump = (point_without_derivative(parse(text), x) for text, x in (("|x|", 0.0), ("floor(x)", 2.0)))
    assert corner is not None and jump is not None
    said = {report.stencil.name: report.sentence for report in corner.reports}
    assert said["forward"] == "The forward difference reports 1 for every h."
    assert said["backward"] == "The backward difference reports −1 for every h."
    assert said["central"] == "The central difference reports 0 for every h."
    assert said["complex_step"].startswith("The complex step does not apply: |u| has a corner")
    assert "grows without bound" in {row.stencil.name: row.sentence for row in jump.reports}["central"]


def test_a_point_with_a_derivative_is_no_such_point() -> None:
    for text, x in (("x^2", 3.0), ("x|x|", 0.0), ("|x|", 1.0)):
        assert point_without_derivative(parse(text), x) is None
        assert math.isfinite(error_curve(parse(text), x).truth)


def test_where_no_stencil_has_a_value_it_is_said_once() -> None:
    nowhere, corner = (
        point_without_derivative(parse(text), x) for text, x in (("log(x)", -1.0), ("|x|", 0.0))
    )
    assert nowhere is not None and corner is not None
    (sentence,) = nowhere.summary
    assert sentence.startswith("No formula finds a value")
    assert corner.summary == tuple(report.sentence for report in corner.reports)


def test_an_error_that_is_small_by_luck_is_called_luck() -> None:
    lucky = verdict(parse("x^2"), 3.0, 1e-11, "float64", "forward")
    assert lucky.status == "good" and lucky.reason.startswith("Luck: truncation of about 10⁻¹¹")
    best = verdict(parse("x^2"), 3.0, 6e-8, "float64", "forward")
    assert best.status == "good" and best.reason.startswith("No h does much better")


def test_an_h_that_reaches_over_a_pole_is_too_large_and_not_too_small() -> None:
    # The float next to π/2 lies 6·10⁻¹⁷ beside the pole, and f′ there is 2.7·10³².
    found = verdict(parse("tan(x)"), math.pi / 2, 0.01, "float64", "complex_step")
    assert found.status == "truncation dominates"
    assert found.reason.startswith("h is too large: f changes more within h of x")
