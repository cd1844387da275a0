"""The table of the slides: every digit, and what each digit owes to the formula and to float64."""

from fractions import Fraction
from math import isnan

import pytest

from core.expression import parse
from core.printed_tables.shrinking_h import SQRT_EPSILON, PrintedRow, exact_quotient, printed_rows, quotient

SQUARE = parse("x^2")


def rows(text: str, x: float) -> dict[tuple[str, str], PrintedRow]:
    return {(row.formula, row.h): row for row in printed_rows(parse(text), x)}


def test_the_digits_are_those_that_python_prints_for_the_listing_itself() -> None:
    listing = {"forward": lambda h: ((3 + h) ** 2 - 3**2) / h,
               "central": lambda h: ((3 + h) ** 2 - (3 - h) ** 2) / (2 * h)}  # fmt: skip
    values = {"√ε": SQRT_EPSILON, "10⁻¹⁴": 1e-14, "10⁻¹⁵": 1e-15, "10⁻¹⁶": 1e-16}
    for (formula, h), row in rows("x^2", 3.0).items():
        assert row.printed == repr(listing[formula](values.get(h) or float(h)))


def test_truncation_of_x_squared_is_h_itself_and_nothing_for_the_central_formula() -> None:
    for (formula, _), row in rows("x^2", 3.0).items():
        if formula == "central":
            assert row.truncation == 0.0
        else:
            assert row.truncation == pytest.approx(float(row.h) if row.h[0] == "0" else row.truncation)
    assert rows("x^2", 3.0)["forward", "0.001"].truncation == 0.001


@pytest.mark.parametrize(("text", "x", "slope"), [("x^2", 3.0, 6.0), ("e^x", 0.0, 1.0), ("1/x", -2.0, -0.25)])
def test_both_parts_together_are_the_error(text: str, x: float, slope: float) -> None:
    for row in printed_rows(parse(text), x):
        assert row.truncation + row.rounding == pytest.approx(row.value - slope, rel=1e-9, abs=1e-15)


def test_the_exact_quotient_is_that_of_the_stored_h() -> None:
    # 0.01 is not stored exactly: 6 + h with the h that is
    assert exact_quotient(SQUARE, 3.0, 0.01, "forward") == 6 + Fraction(0.01)


def test_each_row_says_which_error_decides() -> None:
    said = {key: row.remark for key, row in rows("x^2", 3.0).items()}
    assert said["forward", "0.01"] == "Truncation decides: a smaller h would help."
    assert said["forward", "√ε"] == "Luck: the two errors have opposite signs and cancel."
    assert said["central", "10⁻¹⁵"] == "Rounding decides: a larger h would help."
    assert said["forward", "10⁻¹⁶"] == "x + h rounds to x: the next float64 is 4.4 × 10⁻¹⁶ away."
    assert rows("sin x", 1.0)["forward", "√ε"].remark == "Both errors count: h is near its best."
    assert rows("2x", 0.0)["forward", "0.01"].remark == "No error at all."


def test_at_a_corner_the_quotient_is_a_number_and_there_is_no_error_to_take_apart() -> None:
    row = rows("|x|", 0.0)["central", "10⁻¹⁴"]
    assert row.value == 0.0
    assert isnan(row.truncation)
    assert row.remark == "f has no slope here, and the quotient is a number all the same."


def test_off_the_domain_nothing_is_printed_but_nan() -> None:
    row = rows("log x", -1.0)["forward", "0.01"]
    assert (row.printed, row.remark) == ("nan", "f has no value at one of the two places.")


def test_the_central_quotient_uses_both_neighbours() -> None:
    assert quotient(lambda t: t * t * t, 1.0, 0.5, "central") == 3.25
    assert quotient(lambda t: t * t * t, 1.0, 0.5, "forward") == 4.75
