"""A rule at a glance: a function and its derivative over the same small window."""

from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Box
from charts.curve_path import Curve, curve_columns
from charts.encodings import Layer, field
from charts.palette import CURVE_WIDTH, LABEL_SIZE, palette
from charts.picture import Picture
from charts.scrubber import FRAME
from charts.theme import fixed_scale, settings
from charts.training.parts.frame import panel
from core.numbers import number


def rule_chart(
    *, function: Curve, derivative: Curve, window: Box, dark: bool = False, height: int = 150
) -> Picture:
    """f as a solid line and f′ as dashes, in the window ((x_low, x_high), (y_low, y_high))."""
    return Picture(
        spec=_template(window, dark, height),
        data={
            "f": curve_columns(function, window),
            "slope": curve_columns(derivative, window),
            FRAME: {"words": np.array([f"{_ends('f', function)} {_ends('f′', derivative)}"])},
        },
        alt="The curve of the example, solid, and of its derivative, dashed, over the same window.",
    )


def _ends(name: str, curve: Curve) -> str:
    """Where a curve comes from and where it goes."""
    there = np.flatnonzero(np.isfinite(curve.y))
    if not len(there):
        return f"{name} has no value here."
    (x, y), (to_x, to_y) = ((float(curve.x[k]), float(curve.y[k])) for k in there[[0, -1]])
    return f"{name} is {number(y, 3)} at x = {number(x, 3)} and {number(to_y, 3)} at x = {number(to_x, 3)}."


@lru_cache(maxsize=8)
def _template(window: Box, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    return {
        **settings(ink),
        "height": height,
        "layer": [
            panel(ink),
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
