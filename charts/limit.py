"""A function near a point under a microscope: a slider inside the picture zooms in by powers of ten."""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from charts.encodings import Layer, field
from charts.inner_slider import SEED, inner_slider, seed_columns
from charts.label_layers import halo
from charts.limit_data import (
    Bands,
    approach_rows,
    band_rows,
    curve_rows,
    dot_rows,
    label_rows,
    witness_rows,
)
from charts.palette import AXIS_SIZE, CURVE_WIDTH, Palette, palette
from charts.picture import Picture
from charts.theme import fixed_scale, settings
from core.limiting.approach import digits_text
from core.limiting.no_delta import Witness
from core.limiting.zoom import Zoom
from core.numbers import number

SHOWN = "datum.k == zoom"


def limit_chart(
    *,
    zoom: Zoom,
    value: Any = None,
    limits: Sequence[Any] = (),
    bands: Bands | None = None,
    witnesses: Sequence[Witness] = (),
    sides: tuple[bool, bool] = (True, True),
    seed: int = 0,
    dark: bool = False,
    height: int = 330,
) -> Picture:
    """The levels of a zoom, one at a time, with the dots, the approaches and, if given, the bands of ε and δ.

    `value` is f(a) (None or nan: undefined), `limits` the finite one-sided limits, mpf or float; `sides` says
    which sides of the point the δ band covers. `witnesses` are places whose values are too far apart for any
    limit. `seed` is the level to start at.
    """
    last = len(zoom.levels) - 1
    at_infinity = math.isinf(float(zoom.point))
    return Picture(
        spec=_template(last, at_infinity, dark, height),
        data={
            "curve": curve_rows(zoom),
            "dots": dot_rows(zoom, None if at_infinity else value, () if at_infinity else limits),
            "approaches": approach_rows(zoom),
            "bands": band_rows(zoom, bands, (True, True) if at_infinity else sides),
            "witnesses": witness_rows(zoom, witnesses),
            "labels": label_rows(zoom),
            SEED: seed_columns(seed, last, _words(zoom, value, limits, bands)),
        },
        alt=f"The curve of f near a point, to be magnified {last + 1} times by a slider.",
    )


def _words(zoom: Zoom, value: Any, limits: Sequence[Any], bands: Bands | None) -> str:
    name = number(float(zoom.point))
    has = value is not None and value == value
    at_point = f"f is {digits_text(value, 6)} at x = {name}." if has else f"f has no value at x = {name}."
    parts = [] if math.isinf(float(zoom.point)) else [at_point]
    tends = list(dict.fromkeys(digits_text(limit, 6) for limit in limits))
    if tends:
        parts.append(f"It tends to {' and '.join(tends)}.")
    if bands is not None and bands.delta is not None:
        name, bound = ("N", 1 / bands.delta) if math.isinf(float(zoom.point)) else ("δ", bands.delta)
        parts.append(f"For ε = {number(bands.epsilon)}, {name} is {number(bound)}.")
    return " ".join(parts)


@lru_cache(maxsize=64)
def _template(last: int, at_infinity: bool, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    ticks: dict[str, Any] = {"values": [-1, -0.5, 0, 0.5, 1], "labels": False, "title": None}
    x = field("u", scale=fixed_scale((-1, 1)), axis=ticks)
    y = field("v", scale=fixed_scale((-1, 1)), axis=ticks)
    return {
        **settings(ink),
        "height": height,
        # Room for the labels, which are data: the axes know the window's coordinates only.
        "padding": {"left": 4, "right": 6, "top": 4, "bottom": 24},
        "params": inner_slider("zoom", "reach 10ᵏ, k" if at_infinity else "zoom 10ᵏ, k", last),
        "layer": [
            *_bands(ink),
            _plane(ink),
            *([] if at_infinity else [_point_rule(ink)]),
            _curve(ink, x, y),
            _approaches(ink),
            _dots(ink),
            _witnesses(ink),
            *_band_names(ink, at_infinity),
            _labels(ink),
        ],
    }


def _frame(name: str) -> Layer:
    return {"data": {"name": name}, "transform": [{"filter": SHOWN}]}


def _bands(ink: Palette) -> list[Layer]:
    look = {"type": "rect", "aria": False, "clip": True}
    wide = {"x": {"value": 0}, "x2": {"value": "width"}, "y": field("low"), "y2": {"field": "high"}}
    tall = {"y": {"value": 0}, "y2": {"value": "height"}, "x": field("left"), "x2": {"field": "right"}}
    return [
        {
            **_frame("bands"),
            "name": "epsilon",
            "mark": {**look, "color": ink.exact, "opacity": 0.18},
            "encoding": wide,
        },
        {
            **_frame("bands"),
            "name": "delta",
            "mark": {**look, "color": ink.slope, "opacity": 0.18},
            "encoding": tall,
        },
    ]


def _plane(ink: Palette) -> Layer:
    return {
        "name": "plane",
        "data": {"name": SEED},
        "mark": {"type": "rect", "fillOpacity": 0, "stroke": ink.grid, "tooltip": None},
        "encoding": {
            "x": {"value": 0},
            "x2": {"value": "width"},
            "y": {"value": 0},
            "y2": {"value": "height"},
            "description": {"field": "words"},
        },
    }


def _point_rule(ink: Palette) -> Layer:
    return {
        "name": "point",
        "data": {"name": SEED},
        "mark": {"type": "rule", "color": ink.quiet, "strokeDash": [3, 4], "aria": False},
        "encoding": {"x": {"datum": 0, "type": "quantitative"}},
    }


def _curve(ink: Palette, x: Layer, y: Layer) -> Layer:
    look = {
        "type": "line",
        "strokeWidth": CURVE_WIDTH,
        "strokeJoin": "round",
        "color": ink.function,
        "clip": True,
        "aria": False,
    }
    detail = {"field": "piece", "type": "nominal"}
    return {**_frame("curve"), "name": "curve", "mark": look, "encoding": {"x": x, "y": y, "detail": detail}}


def _approaches(ink: Palette) -> Layer:
    """Triangles that point the way along the x-axis: right on the left side, left on the right side."""
    look = {"type": "point", "shape": "triangle-right", "filled": True, "size": 130, "opacity": 1}
    return {
        **_frame("approaches"),
        "name": "approaches",
        "mark": {
            **look,
            "color": ink.text,
            "stroke": ink.background,
            "aria": False,
            "angle": {"expr": "datum.side < 0 ? 0 : 180"},
        },
        "encoding": {"x": field("u"), "y": field("v")},
    }


def _dots(ink: Palette) -> Layer:
    look = {"type": "point", "filled": True, "size": 110, "opacity": 1, "strokeWidth": 2.2, "aria": False}
    fill = {"condition": {"test": "datum.filled", "value": ink.function}, "value": ink.background}
    return {
        **_frame("dots"),
        "name": "dots",
        "mark": {**look, "stroke": ink.function},
        "encoding": {"x": {"datum": 0, "type": "quantitative"}, "y": field("v"), "fill": fill},
    }


def _witnesses(ink: Palette) -> Layer:
    look = {"type": "point", "shape": "diamond", "filled": True, "size": 150, "opacity": 1, "aria": False}
    return {
        **_frame("witnesses"),
        "name": "witnesses",
        "mark": {**look, "color": ink.error, "stroke": ink.background},
        "encoding": {"x": field("u"), "y": field("v")},
    }


def _band_names(ink: Palette, at_infinity: bool) -> list[Layer]:
    """The names of the bands, at the upper edge of ε's and at the foot of δ's, where there is room."""
    small = {"type": "text", "fontSize": AXIS_SIZE, "aria": False}
    upper = {**small, "x": {"expr": "width - 6"}, "dy": 10, "align": "right"}
    lower = {**small, "y": {"expr": "height - 10"}, "dx": -6, "align": "right"}
    near = "|x| > N" if at_infinity else "a ± δ"
    return [
        {
            "data": {"name": "bands"},
            "transform": [{"filter": f"{SHOWN} && {has_room}"}],
            "name": f"{name}_name",
            "mark": {**look, "text": says, "color": colour},
            "encoding": place,
        }
        for name, has_room, look, place, says, colour in (
            ("epsilon", "datum.high - datum.low > 0.14", upper, {"y": field("high")}, "L ± ε", ink.exact),
            ("delta", "datum.right - datum.left > 0.14", lower, {"x": field("right")}, near, ink.slope),
        )
    ]


def _labels(ink: Palette) -> Layer:
    """The words at the edges of the window, all in one layer: text is what a redraw waits for."""
    x = "[0, width / 2, width, 6, 6, 6, width - 6][datum.place]"
    y = "[height + 16, height + 16, height + 16, height - 10, height / 2, 12, 12][datum.place]"
    align = "['left', 'center', 'right', 'left', 'left', 'left', 'right'][datum.place]"
    small = {"type": "text", "fontSize": AXIS_SIZE, "aria": False}
    look = {**small, "x": {"expr": x}, "y": {"expr": y}, "align": {"expr": align}}
    return {
        **_frame("labels"),
        "layer": halo("labels", look, ink, {"text": {"field": "says"}}, {"value": ink.quiet}),
    }
