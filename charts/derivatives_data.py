"""The numbers of the panels of f, f′, f″ …: curves cut at their panel's edge, tangents, dots and marks."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from charts.clipping import Box, Floats, cut_segments
from charts.curve_path import Curve
from charts.picture import Columns
from charts.screen import place_type
from core.derivative_facts.monotony import Stretch
from core.derivative_facts.tangents import Tangents
from core.derivative_facts.turning import CriticalPoint
from core.numbers import number, related

SIGNS = {"rising": 1, "falling": -1, "constant": 0, "undefined": 0, "unsettled": 0}

MOST_NAMES = 8
"""With more turns their names would cover the curve."""

Heights = tuple[tuple[float, float], ...]


def panel_rows(curve: Curve, box: Box, signs: NDArray[np.int8] | None = None) -> Columns:
    """x, y, piece and sign of a curve inside its panel, cut where it leaves it.

    Panels share one view, which clips at its own edge only. `signs` holds one sign for each of the n − 1
    segments; where it changes a new piece begins, at the same vertex.

    >>> class Line:
    ...     x, y = np.array([0.0, 1.0, 2.0]), np.array([0.0, 1.0, 2.0])
    >>> rows = panel_rows(Line(), ((0.0, 2.0), (0.0, 1.5)))
    >>> rows["x"].tolist(), rows["piece"].tolist()
    ([0.0, 1.0, 1.5], [0, 0, 0])
    """
    points = np.column_stack([curve.x, curve.y])
    start, end, inside = cut_segments(points[:-1], points[1:], box)
    sign = np.zeros(len(start), dtype=np.int8) if signs is None else signs
    kept = np.flatnonzero(inside)
    start, end, sign = start[kept], end[kept], sign[kept]
    goes_on = np.zeros(len(kept), dtype=np.bool_)
    if len(kept):
        meets = (end[:-1] == start[1:]).all(axis=1) & (np.diff(kept) == 1)
        goes_on[1:] = meets & (sign[:-1] == sign[1:])
    piece = np.cumsum(~goes_on) - 1
    first = np.flatnonzero(~goes_on)
    return {
        "x": np.insert(end[:, 0], first, start[first, 0]).astype(place_type(box[0])),
        "y": np.insert(end[:, 1], first, start[first, 1]).astype(place_type(box[1])),
        "piece": np.insert(piece, first, piece[first]).astype(np.int32),
        "sign": np.insert(sign, first, sign[first]),
    }


def segment_signs(curve: Curve, stretches: Sequence[Stretch]) -> NDArray[np.int8]:
    """The sign of f′ for each segment of a curve, by the stretch in which its middle lies."""
    borders = np.array([part.high for part in stretches[:-1]])
    signs = np.array([SIGNS[part.direction] for part in stretches], dtype=np.int8)
    middles = (curve.x[:-1] + curve.x[1:]) / 2
    return signs[np.searchsorted(borders, middles)]


def tangent_rows(found: Tangents, box: Box) -> Columns:
    """One row per place with a value: the tangent's ends inside the panel of f, and what it says."""
    known = np.flatnonzero(np.isfinite(found.values[0]))
    x, y, slope = found.x[known], found.values[0][known], found.values[1][known]
    start, end, inside = tangent_ends(x, y, slope, box)
    return {
        "k": known.astype(np.int16),
        "x": x,
        "x0": np.where(inside, start[:, 0], 0.0),
        "y0": np.where(inside, start[:, 1], 0.0),
        "x1": np.where(inside, end[:, 0], 0.0),
        "y1": np.where(inside, end[:, 1], 0.0),
        "drawn": inside,
        "says": np.array([_says(*row) for row in zip(x, y, slope, strict=True)], dtype=np.str_),
    }


def dot_rows(found: Tangents, boxes: Sequence[Box]) -> Columns:
    """The point of every order at every place, where its panel shows it."""
    ks, panels, xs, ys = [], [], [], []
    for panel, (box, values) in enumerate(zip(boxes, found.values, strict=True)):
        shown = np.flatnonzero((values >= box[1][0]) & (values <= box[1][1]))
        ks.append(shown)
        panels.append(np.full(shown.size, panel))
        xs.append(found.x[shown])
        ys.append(values[shown])
    return {
        "k": np.concatenate(ks).astype(np.int16),
        "panel": np.concatenate(panels).astype(np.int8),
        "x": np.concatenate(xs),
        "y": np.concatenate(ys),
    }


def turning_rows(points: Sequence[CriticalPoint], box: Box) -> Columns:
    """Where f turns or is level, named where they are few: `above` the point or below it.

    `level` says whether f′ = 0 there."""
    low, high = box[1]
    shown = [point for point in points if low <= point.value <= high]
    few = len(shown) <= MOST_NAMES
    ceiling = high - 0.12 * (high - low)
    return {
        "x": np.array([point.x for point in shown], dtype=np.float64),
        "y": np.array([point.value for point in shown], dtype=np.float64),
        "kind": np.array([point.kind for point in shown], dtype=np.str_),
        "name": np.array([point.kind if few else "" for point in shown], dtype=np.str_),
        "above": np.array(
            [point.kind == "maximum" and point.value < ceiling for point in shown], dtype=np.bool_
        ),
        "level": np.array([point.is_stationary for point in shown], dtype=np.bool_),
    }


def tangent_ends(x: Floats, y: Floats, slope: Floats, box: Box) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    """The lines through (x, y) with these slopes, cut to the box; none beyond float64."""
    left, right = box[0]
    with np.errstate(over="ignore", invalid="ignore"):  # far out a line may leave float64
        first, last = y + slope * (left - x), y + slope * (right - x)
    known = np.isfinite(first) & np.isfinite(last)
    start, end = (
        np.column_stack([np.full_like(x, side), np.where(known, height, 0.0)])
        for side, height in ((left, first), (right, last))
    )
    start, end, inside = cut_segments(start, end, box)
    return start, end, inside & known


def _says(x: float, y: float, slope: float) -> str:
    there = "no slope" if np.isnan(slope) else f"slope {number(float(slope), 4)}"
    return f"{related(float(x), 'x', 4)}: {related(float(y), 'f', 4)}, {there}"
