"""A network with one hidden layer: aⱼ = φ(Σᵢ wᵢⱼxᵢ + bⱼ), ŷ = σ(Σⱼ wⱼaⱼ + b), with the log-loss.

wᵢⱼ leads from input i to unit j. θ holds w₁₁, w₁₂, … row by row, then the bⱼ, the wⱼ, and b.
Rumelhart, Hinton and Williams, Learning representations by back-propagating errors (Nature 323, 1986).
"""

from typing import NamedTuple

import numpy as np

from core.models.activations import ACTIVATIONS, Activation
from core.models.log_loss import LOSS_LATEX, log_loss, log_loss_slope, sigmoid
from core.models.model import MOST_INPUTS, Floats, Model

MOST_HIDDEN = 8
SOURCE = "Rumelhart, Hinton and Williams, Nature 323 (1986) 533–536"


class Weights(NamedTuple):
    """θ taken apart: first (…, d, h), first_bias (…, 1, h), second (…, h, 1), second_bias (…, 1)."""

    first: Floats
    first_bias: Floats
    second: Floats
    second_bias: Floats


def unpacked(theta: Floats, d: int, hidden: int) -> Weights:
    """The layers of θ (…, p) with p = hidden·(d + 2) + 1."""
    ends = (d * hidden, (d + 1) * hidden)
    return Weights(
        theta[..., : ends[0]].reshape(*theta.shape[:-1], d, hidden),
        theta[..., None, ends[0] : ends[1]],
        theta[..., ends[1] : -1, None],
        theta[..., -1:],
    )


class Network:
    """The functions of one architecture; `row` makes a model of them."""

    def __init__(self, hidden: int, activation: str) -> None:
        self._hidden = hidden
        self._activation: Activation = ACTIVATIONS[activation]

    def parameters(self, d: int) -> tuple[str, ...]:
        """w11, w12, …, b1, …, w1, …, b."""
        units = range(1, self._hidden + 1)
        first = (f"w{i}{j}" for i in range(1, d + 1) for j in units)
        return (*first, *(f"b{j}" for j in units), *(f"w{j}" for j in units), "b")

    def begin(self, d: int, rng: np.random.Generator) -> Floats:
        """Weights of random signs, each layer's spread by its number of inputs; biases of 0."""
        first = rng.normal(scale=np.sqrt(self._activation.spread / d), size=d * self._hidden)
        second = rng.normal(scale=np.sqrt(1 / self._hidden), size=self._hidden)
        return np.concatenate([first, np.zeros(self._hidden), second, [0.0]]).round(2)

    @np.errstate(over="ignore", invalid="ignore")
    def predict(self, theta: Floats, x: Floats) -> Floats:
        """ŷ (…, n), a probability."""
        return sigmoid(self._forward(theta, x)[1])

    @np.errstate(over="ignore", invalid="ignore")
    def loss(self, theta: Floats, x: Floats, y: Floats) -> Floats:
        """(1/n) Σ log-loss of σ(zᵢ)."""
        value: Floats = log_loss(self._forward(theta, x)[1], y).mean(axis=-1)
        return value

    @np.errstate(over="ignore", invalid="ignore")
    def gradient(self, theta: Floats, x: Floats, y: Floats) -> Floats:
        """Backpropagation for the whole batch, averaged over its samples (…, p)."""
        n, d = x.shape
        hidden, z = self._forward(theta, x)
        slopes = log_loss_slope(z, y)[..., None] / n
        second = slopes.swapaxes(-1, -2) @ hidden
        behind = slopes * unpacked(theta, d, self._hidden).second.swapaxes(-1, -2)
        behind *= self._activation.slope(hidden)
        first = x.T @ behind
        parts = (
            first.reshape(*first.shape[:-2], d * self._hidden),
            behind.sum(axis=-2),
            second[..., 0, :],
            slopes.sum(axis=-2),
        )
        return np.concatenate(parts, axis=-1)

    def _forward(self, theta: Floats, x: Floats) -> tuple[Floats, Floats]:
        """The hidden values (…, n, h) and the last sum z (…, n)."""
        weights = unpacked(theta, x.shape[1], self._hidden)
        hidden = self._activation.value(x @ weights.first + weights.first_bias)
        z: Floats = (hidden @ weights.second)[..., 0] + weights.second_bias
        return hidden, z


def row(name: str, title: str, hidden: int, activation: str, inputs: tuple[int, int]) -> Model:
    """The row of one architecture."""
    functions = Network(hidden, activation)
    inner = ACTIVATIONS[activation].latex
    unit = rf"a_j = {inner}\Big(\sum_i w_{{ij}} x_i + b_j\Big)"
    return Model(
        name=name,
        title=title,
        inputs=inputs,
        labels=True,
        convex=False,
        parameters=functions.parameters,
        begin=functions.begin,
        predict=functions.predict,
        loss=functions.loss,
        gradient=functions.gradient,
        prediction_latex=rf"{unit}, \quad \hat{{y}} = \sigma\Big(\sum_j w_j a_j + b\Big)",
        loss_latex=LOSS_LATEX,
        source=SOURCE,
        hidden=hidden,
        activation=activation,
    )


TWO_TWO_ONE = row("two_two_one", "Network 2–2–1", 2, "sigmoid", (2, 2))


def network(hidden: int, activation: str) -> Model:
    """A network with 1 to 8 hidden units; raises ValueError for another number or an unknown activation."""
    if not 1 <= hidden <= MOST_HIDDEN:
        raise ValueError(f"a hidden layer has 1 to {MOST_HIDDEN} units, not {hidden}")
    if activation not in ACTIVATIONS:
        raise ValueError(f"an activation is one of {', '.join(ACTIVATIONS)}, not {activation}")
    units = "unit" if hidden == 1 else "units"
    return row("network", f"Network with {hidden} hidden {units}", hidden, activation, (1, MOST_INPUTS))
