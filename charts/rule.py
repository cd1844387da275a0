"""A rule at a glance: a function and its derivative over the same small window."""

from functools import lru_cache
from typing import Any

from charts.clipping import Box
from charts.curve_path import Curve, curve_columns
from charts.encodings import Layer, field
from charts.palette import CURVE_WIDTH, LABEL_SIZE, palette
from charts.picture import Picture
from charts.theme import fixed_scale, settings


def rule_chart(
    *, function: Curve, derivative: Curve, window: Box, dark: bool = False, height: int = 150
) -> Picture:
    """f as a solid line and f′ as dashes, in the window ((x_low, x_high), (y_low, y_high))."""
    return Picture(
        spec=_template(window, dark, height),
        data={"f": curve_columns(function, window), "slope": curve_columns(derivative, window)},
        alt="The curve of the example, solid, and of its derivative, dashed, over the same window.",
    )


@lru_cache(maxsize=8)
def _template(window: Box, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    return {
        **settings(ink),
        "height": height,
        "layer": [
            _line("f", window, {"color": ink.function}),
            _line("slope", window, {"color": ink.slope, "strokeDash": [6, 4]}),
            _name("f", 0, ink.function),
            _name("f′ dashed", 16, ink.slope),
        ],
    }


def _line(data: str, window: Box, look: Layer) -> Layer:
    return {
        "name": f"{data}_line",
        "data": {"name": data},
        "mark": {"type": "line", "strokeWidth": CURVE_WIDTH, "clip": True, "aria": False, **look},
        "encoding": {
            "x": field("x", scale=fixed_scale(window[0]), axis={"title": None, "tickCount": 5}),
            "y": field("y", scale=fixed_scale(window[1]), axis={"title": None, "tickCount": 3}),
            "detail": {"field": "piece", "type": "nominal"},
        },
    }


def _name(text: str, left: int, colour: str) -> Layer:
    look = {"fontSize": LABEL_SIZE, "fontWeight": "bold", "align": "left", "color": colour}
    return {
        "data": {"values": [{}]},
        "mark": {"type": "text", "text": text, "x": left, "y": -10, "aria": False, **look},
    }
