"""A point that moves over the level curves of z(x, y): velocity and gradient, and z along the way.

A slider inside the picture moves the point; gradient and velocity have a length of their own each, the same
scale for the whole path.
"""

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from charts.clipping import Box, Floats, cut_segments
from charts.encodings import Layer, calculate, field
from charts.inner_slider import SEED, inner_slider, seed_columns
from charts.label_layers import NARROW, halo
from charts.palette import CURRENT_AREA, CURVE_WIDTH, LABEL_SIZE, PATH_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.plane import (
    LevelCurves,
    beside_layout,
    level_columns,
    level_lines,
    level_name_columns,
    level_names,
    plane_axes,
)
from charts.screen import place_type
from charts.theme import fixed_scale, settings
from core.numbers import number
from core.path_chain import Walk
from core.path_chain.moving import SAMPLES, STOPS

SLIDER = "t_step"
SHOWN = f"datum.k == {SLIDER}"
EVERY = (SAMPLES - 1) // (STOPS - 1)
TANGENT = 0.12
"""Half the tangent's extent along t, of the whole range."""


def path_chain_chart(
    *, levels: LevelCurves, walk: Walk, seed: int = 0, dark: bool = False, height: int = 360
) -> Picture:
    """The level curves of z in `walk.window` with the path across them, beside z along the path.

    One unit is as long upwards as across, so that the gradient is seen at a right angle to its level curve.
    `seed` is the number of the stop to start with, `walk.stop(t)`.
    """
    window = (walk.window.x, walk.window.y)
    heights = ((float(walk.t[0]), float(walk.t[-1])), walk.heights)
    return Picture(
        spec=_template(window, heights, dark, height),
        data={
            "levels": level_columns(levels, window),
            "level_names": level_name_columns(levels, window),
            "path": line_columns(walk.place, window),
            "values": line_columns(np.column_stack([walk.t, walk.value]), heights),
            "points": point_columns(walk, window, heights),
            "arrows": arrow_columns(walk, window),
            "tangents": tangent_columns(walk, heights),
            SEED: seed_columns(seed, STOPS - 1, _words(walk)),
        },
        alt="Level curves of z with a path across them, and z along the path.",
    )


def line_columns(places: Floats, box: Box) -> Columns:
    """The parts of the line through the places (n, 2) that lie in the box: both ends of each segment."""
    start, end, seen = cut_segments(places[:-1], places[1:], box)
    (x, y), (x2, y2) = start[seen].T, end[seen].T
    across, up = map(place_type, box)
    return {"x": x.astype(across), "y": y.astype(up), "x2": x2.astype(across), "y2": y2.astype(up)}


def point_columns(walk: Walk, window: Box, heights: Box) -> Columns:
    """One row per stop inside both panels: where the point is in each, and what it says."""
    place, t, value, rate = (column[::EVERY] for column in (walk.place, walk.t, walk.value, walk.rate))
    seen = _inside(place, window) & _inside(np.column_stack([t, value]), heights)
    stops = np.flatnonzero(seen)
    brief = [f"t = {number(float(t[k]), 3)}: dz/dt = {number(float(rate[k]), 4)}" for k in stops.tolist()]
    return {
        "k": stops.astype(np.int16),
        "x": place[seen, 0],
        "y": place[seen, 1],
        "t": t[seen],
        "z": value[seen],
        "says": np.array([_says(walk, k * EVERY) for k in stops.tolist()], dtype=np.str_),
        "brief": np.array(brief, dtype=np.str_),
    }


def arrow_columns(walk: Walk, window: Box) -> Columns:
    """Two rows per stop: the gradient (kind 0) and the velocity (kind 1), each scaled by its longest."""
    place = walk.place[::EVERY]
    rows: list[dict[str, NDArray[Any]]] = []
    for kind, vectors in enumerate((walk.gradient[::EVERY], walk.velocity[::EVERY])):
        length = np.hypot(*vectors.T)
        seen = _inside(place, window) & np.isfinite(length) & (length > 0)
        longest = length[seen].max(initial=0.0) or 1.0
        ends = place[seen] + vectors[seen] * (walk.room / longest)
        rows.append(
            {
                "k": np.flatnonzero(seen),
                "kind": np.full(seen.sum(), kind),
                "x": place[seen, 0],
                "y": place[seen, 1],
                "x2": ends[:, 0],
                "y2": ends[:, 1],
            }
        )
    return {name: np.concatenate([row[name] for row in rows]) for name in rows[0]}


def tangent_columns(walk: Walk, heights: Box) -> Columns:
    """One row per stop with a rate: a piece of the line through (t, z) with slope dz/dt, cut at the frame."""
    t, value, rate = walk.t[::EVERY], walk.value[::EVERY], walk.rate[::EVERY]
    reach = TANGENT * (heights[0][1] - heights[0][0])
    low, high = (np.column_stack([t + way * reach, value + way * reach * rate]) for way in (-1, 1))
    start, end, seen = cut_segments(low, high, heights)
    return {
        "k": np.flatnonzero(seen).astype(np.int16),
        "x": start[seen, 0],
        "y": start[seen, 1],
        "x2": end[seen, 0],
        "y2": end[seen, 1],
    }


def _inside(places: Floats, box: Box) -> NDArray[np.bool_]:
    low, high = np.array(box).T
    within: NDArray[np.bool_] = ((places >= low) & (places <= high)).all(axis=1)
    return within


def _says(walk: Walk, row: int) -> str:
    rate = float(walk.rate[row])
    t = f"t = {number(float(walk.t[row]), 3)}"
    if np.isnan(rate):
        return f"{t}: no dz/dt by the rule"
    numbers = [number(value, 3) for value in (*walk.gradient[row].tolist(), *walk.velocity[row].tolist())]
    across, up, speed, climb = numbers
    return f"{t}: ∇z · velocity = ({across}, {up}) · ({speed}, {climb}) = {number(rate, 4)}"


def _words(walk: Walk) -> str:
    ends = [_says(walk, row) for row in (0, SAMPLES - 1)]
    return f"A point moves over the level curves of z. At the start, {ends[0]}; at the end, {ends[1]}."


@lru_cache(maxsize=64)
def _template(window: Box, heights: Box, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    x, y = plane_axes(window)
    plane: Layer = {
        "layer": [
            _plane(ink),
            level_lines(ink, field("x", **x), field("y", **y)),
            level_names(ink),
            _segments("path", "path", ink.quiet, PATH_WIDTH),
            *_arrow("gradient", 0, "∇z", ink.slope, ink),
            *_arrow("velocity", 1, "velocity", ink.text, ink),
            _point("point", "x", "y", ink),
        ]
    }
    return {
        **settings(ink),
        "height": height,
        "params": [*inner_slider(SLIDER, "along t", STOPS - 1), *beside_layout(window)],
        "layer": [plane, _values(ink, heights), _readout(ink)],
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
    }


def _values(ink: Palette, heights: Box) -> Layer:
    """z over t: the curve, the tangent with slope dz/dt, the point."""
    t, z = _value_axes(heights)
    return {
        "layer": [
            _segments("values", "values", ink.function, CURVE_WIDTH, field("x", **t), field("y", **z)),
            {**_segments("tangent", "tangents", ink.slope, PATH_WIDTH), "transform": [{"filter": SHOWN}]},
            _point("value", "t", "z", ink),
        ]
    }


def _value_axes(heights: Box) -> tuple[Layer, Layer]:
    t = {
        "scale": fixed_scale(heights[0], [{"expr": "value_left"}, {"expr": "width"}]),
        "axis": {
            "title": "z along t",
            "orient": "bottom",
            "offset": {"expr": "value_bottom - height"},
            "grid": False,
            "tickCount": {"expr": "clamp((width - value_left) / 50, 1, 6)"},
        },
    }
    z = {
        "scale": fixed_scale(heights[1], [{"expr": "value_bottom"}, {"expr": "value_top"}]),
        "axis": {
            "title": None,
            "orient": "left",
            "offset": {"expr": "-value_left"},
            "grid": True,
            "tickCount": {"expr": "ceil((value_bottom - value_top) / 45)"},
        },
    }
    return t, z


def _plane(ink: Palette) -> Layer:
    sides = {"x": 0, "x2": {"expr": "across"}, "y": 0, "y2": {"expr": "down"}}
    return {
        "name": "plane",
        "data": {"name": SEED},
        "mark": {"type": "rect", "fillOpacity": 0, "stroke": ink.grid, "tooltip": None},
        "encoding": {
            **{name: {"value": value} for name, value in sides.items()},
            "description": {"field": "words"},
        },
    }


def _segments(
    name: str, data: str, colour: str, width: float, x: Layer | None = None, y: Layer | None = None
) -> Layer:
    return {
        "name": name,
        "data": {"name": data},
        "mark": {"type": "rule", "strokeWidth": width, "strokeCap": "round", "color": colour, "aria": False},
        "encoding": {
            "x": x or field("x"),
            "y": y or field("y"),
            "x2": {"field": "x2"},
            "y2": {"field": "y2"},
        },
    }


def _arrow(name: str, kind: int, says: str, colour: str, ink: Palette) -> list[Layer]:
    """A shaft, its head and its name, at the point of the current stop."""
    shown = [{"filter": f"{SHOWN} && datum.kind == {kind}"}]
    turned = [
        {"calculate": "atan2((datum.x2 - datum.x) * sx, (datum.y2 - datum.y) * sy)", "as": "radians"},
        {"calculate": "datum.radians * 180 / PI", "as": "turn"},
    ]
    source = {"data": {"name": "arrows"}, "transform": [*shown, *turned]}
    head = {"type": "point", "shape": "triangle", "filled": True, "size": 90, "opacity": 1, "aria": False}
    end = {"x": field("x2"), "y": field("y2")}
    # Above or below the tip, never on it: of an arrow that lies flat the words would cover the head.
    beside = {
        "dx": {"expr": "16 * sin(datum.radians)"},
        "dy": {"expr": "cos(datum.radians) < -0.2 ? 16 : -16"},
    }
    text = {"type": "text", "text": says, "fontSize": LABEL_SIZE, "aria": False, **beside}
    return [
        {**_segments(name, "arrows", colour, CURVE_WIDTH), "transform": shown},
        {
            **source,
            "mark": {**head, "color": colour},
            "encoding": {**end, "angle": field("turn", scale=None)},
        },
        {**source, "layer": halo(f"{name}_name", text, ink, end, {"value": colour})},
    ]


def _point(name: str, x: str, y: str, ink: Palette) -> Layer:
    look = {"type": "point", "filled": True, "size": CURRENT_AREA, "opacity": 1, "color": ink.descent}
    return {
        "name": name,
        "data": {"name": "points"},
        "transform": [{"filter": SHOWN}],
        "mark": {**look, "aria": False},
        "encoding": {"x": field(x), "y": field(y)},
    }


def _readout(ink: Palette) -> Layer:
    size = {"expr": f"width < {NARROW} ? 12 : {LABEL_SIZE}"}
    text = {"type": "text", "align": "left", "baseline": "middle", "x": 0, "y": -14, "fontSize": size}
    return {
        "name": "readout",
        "data": {"name": "points"},
        "transform": [{"filter": SHOWN}, *calculate(line=f"width < {NARROW} ? datum.brief : datum.says")],
        "mark": {**text, "color": ink.text},
        "encoding": {"text": {"field": "line"}, "description": {"field": "says"}},
    }
