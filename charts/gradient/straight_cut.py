"""The cut in the chosen direction: f over the distance walked, and its tangent with the slope D_u f."""

from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Box
from charts.curve_path import curve_columns
from charts.derivatives_data import tangent_ends
from charts.encodings import Layer, field
from charts.label_layers import halo
from charts.palette import CURVE_WIDTH, LABEL_SIZE, PATH_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.theme import fixed_scale, settings
from core.numbers import number
from core.slopes.angles import degrees_text
from core.slopes.sampled import StraightCut


def straight_cut_chart(*, cut: StraightCut, dark: bool = False, height: int = 220) -> Picture:
    """f(p + t·u) over t, the distance from the point: forward is to the right."""
    box = ((-cut.reach, cut.reach), cut.heights)
    return Picture(
        spec=_template(box, dark, height),
        data={"curve": curve_columns(cut.curve, box), "tangent": tangent_columns(cut, box)},
        alt="The cut through the surface in the chosen direction, with its tangent.",
    )


def tangent_columns(cut: StraightCut, box: Box) -> Columns:
    """One row: the point, the tangent's ends where it has one, and what it says."""
    slope = np.array([cut.slope])
    start, end, drawn = tangent_ends(np.zeros(1), np.nan_to_num(np.array([cut.value])), slope, box)
    shown = drawn & np.isfinite(cut.value)
    says = "no slope" if np.isnan(cut.slope) else f"slope {number(cut.slope)}"
    return {
        "t": np.zeros(1),
        "z": np.nan_to_num(np.array([cut.value])),
        "seen": np.array([bool(cut.heights[0] <= cut.value <= cut.heights[1])]),
        "x0": start[:, 0],
        "y0": start[:, 1],
        "x1": end[:, 0],
        "y1": end[:, 1],
        "drawn": shown,
        "says": np.array([f"towards {degrees_text(cut.angle)}: {says}"]),
    }


@lru_cache(maxsize=64)
def _template(box: Box, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    across = {"title": "t, the distance along u", "tickCount": {"expr": "ceil(width / 70)"}}
    up = {"title": "f", "titleAngle": 0, "tickCount": {"expr": "ceil(height / 50)"}}
    x, y = {"scale": fixed_scale(box[0]), "axis": across}, {"scale": fixed_scale(box[1]), "axis": up}
    source: Layer = {"data": {"name": "tangent"}}
    text = {"type": "text", "x": 8, "y": 14, "align": "left", "fontSize": LABEL_SIZE}
    says = {"text": {"field": "says"}, "description": {"field": "says"}}
    return {
        **settings(ink),
        "height": height,
        "layer": [
            curve_layer("curve", ink, field("x", **x), field("y", **y)),
            {**tangent_layer("tangent", ink), **source, "transform": [{"filter": "datum.drawn"}]},
            {**dot_layer("point", ink, "t", "z"), **source, "transform": [{"filter": "datum.seen"}]},
            {**source, "layer": halo("says", text, ink, says, {"value": ink.slope})},
        ],
    }


def curve_layer(data: str, ink: Palette, x: Layer, y: Layer) -> Layer:
    """The curve of f in the data set of this name."""
    look = {"type": "line", "strokeWidth": CURVE_WIDTH, "color": ink.function, "clip": True, "aria": False}
    encoding = {"x": x, "y": y, "detail": {"field": "piece", "type": "nominal"}}
    return {"name": data, "data": {"name": data}, "mark": look, "encoding": encoding}


def tangent_layer(
    name: str, ink: Palette, ends: tuple[str, str, str, str] = ("x0", "y0", "x1", "y1")
) -> Layer:
    """A tangent from end to end."""
    x0, y0, x1, y1 = ends
    look = {"type": "rule", "strokeWidth": PATH_WIDTH, "color": ink.slope, "clip": True, "aria": False}
    encoding = {"x": field(x0), "y": field(y0), "x2": {"field": x1}, "y2": {"field": y1}}
    return {"name": name, "mark": look, "encoding": encoding}


def dot_layer(name: str, ink: Palette, x: str, y: str) -> Layer:
    """The point on the cut."""
    look = {"type": "point", "filled": True, "size": 90, "opacity": 1, "color": ink.text, "clip": True}
    return {"name": name, "mark": {**look, "aria": False}, "encoding": {"x": field(x), "y": field(y)}}
