"""Runs from one start with several learning rates: one is chosen, the others stand quietly behind it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from charts.clipping import Box, Floats
from charts.palette import MOST_OF_A_FAMILY
from charts.path_data import Walk, Walks
from charts.words import inside
from core.numbers import number

OTHERS = "others"

Family = Mapping[float, Walk]


def rate_name(rate: float) -> str:
    """What is written beside a run.

    >>> rate_name(0.0083)
    'η = 0.0083'
    """
    return f"η = {number(rate, 4)}"


def places(others: Mapping[float, object], chosen: str) -> dict[float, int]:
    """The place 1, 2, … of each learning rate in its family, without the one whose name is `chosen`.

    The places of the others stay as they are, so that no run changes its colour when another one is chosen.

    >>> places({0.1: None, 0.5: None, 0.9: None}, "η = 0.5")
    {0.1: 1, 0.9: 3}
    """
    if len(others) > MOST_OF_A_FAMILY:
        raise ValueError(f"A family has at most {MOST_OF_A_FAMILY} runs beside the chosen one.")
    return {rate: place for place, rate in enumerate(others, 1) if rate_name(rate) != chosen}


@dataclass(frozen=True, eq=False)
class Together:
    """The chosen run (side 0) and the others (their places) under the names written beside them."""

    runs: Walks
    sides: tuple[int, ...]

    def drawn(self, window: Box) -> Walks:
        """The runs as they are drawn: the others only until they leave the window for good."""
        (chosen, *others), dimension = self.runs, next(iter(self.runs.values())).x.shape[1]
        ended = {name: _until_it_leaves(self.runs[name], window, dimension) for name in others}
        return {chosen: self.runs[chosen], **ended}


@dataclass(frozen=True, eq=False)
class Beginning:
    """The first iterates of a run."""

    x: Floats
    f: Floats
    gradient: Floats


def _until_it_leaves(walk: Walk, window: Box, dimension: int) -> Walk:
    """A run that leaves ends with its first iterate outside: what swings wider and wider hides all else."""
    within = np.flatnonzero(inside(walk, window, dimension))
    end = int(within[-1]) + 2 if len(within) else 1
    return Beginning(walk.x[:end], walk.f[:end], walk.gradient[:end])


def with_family(runs: Walks, others: Family | None) -> Together:
    """The first of `runs`, which must be the only one if there are others, before them."""
    if others is None:
        return Together(runs, tuple(range(len(runs))))
    (chosen,) = runs
    numbered = places(others, chosen)
    named = {rate_name(rate): others[rate] for rate in numbered}
    return Together({**runs, **named}, (0, *numbered.values()))
