"""f in one dtype: the same as the app's float64, and rounded at every operation in the others."""

import math
from fractions import Fraction

import numpy as np
import pytest

from core.differencing.arithmetic import gap, stored, typed_program
from core.differencing.complex_arithmetic import CONTINUED, complex_values, why_no_complex_step
from core.errors import SettingError
from core.expression import Expression, parse
from core.expression.functions import FUNCTIONS
from tests.core.differencing.cases import SMOOTH

X = np.concatenate([np.linspace(-4, 4, 401), [1e-8, -1e5, 1e300]])


@pytest.mark.parametrize("text", [row.example for row in FUNCTIONS.values()] + [text for text, _ in SMOOTH])
def test_float64_is_the_function_itself_bit_for_bit(text: str) -> None:
    e = parse(text)
    np.testing.assert_array_equal(typed_program(e, "float64").read(X).values, e(X))


@pytest.mark.parametrize("dtype", ["float16", "float32"])
@pytest.mark.parametrize("text", [row.example for row in FUNCTIONS.values()])
def test_a_function_keeps_its_dtype_and_is_near_its_value(text: str, dtype: str) -> None:
    x = np.linspace(0.1, 2.5, 40).astype(dtype)
    e = parse(text)
    values = typed_program(e, dtype).read(x).values
    assert values.dtype == np.dtype(dtype)
    exact = e(x.astype(np.float64))
    np.testing.assert_allclose(
        values.astype(np.float64), exact, rtol=30 * float(np.finfo(dtype).eps), atol=1e-3, equal_nan=True
    )


def test_every_operation_is_rounded() -> None:
    x = np.array([3.0], dtype=np.float16)
    by_hand = np.float16(np.float16(x * x) + np.float16(0.001)) - np.float16(9)
    assert typed_program(parse("x^2 + 0.001 - 9"), "float16").read(x).values[0] == by_hand[0] == 0


def test_what_is_too_large_is_told_from_what_is_undefined() -> None:
    reading = typed_program(parse("exp(x) - exp(x) + sqrt(x)"), "float16").read(
        np.array([1, 20, -1], dtype=np.float16)
    )
    assert np.isnan(reading.values).tolist() == [False, True, True]
    assert reading.overflowed.tolist() == [False, True, False]


def test_a_number_too_large_for_the_format_names_its_control() -> None:
    assert float(stored(0.1, "float16", "x0")) == 0.0999755859375
    for value in (1e6, math.inf, math.nan):
        with pytest.raises(SettingError, match="up to 65504") as refusal:
            stored(value, "float16", "x0")
        assert refusal.value.setting == "x0"


def test_an_unknown_format_names_its_control() -> None:
    with pytest.raises(SettingError) as refusal:
        typed_program(parse("x"), "float128")
    assert refusal.value.setting == "dtype"


def test_the_gap_is_that_of_the_format() -> None:
    assert gap(1.0, "float32") == 2.0**-23
    assert gap(0.0, "float64") == 5e-324
    assert math.isnan(gap(math.nan, "float64"))


def precise_slope(e: Expression, x: float) -> float:
    h = Fraction(1, 10**20)
    rise = e.precise(Fraction(x) + h, digits=80) - e.precise(Fraction(x) - h, digits=80)
    return float(rise * 10**20 / 2)


@pytest.mark.parametrize("name", CONTINUED)
def test_beyond_the_real_axis_the_slope_is_the_imaginary_part(name: str) -> None:
    # By mpmath, not by NumPy: the second way shares no code with the first.
    e = parse(FUNCTIONS[name].example)
    for x in (1.3, 0.4, -0.4, -1.3):
        value = e.precise(x)
        if not value.context.isfinite(value):
            assert np.isnan(complex_values(e.tree, np.array([x + 1e-9j]))[0])
            continue
        got = complex_values(e.tree, np.array([x + 1e-9j]))[0]
        assert got.real == pytest.approx(float(value), rel=1e-13, abs=1e-15)
        assert got.imag / 1e-9 == pytest.approx(precise_slope(e, x), rel=1e-13, abs=1e-15)


def test_functions_without_a_complex_reading_say_why() -> None:
    missing = set(FUNCTIONS) - set(CONTINUED)
    assert missing == {"abs", "sign", "floor", "ceil", "min", "max", "erf", "relu", "step"}
    reasons = {why_no_complex_step(parse(FUNCTIONS[name].example).tree, "float64") for name in missing}
    assert "" not in reasons and len(reasons) == len(missing)
    assert "complex number" in why_no_complex_step(parse("{x < 0: 1, x}").tree, "float64")
    assert "float16" in why_no_complex_step(parse("x").tree, "float16")
    assert why_no_complex_step(parse("sin(x)^2").tree, "float32") == ""


def test_complex_powers_are_real_on_the_real_axis() -> None:
    for text, x in (("x^(1/3)", -8.0), ("x^(2/3)", -8.0), ("x^-3", -2.0), ("x^7", -1.5), ("x^x", 1.5)):
        e = parse(text)
        assert complex_values(e.tree, np.array([x + 0j]))[0] == pytest.approx(float(e(x)), rel=1e-14)
    assert np.isnan(complex_values(parse("x^(1/2)").tree, np.array([-4 + 0j]))[0])
    assert np.isnan(complex_values(parse("x^x").tree, np.array([-0.5 + 0j]))[0])
