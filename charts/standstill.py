"""A run that could not begin: its start alone, where f has no value."""

from dataclasses import dataclass, field

import numpy as np

from charts.clipping import Floats


@dataclass(frozen=True, eq=False)
class Standstill:
    """The start (d,) as the one iterate of a run, with no value and no slope."""

    start: tuple[float, ...]
    x: Floats = field(init=False)
    f: Floats = field(init=False)
    gradient: Floats = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "x", np.array([self.start], dtype=np.float64))
        object.__setattr__(self, "f", np.array([np.nan]))
        object.__setattr__(self, "gradient", np.full((1, len(self.start)), np.nan))
