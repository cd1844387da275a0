"""Overflow, underflow and log-sum-exp."""

import mpmath
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import SettingError
from core.float_errors.number_range import ends, exponential, log_sum_exp
from core.floating.formats import FORMATS


@pytest.mark.parametrize(
    ("x", "dtype", "kind", "words"),
    [
        (709.0, "float64", "normal", "float64 can hold e^x for x between −745.13 and 709.78."),
        (710.0, "float64", "infinite", "float64 says ∞, as for every x above 709.78: overflow."),
        (-746.0, "float64", "zero", "float64 says 0, as for every x below −745.13: underflow."),
        (-720.0, "float64", "subnormal", "a subnormal number of float64: only 36 of its bits still count."),
        (89.0, "float32", "infinite", "above 88.723"),
        (12.0, "float16", "infinite", "above 11.09"),
    ],
)
def test_the_exponential_says_where_it_leaves_the_format(x: float, dtype: str, kind: str, words: str) -> None:
    shown = exponential(x, dtype)
    assert shown.kind == kind
    assert words in shown.verdict
    assert shown.check.holds


@pytest.mark.parametrize("dtype", FORMATS)
def test_the_borders_are_where_numpys_exponential_overflows_and_underflows(dtype: str) -> None:
    kind, shown = FORMATS[dtype].type, exponential(0.0, dtype)
    step = 0.02 if dtype == "float16" else 1e-4
    with np.errstate(all="ignore"):
        assert np.isfinite(np.exp(kind(shown.overflow - step)))
        assert np.isinf(np.exp(kind(shown.overflow + step)))
        assert np.exp(kind(shown.underflow + step)) > 0
        assert np.exp(kind(shown.underflow - step)) == 0


@pytest.mark.parametrize("dtype", FORMATS)
@given(st.floats(-800, 800))
def test_the_computed_power_is_near_the_true_one_in_every_format(dtype: str, x: float) -> None:
    assert exponential(x, dtype).check.holds


def test_far_out_the_true_power_is_still_written() -> None:
    assert exponential(10000.0).verdict.startswith("e^x at x = 10000 is 8.80681… × 10⁴³⁴²; float64 says ∞")


@pytest.mark.parametrize("dtype", FORMATS)
@given(st.lists(st.floats(-1000, 1000), min_size=1, max_size=6))
def test_log_sum_exp_is_near_the_many_digit_one(dtype: str, values: list[float]) -> None:
    shown = log_sum_exp(values, dtype)
    assert shown.check.holds
    with mpmath.workdps(400):
        held = [mpmath.mpf(float(FORMATS[dtype].type(value))) for value in values]
        true = max(held) + mpmath.log(mpmath.fsum([mpmath.exp(value - max(held)) for value in held]))
        assert float(shown.shifted.meant or 0) == pytest.approx(float(true), rel=1e-14, abs=1e-300)


def test_as_written_it_overflows_and_underflows() -> None:
    up, down = log_sum_exp((1000.0, 1001.0, 1002.0)), log_sum_exp((-1000.0, -1001.0))
    assert "float64 says ∞: a power is too large." in up.verdict
    assert "float64 says −∞: every power has become 0." in down.verdict
    assert up.shifted.text == "1002.4076059644444"


@pytest.mark.parametrize("dtype", FORMATS)
def test_one_step_beyond_either_end_is_infinity_or_zero(dtype: str) -> None:
    shown = ends(dtype)
    assert shown.largest.is_exact
    assert np.isinf(shown.beyond_largest.value)
    assert shown.smallest.is_exact
    assert shown.below_smallest.value == 0


def test_what_is_too_far_out_is_refused_at_its_control() -> None:
    with pytest.raises(SettingError) as refused:
        exponential(float("inf"))
    assert refused.value.setting == "x"
    for values in ((), (1e9,), (float("nan"),)):
        with pytest.raises(SettingError) as refused:
            log_sum_exp(values)
        assert refused.value.setting == "values"
