"""A click on the picture sets the start: a clear rectangle whose one row is where the pointer went down."""

from dataclasses import dataclass
from math import floor, log10
from typing import Any

from charts.clipping import Box
from charts.scrubber import FRAME

START = "start"
TREMBLE = 6


@dataclass(frozen=True)
class Click:
    """The parameters that follow the pointer, and the mark that reports it as the point selection `start`."""

    params: tuple[dict[str, Any], ...]
    fields: tuple[str, ...]
    across: str
    down: str

    def layer(self, outline: str) -> dict[str, Any]:
        """The rectangle over the panel with a thin outline; it is described by the words of the data."""
        return {
            "name": "plane",
            "data": {"name": FRAME},
            "transform": [
                {"filter": "!dragged"},
                *({"calculate": f"pointed_{name}", "as": name} for name in self.fields),
            ],
            "mark": {
                "type": "rect",
                "fillOpacity": 0,
                "stroke": outline,
                "cursor": "crosshair",
                "tooltip": None,
            },
            "encoding": {
                "x": {"value": 0},
                "x2": {"value": {"expr": self.across}},
                "y": {"value": 0},
                "y2": {"value": {"expr": self.down}},
                "description": {"field": "words"},
            },
            "params": [
                {
                    "name": START,
                    "select": {
                        "type": "point",
                        "fields": list(self.fields),
                        "on": "@plane_marks:click, @points_marks:click",
                        "toggle": False,
                        "clear": False,
                    },
                }
            ],
        }


def plane_click(window: Box, across: str, down: str, fields: tuple[str, ...]) -> Click:
    """A click anywhere in the panel of `across` × `down` pixels, read in the window's units.

    The place is rounded to a power of ten about as fine as a pixel: the picture cannot tell more.
    """
    (left, right), (low, high) = window
    x = _rounded(f"{left!r} + {right - left!r} * clamp(x() / ({across}), 0, 1)", right - left)
    y = _rounded(f"{high!r} - {high - low!r} * clamp(y() / ({down}), 0, 1)", high - low)
    places = {f"pointed_{name}": place for name, place in zip(fields, (x, y), strict=False)}
    presses = {"pressed": "[x(), y()]", **places}
    pressed = tuple(
        {"name": name, "value": None, "on": [{"events": "pointerdown", "update": update}]}
        for name, update in presses.items()
    )
    return Click((*pressed, _dragged()), fields, across, down)


def _dragged() -> dict[str, Any]:
    """Whether the pressed pointer moved farther than a trembling hand: then the rectangle steps aside."""
    moved = f"dragged || abs(x() - pressed[0]) + abs(y() - pressed[1]) > {TREMBLE}"
    move = {"events": "pointermove", "update": f"event.buttons && pressed ? {moved} : false"}
    return {"name": "dragged", "value": False, "on": [move]}


def _rounded(expression: str, span: float) -> str:
    """The Vega expression rounded to 10^⌊log₁₀(span / 200)⌋; whole factors keep the decimals short.

    >>> _rounded("v", 8.0), _rounded("v", 40000.0)
    ('round((v) * 100) / 100', 'round((v) / 100) * 100')
    """
    exponent = floor(log10(span / 200))
    if exponent < 0:
        return f"round(({expression}) * {10**-exponent}) / {10**-exponent}"
    return f"round(({expression}) / {10**exponent}) * {10**exponent}"
