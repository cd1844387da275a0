"""What stands on the map: where f is convex, critical points and sets of them, and corners."""

import numpy as np

from charts.clipping import Box, Floats
from charts.encodings import Layer, field
from charts.label_layers import halo
from charts.palette import AXIS_SIZE, Palette
from charts.picture import Columns
from charts.screen import place_type
from core.critical_points.points import CriticalMap
from core.hessian import ConvexRegion
from core.numbers import number

MOST_NAMES = 12
"""With more points their names would cover the map."""

SHAPES = {
    "minimum": "triangle-down",
    "saddle": "square",
    "maximum": "triangle-up",
    "degenerate": "diamond",
    "corner": "cross",
}


def convex_columns(region: ConvexRegion | None, window: Box) -> Columns:
    """The strips, none without a region."""
    kind = place_type(*window)
    nothing = np.empty(0)
    ends = {name: nothing if region is None else getattr(region, name) for name in ("x0", "x1", "y0", "y1")}
    return {name: column.astype(kind) for name, column in ends.items()}


def convex_layer(ink: Palette) -> Layer:
    """The strips under everything else, without seams between them."""
    look = {"type": "rect", "color": ink.exact, "opacity": 0.16, "strokeWidth": 0, "aria": False}
    ends = {"x": field("x0"), "x2": {"field": "x1"}, "y": field("y0"), "y2": {"field": "y1"}}
    return {"name": "convex", "data": {"name": "convex"}, "mark": look, "encoding": ends}


def point_columns(found: CriticalMap) -> Columns:
    """One row for each critical point and corner: a click on one reports px and py in all their digits."""
    rows: list[tuple[Floats, str, float]] = [(one.point, one.kind, one.value) for one in found.points]
    rows += [(corner.point, "corner", corner.value) for corner in found.corners]
    named = len(rows) <= MOST_NAMES
    return {
        "px": np.array([place[0] for place, _, _ in rows], dtype=np.float64),
        "py": np.array([place[1] for place, _, _ in rows], dtype=np.float64),
        "kind": np.array([kind for _, kind, _ in rows], dtype=np.str_),
        "name": np.array([kind if named else "" for _, kind, _ in rows], dtype=np.str_),
        "says": np.array([_says(place, value) for place, _, value in rows], dtype=np.str_),
    }


def set_columns(found: CriticalMap, window: Box) -> Columns:
    """The places of lines, curves and areas of critical points, as dots."""
    places = np.concatenate([np.empty((0, 2)), *(one.points for one in found.sets)])
    kind = place_type(*window)
    return {"x": places[:, 0].astype(kind), "y": places[:, 1].astype(kind)}


def set_layer(ink: Palette) -> Layer:
    """Many small dots."""
    look = {"type": "point", "filled": True, "size": 16, "opacity": 0.9, "color": ink.text, "aria": False}
    place = {"x": field("x"), "y": field("y")}
    return {"name": "sets", "data": {"name": "sets"}, "mark": look, "encoding": place}


def point_layers(ink: Palette) -> list[Layer]:
    """A shape for each kind, its name beside it, and its numbers on hovering; a click goes there."""
    shape = {
        "field": "kind",
        "type": "nominal",
        "scale": {"domain": list(SHAPES), "range": list(SHAPES.values())},
        "legend": None,
    }
    look = {"type": "point", "size": 130, "opacity": 1, "filled": True, "cursor": "pointer", "aria": False}
    place = {"x": field("px"), "y": field("py")}
    tips = [
        {"field": name, "type": "nominal", "title": title}
        for name, title in (("kind", "kind"), ("says", " "))
    ]
    colour = {"fill": {"value": ink.background}, "stroke": {"value": ink.text}, "strokeWidth": {"value": 2}}
    text = {"type": "text", "fontSize": AXIS_SIZE, "dy": -16, "aria": False, "clip": True}
    return [
        {
            "name": "points",
            "data": {"name": "points"},
            "mark": look,
            "encoding": {**place, "shape": shape, **colour, "tooltip": tips},
        },
        {
            "data": {"name": "points"},
            "layer": halo(
                "point_names", text, ink, {**place, "text": {"field": "name"}}, {"value": ink.text}
            ),
        },
    ]


def _says(place: Floats, value: float) -> str:
    return f"({number(float(place[0]))}, {number(float(place[1]))}), {number(value)}"
