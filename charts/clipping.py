"""What of a path lies inside the window: segments cut at the frame, points outside set on its edge."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Box = tuple[tuple[float, float], tuple[float, float]]


def cut_segments(a: Floats, b: Floats, box: Box) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    """The parts of the segments a→b, (n, 2) each, inside the box, and which of them have any (n,).

    Liang and Barsky, "A New Concept and Method for Line Clipping" (1984): the parameters t at which a segment
    enters and leaves each of the two strips; inside both is between the last entry and the first exit.
    A segment with an end that is not finite has no part.

    >>> a, b = np.array([[0.0, 0.0]]), np.array([[4.0, 0.0]])
    >>> [part.tolist() for part in cut_segments(a, b, ((-1.0, 1.0), (-1.0, 1.0)))]
    [[[0.0, 0.0]], [[1.0, 0.0]], [True]]
    """
    whole: NDArray[np.bool_] = np.isfinite(np.concatenate([a, b], axis=1)).all(axis=1)
    start, end = np.where(whole[:, None], a, 0.0), np.where(whole[:, None], b, 0.0)
    low, high = np.array(box).T
    # Halves, because the difference of two finite numbers may not be finite.
    half = end / 2 - start / 2
    still = half == 0
    slope = np.where(still, 1.0, half)
    with np.errstate(over="ignore"):
        at_low, at_high = (low / 2 - start / 2) / slope, (high / 2 - start / 2) / slope
    between = (low <= start) & (start <= high)
    enter = np.where(still, np.where(between, 0.0, np.inf), np.minimum(at_low, at_high))
    leave = np.where(still, np.where(between, 1.0, -np.inf), np.maximum(at_low, at_high))
    first, last = np.maximum(enter.max(axis=1), 0.0), np.minimum(leave.min(axis=1), 1.0)
    has = whole & (first < last)
    t0, t1 = np.where(has, first, 0.0)[:, None], np.where(has, last, 0.0)[:, None]
    return _along(start, end, t0, box), _along(start, end, t1, box), has


def onto_box(points: Floats, box: Box) -> tuple[Floats, NDArray[np.int8]]:
    """The nearest place in the box for each point (n, 2), and on which side of it the point lies (n, 2).

    The side is −1, 0 or 1 for each coordinate; both 0 means inside. ±∞ is beyond the edge, NaN is set on the
    lower edge with side 0.

    >>> place, side = onto_box(np.array([[3.0, 0.5]]), ((0.0, 1.0), (0.0, 1.0)))
    >>> place.tolist(), side.tolist()
    ([[1.0, 0.5]], [[1, 0]])
    """
    low, high = np.array(box).T
    side = (points > high).astype(np.int8) - (points < low).astype(np.int8)
    known = np.where(np.isnan(points), low, points)
    return np.clip(known, low, high), side


def _along(start: Floats, end: Floats, t: Floats, box: Box) -> Floats:
    """start·(1 − t) + end·t, held to the box against rounding."""
    low, high = np.array(box).T
    place: Floats = np.clip(start * (1 - t) + end * t, low, high)
    return place
