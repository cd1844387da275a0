"""The rows behind the drawn racers, on a curve or in the plane, and behind the start they share."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from charts.clipping import Box, Floats
from charts.path_data import Walk, Walks, curve_path_columns, plane_path_columns
from charts.picture import Columns
from charts.race.legend import racer_places
from charts.scrubber import shown_steps
from core.numbers import number

NO_VALUES = (0.0, 1.0)
"""The range of a panel of values that these pictures do not have."""


@dataclass(frozen=True, eq=False)
class Beginning:
    """The first iterate of a run."""

    x: Floats
    f: Floats
    gradient: Floats


def racer_columns(runs: Walks, window: Box, every: int) -> Columns:
    """The rows of all runs, with the order they were named in, and the value or, outside, the place."""
    sides = racer_places(len(runs))
    order = np.empty(max(sides) + 1, dtype=np.int8)
    order[list(sides)] = np.arange(len(sides))
    columns = _columns(runs, window, sides, every)
    shown = [(run, k) for run in runs.values() for k in shown_steps(_known(run), every)]
    beyond = np.column_stack([columns["ox"], columns["oy"]])[:, : shown[0][0].x.shape[1]] != 0
    words = [_words(run, k, away) for (run, k), away in zip(shown, beyond, strict=True)]
    return {**columns, "order": order[columns["side"].astype(np.intp)], "words": np.array(words)}


def _words(run: Walk, k: int, away: NDArray[np.bool_]) -> str:
    """The value, or of a racer outside the picture the coordinates that took it there."""
    gone = [(name, number(float(part), 3)) for name, part in zip("xy", run.x[k], strict=False)]
    gone = [one for one, beyond in zip(gone, away, strict=True) if beyond]
    if len(gone) == 2:
        return f", ({gone[0][1]}, {gone[1][1]})"
    name, part = gone[0] if gone else ("f", number(float(run.f[k]), 4))
    return f", {name} = {part}"


def start_columns(runs: Walks, window: Box) -> Columns:
    """The common start, as a run of no steps."""
    first = next(iter(runs.values()))
    start = Beginning(first.x[:1], first.f[:1], first.gradient[:1])
    return _columns({"start": start}, window, (0,), 1)


def _columns(runs: Walks, window: Box, sides: tuple[int, ...], every: int) -> Columns:
    if next(iter(runs.values())).x.shape[1] == 1:
        return curve_path_columns(runs, window, sides, every)
    return plane_path_columns(runs, window, NO_VALUES, sides, every)


def _known(run: Walk) -> int:
    """How many iterates come before the first without finite coordinates."""
    return int(np.isfinite(run.x).all(axis=1).cumprod().sum())
