"""Round-off: sums of decimals, and digits of π."""

from decimal import Decimal, localcontext
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import SettingError
from core.float_errors.pi import MOST, machin_pi, rounded_pi
from core.float_errors.round_off import decimal_sum
from core.floating.formats import FORMATS

# The first digits of π as every table prints them.
PI = "3.14159265358979323846264338327950288"
CENTS = st.integers(-1000, 1000).map(lambda cents: cents / 100)


def test_one_tenth_and_two_tenths_are_not_three_tenths_in_float64() -> None:
    shown = decimal_sum(0.1, 0.2)
    assert shown.total.text == "0.30000000000000004"
    assert shown.best.text == "0.3"
    assert shown.verdict == (
        "0.1 + 0.2 = 0.30000000000000004 in float64, and not 0.3: a, b and the sum are rounded, and together "
        "they are off by 4.44 × 10⁻¹⁷."
    )


def test_in_float32_the_same_three_roundings_end_at_the_nearest_number() -> None:
    shown = decimal_sum(0.1, 0.2, "float32")
    assert shown.total.exact == shown.best.exact
    assert not shown.total.is_exact
    assert "at the number nearest to the sum all the same" in shown.verdict


def test_the_stored_tenth_is_the_one_of_the_decimal_module() -> None:
    exactly = str(Decimal.from_float(0.1))
    store, *_ = decimal_sum(0.1, 0.2).steps
    assert store.latex.startswith(exactly)
    assert store.check is not None
    assert store.check.shown == store.check.second == exactly


@pytest.mark.parametrize("dtype", FORMATS)
@given(CENTS, CENTS)
def test_every_step_of_a_sum_is_found_again_exactly(dtype: str, a: float, b: float) -> None:
    kind, shown = FORMATS[dtype].type, decimal_sum(a, b, dtype)
    assert shown.total.value == kind(a) + kind(b)
    assert shown.total.meant == Fraction(str(a)) + Fraction(str(b))
    assert shown.check.holds
    assert all(step.check is not None and step.check.holds for step in shown.steps)


@pytest.mark.parametrize(("a", "b", "dtype", "setting"), [
    (0.1, 0.2, "float8", "dtype"), (float("nan"), 0.2, "float64", "a"), (0.1, 1e9, "float16", "b"),
])  # fmt: skip
def test_what_cannot_be_added_is_refused_at_its_control(a: float, b: float, dtype: str, setting: str) -> None:
    with pytest.raises(SettingError) as refused:
        decimal_sum(a, b, dtype)
    assert refused.value.setting == setting


def test_a_sum_beyond_the_format_is_infinite_and_still_checked() -> None:
    shown = decimal_sum(60000.0, 60000.0, "float16")
    assert np.isinf(shown.total.value)
    assert shown.check.holds


@pytest.mark.parametrize("digits", range(1, MOST + 1))
def test_pi_to_n_digits_is_the_one_of_the_tables(digits: int) -> None:
    shown = rounded_pi(digits)
    with localcontext(prec=60):
        true = Decimal(PI).quantize(Decimal(1).scaleb(1 - digits))
        error = float(abs(true - Decimal(PI)))
    assert shown.rounded == Fraction(true)
    assert shown.check.holds
    assert float(shown.decimal_errors[digits - 1]) == pytest.approx(error, rel=1e-3)


def test_machins_formula_agrees_with_the_tables() -> None:
    assert abs(machin_pi(30) - Fraction(PI)) < Fraction(1, 10**30)


@pytest.mark.parametrize(("dtype", "enough"), [("float16", 5), ("float32", 8), ("float64", 16)])
def test_more_digits_than_a_format_holds_change_nothing(dtype: str, enough: int) -> None:
    shown = rounded_pi(MOST, dtype)
    assert shown.kept.value == FORMATS[dtype].type(np.pi)
    assert len(set(shown.stored_errors[enough - 1 :].tolist())) == 1
    assert "cannot tell it from π" in shown.verdict
    assert "cannot tell it from π" not in rounded_pi(2, dtype).verdict


@pytest.mark.parametrize("digits", [0, MOST + 1])
def test_more_digits_than_are_shown_are_refused(digits: int) -> None:
    with pytest.raises(SettingError) as refused:
        rounded_pi(digits)
    assert refused.value.setting == "digits"
