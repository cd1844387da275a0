"""Cancellation: the quadratic formula, and (1 − cos x)/x²."""

from decimal import Decimal, localcontext

import mpmath
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import SettingError
from core.float_errors.one_minus_cosine import EXPONENTS, one_minus_cosine
from core.float_errors.quadratic_formula import TELLING_B, quadratic_roots
from core.floating.formats import FORMATS

COEFFICIENT = st.integers(-1000, 1000).map(lambda tenths: tenths / 10)


def true_root(a: float, b: float, c: float) -> Decimal:
    """The root nearer to 0, with the decimal module's square root to 60 digits."""
    with localcontext(prec=60):
        x, y, z = Decimal(a), Decimal(b), Decimal(c)
        surd = (y * y - 4 * x * z).sqrt()
        return (-y + (surd if y >= 0 else -surd)) / (2 * x)


@pytest.mark.parametrize("dtype", FORMATS)
@pytest.mark.parametrize("sign", [1, -1])
def test_the_formula_loses_digits_that_the_stable_form_keeps(dtype: str, sign: int) -> None:
    b = sign * TELLING_B[dtype]
    shown = quadratic_roots(1.0, b, 1.0, dtype)
    assert shown.naive_digits <= 1
    assert shown.stable_digits >= FORMATS[dtype].decimals - 2
    assert float(shown.stable.meant or 0) == pytest.approx(float(true_root(1, b, 1)), rel=1e-15)
    assert "The stable form finds" in shown.verdict
    assert shown.check.holds


def test_at_b_of_a_hundred_million_three_quarters_of_the_root_are_left() -> None:
    shown = quadratic_roots()
    assert shown.naive.text == "−7.450580596923828 × 10⁻⁹"  # 2^-27: one bit survives
    assert float(shown.naive.value) == -(2.0**-27)
    assert shown.stable.text == "−10⁻⁸"


@pytest.mark.parametrize("dtype", FORMATS)
@given(COEFFICIENT.filter(bool), COEFFICIENT, COEFFICIENT)
def test_the_stable_root_is_right_wherever_there_is_one(dtype: str, a: float, b: float, c: float) -> None:
    try:
        shown = quadratic_roots(a, b, c, dtype)
    except SettingError as refused:
        assert refused.setting == "b"
        x, y, z = (Decimal(float(FORMATS[dtype].type(value))) for value in (a, b, c))
        assert y * y < 4 * x * z
        return
    assert shown.check.holds
    assert len(shown.steps) == 4


def test_far_from_cancellation_both_ways_agree() -> None:
    shown = quadratic_roots(1.0, 0.0, -2.0)
    assert shown.verdict.startswith("Hardly a digit cancels")
    assert abs(float(shown.naive.value)) == pytest.approx(2**0.5)


@pytest.mark.parametrize(("a", "b", "c", "dtype", "setting"), [
    (0.0, 1.0, 1.0, "float64", "a"), (1.0, 1.0, 1.0, "float64", "b"), (1.0, 1e200, 1.0, "float64", "b"),
    (1.0, 300.0, 1.0, "float16", "b"), (1.0, 3.0, float("nan"), "float64", "c"),
])  # fmt: skip
def test_an_equation_without_such_roots_is_refused(
    a: float, b: float, c: float, dtype: str, setting: str
) -> None:
    with pytest.raises(SettingError) as refused:
        quadratic_roots(a, b, c, dtype)
    assert refused.value.setting == setting


@pytest.mark.parametrize("dtype", FORMATS)
@given(st.floats(-4, 0).map(lambda power: 10**power))
def test_the_form_without_subtraction_is_right_for_every_x(dtype: str, x: float) -> None:
    assert one_minus_cosine(x, dtype).check.holds


def test_its_errors_are_those_of_the_many_digit_value() -> None:
    shown = one_minus_cosine(1e-4)
    k = int(np.argmin(abs(EXPONENTS + 4)))
    x = 10.0 ** EXPONENTS[k]
    with mpmath.workdps(60):
        true = (1 - mpmath.cos(mpmath.mpf(x))) / mpmath.mpf(x) ** 2
        error = float(abs(mpmath.mpf(float((1 - np.cos(x)) / x / x)) / true - 1))
    assert shown.naive_errors[k] == pytest.approx(error, rel=1e-6)
    assert np.all(shown.stable_errors < 1e-15)


def test_below_ten_to_the_minus_8_nothing_is_left_of_the_written_form() -> None:
    assert "finds 0: cos x is stored as 1" in one_minus_cosine(1e-9).verdict
    assert np.all(one_minus_cosine(1e-9).naive_errors[EXPONENTS < -8.2] == 1)


@pytest.mark.parametrize(("x", "dtype"), [(0.0, "float64"), (2.0, "float64"), (1e-9, "float16")])
def test_an_x_that_shows_nothing_is_refused(x: float, dtype: str) -> None:
    with pytest.raises(SettingError) as refused:
        one_minus_cosine(x, dtype)
    assert refused.value.setting == "x"
