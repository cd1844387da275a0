"""The map under the pictures of slopes: level curves with equal units on both axes, and the place to click.

A picture gives the map's height in pixels, `down`, to `map_params`; `across`, `sx` and `sy` follow from it.
"""

from typing import Any

from charts.clipping import Box
from charts.encodings import Layer, field
from charts.palette import CURRENT_AREA, Palette
from charts.plane import level_lines, level_names, plane_axes, unit_ratio
from charts.start_click import Click, plane_click

PLACE = ("px", "py")
"""What a click reports: the point's keys in the address."""


def map_params(window: Box, down: str) -> list[dict[str, Any]]:
    """Pixels of the map: `down` is an expression, `across` follows; sx and sy are pixels per unit.

    `left`, `right` and `top` are the places of its edges.
    """
    (left, right), (low, high) = window
    layout = {
        "down": down,
        "across": f"down / {unit_ratio(window)!r}",
        "sx": f"across / {right - left!r}",
        "sy": f"down / {high - low!r}",
    }
    edges = {"left": left, "right": right, "top": high}
    ends = [{"name": name, "value": place} for name, place in edges.items()]
    return [*ends, *({"name": name, "expr": expression} for name, expression in layout.items())]


def map_click(window: Box) -> Click:
    """A click anywhere on the map, as px and py."""
    return plane_click(window, "across", "down", PLACE)


def map_layers(ink: Palette, window: Box) -> list[Layer]:
    """Level curves with their numbers; they carry the axes."""
    x, y = plane_axes(window)
    return [level_lines(ink, field("x", **x), field("y", **y)), level_names(ink)]


def spot(ink: Palette, name: str, source: Layer, x: str, y: str) -> Layer:
    """The point one stands on."""
    look = {"type": "point", "filled": True, "size": CURRENT_AREA, "opacity": 1, "color": ink.text}
    return {
        **source,
        "name": name,
        "mark": {**look, "stroke": ink.background, "strokeWidth": 2, "aria": False},
        "encoding": {"x": field(x), "y": field(y)},
    }
