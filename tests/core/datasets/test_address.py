"""The table in the address: short, readable, and the same numbers again."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.datasets import DATASETS, TableError, data_in, named_samples, read_written, samples_of, written
from core.datasets.numbers_read import is_missing
from core.errors import SettingError

NUMBERS = st.floats(-1e12, 1e12)
NAMES = st.from_regex(r"[A-Za-zéα][A-Za-z0-9_ .()%/°-]{0,12}", fullmatch=True).filter(
    lambda name: name == name.strip() and not is_missing(name)
)


@st.composite
def tables(draw):
    width = draw(st.integers(1, 8))
    rows = draw(st.lists(st.lists(NUMBERS, min_size=width, max_size=width), min_size=1, max_size=50))
    names = draw(st.none() | st.lists(NAMES, min_size=width, max_size=width, unique=True))
    return samples_of(rows, names)


@given(tables())
def test_what_is_written_is_read_again_exactly(samples):
    text = written(samples)
    if len(text) > 4000:
        with pytest.raises(TableError, match="longer"):
            read_written(text)
        return
    again = read_written(text)
    assert again.names == samples.names
    assert again.table.tobytes() == samples.table.tobytes()


@given(st.text() | st.text(alphabet="0123456789.,;-exy "))
def test_no_address_crashes_the_reader(text):
    try:
        assert np.isfinite(read_written(text).table).all()
    except TableError as error:
        assert str(error)


def test_the_three_points_are_readable_in_the_address():
    assert written(named_samples("three_points")) == "1,2;2,5;3,3"


def test_names_that_somebody_gave_travel_along():
    assert written(named_samples("sentiment")).startswith("Ya,Na,mood;3,0,1;")


def test_fifty_rows_fit_and_fifty_one_do_not():
    rows = [[0.1, 1]] * 51
    assert written(samples_of(rows)) is None
    assert read_written(written(samples_of(rows[:50]))).size == 50
    with pytest.raises(TableError, match="51 rows"):
        read_written(";".join(["0.1,1"] * 51))


@pytest.mark.parametrize("name", DATASETS)
def test_a_name_in_the_address_is_the_named_set(name):
    assert np.array_equal(data_in(name, 4).table, named_samples(name, 4).table)


def test_a_word_that_names_no_set_is_a_sentence():
    with pytest.raises(SettingError, match="no data set of this name"):
        data_in("moons")


@pytest.mark.parametrize("text", ["", ";;", "  "])
def test_an_address_without_data_is_a_sentence(text):
    with pytest.raises(TableError, match="no data"):
        read_written(text)
