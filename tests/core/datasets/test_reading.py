"""Tables that people paste: what is read, and one sentence for each thing that is wrong."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.datasets import TableError, decoded, read_table

NUMBERS = st.floats(-1e12, 1e12).map(lambda value: value + 0.0)
TABLES = st.integers(1, 8).flatmap(
    lambda width: st.lists(st.lists(NUMBERS, min_size=width, max_size=width), min_size=1, max_size=12)
)


def complaint(text):
    with pytest.raises(TableError) as caught:
        read_table(text)
    return caught.value


@pytest.mark.parametrize("separator", [",", ";", "\t", " ", ", "])
@given(table=TABLES)
def test_every_separator_gives_the_same_numbers(separator, table):
    text = "\n".join(separator.join(map(repr, row)) for row in table)
    assert read_table(text).samples.table.tolist() == table


@given(st.text() | st.text(alphabet='0123456789.,;-e \t\n"xyNa'))
def test_no_text_crashes_the_reader(text):
    try:
        samples = read_table(text).samples
    except TableError as error:
        assert str(error).strip()[-1] in ".?%"
        assert error.line <= len(text.splitlines())
    else:
        assert np.isfinite(samples.table).all()
        assert samples.size >= 1
        assert len(samples.names) == samples.table.shape[1]


def test_the_first_line_may_hold_names():
    samples = read_table("hours; points\n1; 2\n2; 5\n").samples
    assert samples.columns == ("hours",)
    assert samples.target == "points"
    assert samples.table.tolist() == [[1, 2], [2, 5]]


def test_decimal_commas_are_read_and_said():
    reading = read_table("x;y\n1,5;2\n-0,25;1e3")
    assert reading.samples.table.tolist() == [[1.5, 2], [-0.25, 1000]]
    assert "Commas were read as decimal points." in reading.notes


def test_commas_alone_separate_columns_and_this_is_said():
    reading = read_table("1,5\n2,5")
    assert reading.samples.table.tolist() == [[1, 5], [2, 5]]
    assert reading.notes == ("Commas separate the columns.",)


def test_a_quoted_number_keeps_its_decimal_comma_apart_from_the_separator():
    error = complaint('x,y\n"1,5",2')
    assert (error.line, error.column) == (2, 1)
    assert "decimal point" in str(error)


def test_one_column_is_a_set_of_places():
    samples = read_table("2\n3\n7").samples
    assert samples.x.shape == (3, 0)
    assert samples.y.tolist() == [2, 3, 7]


def test_empty_lines_count_and_hold_nothing():
    assert read_table("\n1,2\n\n3,4\n").samples.size == 2
    assert complaint("1,2\n\n3,x").line == 3


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("", 0, 0, "no data yet"),
        ("   \n\t", 0, 0, "no data yet"),
        ("x,y", 1, 0, "no numbers below"),
        ("1,2\n3", 2, 0, "1 cell where line 1 has 2"),
        ("1,2\n3,4,5", 2, 0, "3 cells where line 1 has 2"),
        ("1,2\n3,", 2, 2, "y is missing"),
        ("1,2\nNaN,4", 2, 1, "x is missing"),
        ("1,2\ninf,4", 2, 1, "infinite"),
        ("1,2\n3,abc", 2, 2, "no number: “abc”"),
        ("1,abc\n3,4", 1, 2, "no number: “abc”"),
        ("1,2\n3,1e13", 2, 2, "beyond 10¹²"),
        ("1,2\n3,1e999", 2, 2, "beyond 10¹²"),
        ("1;2\n3;1.000.000", 2, 2, "between thousands"),
        ("1;2\n3;50%", 2, 2, "without %"),
        ("1,5;2.5", 1, 1, "decimal comma"),
        ("1;2\n0x10;4", 2, 1, "no number"),
        ("1;2\n1_000;4", 2, 1, "no number"),
        ("x,x\n1,2", 1, 0, "same name"),
        ("$x$,y\n1,2", 1, 1, "begin with a letter"),
        ("<b>,y\n1,2", 1, 1, "begin with a letter"),
        (",".join("123456789"), 1, 0, "at most 8"),
        ("1,2\n" * 501, 0, 0, "501 rows, and at most 500"),
        ("1" * 100_001, 0, 0, "longer than"),
    ],
)
def test_each_mistake_has_its_sentence_and_its_place(text, line, column, words):
    error = complaint(text)
    assert words in str(error)
    assert (error.line, error.column) == (line, column)


def test_five_hundred_rows_are_read():
    assert read_table("1,2\n" * 500).samples.size == 500


def test_a_file_may_begin_with_a_byte_order_mark():
    assert decoded(b"\xef\xbb\xbf1,2") == "1,2"


def test_a_file_that_is_no_text_is_a_sentence():
    with pytest.raises(TableError, match="UTF-8"):
        decoded(b"\xff\xfe\x00")
    with pytest.raises(TableError, match="longer than"):
        decoded(b"1" * 1_000_000)
