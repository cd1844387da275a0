"""Digits as people read them: written, cancelled, right and wrong."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.floating.digits import DigitTable, Number, digit_table, right_digits
from core.floating.formats import FORMATS, Format
from core.floating.writing import decimal, shortest

FORM = FORMATS["float64"]
SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def read_back(text: str) -> float:
    plain = text.replace("−", "-")
    if "10" in plain and any(sign in plain for sign in "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"):
        mantissa, _, power = plain.rpartition("10")
        mantissa = mantissa.replace(" × ", "") or "1"
        plain = f"{mantissa if mantissa != '-' else '-1'}e{power.translate(SUPERSCRIPTS)}"
    return float(plain)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_the_fewest_digits_read_back_as_the_same_number(value: float) -> None:
    assert read_back(shortest(value)) == value


@given(st.floats(width=16, allow_nan=False, allow_infinity=False))
def test_a_float16_needs_no_more_than_five_digits(value: float) -> None:
    text = shortest(np.float16(value))
    assert np.float16(read_back(text)) == np.float16(value)
    digits = text.partition(" × ")[0].replace("−", "").replace(".", "").strip("0")
    assert len(digits) <= 5


@given(st.floats(min_value=1e-300, max_value=1e300))
def test_the_exact_decimal_is_the_one_of_the_decimal_module(value: float) -> None:
    written = decimal(Fraction(value), 30)
    digits = written.partition(" × ")[0].rstrip("…").replace(".", "").lstrip("0")
    true = "".join(map(str, Decimal(value).as_tuple().digits))
    assert true.startswith(digits)
    assert written.partition(" × ")[0].endswith("…") == (len(true.rstrip("0")) > 30)


@pytest.mark.parametrize(
    ("value", "digits", "written"),
    [
        (Fraction(0), 5, "0"),
        (Fraction(598741417, 10**4), 4, "5.987… × 10⁴"),  # 59870… would show a digit that is not there
        (Fraction(10) ** 20, 5, "10²⁰"),
        (Fraction(-1, 10**8), 5, "−10⁻⁸"),
        (Fraction(1, 3), 3, "0.333…"),
        (Fraction(100000001, 10**8), 4, "1.…"),
    ],
)
def test_a_fraction_is_written_with_its_true_digits(value: Fraction, digits: int, written: str) -> None:
    assert decimal(value, digits) == written


def test_latex_is_written_with_latex_signs() -> None:
    assert decimal(Fraction(-1, 3 * 10**9), 3, latex=True) == r"-3.33\ldots \cdot 10^{-10}"
    assert shortest(float("-inf"), latex=True) == r"-\infty"
    assert shortest(float("nan")) == "not a number"


def table(there: str, here: str, true_there: str, true_here: str, form: Format = FORM) -> DigitTable:
    a, b, true_a, true_b = map(Fraction, (there, here, true_there, true_here))
    made = digit_table(
        Number("f(x + h)", a, true_a), Number("f(x)", b, true_b), Number("d", a - b, true_a - true_b), form
    )
    assert made is not None
    return made


def kinds(made: DigitTable, row: int) -> list[tuple[str, str]]:
    return [(span.text, span.kind) for span in made.rows[row].spans if span.kind != "sign"]


def test_the_digits_that_leave_no_trace_in_the_difference_cancel() -> None:
    made = table("9.0000062", "9", "9.000006", "9")
    assert kinds(made, 0) == [("9.00000", "cancelled"), ("6", "right"), ("2000000000", "wrong")]
    assert kinds(made, 1) == [("9.00000", "cancelled"), ("00000000000", "right")]
    assert kinds(made, 2) == [("0.00000", "zero"), ("6", "right"), ("2000000000", "wrong")]


def test_numbers_on_both_sides_of_a_power_of_ten_cancel_too() -> None:
    made = table("1", "0.9999", "1", "0.9999", FORMATS["float16"])
    assert kinds(made, 0) == [("1.000", "cancelled"), ("0", "right")]
    assert kinds(made, 1) == [("0.", "zero"), ("999", "cancelled"), ("9", "right")]


def test_equal_numbers_cancel_whole() -> None:
    made = table("-3", "-3", "-3.0000001", "-3")
    assert kinds(made, 0) == [("3.0000000000000000", "cancelled")]
    assert made.rows[0].text.startswith("−3")
    assert made.rows[2].count("right") == made.rows[2].count("wrong") == 0


def test_very_large_and_very_small_numbers_share_a_power_of_ten() -> None:
    assert table("1.5e300", "1e300", "1.5e300", "1e300").power == 300
    assert table("1.5e-300", "1e-300", "1.5e-300", "1e-300").power == -300
    assert table("0.0015", "0.001", "0.0015", "0.001").power == 0


def test_a_number_that_rounds_up_to_a_longer_one_keeps_the_columns() -> None:
    made = table("9.99999", "9.99998", "9.99999", "9.99998", FORMATS["float16"])
    assert {len(row.text) for row in made.rows} == {len(" 10.000")}


def test_two_zeros_have_no_digits_to_show() -> None:
    zero = Fraction(0)
    nothing = Number("f(x)", zero, zero)
    assert digit_table(nothing, nothing, nothing, FORM) is None


@given(
    st.lists(st.floats(min_value=-1e200, max_value=1e200), min_size=4, max_size=4),
    st.sampled_from(list(FORMATS.values())),
)
def test_all_rows_and_their_truths_stand_over_the_same_columns(values: list[float], form: Format) -> None:
    a, b, true_a, true_b = map(Fraction, values)
    numbers = (Number("a", a, true_a), Number("b", b, true_b), Number("d", a - b, true_a - true_b))
    made = digit_table(*numbers, form)
    if made is not None:
        texts = [text for row in made.rows for text in (row.text, row.truth)]
        assert len({len(text) for text in texts}) == 1


@pytest.mark.parametrize(
    ("value", "truth", "count"),
    [
        ("3.14", "3.14159", 3),
        ("2.718", "2.718281828", 4),
        ("0.99999", "1", 5),
        ("5", "5", 17),
        ("-5", "5", 0),
    ],
)
def test_right_digits_are_counted_from_the_first_digit_of_the_truth(
    value: str, truth: str, count: int
) -> None:
    assert right_digits(Fraction(value), Fraction(truth), 17) == count
