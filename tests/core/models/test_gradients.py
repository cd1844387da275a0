"""Every gradient of the table against 50-digit differences of the loss, on random data."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.models import ACTIVATIONS, MODELS, Model, model_named
from core.models.checking import corner_sentence
from core.models.many_digits import precise_loss, precise_prediction, precise_slope

NETWORKS = [model_named("network", hidden, name) for hidden in (1, 3, 8) for name in ACTIVATIONS]
ALL = [*MODELS.values(), *NETWORKS]
IDS = [f"{model.name} {model.hidden} {model.activation}".strip() for model in ALL]
SEEDS = st.integers(0, 2**32 - 1)


def case(model: Model, seed: int, samples: int = 3) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """θ, x and y at random; the coin's P is a probability."""
    rng = np.random.default_rng(seed)
    fewest, most = model.inputs
    d = int(rng.integers(fewest, min(most, 3) + 1))
    x = rng.normal(scale=2, size=(samples, d))
    y = rng.integers(0, 2, samples).astype(float) if model.labels else rng.normal(scale=3, size=samples)
    theta = model.begin(d, rng) if model.name == "coin" else rng.normal(size=len(model.parameters(d)))
    return theta, x, y


@pytest.mark.parametrize("model", ALL, ids=IDS)
@given(seed=SEEDS)
@settings(max_examples=6)
def test_a_gradient_agrees_with_differences_in_50_digits(model: Model, seed: int) -> None:
    theta, x, y = case(model, seed)
    assume(not corner_sentence(model, theta, x))
    slopes = [float(precise_slope(model, theta, x, y, k)) for k in range(len(theta))]
    np.testing.assert_allclose(model.gradient(theta, x, y), slopes, rtol=1e-12, atol=1e-13)


@pytest.mark.parametrize("model", ALL, ids=IDS)
@given(seed=SEEDS)
@settings(max_examples=6)
def test_a_loss_and_a_prediction_agree_with_50_digits(model: Model, seed: int) -> None:
    theta, x, y = case(model, seed)
    np.testing.assert_allclose(model.loss(theta, x, y), float(precise_loss(model, theta, x, y)), rtol=1e-12)
    precise = [float(precise_prediction(model, theta.tolist(), row)) for row in x.tolist()]
    np.testing.assert_allclose(model.predict(theta, x), precise, rtol=1e-12, atol=1e-13)


@pytest.mark.parametrize("model", ALL, ids=IDS)
def test_many_parameters_at_once_give_what_each_gives_alone(model: Model) -> None:
    theta, x, y = case(model, 7, samples=5)
    many = np.linspace(0.4, 1.0, 6)[:, None] * theta
    grid = many.reshape(2, 3, -1)
    assert model.predict(grid, x).shape == (2, 3, 5)
    for place, one in enumerate(many):
        at = divmod(place, 3)
        np.testing.assert_allclose(model.predict(grid, x)[at], model.predict(one, x), rtol=1e-13)
        np.testing.assert_allclose(model.loss(grid, x, y)[at], model.loss(one, x, y), rtol=1e-13)
        np.testing.assert_allclose(
            model.gradient(grid, x, y)[at], model.gradient(one, x, y), rtol=1e-12, atol=1e-15
        )


@pytest.mark.parametrize("model", ALL, ids=IDS)
def test_a_batch_is_the_mean_of_its_samples(model: Model) -> None:
    theta, x, y = case(model, 11, samples=4)
    alone = [model.gradient(theta, x[k : k + 1], y[k : k + 1]) for k in range(4)]
    np.testing.assert_allclose(model.gradient(theta, x, y), np.mean(alone, axis=0), rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("model", ALL, ids=IDS)
@pytest.mark.parametrize("size", [1e200, np.inf, np.nan])
def test_parameters_beyond_all_bounds_raise_no_warning(model: Model, size: float) -> None:
    theta, x, y = case(model, 3)
    far = theta * size
    assert model.predict(far, x).shape == y.shape
    assert np.shape(model.loss(far, x, y)) == ()
    assert model.gradient(far, x, y).shape == theta.shape
