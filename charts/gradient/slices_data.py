"""The numbers of the cuts: curves inside their panel, and the tangents for every place of the slider."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from charts.clipping import Box, Floats
from charts.curve_path import Curve
from charts.derivatives_data import panel_rows, tangent_ends
from charts.picture import Columns
from core.numbers import related
from core.sampling.polyline import kept_vertices
from core.slopes.sampled import Cuts

PANEL = (600.0, 200.0)
"""Pixels of a panel at most, across and up."""

TOLERANCE = 0.4
"""Pixels that a curve may be off."""


def cut_columns(cuts: Cuts, box: Box) -> Columns:
    """All cuts along x, one after the other; k is the slider's place."""
    parts = [_rows(curve, box, k) for k, curve in enumerate(cuts.along_x)]
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def upward_columns(cuts: Cuts, box: Box) -> Columns:
    """The one cut along y."""
    return _rows(cuts.along_y, box, 0)


def frame_rows(cuts: Cuts, across: Box, upward: Box) -> Columns:
    """One row for each place of the slider: where the cuts meet, both tangents, and what they say.

    x0, y0, x1, y1 is the tangent of the cut along x, u0, v0, u1, v1 of the one along y.
    """
    value = np.where(np.isfinite(cuts.value), cuts.value, 0.0)
    low, high = cuts.heights
    fx, fy = cuts.slopes.T
    known = np.isfinite(cuts.value)
    px = np.full(cuts.at.size, cuts.point[0])
    start, end, inside = tangent_ends(px, value, fx, across)
    bottom, top, within = tangent_ends(cuts.at, value, fy, upward)
    return {
        "k": np.arange(cuts.at.size, dtype=np.int8),
        "px": px,
        "at": cuts.at,
        "z": value,
        "seen": known & (value >= low) & (value <= high),
        **_ends(("x", "y"), start, end),
        "drawn": inside & known,
        **_ends(("u", "v"), bottom, top),
        "rises": within & known,
        "says_x": _says("y", cuts.at, "x", fx),
        "says_y": _says("x", px, "y", fy),
        "high": cuts.at > sum(upward[0]) / 2,
        "name_y": np.array([related(float(at), "y", 3) for at in cuts.at]),
        "name_x": np.array([related(float(at), "x", 3) for at in px]),
    }


def _ends(names: tuple[str, str], start: Floats, end: Floats) -> Columns:
    a, b = names
    return {f"{a}0": start[:, 0], f"{b}0": start[:, 1], f"{a}1": end[:, 0], f"{b}1": end[:, 1]}


def _says(held: str, at: Floats, along: str, slope: Floats) -> NDArray[np.str_]:
    """y = 3: ∂f/∂x = 4."""
    rows = zip(at.tolist(), slope.tolist(), strict=True)
    return np.array([f"{related(value, held, 3)}: {_partial(along, found)}" for value, found in rows])


def _partial(along: str, slope: float) -> str:
    return f"no ∂f/∂{along}" if np.isnan(slope) else related(slope, f"∂f/∂{along}", 4)


@lru_cache(maxsize=512)
def _rows(curve: Curve, box: Box, k: int) -> Columns:
    """The vertices of one cut that the eye would miss; most curves are the same wherever the point is."""
    rows = panel_rows(curve, box)
    x, y, piece = (np.asarray(rows[name]) for name in ("x", "y", "piece"))
    u, v = (
        pixels * (places.astype(np.float64) - low) / (high - low)
        for pixels, places, (low, high) in zip(PANEL, (x, y), box, strict=True)
    )
    begins = np.diff(piece, prepend=-1) != 0
    ends = np.diff(piece, append=-1) != 0
    kept = kept_vertices(u, v, fixed=begins | ends, tolerance=TOLERANCE)
    return {
        "k": np.full(np.count_nonzero(kept), k, dtype=np.int8),
        "x": x[kept],
        "y": y[kept],
        "piece": piece[kept],
    }
