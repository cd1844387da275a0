"""A secant that becomes the tangent: a slider inside the picture lets h fall."""

import math
from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Box, Floats
from charts.curve_path import Curve, curve_columns
from charts.encodings import Layer, field
from charts.inner_slider import SEED, inner_slider, seed_columns
from charts.label_layers import halo
from charts.palette import CURVE_WIDTH, LABEL_SIZE, PATH_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.screen import place_type
from charts.theme import fixed_scale, settings
from core.first_principles.secants import Secants
from core.numbers import number

SHOWN = "datum.k == width_step"


def secant_chart(
    *, curve: Curve, secants: Secants, window: Box, seed: int = 0, dark: bool = False, height: int = 330
) -> Picture:
    """The curve, the secant for one h at a time, and the tangent where there is one.

    `window` is ((x_low, x_high), (y_low, y_high)); `seed` is the number of the secant to start with.
    """
    last = len(secants.h) - 1
    return Picture(
        spec=_template(window, last, dark, height),
        data={
            "curve": curve_columns(curve, window),
            "secants": secant_columns(secants, window),
            "tangent": line_columns(secants, np.array([secants.tangent]), window),
            SEED: seed_columns(seed, last, _words(secants)),
        },
        alt=f"The curve of f with {last + 1} secants, one at a time, and the tangent.",
    )


def secant_columns(secants: Secants, window: Box) -> Columns:
    """One row per secant with a slope: both its points, the ends of its line, and what it says."""
    known = np.isfinite(secants.slope)
    ends = line_columns(secants, secants.slope, window)
    count = int(known.sum())
    place_x, place_y = place_type(window[0]), place_type(window[1])
    says = [
        f"h = {number(h, 3)}: slope {number(slope, 6)}"
        for h, slope in zip(secants.h[known].tolist(), secants.slope[known].tolist(), strict=True)
    ]
    return {
        "k": np.flatnonzero(known).astype(np.int16),
        "ax": np.full(count, secants.x, dtype=place_x),
        "ay": np.full(count, secants.y, dtype=place_y),
        "bx": (secants.x + secants.h[known]).astype(place_x),
        "by": secants.there[known].astype(place_y),
        **{name: ends[name] for name in ("x0", "y0", "x1", "y1")},
        "says": np.array(says),
    }


def line_columns(secants: Secants, slopes: Floats, window: Box) -> Columns:
    """The lines through (a, f(a)) with these slopes, from side to side of the window; none for NaN."""
    slope = slopes[np.isfinite(slopes)]
    (left, right), _ = window
    return {
        "x0": np.full(slope.size, left),
        "y0": secants.y + slope * (left - secants.x),
        "x1": np.full(slope.size, right),
        "y1": secants.y + slope * (right - secants.x),
        "slope": slope,
    }


def _words(secants: Secants) -> str:
    start = f"Secants through x = {number(secants.x)}: for h = {number(float(secants.h[0]), 3)} the slope is "
    row = f"{number(float(secants.slope[0]))}, for h = {number(float(secants.h[-1]), 3)} it is "
    end = f"{number(float(secants.slope[-1]))}. "
    if math.isnan(secants.tangent):
        return f"{start}{row}{end}There is no tangent."
    return f"{start}{row}{end}The tangent has slope {number(secants.tangent)}."


@lru_cache(maxsize=64)
def _template(window: Box, last: int, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    x = {"scale": fixed_scale(window[0]), "axis": {"title": "x", "tickCount": {"expr": "ceil(width / 70)"}}}
    y = {
        "scale": fixed_scale(window[1]),
        "axis": {"title": "f", "titleAngle": 0, "tickCount": {"expr": "ceil(height / 50)"}},
    }
    return {
        **settings(ink),
        "height": height,
        "params": inner_slider("width_step", "smaller h", last),
        "layer": [
            _plane(ink),
            _curve(ink, field("x", **x), field("y", **y)),
            _line("tangent", {"data": {"name": "tangent"}}, ink.slope, [5, 4]),
            _line("secant", _shown(), ink.text, [1, 0]),
            *_legs(ink),
            _points(ink),
            _readout(ink),
        ],
    }


def _shown() -> Layer:
    return {"data": {"name": "secants"}, "transform": [{"filter": SHOWN}]}


def _plane(ink: Palette) -> Layer:
    sides = {"x": {"value": 0}, "x2": {"value": "width"}, "y": {"value": 0}, "y2": {"value": "height"}}
    return {
        "name": "plane",
        "data": {"name": SEED},
        "mark": {"type": "rect", "fillOpacity": 0, "stroke": ink.grid, "tooltip": None},
        "encoding": {**sides, "description": {"field": "words"}},
    }


def _curve(ink: Palette, x: Layer, y: Layer) -> Layer:
    look = {"type": "line", "strokeWidth": CURVE_WIDTH, "color": ink.function, "clip": True, "aria": False}
    detail = {"field": "piece", "type": "nominal"}
    return {
        "name": "curve",
        "data": {"name": "curve"},
        "mark": look,
        "encoding": {"x": x, "y": y, "detail": detail},
    }


def _line(name: str, source: Layer, colour: str, dash: list[int]) -> Layer:
    look = {"type": "rule", "strokeWidth": PATH_WIDTH, "strokeDash": dash, "clip": True, "aria": False}
    ends = {"x": field("x0"), "y": field("y0"), "x2": {"field": "x1"}, "y2": {"field": "y1"}}
    return {**source, "name": name, "mark": {**look, "color": colour}, "encoding": ends}


def _legs(ink: Palette) -> list[Layer]:
    """The run h and the rise f(a + h) − f(a) of the secant's triangle."""
    look = {"type": "rule", "strokeWidth": 1.4, "color": ink.quiet, "clip": True, "aria": False}
    run = {"x": field("ax"), "x2": {"field": "bx"}, "y": field("ay")}
    rise = {"x": field("bx"), "y": field("ay"), "y2": {"field": "by"}}
    return [
        {**_shown(), "name": name, "mark": look, "encoding": encoding}
        for name, encoding in (("run", run), ("rise", rise))
    ]


def _points(ink: Palette) -> Layer:
    look = {"type": "point", "filled": True, "size": 90, "opacity": 1, "clip": True, "aria": False}
    fixed = {"mark": {**look, "color": ink.function}, "encoding": {"x": field("ax"), "y": field("ay")}}
    moving = {"mark": {**look, "color": ink.text}, "encoding": {"x": field("bx"), "y": field("by")}}
    return {**_shown(), "layer": [{"name": "moving", **moving}, {"name": "fixed", **fixed}]}


def _readout(ink: Palette) -> Layer:
    text = {"type": "text", "x": 8, "y": 14, "align": "left", "fontSize": LABEL_SIZE}
    return {**_shown(), "layer": halo("readout", text, ink, {"text": {"field": "says"}}, {"value": ink.text})}
