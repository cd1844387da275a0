"""A function that oscillates without end, and its derivative: one panel each, side by side on the page."""

from functools import lru_cache
from typing import Any, Literal

import numpy as np

from charts.clipping import Floats
from charts.encodings import Layer, field
from charts.log_axis import powers
from charts.palette import THIN_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.theme import fixed_scale, settings
from core.numbers import number

Panel = Literal["function", "slope"]

TITLES: dict[Panel, str] = {"function": "sin(1/x)", "slope": "exact derivative"}
LOW, HIGH = -0.1, 0.1
_AT_THE_TOP = {"titleAngle": 0, "titleAlign": "left", "titleAnchor": "end", "titleY": -6, "titleX": 0}

# The slope grows like 1/x²: on a linear scale all but one spike would be a flat line.
_SCALES: dict[Panel, dict[str, Any]] = {"function": {}, "slope": {"type": "symlog", "constant": 100}}
_SIZES = (1e4, 1e6, 1e8)
_TICKS: dict[Panel, dict[str, Any]] = {
    "function": {"tickCount": 5},
    "slope": {
        "labelOverlap": False,
        "values": [*(-size for size in _SIZES), 0, *_SIZES],
        "labelExpr": "datum.value == 0 ? '0' : (datum.value < 0 ? '−' : '') + "
        "powers['' + round(log(abs(datum.value)) / LN10)]",
    },
}


def oscillation_chart(
    *, x: Floats, y: Floats, panel: Panel, dark: bool = False, height: int = 200
) -> Picture:
    """The places (n,) joined in order as the source draws them; a gap where y is not a number.

    The x-axis is that of the widest view, so that a narrower one shows what it leaves out; the y-axis of the
    slope follows its largest value.
    """
    return Picture(
        spec=_template(panel, dark, height),
        data={"places": place_columns(x, y), "frame": _frame(x, y, panel)},
        alt=f"{TITLES[panel]}, near x = 0.",
    )


def place_columns(x: Floats, y: Floats) -> Columns:
    """x, y and the number of the piece between gaps.

    >>> columns = place_columns(np.array([0.0, 1.0, 2.0]), np.array([5.0, np.nan, 6.0]))
    >>> columns["x"].tolist(), columns["piece"].tolist()
    ([0.0, 2.0], [0, 1])
    """
    gap = ~np.isfinite(y)
    kept = {"x": x[~gap].astype(np.float32), "y": y[~gap].astype(np.float32)}
    return {**kept, "piece": np.cumsum(gap)[~gap].astype(np.int16)}


def _frame(x: Floats, y: Floats, panel: Panel) -> Columns:
    largest = float(np.nanmax(np.abs(y)))
    words = (
        f"{TITLES[panel]} at {len(x)} places from {number(float(x[0]))} to {number(float(x[-1]))}; the "
        f"largest size is {number(largest, 4)}."
    )
    return {"top": np.array([1.05 * largest]), "words": np.array([words])}


@lru_cache(maxsize=8)
def _template(panel: Panel, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    top = "data('frame')[0].top"
    x = {
        "scale": fixed_scale((LOW, HIGH)),
        "axis": {"title": "x", "tickCount": {"expr": "ceil(width / 80)"}},
    }
    y = {
        "scale": {**fixed_scale(({"expr": f"-{top}"}, {"expr": top})), **_SCALES[panel]},
        "axis": {"title": TITLES[panel], **_AT_THE_TOP, **_TICKS[panel]},
    }
    colour = ink.function if panel == "function" else ink.slope
    layers = [_plane(ink), _places(colour, field("x", **x), field("y", **y))]
    return {**settings(ink), "height": height, "params": [powers()], "layer": layers}


def _plane(ink: Palette) -> Layer:
    sides = {"x": {"value": 0}, "x2": {"value": "width"}, "y": {"value": 0}, "y2": {"value": "height"}}
    return {
        "name": "plane",
        "data": {"name": "frame"},
        "mark": {"type": "rect", "fillOpacity": 0, "stroke": ink.grid, "tooltip": None},
        "encoding": {**sides, "description": {"field": "words"}},
    }


def _places(colour: str, x: Layer, y: Layer) -> Layer:
    return {
        "name": "places",
        "data": {"name": "places"},
        "mark": {"type": "line", "strokeWidth": THIN_WIDTH, "color": colour, "clip": True, "aria": False},
        "encoding": {"x": x, "y": y, "detail": {"field": "piece", "type": "nominal"}},
    }
