"""The rows behind the picture of convergence: what is left, where each line ends, and what was foretold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, isfinite, log10

import numpy as np
from numpy.typing import NDArray

from charts.clipping import Floats, cut_segments
from charts.log_axis import exponents
from charts.picture import Columns
from charts.scrubber import shown_steps
from core.numbers import number

MEASURES = ("distance", "gap")
ROUNDING = 1e-12
LEAST_DECADES = 3
SNAP = 4
LOWEST = -17

STAYS, LEAVES, VANISHES, UNDEFINED = 0, 1, -1, 2
LABEL = (0.21, 0.062)
"""Width and height of a label as parts of the panel."""

Range = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Line:
    """One run's way down: `place` in its family (0 is the chosen one), its name, and exponents (k+1,).

    −∞ is a value that rounding cannot tell from zero or below it; `values` are the numbers themselves.
    """

    place: int
    name: str
    values: Floats
    exponent: Floats


def line(place: int, name: str, values: Floats) -> Line:
    """What is left below a 10⁻¹² of what there was at the start counts as nothing."""
    start = values[0] if isfinite(values[0]) and values[0] > 0 else 0.0
    return Line(place, name, values, exponents(values, ROUNDING * float(start)))


def decades(lines: Sequence[Line]) -> Range:
    """The axis: from a decade above the start down to the least that is left, in jumps of four decades.

    Values above the start do not count: what grows leaves the picture.
    """
    every = np.concatenate([item.exponent for item in lines])
    start = float(lines[0].exponent[0])
    if not isfinite(start):
        start = 0.0
    top = ceil(start + 0.5)
    least = float(np.min(every[np.isfinite(every)], initial=start))
    bottom = min(SNAP * floor(least / SNAP), top - LEAST_DECADES)
    return max(bottom, min(LOWEST, top - LEAST_DECADES)), top


def line_columns(lines: Mapping[str, Sequence[Line]], axes: Mapping[str, Range], every: int = 1) -> Columns:
    """A row for every so many steps of every run in both measures, until its value stops being a number."""
    parts = [
        _rows(measure, item, axes[name], every)
        for measure, name in enumerate(MEASURES)
        for item in lines[name]
    ]
    return {column: np.concatenate([part[column] for part in parts]) for column in parts[0]}


def _rows(measure: int, item: Line, axis: Range, every: int) -> dict[str, NDArray[np.generic]]:
    kept = shown_steps(max(_known(item.exponent), 1), every)
    left = item.exponent[kept]
    exponent = np.nan_to_num(left, nan=axis[0], neginf=axis[0], posinf=axis[1])
    outside = (exponent > axis[1]).astype(np.int8) - (left < axis[0])
    return {
        "measure": np.full(len(kept), measure, dtype=np.int8),
        "side": np.full(len(kept), item.place, dtype=np.int8),
        "run": np.full(len(kept), item.name),
        "k": kept.astype(np.int16),
        "last": np.full(len(kept), kept[-1], dtype=np.int16),
        "at": exponent.astype(np.float32),
        "outside": outside.astype(np.int8),
        "drawn": kept < _seen(item, axis),
        "says": _texts(item.values[kept]) if item.place == 0 else np.full(len(kept), ""),
    }


def _known(exponent: Floats) -> int:
    """How many values come before the first that is not a number or beyond float64."""
    usable = ~(np.isnan(exponent) | (exponent == np.inf))
    return int(usable.cumprod().sum())


def _seen(item: Line, axis: Range) -> int:
    """How many values to draw: up to the first after which none is inside the axis."""
    inside = np.flatnonzero((item.exponent >= axis[0]) & (item.exponent <= axis[1]))
    return min(int(inside[-1]) + 2 if len(inside) else 1, max(_known(item.exponent), 1))


def _texts(values: Floats) -> NDArray[np.str_]:
    return np.array([number(value, 4) for value in values.tolist()], dtype=np.str_)


def end_columns(lines: Mapping[str, Sequence[Line]], axes: Mapping[str, Range], steps: int) -> Columns:
    """Where each line was last seen, how it ended, and a place for its name that no other name has."""
    rows = []
    for measure, name in enumerate(MEASURES):
        low, high = axes[name]
        taken: list[tuple[float, float]] = []
        for item in lines[name]:
            k, at, ending = _end(item, axes[name])
            across, up = k / steps, (at - low) / (high - low)
            spot = _free(across, up, taken)
            taken.append((across, spot))
            rows.append((measure, item.place, item.name, k, at, ending, low + spot * (high - low)))
    measures, sides, names, ks, ats, endings, spots = zip(*rows, strict=True)
    return {
        "measure": np.array(measures, dtype=np.int8),
        "side": np.array(sides, dtype=np.int8),
        "run": np.array(names, dtype=np.str_),
        "k": np.array(ks, dtype=np.float32),
        "at": np.array(ats, dtype=np.float32),
        "ending": np.array(endings, dtype=np.int8),
        "beside": np.array(spots, dtype=np.float32),
    }


def _end(item: Line, axis: Range) -> tuple[float, float, int]:
    """The last place of a line inside the axis, and how it ends there."""
    count = _seen(item, axis)
    low, high = axis
    exponent = np.nan_to_num(item.exponent[:count], nan=low, neginf=low, posinf=high)
    way = np.column_stack([np.arange(count, dtype=np.float64), exponent])
    _, ends, drawn = cut_segments(way[:-1], way[1:], ((0.0, float(max(count - 1, 1))), axis))
    if not drawn.any():
        return 0.0, float(np.clip(exponent[0], low, high)), _ending(item.exponent, axis)
    k, at = ends[np.flatnonzero(drawn)[-1]].tolist()
    return k, at, _ending(item.exponent, axis)


def _ending(exponent: Floats, axis: Range) -> int:
    """Whether a line stays, leaves upwards, vanishes below, or goes where f has no value."""
    count = _known(exponent)
    last = exponent[max(count, 1) - 1]
    if last < axis[0]:
        return VANISHES
    if last > axis[1] or np.any(exponent[count : count + 1] == np.inf):
        return LEAVES
    return UNDEFINED if count < len(exponent) else STAYS


def _free(across: float, up: float, taken: Sequence[tuple[float, float]]) -> float:
    """The height nearest to `up`, inside the panel, where a name collides with none of the others."""
    width, height = LABEL
    near = [other for at, other in taken if abs(at - across) < width]
    candidates = [up, *(up + turn * n * height / 2 for n in range(1, 33) for turn in (-1, 1))]
    inside = [spot for spot in candidates if height / 2 <= spot <= 1 - height / 2]
    free = (spot for spot in inside if all(abs(spot - other) >= height * 0.999 for other in near))
    return next(free, up)


def predicted_columns(
    factor: float | None, chosen: Mapping[str, Line], axes: Mapping[str, Range], steps: int
) -> Columns:
    """The line foretold by a constant factor per step, factor² for the gap, cut at the axis.

    Without a factor, or without a distance to begin with, there is no row.
    """
    rows = []
    for measure, name in enumerate(MEASURES):
        first = float(chosen[name].exponent[0])
        if factor is None or not isfinite(factor) or not isfinite(first):
            continue
        power = factor if name == "distance" else factor * factor
        end = (float(steps), first + steps * log10(power)) if power > 0 else (1.0, float(axes[name][0]))
        a, b, _ = cut_segments(np.array([[0.0, first]]), np.array([end]), ((0.0, float(steps)), axes[name]))
        rows.append((measure, *a[0].tolist(), *b[0].tolist(), number(power, 4)))
    measures, ks, ats, ends, ends_at, says = zip(*rows, strict=True) if rows else ([],) * 6
    return {
        "measure": np.array(measures, dtype=np.int8),
        "k": np.array(ks, dtype=np.float32),
        "at": np.array(ats, dtype=np.float32),
        "k_end": np.array(ends, dtype=np.float32),
        "at_end": np.array(ends_at, dtype=np.float32),
        "says": np.array(says, dtype=np.str_),
    }
