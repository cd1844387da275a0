"""Models without inputs: one number for all samples, and what each loss makes of it.

The power station that serves a line of houses: squared distances are least at their mean, distances at their
median. The coin: the log-loss of its tosses is least at the share of those that count as 1.
"""

import numpy as np

from core.models.log_loss import LOSS_LATEX
from core.models.model import Floats, Model

_ESL = "Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, §2.4"


def no_inputs(samples: int) -> Floats:
    """x of samples without inputs, (n, 0)."""
    return np.empty((samples, 0))


def _constant(theta: Floats, x: Floats) -> Floats:
    """ŷ = c for every sample."""
    return np.broadcast_to(theta, (*theta.shape[:-1], len(x)))


def _square(theta: Floats, x: Floats, y: Floats) -> Floats:  # noqa: ARG001 - there are no inputs
    """(1/n) Σ (c − yᵢ)²."""
    with np.errstate(over="ignore", invalid="ignore"):
        value: Floats = np.square(theta - y).mean(axis=-1)
    return value


def _square_slope(theta: Floats, x: Floats, y: Floats) -> Floats:  # noqa: ARG001
    """(2/n) Σ (c − yᵢ)."""
    with np.errstate(over="ignore", invalid="ignore"):
        slope: Floats = 2 * (theta - y).mean(axis=-1, keepdims=True)
    return slope


def _absolute(theta: Floats, x: Floats, y: Floats) -> Floats:  # noqa: ARG001
    """(1/n) Σ |c − yᵢ|."""
    with np.errstate(over="ignore", invalid="ignore"):
        value: Floats = np.abs(theta - y).mean(axis=-1)
    return value


def _absolute_slope(theta: Floats, x: Floats, y: Floats) -> Floats:  # noqa: ARG001
    """(1/n)·(how many yᵢ lie below c − how many above): a subgradient, which counts a corner as slope 0."""
    with np.errstate(invalid="ignore"):
        slope: Floats = np.sign(theta - y).mean(axis=-1, keepdims=True)
    return slope


def _tosses(theta: Floats, x: Floats, y: Floats) -> Floats:  # noqa: ARG001
    """(1/n) Σ −yᵢ log P − (1 − yᵢ) log(1 − P); NaN off [0, 1], ∞ for a sure P that errs."""
    with np.errstate(divide="ignore", invalid="ignore"):
        value: Floats = -np.log(np.where(y == 1, theta, 1 - theta)).mean(axis=-1)
    return np.where((theta[..., 0] >= 0) & (theta[..., 0] <= 1), value, np.nan)


def _tosses_slope(theta: Floats, x: Floats, y: Floats) -> Floats:  # noqa: ARG001
    """(1/n) Σ −yᵢ/P + (1 − yᵢ)/(1 − P); NaN for a P that is no probability."""
    with np.errstate(divide="ignore", invalid="ignore"):
        each = np.where(y == 1, -1 / theta, 1 / (1 - theta))
        slope: Floats = each.mean(axis=-1, keepdims=True)
    return np.where((theta >= 0) & (theta <= 1), slope, np.nan)


def _anywhere(d: int, rng: np.random.Generator) -> Floats:  # noqa: ARG001
    return rng.normal(size=1).round(2)


def _some_probability(d: int, rng: np.random.Generator) -> Floats:  # noqa: ARG001
    return rng.uniform(0.2, 0.8, size=1).round(2)


ROWS = (
    Model(
        name="mean",
        title="One number, square loss",
        inputs=(0, 0),
        labels=False,
        convex=True,
        parameters=lambda d: ("c",),  # noqa: ARG005
        begin=_anywhere,
        predict=_constant,
        loss=_square,
        gradient=_square_slope,
        prediction_latex=r"\hat{y} = c",
        loss_latex=r"L = (c - y)^2",
        source=_ESL,
    ),
    Model(
        name="median",
        title="One number, absolute loss",
        inputs=(0, 0),
        labels=False,
        convex=True,
        parameters=lambda d: ("c",),  # noqa: ARG005
        begin=_anywhere,
        predict=_constant,
        loss=_absolute,
        gradient=_absolute_slope,
        prediction_latex=r"\hat{y} = c",
        loss_latex=r"L = |c - y|",
        source=_ESL,
    ),
    Model(
        name="coin",
        title="Coin, log-loss",
        inputs=(0, 0),
        labels=True,
        convex=True,
        parameters=lambda d: ("P",),  # noqa: ARG005
        begin=_some_probability,
        predict=_constant,
        loss=_tosses,
        gradient=_tosses_slope,
        prediction_latex=r"\hat{y} = P",
        loss_latex=LOSS_LATEX,
        source="Goodfellow, Bengio and Courville, Deep Learning, §5.5",
    ),
)

MEAN, MEDIAN, COIN = ROWS
