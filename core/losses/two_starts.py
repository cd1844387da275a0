"""The same training from two starts: do they end in the same place, and what lies between the ends?"""

from dataclasses import dataclass

import numpy as np

from core.datasets import Samples
from core.losses.segment import Segment, segment_between
from core.models import Model
from core.numbers import number
from core.training import Training, train

SAME = 1e-3
"""Ends nearer than this, relative to parameters above 1, count as one place."""


@dataclass(frozen=True, eq=False)
class TwoStarts:
    """Two trainings that differ in their seed alone, and the loss between their ends."""

    first: Training
    second: Training
    segment: Segment

    @property
    def apart(self) -> float:
        """‖θ₁ − θ₀‖ of the ends."""
        return float(np.linalg.norm(self.segment.second - self.segment.first))

    @property
    def meet(self) -> bool:
        """Whether both ended in one place."""
        return self.apart <= SAME * max(1.0, float(np.abs(self.segment.first).max()))

    @property
    def sentence(self) -> str:
        """Where both ended, and whether that proves anything."""
        losses = [number(float(values), 4) for values in self.segment.loss[[0, -1]]]
        if self.meet:
            return f"Both starts end in the same place, with a loss of {losses[0]}."
        apart = f"The two starts end {number(self.apart, 3)} apart"
        if self.segment.proves:
            return f"{apart}. {self.segment.sentence}"
        return f"{apart}, with losses of {losses[0]} and {losses[1]}."


def two_starts(
    model: Model,
    samples: Samples,
    *,
    rate: float,
    batch: int,
    epochs: int,
    seeds: tuple[int, int],
    optimizer: str = "gd",
) -> TwoStarts:
    """Train twice, from the starts that the seeds draw, and look between the last finite parameters."""
    first, second = (
        train(model, samples, rate=rate, batch=batch, epochs=epochs, seed=seed, optimizer=optimizer)
        for seed in seeds
    )
    return two_ends(first, second)


def two_ends(first: Training, second: Training) -> TwoStarts:
    """Two trainings of one model on the same samples, and the loss between their last finite parameters."""
    ends = [run.parameters[np.isfinite(run.parameters).all(axis=1)][-1] for run in (first, second)]
    return TwoStarts(first, second, segment_between(first.model, first.samples, *ends))
