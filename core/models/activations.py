"""What a hidden unit does with its sum z: a table of functions and of their slopes, read off the value."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from core.models.log_loss import sigmoid
from core.models.model import Floats


@dataclass(frozen=True)
class Activation:
    """a = φ(z), and φ′(z) from a alone: what the forward pass kept is all that the backward pass needs.

    latex: φ as a command. slope_latex: φ′ in terms of a letter for a. spread: the variance of a good start
    times the number of inputs (Glorot and Bengio 2010; for relu He et al. 2015).
    """

    name: str
    title: str
    value: Callable[[Floats], Floats]
    slope: Callable[[Floats], Floats]
    latex: str
    slope_latex: Callable[[str], str]
    spread: float


def _relu(z: Floats) -> Floats:
    """max(0, z)."""
    value: Floats = np.maximum(z, 0.0)
    return value


def _relu_slope(a: Floats) -> Floats:
    """1 where z > 0, and 0 elsewhere: at its corner a subgradient."""
    return (a > 0).astype(np.float64)


ACTIVATIONS: dict[str, Activation] = {
    row.name: row
    for row in (
        Activation(
            "sigmoid",
            "Sigmoid",
            sigmoid,
            lambda a: a * (1 - a),
            r"\sigma",
            lambda a: rf"{a}(1 - {a})",
            1.0,
        ),
        Activation("tanh", "tanh", np.tanh, lambda a: 1 - a * a, r"\tanh", lambda a: rf"1 - {a}^2", 1.0),
        Activation("relu", "ReLU", _relu, _relu_slope, r"\mathrm{relu}", lambda a: rf"[{a} > 0]", 2.0),
    )
}
