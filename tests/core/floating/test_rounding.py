"""Formats, rounding and bits: our exact fractions against NumPy's and the processor's own arithmetic."""

import struct
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import SettingError
from core.floating.bits import bits_of
from core.floating.formats import FORMATS, Format, format_of
from core.floating.rounding import exact, exponent_of_two, nearest, spacing, to_float

ANY_FORMAT = st.sampled_from(list(FORMATS.values()))
FINITE = st.floats(allow_nan=False, allow_infinity=False)


def cast(value: float, form: Format) -> np.floating:
    with np.errstate(all="ignore"):
        return form.type(value)


@pytest.mark.parametrize("form", FORMATS.values(), ids=str)
def test_a_format_is_the_one_numpy_knows(form: Format) -> None:
    known = np.finfo(form.type)
    assert float(form.epsilon) == float(known.eps)
    assert float(form.largest) == float(known.max)
    assert float(form.smallest_normal) == float(known.smallest_normal)
    assert float(form.smallest) == float(known.smallest_subnormal)
    assert form.bits == known.bits


def test_an_unknown_format_is_refused_with_the_names_of_the_known_ones() -> None:
    with pytest.raises(SettingError, match="float16, float32, float64") as refused:
        format_of("float128")
    assert refused.value.setting == "dtype"


@given(FINITE, ANY_FORMAT)
def test_the_nearest_number_is_the_one_a_cast_finds(value: float, form: Format) -> None:
    assert nearest(Fraction(value), form) == float(cast(value, form))


@given(FINITE, FINITE)
def test_sum_product_and_quotient_are_the_nearest_numbers_to_the_exact_ones(a: float, b: float) -> None:
    form, one, other = FORMATS["float64"], Fraction(a), Fraction(b)
    with np.errstate(all="ignore"):
        x, y = np.float64(a), np.float64(b)
        assert float(x + y) == nearest(one + other, form)
        assert float(x * y) == nearest(one * other, form)
        if b:
            assert float(x / y) == nearest(one / other, form)


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        (Fraction(2049), 2048.0),  # half way: to the number whose last bit is 0
        (Fraction(2051), 2052.0),
        (Fraction(65519), 65504.0),
        (Fraction(65520), float("inf")),  # half a gap beyond the largest
        (Fraction(-65520), float("-inf")),
        (Fraction(1, 2**25), 0.0),
        (Fraction(3, 2**26), 2.0**-24),
    ],
)
def test_ties_and_the_ends_of_float16_are_rounded_as_the_standard_says(
    value: Fraction, rounded: float
) -> None:
    assert nearest(value, FORMATS["float16"]) == rounded


@given(FINITE, ANY_FORMAT)
def test_the_spacing_is_the_distance_to_the_next_number_away_from_zero(value: float, form: Format) -> None:
    stored = abs(cast(value, form))
    if np.isfinite(stored) and float(stored) < float(form.largest):
        beyond = np.nextafter(stored, form.type(np.inf))
        assert spacing(Fraction(float(stored)), form) == Fraction(float(beyond)) - Fraction(float(stored))


@given(st.fractions(min_value=Fraction(1, 10**30), max_value=10**30))
def test_the_exponent_of_two_brackets_the_value(value: Fraction) -> None:
    exponent = exponent_of_two(value)
    assert Fraction(2) ** exponent <= value < Fraction(2) ** (exponent + 1)


def test_infinities_and_nan_are_no_fractions_and_huge_fractions_are_infinite() -> None:
    assert exact(np.float32("inf")) is None
    assert exact(float("nan")) is None
    assert to_float(Fraction(10) ** 400) == float("inf")


CODES = {"float16": "e", "float32": "f", "float64": "d"}


@given(st.floats(), ANY_FORMAT)
def test_the_bits_are_those_in_memory(value: float, form: Format) -> None:
    stored = cast(value, form)
    bits = bits_of(stored, form)
    if not np.isnan(stored):
        memory = struct.pack(f">{CODES[form.name]}", float(stored))
        assert bits.sign + bits.exponent + bits.fraction == "".join(f"{byte:08b}" for byte in memory)


@given(FINITE, ANY_FORMAT)
def test_the_bits_spell_the_value(value: float, form: Format) -> None:
    stored = cast(value, form)
    assert bits_of(stored, form).value == float(stored)


@pytest.mark.parametrize(
    ("value", "kind", "latex"),
    [
        (1.5, "normal", r"\left(1 + \frac{512}{2^{10}}\right) \cdot 2^{0}"),
        (-0.0, "zero", "-0"),
        (6e-8, "subnormal", r"\frac{1}{2^{10}} \cdot 2^{-14}"),
        (float("-inf"), "infinite", r"-\infty"),
        (float("nan"), "not a number", r"\text{not a number}"),
    ],
)
def test_each_kind_of_number_is_spelled_in_its_way(value: float, kind: str, latex: str) -> None:
    bits = bits_of(np.float16(value), FORMATS["float16"])
    assert (bits.kind, bits.latex) == (kind, latex)


def test_nan_spells_nan() -> None:
    value = bits_of(np.float32("nan"), FORMATS["float32"]).value
    assert value != value
