"""The golden cases of the lesson that difference quotients answer, to the last printed digit."""

from fractions import Fraction

import numpy as np
import pytest

from core.differences import POWERS_OF_TEN, STENCILS, ErrorCurve, error_curve
from core.differencing.no_derivative import point_without_derivative
from core.differencing.thumbs import thumbs
from core.differencing.verdict import exact_estimate, verdict
from core.expression import parse
from tests.core.golden import Case, Golden

GOLDEN = Golden("numerical_error")
checks = GOLDEN.checked_by
SQUARE = parse("x^2")
OSCILLATING = parse("{x = 0: 0, sin(1/x)}")
FORMULAS = {"forward": "forward", "symmetric": "central"}


def printed(h: float, stencil: str = "forward") -> str:
    return repr(float(error_curve(SQUARE, 3.0, stencil, h=[h]).estimate[0]))


@checks("fd-x2-h1-000", "fd-x2-h1-001", "fd-x2-h2-000", "fd-x2-h2-001", "fd-x2-h3-000", "fd-x2-h3-001",
        "fd-x2-h4-000", "fd-x2-h4-001", "fd-x2-1e-16")  # fmt: skip
def the_forward_difference_of_the_square(case: Case) -> None:
    assert printed(float(case["input"]["h"])) == case["verified"]


@checks("fd-x2-1e-14-forward", "fd-x2-1e-14-symmetric")
def the_digits_of_the_h_that_was_meant(case: Case) -> None:
    assert printed(1e-14, FORMULAS[case["input"]["formula"]]) == case["verified"] == case["claimed"]


@checks("fd-x2-1e-15-forward", "fd-x2-1e-15-symmetric")
def the_digits_of_the_h_that_was_printed(case: Case) -> None:
    stencil = FORMULAS[case["input"]["formula"]]
    assert printed(1e-15, stencil) == case["verified"]["at_printed_h"]
    assert printed(1e-14, stencil) == case["verified"]["at_h=1e-14"] == case["claimed"]


@checks("fd-x2-sqrt-eps")
def six_at_the_root_of_epsilon_is_luck(case: Case) -> None:
    plain, _ = thumbs(SQUARE, error_curve(SQUARE, 3.0))
    assert repr(plain.h) == case["verified"]["h"]
    assert printed(plain.h) == case["verified"]["forward"]
    exact = exact_estimate(SQUARE, 3.0, STENCILS["forward"], Fraction(plain.h))
    assert float(abs(exact - exact.context.mpf(case["verified"]["exact_arith_forward"]))) < 1e-18


@checks("trunc-forward-order", "trunc-symmetric-order")
def truncation_has_the_order_and_the_size_of_the_source(case: Case) -> None:
    stencil = "forward" if "forward" in case["id"] else "central"
    h, x = Fraction(1, 8), 3
    # The verified errors are formulas in h and x: h, h² + 3hx; 0, h².
    stated = {"forward": (h, h**2 + 3 * h * x), "central": (Fraction(0), h**2)}[stencil]
    for text, error in zip(("x^2", "x^3"), stated, strict=True):
        e = parse(text)
        truth = error_curve(e, float(x)).facts.truth
        assert float(exact_estimate(e, float(x), STENCILS[stencil], h) - truth) == float(error)


@checks("roundoff-scaling")
def rounding_grows_as_h_shrinks(case: Case) -> None:
    steps = [float(h) for h in case["input"]["h"]]
    curve = error_curve(parse(case["input"]["f"]), case["input"]["x"], h=steps)
    # The source subtracts in float64, which is off by an ulp of the slope.
    stated = [float(error) for error in case["verified"]["abs_error"]]
    np.testing.assert_allclose(curve.error, stated, rtol=0, atol=1.2e-16)
    assert (np.diff(curve.rounding) > 0).all() and set(curve.status[1:]) == {"rounding dominates"}


@checks("optimal-h")
def each_formula_has_its_own_best_h(case: Case) -> None:
    verified, sine = case["verified"], parse("sin(x)")
    for e, x, stencil, key in (
        (SQUARE, 3.0, "forward", "for_x**2_at_3"),
        (sine, 1.0, "forward", "for_sin_at_1"),
        (sine, 1.0, "central", "for_sin_at_1_central"),
    ):
        plain, sharper = thumbs(e, error_curve(e, x, stencil))
        assert sharper.h == pytest.approx(float(verified[key]), rel=1e-12)
        if stencil == "central":
            assert plain.h == pytest.approx(float(verified["eps**(1/3)"]), rel=1e-14)


@checks("trunc-if-h-too-small")
def truncation_shrinks_with_h(case: Case) -> None:
    assert case["agrees"] is False
    curve = error_curve(SQUARE, 3.0, h=POWERS_OF_TEN)
    np.testing.assert_allclose(curve.truncation, POWERS_OF_TEN, rtol=1e-14)
    assert curve.status[-2] == "rounding dominates"


@checks("diff-below-eps")
def the_threshold_is_the_spacing_of_f(case: Case) -> None:
    verified = case["verified"]
    assert repr(error_curve(SQUARE, 3.0).facts.spacing) == verified["ulp_of_f(3)=9"]
    small = verified["counterexample_near_0"]
    estimate = error_curve(SQUARE, small["x"], h=[small["h"]]).estimate[0]
    assert repr(float(estimate)) == small["forward"]
    exact = exact_estimate(SQUARE, small["x"], STENCILS["forward"], Fraction(small["h"]))
    assert float(exact) == pytest.approx(float(small["exact_forward"]), rel=1e-15)


@checks("symmetric-on-abs")
def the_central_difference_reports_0_at_a_corner(case: Case) -> None:
    found = verdict(parse("|x|"), 0.0, float(case["input"]["h"]), "float64", "central")
    assert repr(found.estimate) == case["verified"]["symmetric_quotient_at_0"]
    assert found.status == "no derivative"
    point = point_without_derivative(parse("|x|"), 0.0)
    assert point is not None and point.kind == "corner"
    forward, backward = (report.sentence for report in point.reports[:2])
    assert f"reports {case['verified']['right_derivative']} for every h" in forward
    assert f"reports −{case['verified']['left_derivative'].strip('-')} for every h" in backward


def oscillating(x: float) -> ErrorCurve:
    return error_curve(OSCILLATING, x, "central", h=[1e-3])


@checks("osc-row-1", "osc-row-2", "osc-row-3", "osc-row-4", "osc-row-5")
def a_row_of_the_table_of_sin_1_over_x(case: Case) -> None:
    x, verified = float(case["input"]["x"]), case["verified"]
    curve = oscillating(x)
    assert repr(float(curve.estimate[0])) == verified["numerical_repr"]
    truth = curve.facts.truth
    # As far as the table prints it, about twenty digits.
    assert float(abs(truth / truth.context.mpf(verified["exact_derivative_50_digit"]) - 1)) < 1e-18
    assert f"{curve.error[0]:.6g}" == f"{float(verified['abs_error']):.6g}"
    # The values of f are the machine's own; another library may be an ulp off.
    rounding = verdict(OSCILLATING, x, 1e-3, "float64", "central").rounding
    assert abs(rounding) == pytest.approx(float(verified["roundoff_part"]), rel=0.01)
    assert curve.status[0] == "truncation dominates"


@checks("osc-cause")
def rounding_is_not_the_cause(case: Case) -> None:
    parts = [verdict(OSCILLATING, x, 1e-3, "float64", "central") for x in (0.1, 0.01, 0.001, 0.0001, 1e-5)]
    stated = [float(part) for part in case["verified"]["roundoff_part_of_error"]]
    assert [abs(part.rounding) for part in parts] == pytest.approx(stated, rel=0.01)
    assert all(abs(part.truncation) > 1e6 * abs(part.rounding) for part in parts)


@pytest.mark.parametrize("name", GOLDEN.checks)
def test_golden_case(name: str) -> None:
    GOLDEN.check(name)


def test_all_38_cases_of_the_lesson_are_in_the_file() -> None:
    assert len(GOLDEN.cases) == 38
    assert set(GOLDEN.checks) <= set(GOLDEN.cases)
