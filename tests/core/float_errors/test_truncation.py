"""Taylor series cut off: what is missing, and the rounding that stays."""

import math
from fractions import Fraction

import mpmath
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import SettingError
from core.float_errors.truncation import MOST, SERIES, truncated_series

TRUTHS = {"exp": mpmath.exp, "sin": mpmath.sin}


def test_five_terms_of_e_are_sixty_five_twenty_fourths() -> None:
    shown = truncated_series("exp", 1.0, 5)
    assert float(shown.partial.value) == pytest.approx(65 / 24, rel=1e-15)
    assert shown.truncation[4] == pytest.approx(math.e - 65 / 24, rel=1e-12)
    assert "below the bound 0.0227" in shown.verdict


def test_three_terms_of_the_sine_are_those_of_the_textbook() -> None:
    x = 0.5
    shown = truncated_series("sin", x, 3)
    assert float(shown.partial.value) == pytest.approx(x - x**3 / 6 + x**5 / 120, rel=1e-15)


@pytest.mark.parametrize("name", SERIES)
@given(st.floats(-20, 20), st.integers(1, MOST))
def test_what_is_cut_off_stays_below_lagranges_bound(name: str, x: float, terms: int) -> None:
    shown = truncated_series(name, x, terms)
    assert np.all(shown.truncation <= shown.bound * (1 + 1e-12))
    assert shown.check is not None
    assert shown.check.holds


@pytest.mark.parametrize("name", SERIES)
@pytest.mark.parametrize("x", [-3.0, 0.0, 0.7, 10.0])
def test_the_errors_are_those_of_a_sum_taken_term_by_term(name: str, x: float) -> None:
    powers = [k if name == "exp" else 2 * k + 1 for k in range(12)]
    signs = [1 if name == "exp" else (-1) ** k for k in range(12)]
    exact = Fraction(0)
    shown = truncated_series(name, x, 12)
    with mpmath.workdps(60):
        for k, (power, sign) in enumerate(zip(powers, signs, strict=True)):
            exact += sign * Fraction(x) ** power / math.factorial(power)
            gap = abs(mpmath.mpf(exact.numerator) / exact.denominator - TRUTHS[name](x))
            assert shown.truncation[k] == pytest.approx(float(gap), rel=1e-14, abs=1e-300)


def test_with_all_terms_in_only_rounding_is_left_of_e_to_the_minus_20() -> None:
    shown = truncated_series("exp", -20.0, 90)
    true = 2.061153622438558e-9
    assert shown.truncation[89] < 1e-21
    assert shown.floor > true  # the computed value is wrong in every digit
    assert shown.largest_term == pytest.approx(20**20 / math.factorial(20), rel=1e-12)
    assert "the rest is rounding of terms up to 4.31 × 10⁷" in shown.verdict


def test_the_sum_settles_where_its_error_stops_changing() -> None:
    shown = truncated_series("exp", 1.0, 40)
    assert shown.settled == 18
    assert np.all(shown.error[shown.settled - 1 :] == shown.floor)
    assert shown.error[shown.settled - 2] != shown.floor


def test_a_term_beyond_float16_loses_the_sum_and_the_verdict_says_so() -> None:
    shown = truncated_series("exp", -20.0, 90, "float16")
    assert shown.check is None
    assert shown.verdict.endswith("beyond float16: the sum is lost.")


@pytest.mark.parametrize(("name", "x", "terms", "setting"), [
    ("cos", 1.0, 5, "series"), ("exp", 31.0, 5, "x"), ("exp", float("nan"), 5, "x"), ("exp", 1.0, 0, "terms"),
    ("sin", 1.0, MOST + 1, "terms"),
])  # fmt: skip
def test_what_cannot_be_summed_is_refused_at_its_control(
    name: str, x: float, terms: int, setting: str
) -> None:
    with pytest.raises(SettingError) as refused:
        truncated_series(name, x, terms)
    assert refused.value.setting == setting
