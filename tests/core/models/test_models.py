"""What each model is for: where its loss is least, whether it is convex, and how it begins."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.models import ACTIVATIONS, MODELS, MOST_HIDDEN, model_named
from core.models.one_number import no_inputs

PLACES = np.array([2.0, 3.0, 7.0, 10.0])
TOSSES = np.array([1.0] * 7 + [0.0] * 3)
CONVEX = [model for model in MODELS.values() if model.convex]


@pytest.mark.parametrize(
    ("name", "y", "best"), [("mean", PLACES, 5.5), ("median", PLACES[:3], 3.0), ("coin", TOSSES, 0.7)]
)
def test_one_number_is_best_at_mean_median_and_share(name: str, y: np.ndarray, best: float) -> None:
    model, x = MODELS[name], no_inputs(len(y))
    losses = model.loss(best + np.array([[-1e-3], [0.0], [1e-3]]), x, y)
    assert losses[1] < losses[0] and losses[1] < losses[2]
    assert model.gradient(np.array([best]), x, y)[0] == pytest.approx(0, abs=1e-15)


def test_every_place_between_the_middle_two_is_a_median() -> None:
    losses = MODELS["median"].loss(np.array([[3.0], [4.5], [7.0]]), no_inputs(4), PLACES)
    np.testing.assert_allclose(losses, 3.0)


@pytest.mark.parametrize("model", CONVEX, ids=lambda model: model.name)
@given(seed=st.integers(0, 2**32 - 1), share=st.floats(0, 1))
@settings(max_examples=20)
def test_a_convex_loss_lies_below_its_chords(model, seed: int, share: float) -> None:
    rng = np.random.default_rng(seed)
    d = model.inputs[0]
    x = rng.normal(size=(6, d))
    y = rng.integers(0, 2, 6).astype(float) if model.labels else rng.normal(size=6)
    ends = rng.uniform(0.01, 0.99, (2, 1)) if model.name == "coin" else rng.normal(scale=5, size=(2, d + 1))
    between = (1 - share) * ends[0] + share * ends[1]
    chord = (1 - share) * model.loss(ends[0], x, y) + share * model.loss(ends[1], x, y)
    assert model.loss(between, x, y) <= chord + 1e-12 * (1 + abs(chord))


@pytest.mark.parametrize("name", ["two_two_one", "network"])
def test_the_loss_of_a_network_rises_above_a_chord(name: str) -> None:
    # Two hidden units change places: the same network twice, and in the middle both units are alike.
    model = MODELS[name]
    x = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    y = np.array([0.0, 1.0, 1.0, 0.0])
    one = np.array([20, -20, 20, -20, -10, 30, 20, 20, -30.0])
    other = one[[1, 0, 3, 2, 5, 4, 7, 6, 8]]
    np.testing.assert_allclose(model.predict(one, x), model.predict(other, x), rtol=1e-12)
    middle = model.loss((one + other) / 2, x, y)
    assert not model.convex and middle > 100 * model.loss(one, x, y)


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
def test_a_start_has_a_short_number_for_each_parameter_and_follows_its_seed(model) -> None:
    d = model.inputs[1]
    names = model.parameters(d)
    first, again, other = (model.begin(d, np.random.default_rng(seed)) for seed in (1, 1, 2))
    assert first.shape == (len(names),) and len(set(names)) == len(names)
    assert np.array_equal(first, again) and not np.array_equal(first, other)
    assert np.array_equal(first, first.round(2))


def test_hidden_units_begin_different_from_each_other() -> None:
    theta = model_named("network", 4).begin(2, np.random.default_rng(0))
    assert len(set(theta[:4].tolist())) == 4


def test_a_probability_outside_0_and_1_has_no_loss() -> None:
    coin, x = MODELS["coin"], no_inputs(10)
    for theta in (-0.1, 1.2):
        assert np.isnan(coin.loss(np.array([theta]), x, TOSSES))
        assert np.isnan(coin.gradient(np.array([theta]), x, TOSSES)).all()
    assert coin.loss(np.array([0.0]), x, TOSSES) == np.inf


def test_relu_takes_slope_0_at_its_corner() -> None:
    assert ACTIVATIONS["relu"].slope(np.array([0.0, 2.0])).tolist() == [0.0, 1.0]


def test_a_name_makes_its_model_and_an_impossible_layer_raises() -> None:
    assert model_named("two_two_one").hidden == 2
    assert len(model_named("network", 8, "relu").parameters(2)) == 33
    for hidden in (0, MOST_HIDDEN + 1):
        with pytest.raises(ValueError, match="1 to 8 units"):
            model_named("network", hidden)
    with pytest.raises(ValueError, match="sigmoid, tanh, relu"):
        model_named("network", 2, "cosine")
    with pytest.raises(KeyError):
        model_named("forest")
