"""The numbers of the zoom picture: curve, dots, approaches, bands and labels, each row with its level k."""

import math
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from charts.picture import Columns
from core.limiting.no_delta import Witness
from core.limiting.zoom import Level, Zoom
from core.numbers import number

MARKS = (0.9, 0.6, 0.35)  # about where the approaches are marked, in units of u
PLACES = ("left", "point", "right", "bottom", "middle", "top", "note")
"""Where words stand in the picture: x below both sides and the point, y at three heights, a note."""

_EDGE = 1.0 + 1e-9


class Bands(Protocol):
    """ε and δ around a limit; `core.epsilon_delta.EpsilonDelta` is one."""

    @property
    def limit(self) -> float: ...
    @property
    def epsilon(self) -> float: ...
    @property
    def delta(self) -> float | None: ...


def curve_rows(zoom: Zoom) -> Columns:
    """u, v, level and piece of the curve; pieces are counted through all levels."""
    us, vs, ks, pieces, count = [], [], [], [], 0
    for k, level in enumerate(zoom.levels):
        gap = ~(np.isfinite(level.u) & np.isfinite(level.v))
        piece = count + np.cumsum(gap)
        us.append(level.u[~gap])
        vs.append(level.v[~gap])
        pieces.append(piece[~gap])
        ks.append(np.full(us[-1].size, k))
        count = int(piece[-1]) + 1 if piece.size else count
    return {
        "u": np.concatenate(us).astype(np.float32),
        "v": np.concatenate(vs).astype(np.float32),
        "k": np.concatenate(ks).astype(np.int16),
        "piece": np.concatenate(pieces).astype(np.int32),
    }


def dot_rows(zoom: Zoom, value: Any, limits: Sequence[Any]) -> Columns:
    """The filled dot at f(a) and open ones at the limits that differ from it, where the window shows them."""
    rows: list[tuple[int, float, bool]] = []
    for k, level in enumerate(zoom.levels):
        at = zoom.height(value, level) if value is not None and value == value else math.nan
        heights = [(zoom.height(limit, level), False) for limit in dict.fromkeys(limits)]
        open_ = [pair for pair in heights if not abs(pair[0] - at) <= 0.01]
        rows += [(k, v, filled) for v, filled in [*open_, (at, True)] if abs(v) <= _EDGE]
    return _columns(rows, ("k", np.int16), ("v", np.float64), ("filled", np.bool_))


def approach_rows(zoom: Zoom) -> Columns:
    """Marks on the curve on the way to the point; `side` is −1 left of it and 1 right of it.

    ∞ lies right of the whole window, −∞ left of it.
    """
    rows: list[tuple[int, float, float, int]] = []
    point = float(zoom.point)
    for k, level in enumerate(zoom.levels):
        for side in (-1, 1):
            own = level.looks[np.sign(level.looks[:, 0]) == side]
            for mark in MARKS if own.size else ():
                u, v = own[int(np.argmin(np.abs(np.abs(own[:, 0]) - mark)))]
                rows.append(
                    (k, float(u), float(v), -int(math.copysign(1, point)) if math.isinf(point) else side)
                )
    return _columns(rows, ("k", np.int16), ("u", np.float64), ("v", np.float64), ("side", np.int16))


def band_rows(zoom: Zoom, bands: Bands | None, sides: tuple[bool, bool]) -> Columns:
    """The two bands cut to each window: L − ε … L + ε, and a − δ … a + δ on the sides that count."""
    rows = []
    if bands is not None and math.isfinite(bands.limit):
        rows = [(k, *_band(zoom, level, bands, sides)) for k, level in enumerate(zoom.levels)]
    names = ("low", "high", "left", "right")
    return _columns(rows, ("k", np.int16), *((name, np.float64) for name in names))


def _band(zoom: Zoom, level: Level, bands: Bands, sides: tuple[bool, bool]) -> list[float]:
    """low, high, left and right in one window; a side that does not count, and a missing δ, end at 0."""
    heights = [zoom.height(bands.limit + sign * bands.epsilon, level) for sign in (-1, 1)]
    ends = (0.0, 0.0) if bands.delta is None else zoom.band(bands.delta, level)
    places = [end if counts else 0.0 for end, counts in zip(ends, sides, strict=True)]
    return [min(max(end, -1.0), 1.0) for end in (*heights, *places)]


def witness_rows(zoom: Zoom, witnesses: Sequence[Witness]) -> Columns:
    """Two places too far apart in every window that can show them: `witnesses` for δ = 0.1, 0.01, …

    Toward ±∞ the places for δ = 10^−j lie between 10^j and 10^(j+1), in the window of level j + 1.
    """
    rows: list[tuple[int, float, float]] = []
    first = 2 if math.isinf(float(zoom.point)) else 1
    for k, level in enumerate(zoom.levels):
        for place in (
            witnesses[max(k, 1) - first].places if first <= max(k, 1) < len(witnesses) + first else ()
        ):
            left, right = zoom.band(place.distance, level)
            u, v = left if place.side == "left" else right, zoom.height(place.value, level)
            if abs(u) <= _EDGE and abs(v) <= _EDGE:
                rows.append((k, u, v))
    return _columns(rows, ("k", np.int16), ("u", np.float64), ("v", np.float64))


def label_rows(zoom: Zoom) -> Columns:
    """What stands at each of the `PLACES` of each window."""
    rows: list[tuple[int, int, str]] = []
    point, middle = float(zoom.point), float(zoom.middle)
    for k, level in enumerate(zoom.levels):
        left, right = _ends(point, level)
        bottom, top = (_away(middle, sign * level.half_height) for sign in (-1, 1))
        at = "" if math.isinf(point) else f"a = {number(point)}"
        texts = (left, at, right, bottom, number(middle), top, _note(level))
        rows += [(k, place, says) for place, says in enumerate(texts)]
    return _columns(rows, ("k", np.int16), ("place", np.int8), ("says", np.str_))


def _ends(a: float, level: Level) -> tuple[str, str]:
    if math.isinf(a):
        size = number(level.half_width)
        return ("0", size) if a > 0 else (f"−{size}", "0")
    return _away(a, -level.half_width), _away(a, level.half_width)


def _away(middle: float, step: float) -> str:
    """The number middle + step as it can be read: whole for large steps, in two parts for small ones."""
    size = number(abs(step), 3)
    if middle == 0.0:
        return f"−{size}" if step < 0 else size
    if abs(step) > 1e-3 * abs(middle):
        return number(middle + step, 4)
    return f"{number(middle, 6)} {'−' if step < 0 else '+'} {size}"


def _note(level: Level) -> str:
    return "drawn in many digits: float64 has too few here" if level.precise else ""


def _columns(rows: Iterable[tuple[Any, ...]], *types: tuple[str, type[np.generic]]) -> Columns:
    """One column per name, also when there are no rows."""
    listed = list(rows)
    made: dict[str, NDArray[np.generic]] = {}
    for i, (name, kind) in enumerate(types):
        made[name] = np.array([row[i] for row in listed], dtype=kind)
    return made
