"""The plane under a picture: level curves with their numbers, axes with equal units, its size in pixels."""

from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from charts.clipping import Box, Floats
from charts.encodings import Layer, field
from charts.label_layers import NARROW, halo
from charts.palette import THIN_WIDTH, Palette
from charts.picture import Columns
from charts.screen import place_type
from charts.theme import fixed_scale
from core.numbers import number

GAP = 62
LABELLED = 3
LEAST_ROOM = 0.1
MOST_STRETCHED = 4.0
"""One side of the plane may be drawn at most so many times the other; beyond it units differ."""


class LevelCurves(Protocol):
    """Vertices of level curves, x, y, level and line (n,); `core.sampling.contours.LevelCurves` is one."""

    @property
    def x(self) -> Floats: ...
    @property
    def y(self) -> Floats: ...
    @property
    def level(self) -> Floats: ...
    @property
    def line(self) -> NDArray[np.int64]: ...


def level_columns(levels: LevelCurves, window: Box) -> Columns:
    """Vertices with `shade`, the level's rank from 0 (lowest) to 1 (highest)."""
    _, rank = np.unique(levels.level, return_inverse=True)
    return {
        "x": levels.x.astype(place_type(window[0])),
        "y": levels.y.astype(place_type(window[1])),
        "line": levels.line.astype(np.int32),
        "shade": (rank / max(rank.max(initial=0), 1)).astype(np.float32),
    }


def level_name_columns(levels: LevelCurves, window: Box) -> Columns:
    """Numbers of every third level, far from the frame and from numbers before it, if there is room."""
    low, high = np.array(window).T
    place = (np.column_stack([levels.x, levels.y]) - low) / (high - low)
    room = np.minimum(place, 1 - place).min(axis=1)
    named = np.unique(levels.level)[1::LABELLED]
    at: list[int] = []
    for level in named.tolist():
        best = int(np.argmax(np.where(levels.level == level, room, -1.0)))
        if room[best] >= LEAST_ROOM:
            at.append(best)
            room = np.minimum(room, np.linalg.norm(place - place[best], axis=1))
    return {
        "x": levels.x[at],
        "y": levels.y[at],
        "name": np.array([number(level, 4) for level in levels.level[at].tolist()], dtype=np.str_),
    }


def level_lines(ink: Palette, x: Layer, y: Layer) -> Layer:
    """The level curves of the data set "levels", shaded from the lowest to the highest."""
    shades = {"domain": [0, 0.5, 1], "range": list(ink.levels)}
    return {
        "name": "levels",
        "data": {"name": "levels"},
        "mark": {"type": "line", "strokeWidth": THIN_WIDTH, "aria": False},
        "encoding": {
            "x": x,
            "y": y,
            "detail": {"field": "line", "type": "nominal"},
            "order": {"value": None},
            "stroke": field("shade", scale=shades, legend=None),
        },
    }


def level_names(ink: Palette) -> Layer:
    """The numbers of `level_name_columns`, the data set "level_names"."""
    text = {"type": "text", "fontSize": 11, "aria": False}
    place = {"x": field("x"), "y": field("y"), "text": {"field": "name"}}
    return {
        "data": {"name": "level_names"},
        "layer": halo("level_names", text, ink, place, {"value": ink.quiet}),
    }


def plane_axes(window: Box) -> tuple[Layer, Layer]:
    """The axes of the plane; `across` and `down` are the parameters with its size in pixels."""
    x = {
        "scale": fixed_scale(window[0], [0, {"expr": "across"}]),
        "axis": {
            "title": "x",
            "orient": "bottom",
            "offset": {"expr": "down - height"},
            "grid": False,
            "tickCount": {"expr": "ceil(across / 60)"},
        },
    }
    y = {
        "scale": fixed_scale(window[1], [{"expr": "down"}, 0]),
        "axis": {
            "title": "y",
            "titleAngle": 0,
            "orient": "left",
            "grid": False,
            "tickCount": {"expr": "ceil(down / 50)"},
        },
    }
    return x, y


def unit_ratio(window: Box) -> float:
    """Height over width of the plane with equal units, held between a quarter and four."""
    (left, right), (low, high) = window
    return min(max((high - low) / (right - left), 1 / MOST_STRETCHED), MOST_STRETCHED)


def beside_layout(window: Box) -> list[dict[str, Any]]:
    """Pixels: the plane is across × down at the top left, the values are right of it or, if narrow, below."""
    (left, right), (low, high) = window
    ratio = unit_ratio(window)
    layout = {
        "wide": f"width >= {NARROW}",
        "down": f"wide ? min(height, 0.62 * width * {ratio!r}) : min(0.64 * height, width * {ratio!r})",
        "across": f"down / {ratio!r}",
        "value_left": f"wide ? across + {GAP} : 0",
        "value_top": "wide ? 0 : down + 50",
        "value_bottom": "wide ? down : height",
        "sx": f"across / {right - left!r}",
        "sy": f"down / {high - low!r}",
    }
    ends = {"left": left, "right": right, "bottom": low}
    values = [{"name": name, "value": value} for name, value in ends.items()]
    return [*values, *({"name": name, "expr": expression} for name, expression in layout.items())]
