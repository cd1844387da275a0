"""The columns behind a row of paths: each row of data with the number k of its path."""

from collections.abc import Iterator

import numpy as np

from charts.clipping import Box
from charts.picture import Columns
from charts.screen import place_type
from core.limiting.plane import PathLimit, Row

_USUAL = (0.02, 0.98)
_SPARE = 0.1


def value_span(row: Row) -> tuple[float, float]:
    """The range of f to show: what is usual on the paths, and every finite limit, with a tenth to spare."""
    values = np.concatenate([walk.value for walk in row.walks])
    known = values[np.isfinite(values)]
    usual = np.quantile(known, _USUAL) if known.size else np.zeros(1)
    every = np.concatenate([usual, [value for limit in row.limits for value in _finite_ends(limit)]])
    low, high = float(every.min()), float(every.max())
    spare = (high - low) * _SPARE or max(abs(high), 1.0) / 2
    return low - spare, high + spare


def path_columns(row: Row, window: Box) -> Columns:
    """The places of every path; t orders them."""
    return {
        "k": _numbers([walk.t.size for walk in row.walks]),
        "t": np.concatenate([walk.t for walk in row.walks]).astype(np.float32),
        "x": np.concatenate([walk.x for walk in row.walks]).astype(place_type(window[0])),
        "y": np.concatenate([walk.y for walk in row.walks]).astype(place_type(window[1])),
    }


def value_columns(row: Row, values: tuple[float, float]) -> Columns:
    """The values along every path, in pieces that end where f has no value or leaves the range."""
    t, value = (np.concatenate([getattr(walk, name) for walk in row.walks]) for name in ("t", "value"))
    seen = (value >= values[0]) & (value <= values[1])
    return {
        "k": _numbers([walk.t.size for walk in row.walks])[seen],
        "t": t[seen].astype(np.float32),
        "value": value[seen].astype(place_type(values)),
        "piece": np.cumsum(~seen)[seen].astype(np.int32),
    }


def end_columns(row: Row, values: tuple[float, float]) -> Columns:
    """The finite limits along every path, at t = 0: one, or two where the ends differ."""
    rows = [(k, value) for k, limit in enumerate(row.limits) for value in _finite_ends(limit)]
    return {
        "k": np.array([k for k, _ in rows], dtype=np.int16),
        "t": np.zeros(len(rows), dtype=np.float32),
        "value": np.array([value for _, value in rows], dtype=place_type(values)),
    }


def readout_columns(row: Row) -> Columns:
    """What each path says: its equation, and what f does along it."""
    return {
        "k": np.arange(len(row.limits), dtype=np.int16),
        "says": np.array([f"Along {limit.path.name}, {limit.clause}." for limit in row.limits]),
    }


def _finite_ends(limit: PathLimit) -> Iterator[float]:
    if limit.value is not None:
        yield float(limit.value)
        return
    yield from (float(end.limit) for end in (limit.left, limit.right) if end.kind == "finite")


def _numbers(sizes: list[int]) -> np.ndarray[tuple[int], np.dtype[np.int16]]:
    return np.repeat(np.arange(len(sizes), dtype=np.int16), sizes)
