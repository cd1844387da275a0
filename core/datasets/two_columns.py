"""Sets with one column to predict a number from."""

import numpy as np

from core.datasets.dataset import Dataset, count_knob, noise_knob
from core.datasets.samples import Samples, samples_of
from core.optimizers import Knob

_LINEAR = ("line", "perceptron")


def noisy_line(
    rng: np.random.Generator, *, count: float, slope: float, height: float, noise: float
) -> Samples:
    """y = slope · x + height + noise, x uniform in [−3, 3]: the model of linear regression itself."""
    x = np.sort(rng.uniform(-3.0, 3.0, int(count)))
    y = slope * x + height + rng.normal(0.0, 1.0, int(count)) * noise
    return samples_of(np.round(np.column_stack([x, y]), 3))


ROWS = (
    Dataset(
        "three_points",
        "Three points",
        "E(m, b) = 14m² + 3b² + 38 + 12mb − 42m − 20b, with its minimum at m = 1/2, b = 7/3.",
        "Calculus, handwritten notes, linear regression",
        _LINEAR,
        lambda _: samples_of([[1, 2], [2, 5], [3, 3]]),
    ),
    Dataset(
        "noisy_line",
        "A noisy line",
        "The line that made the points is known, and noise hides it.",
        "Hastie, Tibshirani & Friedman, The Elements of Statistical Learning, §3.2",
        _LINEAR,
        noisy_line,
        (
            count_knob(30, 2),
            Knob("slope", "slope", 0.8, -5.0, 5.0),
            Knob("height", "height", 1.0, -5.0, 5.0),
            noise_knob(0.5, 5.0),
        ),
    ),
)
