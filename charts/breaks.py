"""A curve with its breaks marked: holes, jumps, poles, and the places without a slope."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from charts.clipping import Box
from charts.curve_path import Curve, curve_columns
from charts.encodings import Layer, field
from charts.label_layers import halo
from charts.palette import AXIS_SIZE, CURVE_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.screen import place_type
from charts.theme import fixed_scale, settings
from core.continuity.breaks import Break
from core.limiting.trend import Trend
from core.numbers import number

FRAME = "frame"
MOST_NAMES = 8
"""With more breaks their names would cover the curve; the tooltips still have them."""

_OPEN, _FILLED, _KINK = 0, 1, 2
_PART_OF_WIDTH = 5e-4


@dataclass(frozen=True, eq=False)
class Samples:
    """x ascending and y, both (n,); NaN rows part the pieces."""

    x: NDArray[np.float64]
    y: NDArray[np.float64]


def breaks_chart(
    *, curve: Curve, breaks: Sequence[Break], window: Box, dark: bool = False, height: int = 300
) -> Picture:
    """The curve in the window ((x_low, x_high), (y_low, y_high)) and a mark with its name at each break."""
    return Picture(
        spec=_template(window, dark, height),
        data={
            "curve": curve_columns(parted(curve, breaks), window),
            "dots": dot_columns(breaks, window),
            "places": place_columns(breaks, window),
            FRAME: {"words": np.array([_words(breaks)])},
        },
        alt="The curve of f with the places marked where it is not continuous or has no slope.",
    )


def parted(curve: Curve, breaks: Sequence[Break]) -> Samples:
    """The curve without the part of a pixel at each jump and hole: a line across would be no part of it."""
    x, y = curve.x, curve.y
    near = _PART_OF_WIDTH * float(x[-1] - x[0]) if x.size else 0.0
    for place in breaks:
        if place.kind in ("jump", "removable"):
            kept = ~(np.abs(x - place.x) < near)
            hole = int(np.searchsorted(x[kept], place.x))
            x, y = np.insert(x[kept], hole, place.x), np.insert(y[kept], hole, np.nan)
    return Samples(x, y)


def dot_columns(breaks: Sequence[Break], window: Box) -> Columns:
    """x, y and look of every dot inside the window: open for a limit, filled for a value, a kink's own."""
    low, high = window[1]
    rows = [
        (place.x, y, look, place.kind) for place in breaks for y, look in _dots(place) if low <= y <= high
    ]
    return {
        "x": np.array([row[0] for row in rows], dtype=place_type(window[0])),
        "y": np.array([row[1] for row in rows], dtype=place_type(window[1])),
        "look": np.array([row[2] for row in rows], dtype=np.int8),
        "kind": np.array([row[3] for row in rows], dtype=np.str_),
    }


def place_columns(breaks: Sequence[Break], window: Box) -> Columns:
    """x, kind and shown name of every break, and whether a line marks it from top to bottom."""
    inside = [place for place in breaks if window[0][0] <= place.x <= window[0][1]]
    few = len(inside) <= MOST_NAMES
    return {
        "x": np.array([place.x for place in inside], dtype=place_type(window[0])),
        "name": np.array([place.kind if few else "" for place in inside], dtype=np.str_),
        "row": np.arange(len(inside), dtype=np.int16) % 2,
        "tall": np.array([_is_tall(place) for place in inside], dtype=np.bool_),
    }


def _dots(place: Break) -> Iterator[tuple[float, int]]:
    value = float(place.continuity.value)
    if place.left_slope is not None:
        yield value, _KINK
        return
    sides = (place.continuity.left, place.continuity.right)
    limits = dict.fromkeys(float(side.limit) for side in sides if side.kind == "finite")
    yield from ((limit, _OPEN) for limit in limits if not abs(limit - value) <= 1e-12 * max(1.0, abs(value)))
    if value == value:
        yield value, _FILLED


def _is_tall(place: Break) -> bool:
    """Whether f has no place of its own here on one side: it is infinite or oscillates."""

    def homeless(side: Trend) -> bool:
        return side.is_infinite or side.kind == "oscillates"

    return homeless(place.continuity.left) or homeless(place.continuity.right)


def _words(breaks: Sequence[Break]) -> str:
    if not breaks:
        return "The curve has no break in this window."
    return " ".join(f"At x = {number(place.x)}: {place.kind}." for place in breaks)


@lru_cache(maxsize=64)
def _template(window: Box, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    x = {"scale": fixed_scale(window[0]), "axis": {"title": "x", "tickCount": {"expr": "ceil(width / 70)"}}}
    y = {
        "scale": fixed_scale(window[1]),
        "axis": {"title": "f", "titleAngle": 0, "tickCount": {"expr": "ceil(height / 50)"}},
    }
    layers = [
        _plane(ink),
        _tall(ink),
        _curve(ink, field("x", **x), field("y", **y)),
        _marks(ink),
        *_names(ink),
    ]
    return {**settings(ink), "height": height, "layer": layers}


def _plane(ink: Palette) -> Layer:
    sides = {"x": {"value": 0}, "x2": {"value": "width"}, "y": {"value": 0}, "y2": {"value": "height"}}
    return {
        "name": "plane",
        "data": {"name": FRAME},
        "mark": {"type": "rect", "fillOpacity": 0, "stroke": ink.grid, "tooltip": None},
        "encoding": {**sides, "description": {"field": "words"}},
    }


def _tall(ink: Palette) -> Layer:
    return {
        "name": "tall",
        "data": {"name": "places"},
        "transform": [{"filter": "datum.tall"}],
        "mark": {"type": "rule", "color": ink.error, "strokeDash": [5, 4], "strokeWidth": 1.6, "aria": False},
        "encoding": {"x": field("x")},
    }


def _curve(ink: Palette, x: Layer, y: Layer) -> Layer:
    look = {"type": "line", "strokeWidth": CURVE_WIDTH, "color": ink.function, "clip": True, "aria": False}
    detail = {"field": "piece", "type": "nominal"}
    encoding = {"x": x, "y": y, "detail": detail}
    return {"name": "curve", "data": {"name": "curve"}, "mark": look, "encoding": encoding}


def _marks(ink: Palette) -> Layer:
    """Circles for values and limits, diamonds for kinks: the shape tells what the colour tells."""
    look = {"type": "point", "size": 110, "opacity": 1, "strokeWidth": 2.2, "aria": False}
    shape = {"condition": {"test": f"datum.look == {_KINK}", "value": "diamond"}, "value": "circle"}
    fill = {"condition": {"test": f"datum.look == {_OPEN}", "value": ink.background}, "value": ink.error}
    tooltip = [{"field": "kind", "type": "nominal", "title": "break"}]
    place = {"x": field("x"), "y": field("y")}
    return {
        "name": "dots",
        "data": {"name": "dots"},
        "mark": {**look, "stroke": ink.error},
        "encoding": {**place, "shape": shape, "fill": fill, "tooltip": tooltip},
    }


def _names(ink: Palette) -> list[Layer]:
    """The names at the top, in two rows, so that neighbours do not meet; held inside the frame."""
    left, right = "datum.toward < 0.1", "datum.toward > 0.9"
    text = {
        "type": "text",
        "fontSize": AXIS_SIZE,
        "aria": False,
        "y": {"expr": "12 + 16 * datum.row"},
        "align": {"expr": f"{left} ? 'left' : {right} ? 'right' : 'center'"},
    }
    toward = {"calculate": "scale('x', datum.x) / width", "as": "toward"}
    return [
        {
            "data": {"name": "places"},
            "transform": [toward],
            "layer": halo(
                "names", text, ink, {"x": field("x"), "text": {"field": "name"}}, {"value": ink.error}
            ),
        }
    ]
