"""f and its inverse, mirrored at y = x: a point slides along f, and its mirror image along the inverse."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Box, Floats, cut_segments
from charts.curve_path import Curve, curve_columns
from charts.encodings import Layer, field
from charts.inner_slider import SEED, inner_slider, seed_columns
from charts.label_layers import halo
from charts.palette import CURVE_WIDTH, LABEL_SIZE, PATH_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.theme import fixed_scale, settings
from core.derivative_facts.inverse import InversePair, Mirrored
from core.numbers import number

SHOWN = "datum.k == place"
_HALF_TANGENT = 0.3
"""The length of half a tangent, in parts of the window."""


def inverse_chart(
    *,
    pair: InversePair,
    f: Curve,
    g: Curve,
    points: Sequence[Mirrored],
    seed: int = 0,
    dark: bool = False,
    height: int = 420,
) -> Picture:
    """Both curves with equal units on both axes, and tangents with slopes m and 1/m at mirrored points.

    `seed` is the number of the point to start at.
    """
    window: Box = (pair.window, pair.window)
    last = len(points) - 1
    return Picture(
        spec=_template(pair.window, last, dark, height),
        data={
            "f": curve_columns(f, window),
            "g": curve_columns(g, window),
            "points": point_rows(points, window),
            SEED: seed_columns(seed, last, _words(pair)),
        },
        alt="The curve of f and, mirrored at the line y = x, the curve of its inverse, with their tangents.",
    )


def point_rows(points: Sequence[Mirrored], window: Box) -> Columns:
    """One row per point: (x, y) and the ends of both tangents, cut to the window, and what it says.

    The mirror image of a row is the same with x and y exchanged.
    """
    x, y, slope = (np.array(column) for column in zip(*((p.x, p.y, p.slope) for p in points), strict=True))
    half = _HALF_TANGENT * (window[0][1] - window[0][0]) / np.hypot(1.0, slope)
    ends = [np.column_stack([x + sign * half, y + sign * half * slope]) for sign in (-1, 1)]
    start, end, drawn = cut_segments(ends[0], ends[1], window)
    inside = (y >= window[1][0]) & (y <= window[1][1])
    return {
        "k": np.arange(len(points), dtype=np.int16),
        "x": x,
        "y": y,
        "inside": inside,
        "drawn": drawn,
        **_named(start, end),
        "says": np.array([_says(point) for point in points]),
    }


def _named(start: Floats, end: Floats) -> Columns:
    return {"ax": start[:, 0], "ay": start[:, 1], "bx": end[:, 0], "by": end[:, 1]}


def _says(point: Mirrored) -> str:
    slope, other = number(point.slope, 4), number(point.inverse_slope, 4)
    if point.slope == 0:
        return f"slope 0 at x = {number(point.x, 3)}; its mirror image stands upright"
    return (
        f"slope {slope} at ({number(point.x, 3)}, {number(point.y, 3)}), "
        f"slope {other} at ({number(point.y, 3)}, {number(point.x, 3)})"
    )


def _words(pair: InversePair) -> str:
    name = f"{pair.name[0].upper()}{pair.name[1:]}"
    return f"{name}: each curve is the mirror image of the other at the line y = x."


@lru_cache(maxsize=32)
def _template(window: tuple[float, float], last: int, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    low, high = window
    middle, half = (low + high) / 2, (high - low) / 2
    # The width follows the page, the units stay equal: x covers more or less of the plane than y.
    across = (
        {"expr": f"{middle} - {half} * width / height"},
        {"expr": f"{middle} + {half} * width / height"},
    )
    x = {"scale": fixed_scale(across), "axis": {"title": "x", "tickCount": {"expr": "ceil(width / 70)"}}}
    y = {
        "scale": fixed_scale(window),
        "axis": {"title": "y", "titleAngle": 0, "tickCount": {"expr": "ceil(height / 50)"}},
    }
    axes = {"x": field("x", **x), "y": field("y", **y)}
    return {
        **settings(ink),
        "height": height,
        "params": inner_slider("place", "slide", last),
        "layer": [
            _plane(ink),
            _mirror(ink, window),
            _curve("f", ink.function, [1, 0], axes),
            _curve("g", ink.exact, [8, 4], {"x": field("x"), "y": field("y")}),
            *_tangents(ink),
            _link(ink),
            *_points(ink),
            *_names(ink),
            *_readout(ink),
        ],
    }


def _plane(ink: Palette) -> Layer:
    sides = {"x": {"value": 0}, "x2": {"value": "width"}, "y": {"value": 0}, "y2": {"value": "height"}}
    return {
        "name": "plane",
        "data": {"name": SEED},
        "mark": {"type": "rect", "fillOpacity": 0, "stroke": ink.grid, "tooltip": None},
        "encoding": {**sides, "description": {"field": "words"}},
    }


def _mirror(ink: Palette, window: tuple[float, float]) -> Layer:
    low, high = window
    look = {"type": "rule", "color": ink.quiet, "strokeDash": [2, 4], "clip": True, "aria": False}
    ends = {"x": {"datum": low}, "y": {"datum": low}, "x2": {"datum": high}, "y2": {"datum": high}}
    return {"name": "mirror", "data": {"name": SEED}, "mark": look, "encoding": ends}


def _curve(name: str, colour: str, dash: list[int], axes: Layer) -> Layer:
    look = {"type": "line", "strokeWidth": CURVE_WIDTH, "strokeDash": dash, "color": colour, "clip": True}
    detail = {"field": "piece", "type": "nominal"}
    return {
        "name": name,
        "data": {"name": name},
        "mark": {**look, "aria": False},
        "encoding": {**axes, "detail": detail},
    }


def _shown(test: str) -> Layer:
    return {"data": {"name": "points"}, "transform": [{"filter": f"{SHOWN} && datum.{test}"}]}


def _tangents(ink: Palette) -> list[Layer]:
    """The tangent of f, and its mirror image: the same numbers with x and y exchanged."""
    look = {"type": "rule", "strokeWidth": PATH_WIDTH, "color": ink.slope, "clip": True, "aria": False}
    own = {"x": field("ax"), "y": field("ay"), "x2": {"field": "bx"}, "y2": {"field": "by"}}
    image = {"x": field("ay"), "y": field("ax"), "x2": {"field": "by"}, "y2": {"field": "bx"}}
    return [
        {**_shown("drawn"), "name": name, "mark": look, "encoding": ends}
        for name, ends in (("tangent", own), ("image", image))
    ]


def _link(ink: Palette) -> Layer:
    look = {"type": "rule", "strokeWidth": 1, "color": ink.quiet, "clip": True, "aria": False}
    ends = {"x": field("x"), "y": field("y"), "x2": {"field": "y"}, "y2": {"field": "x"}}
    return {**_shown("inside"), "name": "link", "mark": look, "encoding": ends}


def _points(ink: Palette) -> list[Layer]:
    look = {"type": "point", "filled": True, "size": 90, "opacity": 1, "clip": True, "aria": False}
    own = {"mark": {**look, "color": ink.function}, "encoding": {"x": field("x"), "y": field("y")}}
    image = {
        "mark": {**look, "color": ink.exact, "shape": "diamond"},
        "encoding": {"x": field("y"), "y": field("x")},
    }
    return [{**_shown("inside"), "name": "point", **own}, {**_shown("inside"), "name": "mirrored", **image}]


def _names(ink: Palette) -> list[Layer]:
    """f beside its point, f⁻¹ beside the mirror image, on the far sides of the mirror line."""
    rows = (("f_name", "f", "x", "y", -14, -12, ink.function), ("g_name", "f⁻¹", "y", "x", 16, 16, ink.exact))
    return [
        {
            **_shown("inside"),
            "layer": halo(
                name,
                {"type": "text", "fontSize": LABEL_SIZE, "dx": dx, "dy": dy, "clip": True, "aria": False},
                ink,
                {"x": field(across), "y": field(up), "text": {"value": text}},
                {"value": colour},
            ),
        }
        for name, text, across, up, dx, dy, colour in rows
    ]


def _readout(ink: Palette) -> list[Layer]:
    text = {"type": "text", "x": 8, "y": 14, "align": "left", "fontSize": LABEL_SIZE}
    limit = {"limit": {"expr": "width - 14"}}
    source = {"data": {"name": "points"}, "transform": [{"filter": SHOWN}]}
    says = {"text": {"field": "says"}, "description": {"field": "says"}}
    return [{**source, "layer": halo("readout", {**text, **limit}, ink, says, {"value": ink.slope})}]
