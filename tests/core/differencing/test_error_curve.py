"""The error curve: true to the last digit, with causes that foretell it, and a status for every h."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.curvature import curvature_field
from core.differences import POWERS_OF_TEN, POWERS_OF_TWO, STENCILS, ErrorCurve, error_curve
from core.differencing.agreement import NEAR, disagreement
from core.differencing.arithmetic import gap
from core.differencing.local import local
from core.differencing.statuses import STATUSES
from core.differencing.verdict import exact_estimate
from core.errors import SettingError
from core.expression import parse
from core.expression.precise import precise_value
from tests.core.differencing.cases import SMOOTH

DTYPES = ("float16", "float32", "float64")


def test_powers_of_two_and_of_ten_are_what_they_say() -> None:
    assert POWERS_OF_TWO[0] == 1 and POWERS_OF_TWO[-1] == 2.0**-52 and len(POWERS_OF_TWO) == 53
    assert [f"{h:.0e}" for h in POWERS_OF_TEN[:3]] == ["1e+00", "1e-01", "1e-02"]
    assert POWERS_OF_TEN[-1] == 1e-16


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("stencil", ["forward", "backward", "central"])
def test_estimates_are_those_of_numpy_written_out(stencil: str, dtype: str) -> None:
    kind = np.dtype(dtype).type
    x, h = kind(1.3), POWERS_OF_TWO[:11].astype(dtype)
    with np.errstate(all="ignore"):
        ahead, here, behind = ((v * v * v - v).astype(dtype) for v in (x + h, x + 0 * h, x - h))
        by_hand = {
            "forward": (ahead - here) / h,
            "backward": (here - behind) / h,
            "central": (ahead - behind) / (kind(2) * h),
        }[stencil]
    curve = error_curve(parse("x^3 - x"), 1.3, stencil, dtype, POWERS_OF_TWO[:11])
    np.testing.assert_array_equal(curve.estimate, by_hand.astype(np.float64))


@given(st.floats(0.01, 50), st.sampled_from(list(STENCILS)), st.sampled_from(["float32", "float64"]))
@settings(max_examples=25, deadline=None)
def test_an_error_is_the_distance_to_50_digits_whatever_the_point(x: float, stencil: str, dtype: str) -> None:
    e = parse("sin(x) + x^3/7")
    curve = error_curve(e, x, stencil, dtype, POWERS_OF_TWO[::6])
    mp = e.precise(1).context
    place = mp.mpf(curve.x0)
    truth = mp.cos(place) + 3 * place**2 / 7
    for estimate, error in zip(curve.estimate.tolist(), curve.error.tolist(), strict=True):
        assert error == pytest.approx(float(abs(estimate - truth)), rel=1e-13, abs=1e-40)


def test_an_error_below_the_spacing_of_the_slope_is_not_lost() -> None:
    # cos(1) lies 4.76e-17 beside its float; an estimate that is that float errs by just so much.
    curve = error_curve(parse("sin(x)"), 1.0, "complex_step", h=[2.0**-40])
    assert curve.estimate[0] == math.cos(1)
    assert curve.error[0] == pytest.approx(4.760954612604417e-17, rel=1e-9)


def test_the_causes_are_those_of_the_textbook() -> None:
    h = POWERS_OF_TWO[20:30]
    sine, ulp = parse("sin(x)"), 2.0**-53
    forward, central = (error_curve(sine, 1.0, name, h=h) for name in ("forward", "central"))
    np.testing.assert_allclose(forward.truncation, math.sin(1) * h / 2, rtol=1e-14)
    np.testing.assert_allclose(central.truncation, math.cos(1) * h**2 / 6, rtol=1e-14)
    np.testing.assert_allclose(forward.rounding, 2 * ulp / h + ulp, rtol=1e-14)
    np.testing.assert_allclose(central.rounding, ulp / h + ulp, rtol=1e-14)
    assert forward.predicted_h == pytest.approx(math.sqrt(2 * ulp / (math.sin(1) / 2)))
    assert central.predicted_h == pytest.approx((ulp / (2 * math.cos(1) / 6)) ** (1 / 3))


@pytest.mark.parametrize("stencil", ["forward", "central", "five_point", "richardson"])
def test_the_predicted_best_h_is_where_the_sum_of_the_lines_is_least(stencil: str) -> None:
    model = error_curve(parse("exp(x)"), 1.0, stencil).model
    around = model.best_h * np.array([0.5, 0.9, 1.0, 1.1, 2.0])
    assert np.argmin(model.total(around)) == 2


@pytest.mark.parametrize(("text", "x"), SMOOTH)
def test_truncation_is_what_the_formula_errs_by_without_rounding(text: str, x: float) -> None:
    e = parse(text)
    for row in STENCILS.values():
        curve = error_curve(e, x, row.name)
        if row.is_complex or not curve.model.coefficient:
            continue
        # So small that the first term alone is left, in many digits.
        h = Fraction(abs(x) or 1) / 10**11
        error = abs(exact_estimate(e, curve.x0, row, h) - curve.facts.truth)
        leading = float(curve.model.truncation(np.array([float(h)]))[0])
        if curve.model.order == row.order:
            assert float(error) == pytest.approx(leading, rel=1e-2)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("stencil", [name for name in STENCILS if name != "complex_step"])
def test_rounding_errors_stay_below_the_line_for_exactly_representable_h(stencil: str, dtype: str) -> None:
    # On the left of the best h the line is a bound, but for what a library errs beyond half an ulp.
    for text, x in (("sin(x)", 1.0), ("exp(x)", 1.0), ("x^3", 2.0), ("1/x", 3.0), ("tanh(x)", 0.5)):
        curve = error_curve(parse(text), x, stencil, dtype)
        small = (curve.h < curve.predicted_h) & (curve.h >= 4 * gap(x, dtype))
        assert small.any()
        assert (curve.error[small] <= 3 * (curve.truncation + curve.rounding)[small]).all()


@pytest.mark.parametrize("stencil", STENCILS)
def test_the_predicted_best_h_is_within_a_factor_of_10_or_the_reason_is_said(stencil: str) -> None:
    near = 0
    for text, x in SMOOTH:
        curve = error_curve(parse(text), x, stencil)
        said = disagreement(curve)
        if curve.why_not:
            assert said == curve.why_not
            continue
        ratio = curve.predicted_h / curve.best_h
        assert (1 / NEAR <= ratio <= NEAR) == (said == "")
        near += said == ""
        if said:
            assert _holds(said, curve), (text, x, said)
    assert near >= 30


def _holds(said: str, curve: ErrorCurve) -> bool:
    """Whether the reason given is true of the numbers."""
    at_predicted = float(curve.error[np.argmin(np.abs(np.log(curve.h / curve.predicted_h)))])
    if said.startswith("Luck"):
        expected = float(curve.model.total(np.array([curve.best_h]))[0])
        return curve.best_error < expected / 3 and at_predicted <= 10 * curve.predicted_error
    if said.startswith("Every h"):
        return at_predicted <= 10 * curve.facts.flat
    return said.startswith("All derivatives") and curve.model.coefficient == 0


@pytest.mark.parametrize(
    ("text", "x", "stencil", "order"),
    [("sin(x)", 0.0, "forward", 2), ("x^4", 0.0, "forward", 3), ("x^3", 0.0, "forward", 2),
     ("1/(1 + x^2)", 0.0, "forward", 1)],
)  # fmt: skip
def test_where_a_derivative_is_0_the_next_term_takes_its_place(
    text: str, x: float, stencil: str, order: int
) -> None:
    assert error_curve(parse(text), x, stencil).model.order == order


def test_even_functions_leave_the_central_differences_nothing_to_err_by() -> None:
    for stencil in ("central", "five_point", "richardson"):
        curve = error_curve(parse("cos(x)"), 0.0, stencil)
        assert curve.model.coefficient == 0 and (curve.error == 0).all()


def test_a_line_and_a_parabola_have_no_truncation() -> None:
    assert error_curve(parse("2x + 1"), 3.0, "forward").model.coefficient == 0
    assert error_curve(parse("x^2"), 1e6, "central").model.coefficient == 0


def test_cancellation_inside_f_counts_as_rounding() -> None:
    # f(2) = 0, but its terms are 4 and 8: values near 2 are off by the spacing of 4, not that of 0.
    facts = local(parse("x^2 - 4x + 4"), 2.0, "float64")
    assert facts.value == 0 and 1e-17 < facts.noise < 1e-15
    assert local(parse("sin(x)"), 0.0, "float64").noise == 0


STATUS_CASES = [
    ("sin(x)", 1.0, "forward", "float64", 2.0**-26, "good"),
    ("sin(x)", 1.0, "forward", "float64", 0.25, "truncation dominates"),
    ("sin(x)", 1.0, "forward", "float64", 1e-13, "rounding dominates"),
    ("sin(x)", 1.0, "forward", "float64", 1e-17, "x + h = x"),
    ("sin(x)", 1.0, "forward", "float16", 1e-5, "x + h = x"),
    ("sin(x)", 1.0, "central", "float16", 1e-10, "x + h = x"),
    ("exp(x)", 11.0, "forward", "float16", 0.5, "overflow"),
    ("exp(x)", 709.5, "forward", "float64", 0.5, "overflow"),
    ("sqrt(x)", 0.1, "central", "float64", 0.5, "outside the domain"),
    ("log(x)", 0.1, "five_point", "float32", 0.0625, "outside the domain"),
    ("log(x)", -1.0, "complex_step", "float64", 0.5, "outside the domain"),
    ("|x|", 1.0, "complex_step", "float64", 0.5, "not applicable"),
    ("sin(x)", 1.0, "complex_step", "float16", 0.5, "not applicable"),
    ("|x|", 0.0, "central", "float64", 0.5, "no derivative"),
    ("sin(x)", 1.0, "complex_step", "float32", 1e-6, "good"),
]


@pytest.mark.parametrize(("text", "x", "stencil", "dtype", "h", "status"), STATUS_CASES)
def test_the_status_of_one_h(text: str, x: float, stencil: str, dtype: str, h: float, status: str) -> None:
    curve = error_curve(parse(text), x, stencil, dtype, [h])
    assert curve.status.tolist() == [status]
    assert curve.reason(0).endswith(".") and "{" not in curve.reason(0)


def test_every_status_is_seen() -> None:
    assert {case[-1] for case in STATUS_CASES} == set(STATUSES)


def test_statuses_come_in_order_as_h_shrinks() -> None:
    status = error_curve(parse("exp(x)"), 1.0, "forward").status.tolist()
    first = {name: status.index(name) for name in status}
    assert list(first) == ["truncation dominates", "good", "rounding dominates"]


def test_x_plus_h_is_x_reports_0() -> None:
    curve = error_curve(parse("exp(x)"), 100.0, "forward")
    lost = curve.status == "x + h = x"
    assert lost.any() and (curve.estimate[lost] == 0).all()
    assert (curve.h[lost] <= np.spacing(100.0)).all()


def test_where_f_has_no_slope_nothing_is_foretold() -> None:
    for text, x in (("|x|", 0.0), ("floor(x)", 2.0), ("log(x)", -1.0), ("1/x", 0.0)):
        curve = error_curve(parse(text), x, "central")
        assert math.isnan(curve.truth) and math.isnan(curve.predicted_h) and math.isnan(curve.best_h)
        assert np.isnan(curve.error).all() and disagreement(curve)


def test_the_corner_is_met_at_the_decimal_on_the_screen() -> None:
    assert math.isnan(error_curve(parse("|x - 0.1|"), 0.1, "forward").truth)
    assert math.isnan(error_curve(parse("|x - 0.1|"), 0.1, "forward", "float16").truth)


def test_a_border_with_a_slope_has_one_here_too() -> None:
    curve = error_curve(parse("x|x|"), 0.0, "central")
    # (h² + h²)/2h = h.
    assert curve.truth == 0 and (curve.error == curve.h).all()
    assert math.isnan(curve.predicted_h)


def test_a_derivative_that_does_not_exist_ends_the_terms() -> None:
    # x^(7/3) has f′ and f″ at 0, both 0, and no f‴.
    facts = local(parse("x^(7/3)"), 0.0, "float64")
    assert facts.derivatives[2] == 0 and math.isnan(facts.derivatives[3])
    assert not error_curve(parse("x^(7/3)"), 0.0, "central").model.known


@pytest.mark.parametrize(("text", "x"), SMOOTH)
def test_higher_derivatives_are_those_of_the_rules(text: str, x: float) -> None:
    e = parse(text)
    facts = local(e, x, "float64")
    assert facts.derivatives[1] == pytest.approx(facts.high, rel=1e-14, abs=1e-300)
    second = curvature_field(e).trees[0][0]
    exact = float(precise_value(second, {"x": Fraction(x)}))
    assert facts.derivatives[2] == pytest.approx(exact, rel=1e-12, abs=1e-30)


@pytest.mark.parametrize("h", [0.0, -1.0, math.nan, math.inf])
def test_an_h_that_cannot_be_used_names_its_control(h: float) -> None:
    with pytest.raises(SettingError, match="greater than 0") as refusal:
        error_curve(parse("x"), 1.0, h=[0.5, h])
    assert refusal.value.setting == "h"


def test_a_point_that_the_format_cannot_hold_names_its_control() -> None:
    with pytest.raises(SettingError, match="float16") as refusal:
        error_curve(parse("x"), 1e6, dtype="float16")
    assert refusal.value.setting == "x0"


def test_a_slope_too_large_for_the_format_is_said_to_be() -> None:
    assert "too large for float16" in disagreement(error_curve(parse("exp(10x)"), 1.0, "forward", "float16"))
