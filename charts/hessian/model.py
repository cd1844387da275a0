"""The quadratic model on the map: its level curves over those of f, how far to trust it, a cut."""

from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Box, Floats, cut_segments
from charts.encodings import Layer, field
from charts.gradient.plane import map_click, map_layers, map_params, spot
from charts.hessian.beside import curve_layers, layout, map_height, panel_axes, readout
from charts.hessian.beside_data import Line, frame_columns, line_rows, value_range
from charts.label_layers import halo
from charts.palette import AXIS_SIZE, PATH_WIDTH, THIN_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.plane import LevelCurves, level_columns, level_name_columns, unit_ratio
from charts.screen import place_type
from charts.scrubber import FRAME
from charts.start_click import START
from charts.theme import settings
from core.quadratic_model import QuadraticModel, Ray

DASH = [5, 4]


def model_chart(
    *,
    levels: LevelCurves,
    model: QuadraticModel,
    model_levels: LevelCurves,
    outline: Floats,
    ray: Ray,
    window: Box,
    dark: bool = False,
    height: int = 360,
) -> Picture:
    """Level curves of f, and of the model at the same levels (dashed); the dotted outline (n, 2) is trusted.

    The ray goes from the point as far as it was followed; beside the map are f and the model along it, and
    the distance at which the error passes 10 %. A click reports the selection "start" with px and py.
    """
    lines = [Line(ray.distance, ray.f, "f"), Line(ray.distance, ray.model, "q")]
    across = (0.0, float(ray.distance[-1]))
    values = value_range(lines, model.value)
    return Picture(
        spec=_template(window, dark, height),
        data={
            "levels": level_columns(levels, window),
            "level_names": level_name_columns(levels, window),
            "model_levels": level_columns(model_levels, window),
            "outline": segment_columns(outline, window),
            "ray": segment_columns(model.point + np.array([[0.0], [across[1]]]) * ray.direction, window),
            "here": {"x": model.point[:1], "y": model.point[1:]},
            "beside": line_rows(lines, (across, values)),
            "trust": trust_columns(ray),
            FRAME: frame_columns(across, values, ray.sentence, "f solid, its quadratic model dashed"),
        },
        alt="Level curves of f and of its quadratic model at a point, and both along a ray from there.",
        selections=(START,),
    )


def segment_columns(places: Floats, window: Box) -> Columns:
    """The segments between places (n, 2), cut to the window: x, y to x2, y2."""
    start, end, inside = cut_segments(places[:-1], places[1:], window)
    ends = np.column_stack([start, end])[inside].astype(place_type(*window))
    return dict(zip(("x", "y", "x2", "y2"), ends.T, strict=True))


def trust_columns(ray: Ray) -> Columns:
    """No row, or one: the distance at which trust ends."""
    shown = np.isfinite(ray.trusted)
    return {
        "t": np.array([ray.trusted] if shown else []),
        "name": np.array(["end of the domain" if ray.ends else "error 10 %"] if shown else [], dtype=np.str_),
    }


@lru_cache(maxsize=64)
def _template(window: Box, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    ratio = unit_ratio(window)
    click = map_click(window)
    t, value = panel_axes("distance along the ray")
    plane = [
        click.layer(ink.grid),
        *map_layers(ink, window),
        _model_levels(ink),
        _segments("outline", {"color": ink.exact, "strokeWidth": PATH_WIDTH, "strokeDash": [1, 4]}),
        _segments("ray", {"color": ink.text, "strokeWidth": PATH_WIDTH}),
        spot(ink, "here", {"data": {"name": "here"}}, "x", "y"),
        readout(ink),
    ]
    return {
        **settings(ink),
        "height": height,
        "params": [*map_params(window, map_height(ratio)), *layout(), *click.params],
        "layer": [{"layer": plane}, {"layer": [*curve_layers(ink, t, value), *_trust(ink)]}],
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
    }


def _model_levels(ink: Palette) -> Layer:
    look = {"type": "line", "strokeWidth": THIN_WIDTH, "color": ink.slope, "strokeDash": DASH}
    return {
        "name": "model_levels",
        "data": {"name": "model_levels"},
        "mark": {**look, "aria": False},
        "encoding": {
            "x": field("x"),
            "y": field("y"),
            "detail": {"field": "line", "type": "nominal"},
            "order": {"value": None},
        },
    }


def _segments(name: str, look: Layer) -> Layer:
    ends = {"x": field("x"), "y": field("y"), "x2": {"field": "x2"}, "y2": {"field": "y2"}}
    return {
        "name": name,
        "data": {"name": name},
        "mark": {"type": "rule", "aria": False, **look},
        "encoding": ends,
    }


def _trust(ink: Palette) -> list[Layer]:
    """An upright line in the panel, with what happens there."""
    look = {
        "type": "rule",
        "color": ink.exact,
        "strokeWidth": PATH_WIDTH,
        "strokeDash": [1, 4],
        "aria": False,
    }
    ends = {"y": {"value": {"expr": "value_top"}}, "y2": {"value": {"expr": "value_bottom"}}}
    text = {"type": "text", "fontSize": AXIS_SIZE, "align": "left", "dx": 6, "y": {"expr": "value_top + 10"}}
    return [
        {"name": "trust", "data": {"name": "trust"}, "mark": look, "encoding": {"x": field("t"), **ends}},
        {
            "data": {"name": "trust"},
            "layer": halo(
                "trust_name",
                {**text, "aria": False},
                ink,
                {"x": field("t"), "text": {"field": "name"}},
                {"value": ink.exact},
            ),
        },
    ]
