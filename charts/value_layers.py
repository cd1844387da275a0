"""The value along the way: f(x_k) against k for each run, in a panel of the same picture."""

from typing import Any

from charts.encodings import EDGE, PATH, Layer, calculate, field, walk_colour, walk_dash, walk_shape
from charts.palette import CURRENT_AREA, PATH_WIDTH, Palette
from charts.path_data import UNDEFINED
from charts.path_layers import point_area
from charts.scrubber import CURRENT, SHOWN


def value_layer(ink: Palette, steps: int, *, x: dict[str, Any], y: dict[str, Any]) -> Layer:
    """The panel as one layer; `x` and `y` are the scale and axis of k and of f.

    A value beyond the range is a wedge on the edge, as in the picture beside it.
    """
    place = {"x": field("k", **x), "y": field("height", **y), "color": walk_colour(ink)}
    point = {"type": "point", "filled": True, "opacity": 1, "aria": False}
    within = f"datum.kind != {UNDEFINED} && datum.above == 0"
    beyond = f"datum.kind != {UNDEFINED} && datum.above != 0"
    return {
        "data": PATH,
        "layer": [
            {
                "name": "value_segments",
                "transform": [{"filter": f"datum.rises && {SHOWN}"}],
                "mark": {"type": "rule", "strokeWidth": PATH_WIDTH, "aria": False},
                "encoding": {
                    "x": field("cx", **x),
                    "y": field("cy", **y),
                    "x2": {"field": "dx"},
                    "y2": {"field": "dy"},
                    "color": walk_colour(ink),
                    "strokeDash": walk_dash(),
                },
            },
            {
                "name": "value_points",
                "transform": [{"filter": f"{within} && {SHOWN}"}],
                "mark": {**point, "size": point_area(steps) * 0.6},
                "encoding": {**place, "shape": walk_shape()},
            },
            {
                "name": "value_current",
                "transform": [{"filter": f"{within} && {CURRENT}"}],
                "mark": {**point, "size": CURRENT_AREA, "stroke": ink.background, "strokeWidth": 2},
                "encoding": {**place, "shape": walk_shape()},
            },
            {
                "name": "value_edges",
                "transform": [{"filter": f"{beyond} && {CURRENT}"}, *calculate(turn="90 - 90 * datum.above")],
                "mark": {**EDGE, "opacity": 1},
                "encoding": {**place, "angle": field("turn", scale=None)},
            },
        ],
    }
