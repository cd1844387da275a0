"""What a row of the table of models is made of: a prediction, a loss, and the gradient of that loss."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

MOST_INPUTS = 8


@dataclass(frozen=True)
class Model:
    """One learner with parameters θ (…, p), for data x (n, d) and y (n,); θ may have leading axes.

    predict(θ, x) → ŷ (…, n). loss(θ, x, y) → (…), always the mean over the n samples: where a source has the
    sum, its minimiser is the same. gradient(θ, x, y) → ∂loss/∂θ (…, p). A loss is NaN where ŷ leaves its
    domain, and what is too large for float64 is ±∞ or NaN, without a warning.

    inputs: the fewest and most columns of x. labels: whether y must be 0 or 1. convex: whether the loss is
    convex in θ. parameters(d) are the names of θ's entries, begin(d, rng) a start (p,) in short decimals.
    hidden and activation describe the hidden layer; 0 and "" without one.
    """

    name: str
    title: str
    inputs: tuple[int, int]
    labels: bool
    convex: bool
    parameters: Callable[[int], tuple[str, ...]]
    begin: Callable[[int, np.random.Generator], Floats]
    predict: Callable[[Floats, Floats], Floats]
    loss: Callable[[Floats, Floats, Floats], Floats]
    gradient: Callable[[Floats, Floats, Floats], Floats]
    prediction_latex: str
    loss_latex: str
    source: str
    hidden: int = 0
    activation: str = ""
