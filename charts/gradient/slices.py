"""Partial derivatives as slices: two cuts on the map, and the curves that they cut out, with tangents.

A slider inside the picture slides the cut along x up and down: the line on the map, its curve, the point on
the other cut and both tangents move together, without a round trip.
"""

from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Box
from charts.encodings import Layer, field
from charts.gradient.plane import map_click, map_layers, map_params, spot
from charts.gradient.slices_data import cut_columns, frame_rows, upward_columns
from charts.gradient.straight_cut import curve_layer, dot_layer, tangent_layer
from charts.inner_slider import SEED, inner_slider, seed_columns
from charts.label_layers import NARROW, halo
from charts.palette import LABEL_SIZE, PATH_WIDTH, Palette, palette
from charts.picture import Picture
from charts.plane import LevelCurves, level_columns, level_name_columns, unit_ratio
from charts.scrubber import FRAME
from charts.start_click import START
from charts.theme import fixed_scale, settings
from core.slopes.sampled import FRAMES, Cuts
from core.slopes.standing import Standing

GAP = 64
SIDES = ("left", "right", "top", "bottom")
DASH = [6, 4]
"""The cut along y, on the map; the one along x is solid."""

_SHOWN = "datum.k == cut"


def slices_chart(
    *,
    levels: LevelCurves,
    cuts: Cuts,
    here: Standing,
    window: Box,
    dark: bool = False,
    height: int = 380,
) -> Picture:
    """The map with both cuts; right of it, or below on a narrow page, the curve of each with its tangent.

    A click on the map reports the selection "start" with px and py.
    """
    across, upward = (window[0], cuts.heights), (window[1], cuts.heights)
    return Picture(
        spec=_template(window, cuts.heights, dark, height),
        data={
            "levels": level_columns(levels, window),
            "level_names": level_name_columns(levels, window),
            "cuts": cut_columns(cuts, across),
            "upward": upward_columns(cuts, upward),
            "frames": frame_rows(cuts, across, upward),
            SEED: seed_columns(cuts.start, FRAMES - 1, ""),
            FRAME: {"words": np.array([here.sentence])},
        },
        alt="Level curves of f with a cut along each axis, and the curves that they cut out.",
        selections=(START,),
    )


@lru_cache(maxsize=64)
def _template(window: Box, heights: tuple[float, float], dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    click = map_click(window)
    ratio = unit_ratio(window)
    down = f"wide ? min(height, 0.5 * width * {ratio!r}) : min(0.5 * height, width * {ratio!r})"
    plane: Layer = {"layer": [*map_layers(ink, window), *_cut_lines(ink), _spot(ink), click.layer(ink.grid)]}
    return {
        **settings(ink),
        "height": height,
        "params": [
            {"name": "wide", "expr": f"width >= {NARROW}"},
            *map_params(window, down),
            *_panel_params(),
            *inner_slider("cut", "slide the cut", FRAMES - 1),
            *click.params,
        ],
        "layer": [plane, _panel_x(ink, window[0], heights), _panel_y(ink, window[1], heights)],
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
    }


def _panel_params() -> list[dict[str, str]]:
    """Pixels of both panels: one above the other beside the map, or side by side below it."""
    layout = {
        "first_left": f"wide ? across + {GAP} : 0",
        "first_right": "wide ? width : 0.44 * width",
        "first_top": "wide ? 0 : down + 44",
        "first_bottom": "wide ? 0.42 * height : height",
        "second_left": f"wide ? across + {GAP} : 0.56 * width",
        "second_right": "width",
        "second_top": "wide ? 0.58 * height : down + 44",
        "second_bottom": "height",
    }
    return [{"name": name, "expr": expression} for name, expression in layout.items()]


def _axes(
    name: str, title: str, ends: tuple[float, float], heights: tuple[float, float]
) -> tuple[Layer, Layer]:
    """The axes of one panel, set to its place."""
    left, right, top, bottom = (f"{name}_{side}" for side in SIDES)
    x = {
        "scale": fixed_scale(ends, [{"expr": left}, {"expr": right}]),
        "axis": {
            "title": title,
            "orient": "bottom",
            "offset": {"expr": f"{bottom} - height"},
            "titlePadding": 0,
            "grid": False,
            "tickCount": {"expr": f"ceil(({right} - {left}) / 60)"},
        },
    }
    y = {
        "scale": fixed_scale(heights, [{"expr": bottom}, {"expr": top}]),
        "axis": {
            "title": None,
            "orient": "left",
            "offset": {"expr": f"-{left}"},
            "grid": False,
            "tickCount": {"expr": f"ceil(({bottom} - {top}) / 40)"},
        },
    }
    return x, y


def _panel_x(ink: Palette, ends: tuple[float, float], heights: tuple[float, float]) -> Layer:
    """The cut along x for the slider's y."""
    x, y = _axes("first", "x", ends, heights)
    curve = curve_layer("cuts", ink, field("x", **x), field("y", **y))
    return {
        "layer": [
            _frame_line("first", ink),
            {**curve, "transform": [{"filter": _SHOWN}]},
            {**tangent_layer("tangent_x", ink), **_frame("drawn")},
            {**dot_layer("point_x", ink, "px", "z"), **_frame("seen")},
            *_says("says_x", "first", ink),
        ]
    }


def _panel_y(ink: Palette, ends: tuple[float, float], heights: tuple[float, float]) -> Layer:
    """The cut along y through the point, on which the slider moves the tangent."""
    x, y = _axes("second", "y", ends, heights)
    return {
        "layer": [
            _frame_line("second", ink),
            curve_layer("upward", ink, field("x", **x), field("y", **y)),
            {**tangent_layer("tangent_y", ink, ("u0", "v0", "u1", "v1")), **_frame("rises")},
            {**dot_layer("point_y", ink, "at", "z"), **_frame("seen")},
            *_says("says_y", "second", ink),
        ]
    }


def _frame_line(panel: str, ink: Palette) -> Layer:
    """A thin line around a panel; it also brings the slider's data into the picture."""
    left, right, top, bottom = ({"value": {"expr": f"{panel}_{side}"}} for side in SIDES)
    return {
        "name": f"{panel}_frame",
        "data": {"name": SEED},
        "mark": {"type": "rect", "fillOpacity": 0, "stroke": ink.grid, "tooltip": None, "aria": False},
        "encoding": {"x": left, "x2": right, "y": top, "y2": bottom},
    }


def _frame(needed: str) -> Layer:
    """The slider's row, where it has what is drawn."""
    return {"data": {"name": "frames"}, "transform": [{"filter": f"{_SHOWN} && datum.{needed}"}]}


def _says(name: str, panel: str, ink: Palette) -> list[Layer]:
    """The slope, above the panel's curve."""
    text = {
        "type": "text",
        "align": "left",
        "fontSize": {"expr": f"wide ? {LABEL_SIZE} : 12"},
        "x": {"expr": f"{panel}_left + 6"},
        "y": {"expr": f"{panel}_top + 8"},
        "limit": {"expr": f"{panel}_right - {panel}_left"},
    }
    source: Layer = {"data": {"name": "frames"}, "transform": [{"filter": _SHOWN}]}
    encoding = {"text": {"field": name}, "description": {"field": name}}
    return [{**source, "layer": halo(name, text, ink, encoding, {"value": ink.slope})}]


def _cut_lines(ink: Palette) -> list[Layer]:
    """Both cuts on the map, each with its name at its end."""
    source: Layer = {"data": {"name": "frames"}, "transform": [{"filter": _SHOWN}]}
    look = {"type": "rule", "strokeWidth": PATH_WIDTH, "color": ink.text, "aria": False}
    across = {"x": {"value": 0}, "x2": {"value": {"expr": "across"}}, "y": field("at")}
    upward = {"x": field("px"), "y": {"value": 0}, "y2": {"value": {"expr": "down"}}}
    text = {"type": "text", "fontSize": LABEL_SIZE, "aria": False}
    beside = {**text, "align": "right", "x": {"expr": "across - 6"}, "dy": -10}
    away = {"y": {"expr": "datum.high ? down - 12 : 12"}}  # from the name of the other cut
    upright = {**text, **away, "align": "left", "dx": 7}
    return [
        {**source, "name": "cut_x", "mark": look, "encoding": across},
        {**source, "name": "cut_y", "mark": {**look, "strokeDash": DASH}, "encoding": upward},
        {
            **source,
            "layer": [
                *halo(
                    "cut_x_name",
                    beside,
                    ink,
                    {"y": field("at"), "text": {"field": "name_y"}},
                    {"value": ink.text},
                ),
                *halo(
                    "cut_y_name",
                    upright,
                    ink,
                    {"x": field("px"), "text": {"field": "name_x"}},
                    {"value": ink.text},
                ),
            ],
        },
    ]


def _spot(ink: Palette) -> Layer:
    source: Layer = {"data": {"name": "frames"}, "transform": [{"filter": _SHOWN}]}
    return spot(ink, "here", source, "px", "at")
