"""A small picture for the map of the course: lines and marks in a window, and no axes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import atan2, degrees
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from charts.clipping import Box
from charts.encodings import Layer, field
from charts.palette import CURVE_WIDTH, PATH_WIDTH, POINT_AREA, THIN_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.scrubber import FRAME
from charts.theme import fixed_scale, settings
from charts.training.parts.frame import panel

Idea = Literal["function", "slope", "descent", "ascent", "error", "exact", "quiet"]
Shape = Literal["circle", "diamond", "square", "arrow", "hole"]

IDEAS: tuple[Idea, ...] = ("function", "slope", "descent", "ascent", "error", "exact", "quiet")
WIDTH, HEIGHT = 280, 118
"""In pixels; the page may give it a little more or less across."""

# An idea is told by its dash and width too, not by its colour alone.
_WIDTHS: dict[Idea, float] = {"function": CURVE_WIDTH, "quiet": THIN_WIDTH}
_DASHES = ((1, 0), (1, 0), (1, 0), (6, 3), (1, 0), (1, 0), (1, 0))
_SHAPES: dict[Shape, str] = {
    "circle": "circle",
    "diamond": "diamond",
    "square": "square",
    "arrow": "triangle-up",
    "hole": "circle",
}


@dataclass(frozen=True, eq=False)
class Line:
    """A line through (x, y), (n,) each, in this order; NaN is a gap. `pieces` (n,) keeps lines apart."""

    idea: Idea
    x: ArrayLike
    y: ArrayLike
    pieces: ArrayLike = 0


@dataclass(frozen=True)
class Mark:
    """One point; `turn` in degrees clockwise from straight up."""

    idea: Idea
    x: float
    y: float
    shape: Shape = "circle"
    turn: float = 0.0


def arrow(idea: Idea, start: tuple[float, float], end: tuple[float, float]) -> tuple[Line, Mark]:
    """A line with its head at `end`, for a window with equal units."""
    (x, y), (to_x, to_y) = start, end
    head = Mark(idea, to_x, to_y, "arrow", degrees(atan2(to_x - x, to_y - y)))
    return Line(idea, (x, to_x), (y, to_y)), head


def thumbnail_chart(
    *, name: str, window: Box, lines: Sequence[Line], marks: Sequence[Mark], words: str, dark: bool = False
) -> Picture:
    """The lines, back to front, and the marks over them; `words` say what the picture shows."""
    return Picture(
        spec=_template(window, dark),
        data={
            "lines": _line_columns(lines),
            "marks": _mark_columns(marks),
            FRAME: {"words": np.array([words])},
        },
        alt=name,
    )


def equal_units(x: tuple[float, float], y: tuple[float, float]) -> Box:
    """The smallest window around x × y where a unit is as many pixels across as up."""
    unit = max((x[1] - x[0]) / WIDTH, (y[1] - y[0]) / HEIGHT)
    return _around(x, unit * WIDTH), _around(y, unit * HEIGHT)


def _around(ends: tuple[float, float], length: float) -> tuple[float, float]:
    middle = (ends[0] + ends[1]) / 2
    return middle - length / 2, middle + length / 2


def _line_columns(lines: Sequence[Line]) -> Columns:
    x = [np.asarray(line.x, dtype=np.float32) for line in lines]
    pieces = [np.broadcast_to(line.pieces, part.shape) for line, part in zip(lines, x, strict=True)]
    last = np.cumsum([0, *(int(part.max()) + 1 for part in pieces)])
    return {
        "x": np.concatenate(x),
        "y": np.concatenate([np.asarray(line.y, dtype=np.float32) for line in lines]),
        "idea": _repeated([line.idea for line in lines], x),
        "wide": _repeated([_WIDTHS.get(line.idea, PATH_WIDTH) for line in lines], x),
        "piece": np.concatenate([part + first for part, first in zip(pieces, last[:-1], strict=True)]),
    }


def _repeated(one_each: Sequence[Any], columns: Sequence[NDArray[np.generic]]) -> NDArray[np.generic]:
    return np.repeat(np.array(one_each), [len(column) for column in columns])


def _mark_columns(marks: Sequence[Mark]) -> Columns:
    return {
        "x": np.array([mark.x for mark in marks]),
        "y": np.array([mark.y for mark in marks]),
        "idea": np.array([mark.idea for mark in marks]),
        "shape": np.array([mark.shape for mark in marks]),
        "turn": np.array([mark.turn for mark in marks]),
    }


@lru_cache(maxsize=32)
def _template(window: Box, dark: bool) -> dict[str, Any]:
    ink = palette(dark)
    return {
        **settings(ink),
        "height": HEIGHT,
        "padding": {"left": 0, "right": 0, "top": 0, "bottom": 0},
        "layer": [panel(ink), _lines(ink, window), _marks(ink, window)],
    }


def _places(window: Box) -> Layer:
    x, y = (field(name, scale=fixed_scale(ends), axis=None) for name, ends in zip("xy", window, strict=True))
    return {"x": x, "y": y}


def _of_ideas(*values: Any) -> Layer:
    scale = {"domain": list(IDEAS), "range": list(values)}
    return {"field": "idea", "type": "nominal", "scale": scale, "legend": None}


def _colours(ink: Palette) -> Layer:
    return _of_ideas(*(getattr(ink, idea) for idea in IDEAS))


def _lines(ink: Palette, window: Box) -> Layer:
    return {
        "name": "lines",
        "data": {"name": "lines"},
        "mark": {"type": "line", "clip": True, "strokeJoin": "round", "aria": False},
        "encoding": {
            **_places(window),
            "stroke": _colours(ink),
            "strokeWidth": field("wide", scale=None),
            "strokeDash": _of_ideas(*map(list, _DASHES)),
            "detail": {"field": "piece", "type": "nominal"},
            "order": {"value": None},
        },
    }


def _marks(ink: Palette, window: Box) -> Layer:
    scale = {"domain": list(_SHAPES), "range": list(_SHAPES.values())}
    return {
        "name": "marks",
        "data": {"name": "marks"},
        "mark": {
            "type": "point",
            "size": POINT_AREA,
            "strokeWidth": 2,
            "opacity": 1,
            "clip": True,
            "aria": False,
        },
        "encoding": {
            **_places(window),
            "stroke": _colours(ink),
            "fill": {
                "condition": {"test": "datum.shape === 'hole'", "value": ink.background},
                **_colours(ink),
            },
            "shape": {"field": "shape", "type": "nominal", "scale": scale, "legend": None},
            "angle": field("turn", scale=None),
        },
    }
