import math

import pytest
from mpmath import mp, mpf

from core.expression import parse
from core.limiting.approach import approach_tables, digits_text, right_digits, sequence_table
from core.limiting.neighbourhood import approaches, as_point

EULER = parse("(1+1/n)^n", ("n",))


def test_the_table_of_1_over_x_has_the_places_and_the_float64_values_of_the_source() -> None:
    left, right = approach_tables(parse("1/x"), 0)
    assert [row.x for row in right.rows] == ["0.1", "0.01", "0.001", "0.0001", "0.00001", "0.000001"]
    assert [repr(row.double) for row in right.rows] == [
        "10.0", "100.0", "1000.0", "10000.0", "99999.99999999999", "1000000.0",
    ]  # fmt: skip
    assert [row.value_text() for row in right.rows] == ["10", "100", "1000", "10000", "100000", "1000000"]
    assert [row.double for row in left.rows] == [-row.double for row in right.rows]
    assert left.rows[0].x == "−0.1"


@pytest.mark.parametrize(
    ("n", "digits"),
    [(1, "2"), (10, "2.5937424601"), (100, "2.7048138294215260933")],
)
def test_the_terms_of_the_sequence_for_e_are_those_of_the_golden_cases(n: int, digits: str) -> None:
    row = sequence_table(EULER).rows[int(math.log10(n))]
    assert row.x == str(n)
    assert digits_text(row.value, 20).startswith(digits)


def test_the_sequence_for_e_collapses_to_1_in_float64_at_10_to_the_16() -> None:
    table = sequence_table(EULER)
    last = table.rows[-1]
    assert (last.x, last.double, last.digits) == ("10¹⁶", 1.0, 0)
    with mp.workdps(60):
        true = mp.exp(mpf(10) ** 16 * mp.log1p(mpf(10) ** -16))
        assert abs(last.value - true) < mpf(10) ** -40
    assert table.note == ("From n = 10¹⁵ on, float64 gives out: it says 3.03504 where the value is 2.71828.")


def test_the_digits_of_the_sequence_for_e_are_lost_one_by_one() -> None:
    digits = [row.digits for row in sequence_table(EULER).rows]
    assert digits[8] == 8 and digits[12] == 4 and digits[15] <= 1


def test_a_hole_is_approached_until_float64_cannot_tell_x_from_the_point() -> None:
    table = approach_tables(parse("(x^2-1)/(x-1)"), 1, 20)[1]
    assert table.rows[2].x == "1.001"
    assert table.rows[-1].x == "1 + 10⁻²⁰"
    assert table.rows[-1].value_text(25) == "2.00000000000000000001"
    assert table.note == "From x = 1.0000000000000001 on, float64 gives out: it cannot tell x from 1."


def test_cancellation_is_noted_where_it_happens_and_many_digits_survive_it() -> None:
    table = approach_tables(parse("(1-cos x)/x^2"), 0, 30)[1]
    assert table.note == "From x = 10⁻⁸ on, float64 gives out: it says 0 where the value is 0.5."
    # 1/2 − x²/24 + …, Taylor
    assert abs(table.rows[29].value - mpf("0.5")) < mpf(10) ** -50


def test_a_point_of_many_digits_is_approached_beyond_float64() -> None:
    with mp.workdps(60):
        half_pi = +mp.pi / 2
    left, right = approach_tables(parse("tan x"), half_pi, 20)
    assert left.rows[-1].value_text(6) == "100000000000000000000"
    assert right.rows[-1].value < -(10**19)


def test_a_table_says_where_the_function_is_undefined() -> None:
    left, right = approach_tables(parse("sqrt x"), 0)
    assert {row.value_text() for row in left.rows} == {"undefined"}
    assert left.note is None and right.rows[1].double == pytest.approx(0.1)


def test_at_minus_infinity_there_is_one_table_with_negative_places() -> None:
    (table,) = approach_tables(parse("atan x"), -math.inf, 4)
    assert [row.x for row in table.rows] == ["−1", "−10", "−100", "−1000"]
    assert table.rows[-1].double == pytest.approx(-math.pi / 2, abs=2e-3)


@pytest.mark.parametrize("rows", [0, 41])
def test_a_table_has_1_to_40_rows(rows: int) -> None:
    with pytest.raises(ValueError, match="1 to 40 rows"):
        approach_tables(parse("x"), 0, rows)


@pytest.mark.parametrize(
    ("double", "digits"), [(2.7182817, 7), (2.7, 2), (27.0, 0), (-2.718, 0), (math.nan, 0)]
)
def test_right_digits_are_counted_from_the_front(double: float, digits: int) -> None:
    with mp.workdps(50):
        assert right_digits(double, +mp.e) == digits


def test_a_point_is_the_decimal_it_was_typed_as() -> None:
    assert as_point(0.1) * 10 == 1
    assert as_point(mpf(3)) == 3
    with pytest.raises(ValueError, match="has to be a number"):
        approaches(math.nan)
