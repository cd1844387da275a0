"""Small trainings whose every number is known, for the pictures of this room."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from charts.picture import Picture
from core.datasets import named_samples, samples_of
from core.models import model_named
from core.training import Training, train

THREE = named_samples("three_points")
CLOSED = np.array([0.5, 7 / 3])


def line(rate: float = 0.1, epochs: int = 40, batch: int = 3) -> Training:
    """The line through (1, 2), (2, 5), (3, 3), from (0, 0): its first step is to (0.7, 1/3)."""
    # ∂L/∂m = −(1·2 + 2·5 + 3·3)/3 = −7, ∂L/∂b = −10/3 at (0, 0)
    return train(model_named("line"), THREE, rate=rate, batch=batch, epochs=epochs, seed=1, start=[0.0, 0.0])


def mean(rate: float = 0.25) -> Training:
    return train(
        model_named("mean"),
        named_samples("three_power_lines"),
        rate=rate,
        batch=3,
        epochs=5,
        seed=0,
        start=[7],
    )


def moons(rate: float = 0.5, count: int = 60, epochs: int = 60) -> Training:
    samples = named_samples("two_moons", count=count)
    return train(model_named("network", 8, "tanh"), samples, rate=rate, batch=20, epochs=epochs, seed=1)


def logistic(rate: float = 0.5) -> Training:
    return train(model_named("logistic"), named_samples("sentiment"), rate=rate, batch=4, epochs=30, seed=1)


def many_columns() -> Training:
    """y = x₁ + 2x₂ − x₃ exactly, so that the descent finds it."""
    x = np.random.default_rng(5).normal(size=(30, 3)).round(2)
    samples = samples_of(np.column_stack([x, x @ [1.0, 2.0, -1.0]]))
    return train(model_named("perceptron"), samples, rate=0.3, batch=30, epochs=300, seed=1)


def bytes_of(picture: Picture) -> int:
    """About how much of data a picture sends."""
    return sum(
        sum(map(len, column.tolist())) if column.dtype.kind == "U" else column.nbytes
        for columns in picture.data.values()
        for column in columns.values()
    )


def numbers_of(picture: Picture) -> Iterator[np.ndarray]:
    """Every column of numbers."""
    for columns in picture.data.values():
        yield from (column for column in columns.values() if column.dtype.kind != "U")


def rises(values: list[float]) -> bool:
    return all(a < b for a, b in pairwise(values))
