"""Fewer vertices, the same line: Douglas and Peucker's simplification, all pieces at once."""

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]


def kept_vertices(u: FloatArray, v: FloatArray, *, fixed: BoolArray, tolerance: float) -> BoolArray:
    """Which vertices of the polyline (uᵢ, vᵢ) are enough to stay within `tolerance` of all of them.

    `fixed` vertices always stay, among them the first and the last; every piece between two kept vertices
    is split at the vertex farthest from its chord until none is farther than `tolerance` (same unit as u
    and v, which must be finite wherever `fixed` is false). Shapes (n,) → (n,).
    Douglas and Peucker, Cartographica 10 (1973) 112–122.

    >>> u, v = np.array([0.0, 1.0, 2.0, 3.0]), np.array([0.0, 0.01, 0.0, 5.0])
    >>> kept_vertices(u, v, fixed=np.array([True, False, False, True]), tolerance=0.1).tolist()
    [True, False, True, True]
    """
    kept = fixed.copy()
    open_ = np.flatnonzero(~kept)
    while open_.size:
        ends = np.flatnonzero(kept)
        piece = np.searchsorted(ends, open_) - 1
        distance = _chord_distance(u, v, open_, ends[piece], ends[piece + 1])
        first = np.flatnonzero(np.diff(piece, prepend=-1))
        farthest = np.repeat(np.maximum.reduceat(distance, first), np.diff(first, append=piece.size))
        split = (distance == farthest) & (farthest > tolerance)
        kept[open_[split]] = True
        open_ = open_[(farthest > tolerance) & ~split]
    return kept


def _chord_distance(
    u: FloatArray, v: FloatArray, point: NDArray[np.intp], start: NDArray[np.intp], end: NDArray[np.intp]
) -> FloatArray:
    """Distance of each point from its chord, the segment start–end (a mere point when the two coincide)."""
    along_u, along_v = u[end] - u[start], v[end] - v[start]
    from_u, from_v = u[point] - u[start], v[point] - v[start]
    length = np.maximum(along_u**2 + along_v**2, np.finfo(np.float64).tiny)
    share = np.clip((from_u * along_u + from_v * along_v) / length, 0.0, 1.0)
    return np.hypot(from_u - share * along_u, from_v - share * along_v)
