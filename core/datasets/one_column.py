"""Sets with nothing to predict from: where the power lines stand, and how the coin fell."""

import numpy as np

from core.datasets.dataset import Dataset, count_knob
from core.datasets.samples import Samples, samples_of
from core.optimizers import Knob

_NOTES = "Calculus, handwritten notes"
_ONE_NUMBER = ("mean", "median")


def _at(*places: float) -> Samples:
    return samples_of([[place] for place in places], ("place",))


def drawn_places(rng: np.random.Generator, *, count: float, spread: float) -> Samples:
    """Places around 0 with standard deviation `spread`, rounded so that they can be read."""
    return _at(*np.round(rng.normal(0.0, spread, int(count)), 2))


def coin(_: np.random.Generator) -> Samples:
    """Seven tosses that fell on one side, written 1, and three on the other, 0."""
    return samples_of([[1], [1], [0], [1], [1], [1], [0], [1], [0], [1]], ("toss",))


ROWS = (
    Dataset(
        "two_power_lines",
        "Two power lines",
        "Where does a house stand whose squared distances to both lines add up to the least?",
        f"{_NOTES}, the two-power-line problem",
        _ONE_NUMBER,
        lambda _: _at(1, 4),
    ),
    Dataset(
        "three_power_lines",
        "Three power lines",
        "The best place for squared distances is the mean; for plain distances it is the middle line.",
        f"{_NOTES}, the three-power-line problem",
        _ONE_NUMBER,
        lambda _: _at(1, 2, 6),
    ),
    Dataset(
        "four_power_lines",
        "Four power lines",
        "With an even number of lines every place between the middle two has the least plain distance.",
        f"{_NOTES}, the square loss for n lines",
        _ONE_NUMBER,
        lambda _: _at(2, 3, 7, 10),
    ),
    Dataset(
        "power_lines",
        "Many power lines",
        "The mean is where it is however many there are.",
        f"{_NOTES}, the square loss for n lines",
        _ONE_NUMBER,
        drawn_places,
        (count_knob(20, 2), Knob("spread", "spread", 2.0, 0.1, 10.0)),
    ),
    Dataset(
        "coin",
        "Ten tosses of a coin",
        "Seven fell on one side: which chance makes this the least surprising?",
        f"{_NOTES}, the log-loss of P⁷(1 − P)³",
        ("coin", "mean"),
        coin,
    ),
)
