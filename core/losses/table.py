"""The typical losses as rows: adding one is adding a row; pictures and tests follow.

A loss of regression is a function of the residual r = ŷ − y. One of classification is a function of the
margin m = (2y − 1)·z, where z is what the sigmoid is taken of: m > 0 means a right class, and the larger m
the surer (Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, §10.6).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.models.log_loss import sigmoid

Floats = NDArray[np.float64]

ELEMENTS = "Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, §10.6"
NOTES = "Calculus, handwritten notes"
HUBER = "Huber, Robust Estimation of a Location Parameter (1964)"

HUBER_WIDTH = 1.0
"""Up to this residual Huber's loss is the square, beyond it a line."""


@dataclass(frozen=True)
class Loss:
    """One loss: `value` and `slope` map residuals or margins (n,) → (n,).

    `slope` is NaN where the loss has no derivative; `convex` as a function of the residual or the margin.
    """

    name: str
    title: str
    latex: str
    value: Callable[[Floats], Floats]
    slope: Callable[[Floats], Floats]
    convex: bool
    why: str
    source: str


def _huber(r: Floats) -> Floats:
    size = np.abs(r)
    return np.where(size <= HUBER_WIDTH, r**2 / 2, HUBER_WIDTH * (size - HUBER_WIDTH / 2))


def _sign(r: Floats) -> Floats:
    """−1 or 1, NaN at the corner."""
    return np.where(r == 0, np.nan, np.sign(r))


def _hinge_slope(m: Floats) -> Floats:
    return np.where(m == 1, np.nan, np.where(m < 1, -1.0, 0.0))


REGRESSION: tuple[Loss, ...] = (
    Loss(
        "square",
        "square",
        r"\tfrac12 (\hat y - y)^2",
        lambda r: r**2 / 2,
        lambda r: r,
        True,
        "Its minimum over many data is the mean. Twice the residual counts four times, so outliers rule.",
        NOTES,
    ),
    Loss(
        "absolute",
        "absolute",
        r"\left| \hat y - y \right|",
        np.abs,
        _sign,
        True,
        "Its minimum over many data is the median. It has a corner at 0, and outliers do not rule.",
        ELEMENTS,
    ),
    Loss(
        "huber",
        "Huber",
        r"\tfrac12 r^2 \ \text{for}\ |r| \le 1, \quad |r| - \tfrac12 \ \text{beyond}",
        _huber,
        lambda r: np.clip(r, -HUBER_WIDTH, HUBER_WIDTH),
        True,
        "The square near 0, a line far away: smooth at the minimum and calm about outliers.",
        HUBER,
    ),
)

CLASSIFICATION: tuple[Loss, ...] = (
    Loss(
        "zero_one",
        "0–1",
        r"1 \ \text{for}\ m \le 0, \quad 0 \ \text{for}\ m > 0",
        lambda m: np.where(m <= 0, 1.0, 0.0),
        lambda m: np.where(m == 0, np.nan, 0.0),
        False,
        "It counts mistakes. Its slope is 0 wherever there is one, so descent learns nothing from it.",
        ELEMENTS,
    ),
    Loss(
        "log",
        "log",
        r"\log\left(1 + e^{-m}\right)",
        lambda m: np.logaddexp(0.0, -m),
        lambda m: -sigmoid(-m),
        True,
        "−log of the chance given to the truth. Its slope is nearly −1 at a confident mistake.",
        NOTES,
    ),
    Loss(
        "hinge",
        "hinge",
        r"\max(0,\ 1 - m)",
        lambda m: np.maximum(0.0, 1 - m),
        _hinge_slope,
        True,
        "That of support vector machines: right by a margin of 1 costs nothing at all.",
        ELEMENTS,
    ),
)
