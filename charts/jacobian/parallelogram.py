"""A square and its image, side by side: a slider shrinks the square until its image is the parallelogram."""

from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Floats
from charts.inner_slider import SEED, inner_slider, seed_columns
from charts.jacobian.panels import SLIDER, image_panel, layout, readout, square_panel
from charts.palette import palette
from charts.picture import Columns, Picture
from charts.theme import settings
from core.jacobian import Squares
from core.numbers import number, related, rounded_point

LARGEST_SQUARE = 2.5
"""Half the side of the left panel in sides of the square; what is wider has a scale of its own."""

_USUAL = 12
"""The stop whose image fits into the picture although those before it may not."""


def parallelogram_chart(*, squares: Squares, seed: int = 0, dark: bool = False, height: int = 330) -> Picture:
    """The square at the left, at the right its true image and the parallelogram of J, both over its side.

    Both panels have equal units on both axes, and the same unit unless the image is far larger. `seed` is the
    number of the square to start with.
    """
    last = len(squares.side) - 1
    box = image_box(squares)
    inputs = squares.local.function.inputs
    return Picture(
        spec=_template(inputs, last, dark, height),
        data={
            "frame": _frame_columns(box),
            "images": image_columns(squares, box),
            "columns": arrow_columns(squares.local.matrix),
            "corners": corner_columns(squares.local.matrix),
            "sizes": {"k": np.arange(last + 1, dtype=np.int16), "says": np.array(_readouts(squares))},
            SEED: seed_columns(seed, last, _words(squares)),
        },
        alt=f"A square in {inputs[0]} and {inputs[1]}, its image, and the parallelogram of the Jacobian.",
    )


def image_box(squares: Squares) -> tuple[float, float, float]:
    """The middle and half the side of what the right panel shows.

    All images if they are not much larger than the parallelogram or the square, else those from side 0.1 on.
    """
    corners = squares.linear.reshape(-1, 2)
    corners = corners if np.isfinite(corners).all() else np.zeros((1, 2))
    low, high = corners.min(axis=0), corners.max(axis=0)
    middle = (low + high) / 2
    away = np.abs(squares.images - middle).reshape(len(squares.side), -1)
    reach = np.where(np.isnan(away), 0.0, away).max(axis=1)
    own = float((high - low).max()) / 2
    half = 1.12 * max(own, min(float(reach.max()), max(1.0, 2 * own, float(reach[_USUAL]))))
    return float(middle[0]), float(middle[1]), half or 1.0


def image_columns(squares: Squares, box: tuple[float, float, float]) -> Columns:
    """The vertices of all images inside the box: k, x, y, piece, and whether that is a side of the square."""
    stops, lines, vertices, _ = squares.images.shape
    x, y = squares.images.reshape(-1, 2).T
    inside = np.maximum(np.abs(x - box[0]), np.abs(y - box[1])) <= box[2]
    starts = np.tile(np.arange(vertices) == 0, stops * lines)
    side = np.tile(np.repeat(np.arange(lines) % 3 != 1, vertices), stops)
    return {
        "k": np.repeat(np.arange(stops, dtype=np.int16), lines * vertices)[inside],
        "x": x[inside].astype(np.float32),
        "y": y[inside].astype(np.float32),
        "piece": np.cumsum(starts | ~inside)[inside].astype(np.int32),
        "side": side[inside],
    }


def arrow_columns(matrix: Floats) -> Columns:
    """One row per column of J that exists and is not 0: its end, its direction, and its number."""
    ends = matrix.T
    length = np.hypot(*ends.T)
    shown = np.isfinite(length) & (length > 0)
    x, y = ends[shown].T
    return {
        "x0": np.zeros_like(x),
        "y0": np.zeros_like(y),
        "x": x,
        "y": y,
        "across": x / length[shown],
        "up": y / length[shown],
        "turn": np.degrees(np.arctan2(x, y)),
        "nth": np.array([1, 2], dtype=np.int8)[shown],
    }


def corner_columns(matrix: Floats) -> Columns:
    """The parallelogram's corners in order; none where J does not exist."""
    first, second = matrix.T
    corners = np.stack([np.zeros(2), first, first + second, second])
    corners = corners if np.isfinite(corners).all() else corners[:0]
    return {"x": corners[:, 0], "y": corners[:, 1]}


def _frame_columns(box: tuple[float, float, float]) -> Columns:
    x, y, half = box
    own = min(max(half, 0.75), LARGEST_SQUARE)
    ends = {"low": 0.5 - own, "high": 0.5 + own, "nought": 0.0, "half": 0.5, "unit": 1.0}
    image = {"left": x - half, "right": x + half, "bottom": y - half, "top": y + half}
    return {name: np.array([value]) for name, value in {**ends, **image}.items()}


def _readouts(squares: Squares) -> list[str]:
    value = squares.local.determinant
    known = "" if value is None or np.isnan(value) else f"; {related(value, 'det J')}"
    return [
        f"side {number(side, 3)}: "
        + ("its image has gaps" if np.isnan(area) else f"area × {number(area, 4)}")
        + known
        for side, area in zip(squares.side.tolist(), squares.area.tolist(), strict=True)
    ]


def _words(squares: Squares) -> str:
    local, readouts = squares.local, _readouts(squares)
    where = rounded_point(local.point, local.function.inputs)
    start = f"A square with a corner at {where} and its image. {readouts[0].capitalize()}."
    return f"{start} {local.missing or readouts[-1].capitalize() + '.'}"


@lru_cache(maxsize=16)
def _template(inputs: tuple[str, ...], last: int, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    return {
        **settings(ink),
        "height": height,
        "params": [*inner_slider(SLIDER, "smaller square", last), *layout()],
        "layer": [square_panel(ink, inputs), image_panel(ink), readout(ink)],
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
    }
