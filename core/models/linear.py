"""Models that are linear before their loss: ŷ = w·x + b with squared loss, ŷ = σ(w·x + b) with log-loss.

Both gradients are the same product, −(y − ŷ)·x for each weight and −(y − ŷ) for b.
"""

import numpy as np

from core.models.log_loss import LOSS_LATEX, log_loss, log_loss_slope, sigmoid
from core.models.model import MOST_INPUTS, Floats, Model


@np.errstate(over="ignore", invalid="ignore")
def affine(theta: Floats, x: Floats) -> Floats:
    """z = w₁x₁ + … + w_d x_d + b (…, n), for θ = (w₁, …, w_d, b) (…, d + 1)."""
    z: Floats = theta[..., :-1] @ x.T + theta[..., -1:]
    return z


@np.errstate(over="ignore", invalid="ignore")
def _half_square(theta: Floats, x: Floats, y: Floats) -> Floats:
    """(1/2n) Σ (yᵢ − ŷᵢ)²."""
    value: Floats = np.square(affine(theta, x) - y).mean(axis=-1) / 2
    return value


@np.errstate(over="ignore", invalid="ignore")
def _half_square_gradient(theta: Floats, x: Floats, y: Floats) -> Floats:
    """(1/n) Σ −(yᵢ − ŷᵢ)·(xᵢ, 1)."""
    return _collected(affine(theta, x) - y, x)


@np.errstate(over="ignore", invalid="ignore")
def _probability(theta: Floats, x: Floats) -> Floats:
    return sigmoid(affine(theta, x))


@np.errstate(over="ignore", invalid="ignore")
def _log_loss(theta: Floats, x: Floats, y: Floats) -> Floats:
    """(1/n) Σ log-loss of σ(zᵢ)."""
    value: Floats = log_loss(affine(theta, x), y).mean(axis=-1)
    return value


@np.errstate(over="ignore", invalid="ignore")
def _log_loss_gradient(theta: Floats, x: Floats, y: Floats) -> Floats:
    """(1/n) Σ −(yᵢ − ŷᵢ)·(xᵢ, 1)."""
    return _collected(log_loss_slope(affine(theta, x), y), x)


def _collected(slopes: Floats, x: Floats) -> Floats:
    """∂L/∂z (…, n) carried on to the weights and b (…, d + 1), averaged over the samples."""
    summed = np.concatenate([slopes @ x, slopes.sum(axis=-1, keepdims=True)], axis=-1)
    gradient: Floats = summed / len(x)
    return gradient


def _weights(d: int) -> tuple[str, ...]:
    return (*(f"w{i}" for i in range(1, d + 1)), "b")


def _start(d: int, rng: np.random.Generator) -> Floats:
    return rng.normal(size=d + 1).round(2)


ROWS = (
    Model(
        name="line",
        title="Line",
        inputs=(1, 1),
        labels=False,
        convex=True,
        parameters=lambda d: ("m", "b"),  # noqa: ARG005
        begin=_start,
        predict=affine,
        loss=_half_square,
        gradient=_half_square_gradient,
        prediction_latex=r"\hat{y} = m x + b",
        loss_latex=r"L = \tfrac{1}{2} (y - \hat{y})^2",
        source="Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, §3.2",
    ),
    Model(
        name="perceptron",
        title="Perceptron for regression",
        inputs=(1, MOST_INPUTS),
        labels=False,
        convex=True,
        parameters=_weights,
        begin=_start,
        predict=affine,
        loss=_half_square,
        gradient=_half_square_gradient,
        prediction_latex=r"\hat{y} = \sum_i w_i x_i + b",
        loss_latex=r"L = \tfrac{1}{2} (y - \hat{y})^2",
        source="Widrow and Hoff, Adaptive switching circuits (1960)",
    ),
    Model(
        name="logistic",
        title="Perceptron for classification",
        inputs=(1, MOST_INPUTS),
        labels=True,
        convex=True,
        parameters=_weights,
        begin=_start,
        predict=_probability,
        loss=_log_loss,
        gradient=_log_loss_gradient,
        prediction_latex=r"\hat{y} = \sigma\Big(\sum_i w_i x_i + b\Big)",
        loss_latex=LOSS_LATEX,
        source="Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, §4.4",
    ),
)
