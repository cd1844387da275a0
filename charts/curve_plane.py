"""The curve under a picture that keeps room at its right: its axes, its pixels, and the place to click."""

from typing import Any

from charts.clipping import Box
from charts.encodings import Layer, field
from charts.label_layers import NARROW
from charts.palette import CURVE_WIDTH, Palette
from charts.start_click import Click, plane_click
from charts.theme import fixed_scale


def curve_params(window: Box, beside: int) -> list[dict[str, Any]]:
    """Pixels of the plane, `across` × `down`, with `beside` free at its right on a wide page.

    sx and sy are pixels per unit; `left`, `right`, `bottom` and `top` are the places of the edges.
    """
    (left, right), (low, high) = window
    layout = {
        "across": f"width < {NARROW} ? width : width - {beside}",
        "down": "height",
        "sx": f"across / {right - left!r}",
        "sy": f"down / {high - low!r}",
    }
    edges = {"left": left, "right": right, "bottom": low, "top": high}
    ends = [{"name": name, "value": place} for name, place in edges.items()]
    return [*ends, *({"name": name, "expr": expression} for name, expression in layout.items())]


def curve_click(window: Box) -> Click:
    """A click anywhere on the plane, as x."""
    return plane_click(window, "across", "down", ("x",))


def curve_layer(ink: Palette, window: Box) -> Layer:
    """The curve of the data `curve` (columns x, y, piece), which carries the axes."""
    across, up = window
    x = {
        "scale": fixed_scale(across, [0, {"expr": "across"}]),
        "axis": {"title": "x", "tickCount": {"expr": "ceil(across / 70)"}},
    }
    y = {
        "scale": fixed_scale(up),
        "axis": {"title": "f", "titleAngle": 0, "tickCount": {"expr": "ceil(down / 50)"}},
    }
    look = {"type": "line", "strokeWidth": CURVE_WIDTH, "color": ink.function, "clip": True, "aria": False}
    piece = {"field": "piece", "type": "nominal"}
    return {
        "name": "curve",
        "data": {"name": "curve"},
        "mark": look,
        "encoding": {"x": field("x", **x), "y": field("y", **y), "detail": piece},
    }
