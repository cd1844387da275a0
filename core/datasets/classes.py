"""Sets with two columns and a label, 0 or 1."""

import numpy as np

from core.datasets.dataset import Dataset, count_knob, noise_knob
from core.datasets.samples import Floats, Samples, samples_of
from core.optimizers import Knob

SENTENCES = (("Ya Ya Ya", 1), ("Na na", 0), ("Ya na Ya", 1), ("Na na m na", 0))
"""The sentences as they are printed, and their mood: 1 where Ya is said more often than Na."""

_BOUNDARIES = ("logistic", "two_two_one", "network")
_CURVED = ("network", "two_two_one", "logistic")


def sentiment(_: np.random.Generator) -> Samples:
    """How often each sentence says Ya and Na, counted; two of the four printed rows are miscounted."""
    rows = [(*counted_words(sentence), mood) for sentence, mood in SENTENCES]
    return samples_of(rows, ("Ya", "Na", "mood"))


def counted_words(sentence: str) -> tuple[int, int]:
    """How many words of a sentence are Ya, and how many Na.

    >>> counted_words("Ya na Ya")
    (2, 1)
    """
    words = sentence.lower().split()
    return words.count("ya"), words.count("na")


def two_moons(rng: np.random.Generator, *, count: float, noise: float) -> Samples:
    """(cos t, sin t) and (1 − cos t, 1/2 − sin t), t from 0 to π, each with noise."""
    upper, lower = np.linspace(0, np.pi, int(count) // 2), np.linspace(0, np.pi, int(count) - int(count) // 2)
    above = np.column_stack([np.cos(upper), np.sin(upper)])
    below = np.column_stack([1 - np.cos(lower), 0.5 - np.sin(lower)])
    return _scattered(rng, np.vstack([above, below]), np.repeat([0.0, 1.0], [len(upper), len(lower)]), noise)


def xor(rng: np.random.Generator, *, count: float, noise: float) -> Samples:
    """The corners of a square, 1 where exactly one coordinate is 1; round and round for more than four."""
    nth = np.arange(int(count))
    corners = np.column_stack([nth // 2 % 2, nth % 2]).astype(np.float64)
    return _scattered(rng, corners, (corners.sum(axis=1) == 1).astype(np.float64), noise)


def blobs(rng: np.random.Generator, *, count: float, spread: float) -> Samples:
    """Two clouds of standard deviation `spread`, around (−1, −1) and (1, 1)."""
    label = (np.arange(int(count)) % 2).astype(np.float64)
    return _scattered(rng, np.column_stack([2 * label - 1, 2 * label - 1]), label, spread)


def _scattered(rng: np.random.Generator, places: Floats, label: Floats, noise: float) -> Samples:
    moved = np.round(places + rng.normal(0.0, 1.0, places.shape) * noise, 3)
    return samples_of(np.column_stack([moved, label]), ("x₁", "x₂", "label"))


ROWS = (
    Dataset(
        "sentiment",
        "Happy or sad, by the words said",
        "Ya or Na: four sentences, each a pair of counts, with the counts taken again from the sentences.",
        "Calculus, handwritten notes; rows 2 and 4 of its table do not count what their sentences say",
        (*_BOUNDARIES, "perceptron"),
        sentiment,
    ),
    Dataset(
        "blobs",
        "Two clouds",
        "Where the clouds are apart a straight line is enough; where they overlap no line gets all right.",
        "Hastie, Tibshirani & Friedman, The Elements of Statistical Learning, §2.3",
        _BOUNDARIES,
        blobs,
        (count_knob(60, 4), Knob("spread", "spread", 0.8, 0.0, 3.0)),
    ),
    Dataset(
        "xor",
        "XOR",
        "No straight line has both ones on one side and both zeros on the other.",
        "Minsky & Papert, Perceptrons, 1969",
        _CURVED,
        xor,
        (count_knob(4, 4), noise_knob(0.0, 0.5)),
    ),
    Dataset(
        "two_moons",
        "Two moons",
        "Each moon reaches into the other, so the boundary has to bend.",
        "scikit-learn, sklearn.datasets.make_moons",
        _CURVED,
        two_moons,
        (count_knob(100, 4), noise_knob(0.1, 0.5)),
    ),
)
