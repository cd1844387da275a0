"""The check on screen: it holds for the table's gradients and fails for wrong ones."""

from dataclasses import replace

import numpy as np
import pytest

from core.errors import SettingError
from core.models import ACTIVATIONS, MODELS, model_named
from core.models.checking import (
    MOST_WORK,
    checked_rows,
    compared,
    corner_sentence,
    gradient_check,
    slope_check,
)

X = np.random.default_rng(5).normal(size=(40, 2))
Y = (X[:, 0] > X[:, 1]).astype(float)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_check_holds_for_a_network(name: str) -> None:
    model = model_named("network", 4, name)
    check = gradient_check(model, model.begin(2, np.random.default_rng(1)), X, Y)
    assert check.holds and "50 digits" in check.compared


def test_a_gradient_with_two_lines_swapped_fails() -> None:
    model = MODELS["two_two_one"]
    swap = [0, 2, 1, 3, 4, 5, 6, 7, 8]
    wrong = replace(model, gradient=lambda theta, x, y: model.gradient(theta, x, y)[swap])
    theta = np.array([0.5, -0.3, 0.8, 0.2, 0.1, -0.2, 1.2, -0.9, 0.3])
    assert not gradient_check(wrong, theta, X, Y).holds


def test_a_slope_that_is_slightly_wrong_fails() -> None:
    theta = np.array([0.5, 1.0])
    x, y = X[:, :1], 3 * X[:, 0]
    right = float(MODELS["line"].gradient(theta, x, y)[0])
    assert slope_check(MODELS["line"], theta, x, y, 0, right).holds
    assert not slope_check(MODELS["line"], theta, x, y, 0, right + 1e-9).holds


def test_a_long_batch_is_checked_on_as_many_samples_as_there_is_time_for() -> None:
    model = model_named("network", 8)
    theta = model.begin(2, np.random.default_rng(1))
    rows = checked_rows(model, theta, np.empty((500, 2)))
    assert 1 <= rows < 500 and rows * len(theta) * 9 * 2 <= MOST_WORK
    many = gradient_check(model, theta, np.tile(X, (5, 1)), np.tile(Y, 5))
    assert f"over {rows} samples" in many.compared


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("size", [1e13, float("inf"), float("nan")])
def test_parameters_that_ran_away_are_refused_with_what_to_do(name: str, size: float) -> None:
    model = MODELS[name]
    x = np.ones((3, model.inputs[0]))
    theta = np.full(len(model.parameters(model.inputs[0])), size)
    with pytest.raises(SettingError, match="earlier epoch") as error:
        gradient_check(model, theta, x, np.ones(3))
    assert error.value.setting == "eta"


def test_large_numbers_are_allowed_their_rounding() -> None:
    x, y = 1e4 * X, 1e6 * X[:, 0] + 3
    assert gradient_check(MODELS["perceptron"], np.array([17.1, -3.3, 0.7]), x, y).holds


def test_two_values_that_are_missing_agree_and_one_that_is_missing_does_not() -> None:
    assert compared("", float("nan"), float("nan")).holds
    assert not compared("", 1.0, float("nan")).holds
    assert not compared("", float("nan"), 1.0).holds


def test_a_relu_unit_on_its_corner_is_named_and_others_are_not() -> None:
    model = model_named("network", 2, "relu")
    theta = np.array([1.0, 0.0, 0.0, 1.0, -0.5, 0.0, 1.0, 1.0, 0.0])
    # Unit 1 has z = x₁ − 0.5, unit 2 has z = x₂.
    assert "Hidden unit 1 has" in corner_sentence(model, theta, np.array([[0.5, 2.0]]))
    assert "Hidden units 1 and 2 have" in corner_sentence(model, theta, np.array([[0.5, 0.0]]))
    assert corner_sentence(model, theta, np.array([[0.4, 2.0]])) == ""
    assert corner_sentence(model_named("network", 2, "tanh"), theta, np.array([[0.5, 0.0]])) == ""
    assert not gradient_check(model, theta, np.array([[0.5, 2.0]]), np.array([1.0])).holds
