"""What a row of the table of named data sets is made of."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from core.datasets.samples import Samples
from core.optimizers import Knob

Make = Callable[..., Samples]
"""(rng, **knobs) → Samples; a set that is the same every time does not use rng."""


@dataclass(frozen=True)
class Dataset:
    """One named set: what it shows, where it comes from, and the models it fits, the best one first.

    `random` says whether a seed changes anything. Knobs hold counts as floats, as sliders do.
    """

    name: str
    title: str
    idea: str
    source: str
    fits: tuple[str, ...]
    make: Make
    knobs: tuple[Knob, ...] = ()

    @property
    def random(self) -> bool:
        """Whether it is drawn anew for each seed."""
        return bool(self.knobs)

    def samples(self, seed: int = 0, **knobs: float) -> Samples:
        """The set for a seed, its knobs at their defaults unless given."""
        settings = {knob.name: knob.default for knob in self.knobs} | knobs
        return self.make(np.random.default_rng(seed), **settings)


def count_knob(default: int, low: int) -> Knob:
    """How many samples are drawn."""
    return Knob("count", "samples", default, low, 500)


def noise_knob(default: float, high: float) -> Knob:
    """The standard deviation of the noise, in units of the axis."""
    return Knob("noise", "noise", default, 0.0, high)
