"""Points added, taken away and changed, and the sentence for data that a model cannot learn from."""

import numpy as np
import pytest

from core.datasets import (
    TableError,
    edited,
    named_samples,
    objection,
    samples_of,
    with_point,
    with_value,
    without_point,
)
from core.errors import SettingError
from core.models import MODELS
from core.training import train


def test_editing_leaves_the_old_table_alone():
    before = named_samples("three_points")
    table = before.table.copy()
    assert with_point(before, (4, 7)).table.tolist() == [[1, 2], [2, 5], [3, 3], [4, 7]]
    assert without_point(before, 1).table.tolist() == [[1, 2], [3, 3]]
    assert with_value(before, 0, 1, 9.5).table.tolist() == [[1, 9.5], [2, 5], [3, 3]]
    assert np.array_equal(before.table, table)


def test_editing_keeps_the_names():
    before = named_samples("sentiment")
    for after in (with_point(before, (1, 1, 0)), without_point(before, 0), with_value(before, 0, 0, 5)):
        assert after.names == before.names


@pytest.mark.parametrize(
    ("model", "table", "words"),
    [
        ("line", [[1, 2, 3], [2, 3, 4]], "takes 1 column to predict from; this table has 2 columns beside y"),
        ("line", [[1], [2]], "no column beside y"),
        ("mean", [[1, 2], [2, 3]], "takes no column to predict from; this table has 1 column beside y"),
        ("logistic", [[1], [0]], "takes 1 to 8 columns"),
        ("two_two_one", [[1, 0], [2, 1]], "takes 2 columns"),
        ("mean", np.empty((0, 1)), "no data yet"),
        ("line", np.empty((0, 2)), "no data yet"),
        ("line", [[1, 2], [np.nan, 3]], "Row 2 has no number in the column x"),
        ("line", [[1, 2], [2, np.inf]], "Row 2 has no number in the column y"),
        ("line", [[3, 1], [3, 2]], "Every x is 3"),
        ("line", [[3, 1]], "Every x is 3"),
        ("perceptron", [[1, 5, 0], [2, 5, 1]], "Every x₂ is 5"),
        ("logistic", [[1, 0], [2, 2]], "y must be 0 or 1 for this model; row 2 has 2"),
        ("coin", [[0], [0.5]], "row 2 has 0.5"),
        ("logistic", [[1, 1], [2, 1]], "Every y is 1: with one class only"),
        ("coin", [[0], [0]], "Every y is 0: with one class only"),
    ],
)
def test_data_that_do_not_fit_are_one_sentence(model, table, words):
    samples = samples_of(table)
    sentence = objection(MODELS[model], samples)
    assert words in sentence
    assert sentence.endswith(".") and sentence.count(". ") == 0
    with pytest.raises(SettingError) as caught:
        train(MODELS[model], samples, rate=0.1, batch=1, epochs=1, seed=0)
    assert (str(caught.value), caught.value.setting) == (sentence, "data")


def test_an_edited_table_may_have_empty_rows():
    samples = edited([[1, 2], [None, None], [3, 4.5]], ("x", "y"))
    assert samples.table.tolist() == [[1, 2], [3, 4.5]]
    assert edited([], ("x", "y")).table.shape == (0, 2)


@pytest.mark.parametrize(
    ("rows", "line", "column", "words"),
    [
        ([[1, 2], [None, 3]], 2, 1, "x is missing"),
        ([[1, float("nan")]], 1, 2, "y is missing"),
        ([[1, 2], [None, None], [1e13, 3]], 3, 1, "beyond"),
        ([[1, 2]] * 501, 0, 0, "501 rows"),
    ],
)
def test_an_edited_cell_that_cannot_be_used_has_its_sentence(rows, line, column, words):
    with pytest.raises(TableError, match=words) as caught:
        edited(rows, ("x", "y"))
    assert (caught.value.line, caught.value.column) == (line, column)


def test_one_power_line_is_enough_for_a_mean():
    assert objection(MODELS["mean"], samples_of([[3]])) is None
