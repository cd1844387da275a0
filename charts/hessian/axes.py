"""The Hessian at a point: its eigenvectors as axes of the local ellipse or hyperbola, and cuts along them."""

from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Box, Floats, cut_segments
from charts.encodings import Layer, field
from charts.gradient.plane import map_click, map_layers, map_params, spot
from charts.hessian.beside import curve_layers, layout, map_height, panel_axes, readout
from charts.hessian.beside_data import Line, frame_columns, label_rows, line_rows, value_range
from charts.hessian.marks import (
    convex_columns,
    convex_layer,
    point_columns,
    point_layers,
    set_columns,
    set_layer,
)
from charts.label_layers import NARROW, halo
from charts.palette import AXIS_SIZE, CURVE_WIDTH, PATH_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.plane import LevelCurves, level_columns, level_name_columns, unit_ratio
from charts.screen import place_type
from charts.scrubber import FRAME
from charts.start_click import START
from charts.theme import settings
from core.critical_points.points import CriticalMap
from core.hessian import Conic, ConvexRegion, HessianReading, Sections
from core.numbers import number

DASHES = ([1, 0], [6, 4])
"""Of the axis of the smaller eigenvalue, and of the larger."""


def hessian_chart(
    *,
    levels: LevelCurves,
    found: HessianReading,
    conic: Conic,
    cuts: Sections,
    critical: CriticalMap,
    window: Box,
    region: ConvexRegion | None = None,
    dark: bool = False,
    height: int = 360,
) -> Picture:
    """The map with the conic about the point, critical points, and where f is convex if `region` is given.

    Beside it f along both eigenvectors (solid) and the parabola that the eigenvalue makes (dashed). A click
    reports the selection "start" with px and py; on a critical point those of the point itself.
    """
    lines = _lines(cuts)
    across = (float(cuts.t[0]), float(cuts.t[-1])) if len(cuts.t) else (-1.0, 1.0)
    middle = found.value if np.isfinite(found.value) else 0.0
    values = value_range(lines, middle)
    return Picture(
        spec=_template(window, dark, height),
        data={
            "levels": level_columns(levels, window),
            "level_names": level_name_columns(levels, window),
            "convex": convex_columns(region, window),
            "sets": set_columns(critical, window),
            "points": point_columns(critical),
            "conic": conic_columns(conic, window),
            "axes": axis_columns(found, conic, critical, window),
            "here": {"x": np.array([found.point[0]]), "y": np.array([found.point[1]])},
            "beside": line_rows(lines, (across, values)),
            "labels": label_rows(lines, (across, values)),
            FRAME: frame_columns(across, values, _words(found, critical), _says(found)),
        },
        alt="Level curves of f with the axes of the Hessian at a point, and f cut along both axes.",
        selections=(START,),
    )


def _lines(cuts: Sections) -> list[Line]:
    """f and the parabola along each eigenvector."""
    names = [f"λ = {number(float(value), 3)}" for value in cuts.eigenvalues]
    pairs = [
        (Line(cuts.t, cuts.f[k], "f", name), Line(cuts.t, cuts.model[k], "q"))
        for k, name in enumerate(names)
        if len(cuts.t)
    ]
    return [line for pair in pairs for line in pair]


def conic_columns(conic: Conic, window: Box) -> Columns:
    """The curve inside the window as vertices x, y (n,) with the number of their piece.

    One path for each piece, and not a mark for each segment: the curve is drawn anew with every move.
    """
    places = np.column_stack([conic.x, conic.y])
    start, end, inside = cut_segments(places[:-1], places[1:], window)
    kept = inside & (np.diff(conic.piece) == 0)
    start, end = start[kept], end[kept]
    goes_on = (start[1:] == end[:-1]).all(axis=1)
    last = np.append(~goes_on, True)[: len(end)]
    piece = np.cumsum(np.append(True, ~goes_on))[: len(start)]
    order = np.argsort(np.concatenate([np.arange(len(start)), np.flatnonzero(last) + 0.5]))
    x, y = np.concatenate([start, end[last]])[order].astype(place_type(*window)).T
    return {"x": x, "y": y, "piece": np.concatenate([piece, piece[last]])[order].astype(np.int32)}


def axis_columns(found: HessianReading, conic: Conic, critical: CriticalMap, window: Box) -> Columns:
    """Both axes cut to the window, with the eigenvalue written at the end that has more room.

    Room is the distance to the frame and to the critical points, which have names of their own.
    """
    ends = conic.axes.reshape(-1, 2, 2)
    start, end, inside = cut_segments(ends[:, 0], ends[:, 1], window)
    low, high = np.array(window).T
    named = np.array([one.point for one in critical.points]).reshape(-1, 2)
    room = [_room((place - low) / (high - low), (named - low) / (high - low)) for place in (start, end)]
    label = np.where((room[1] >= room[0])[:, None], end, start)
    values = found.eigenvalues if len(ends) else ()
    aside = np.sign(label - np.array(found.point)) * _long_side(label - np.array(found.point), window)
    columns = np.column_stack([start, end, label, aside])[inside]
    names = [f"λ{'₁₂'[k]} = {number(value, 4)}" for k, value in enumerate(values)]
    return {
        **dict(zip(("x", "y", "x2", "y2", "lx", "ly", "right", "up"), columns.T, strict=True)),
        "name": np.array([name for name, seen in zip(names, inside, strict=True) if seen], dtype=np.str_),
        "nth": np.arange(len(ends), dtype=np.int8)[inside],
    }


def _room(place: Floats, named: Floats) -> Floats:
    """How far each place (n, 2) is from the frame and from all of the named ones (m, 2), in windows."""
    to_frame = np.minimum(place, 1 - place).min(axis=1)
    gaps: Floats = np.hypot(*(place[:, None] - named[None]).transpose(2, 0, 1))
    room: Floats = np.minimum(to_frame, gaps.min(axis=1, initial=1.0))
    return room


def _long_side(way: Floats, window: Box) -> Floats:
    """1 for the coordinate in which each way (n, 2) goes farther in the window, 0 for the other."""
    parts = np.abs(way) / np.diff(np.array(window), axis=1).T
    longer: Floats = (parts >= parts.max(axis=1, keepdims=True, initial=0.0)).astype(np.float64)
    return longer


def _says(found: HessianReading) -> str:
    if not found.exists:
        return "no second derivatives here"
    low, high = (number(value, 4) for value in found.eigenvalues)
    kind = f", {found.kind}" if found.kind else ""
    return f"H is {found.name}: λ₁ = {low}, λ₂ = {high}{kind}"


def _words(found: HessianReading, critical: CriticalMap) -> str:
    return f"{found.sentence} {critical.sentence}"


@lru_cache(maxsize=64)
def _template(window: Box, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    ratio = unit_ratio(window)
    click = map_click(window)
    t, value = panel_axes("distance along each axis")
    plane = [
        convex_layer(ink),
        click.layer(ink.grid),
        *map_layers(ink, window),
        set_layer(ink),
        _conic(ink),
        *_axes(ink),
        *point_layers(ink),
        spot(ink, "here", {"data": {"name": "here"}}, "x", "y"),
        readout(ink),
    ]
    beside = [*curve_layers(ink, t, value), *_labels(ink)]
    return {
        **settings(ink),
        "height": height,
        "params": [*map_params(window, map_height(ratio)), *layout(), *click.params],
        "layer": [{"layer": plane}, {"layer": beside}],
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
    }


def _conic(ink: Palette) -> Layer:
    look = {"type": "line", "strokeWidth": CURVE_WIDTH, "color": ink.slope, "aria": False}
    detail = {"field": "piece", "type": "nominal"}
    places = {"x": field("x"), "y": field("y"), "detail": detail, "order": {"value": None}}
    return {"name": "conic", "data": {"name": "conic"}, "mark": look, "encoding": places}


def _axes(ink: Palette) -> list[Layer]:
    ends = {"x": field("x"), "y": field("y"), "x2": {"field": "x2"}, "y2": {"field": "y2"}}
    dash = {
        "field": "nth",
        "type": "nominal",
        "scale": {"domain": [0, 1], "range": list(DASHES)},
        "legend": None,
    }
    look = {"type": "rule", "strokeWidth": PATH_WIDTH, "color": ink.text, "aria": False}
    text = {
        "type": "text",
        "fontSize": AXIS_SIZE,
        "fontWeight": "bold",
        "align": {"expr": "datum.right > 0 ? 'left' : datum.right < 0 ? 'right' : 'center'"},
        "dx": {"expr": "7 * datum.right"},
        "dy": {"expr": "-13 * datum.up"},
        "baseline": "middle",
        "aria": False,
    }
    place = {"x": field("lx"), "y": field("ly"), "text": {"field": "name"}}
    return [
        {"name": "axes", "data": {"name": "axes"}, "mark": look, "encoding": {**ends, "strokeDash": dash}},
        {"data": {"name": "axes"}, "layer": halo("axis_names", text, ink, place, {"value": ink.slope})},
    ]


def _labels(ink: Palette) -> list[Layer]:
    """λ at the end of each curve of f; on a phone the panel is too low for names."""
    text = {"type": "text", "fontSize": AXIS_SIZE, "align": "right", "dx": -4, "aria": False}
    text |= {"dy": {"expr": "datum.up < 0 ? 12 : -8"}, "opacity": {"expr": f"width < {NARROW} ? 0 : 1"}}
    place = {"x": field("t"), "y": field("value"), "text": {"field": "label"}}
    return [{"data": {"name": "labels"}, "layer": halo("labels", text, ink, place, {"value": ink.function})}]
