"""Numbers as people read them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.numbers import is_whole, named, number, number_latex, point, related, rounded_point

finite = st.floats(allow_nan=False, allow_infinity=False)


def read_back(text: str) -> float:
    """The value of a number written with −, × and superscripts."""
    plain = text.replace("−", "-")
    mantissa, _, power = plain.rpartition("10") if any(c in plain for c in "⁰¹²³⁴⁵⁶⁷⁸⁹") else (plain, "", "")
    if not power:
        return float(plain)
    exponent = power.translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789"))
    return float(f"{mantissa.replace(' × ', '') or '1'}e{exponent}".replace("-e", "-1e"))


@pytest.mark.parametrize(
    ("value", "text", "latex"),
    [
        (1.99936, "1.99936", "1.99936"),
        (-0.0447436, "−0.0447436", "-0.0447436"),
        (4.0, "4", "4"),
        (100000.0, "100000", "100000"),
        (1000000.0, "10⁶", "10^{6}"),
        (-1e-6, "−10⁻⁶", "-10^{-6}"),
        (4.096e-7, "4.096 × 10⁻⁷", r"4.096 \cdot 10^{-7}"),
        (999999.7, "10⁶", "10^{6}"),
        (0.0001, "0.0001", "0.0001"),
        (math.inf, "∞", r"\infty"),
        (-math.inf, "−∞", r"-\infty"),
        (math.nan, "undefined", r"\text{undefined}"),
        (-0.0, "0", "0"),
    ],
)
def test_a_number_is_written_for_reading(value: float, text: str, latex: str) -> None:
    assert number(value) == text
    assert number_latex(value) == latex


@given(finite, st.integers(1, 17))
def test_what_is_shown_is_the_number_rounded_to_the_digits(value: float, digits: int) -> None:
    assert read_back(number(value, digits)) == float(f"{value:.{digits - 1}e}")


@given(finite)
def test_seventeen_digits_read_back_to_the_same_float(value: float) -> None:
    assert read_back(number(value, 17)) == value


@given(st.integers(-999999, 999999))
def test_six_digit_integers_are_whole(value: int) -> None:
    assert is_whole(float(value))
    assert is_whole(value / 1000)


def test_a_rounded_number_is_not_whole() -> None:
    assert not is_whole(1 / 3) and not is_whole(1.234567)
    assert is_whole(1.234567, digits=7)


def test_infinity_is_shown_whole() -> None:
    assert is_whole(math.inf)


def test_a_point_names_its_coordinates() -> None:
    assert point([1.5], ["x"]) == "x = 1.5"
    assert point([1.5, -2.0], ["x", "y"]) == "(x, y) = (1.5, −2)"
    assert named(["1.50", "−2.00"], ["x", "y"]) == "(x, y) = (1.50, −2.00)"


def test_a_coordinate_beyond_float64_is_not_called_infinite() -> None:
    assert point([-math.inf], ["x"]) == "x < −1.8 × 10³⁰⁸"
    assert point([2.0, math.inf], ["x", "y"]) == "x = 2, y > 1.8 × 10³⁰⁸"
    assert float("1.8e308") == math.inf and float("1.79e308") < math.inf


def test_a_rounded_place_says_so() -> None:
    assert rounded_point([0.25], ["x"]) == "x = 0.25"
    assert rounded_point([0.25, 1 / 3], ["x", "y"]) == "(x, y) ≈ (0.25, 0.333333)"
    assert related(2 / 3, "f", 3) == "f ≈ 0.667"
