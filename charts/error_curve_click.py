"""A click in the error curve, or a drag that ends in it, chooses h among the powers of two.

As in `charts.rate_click`, the mark clicked is a clear rectangle whose one row is what is reported.
"""

from typing import Any

from charts.encodings import Layer, calculate
from charts.scrubber import FRAME

STEP = "h"
PRESS = "press"
_EVENTS = (("pointerdown", "{0}"), ("pointermove", "event.buttons ? {0} : aim"),
           ("pointerout", "event.buttons ? null : aim"))  # fmt: skip


def step_params(span: tuple[float, float]) -> list[dict[str, Any]]:
    """The parameters `aim` (the h under the pressed pointer, or null), `shown` (its exponent) and `press`.

    `span` holds the exponents of the ends of the axis. `aim` follows the pointer in the browser, from one
    power of two to the next; the page hears of it once, when the pointer is let go. New data ends it.
    """
    low, high = span
    place = f"{low!r} + {high - low!r} * clamp(x() / width, 0, 1)"
    pointed = f"pow(2, clamp(round(({place}) * LN10 / LN2), -52, 0))"
    moves = [{"events": f"@plane_marks:{name}", "update": do.format(pointed)} for name, do in _EVENTS]
    return [
        {"name": "chosen", "expr": f"data('{FRAME}')[0].chosen"},
        {
            "name": "aim",
            "value": None,
            "on": [*moves, {"events": {"signal": "chosen"}, "update": "null"}],
        },
        {
            "name": PRESS,
            "value": 0,
            "on": [{"events": "@plane_marks:pointerdown", "update": f"{PRESS} + 1"}],
        },
        {"name": "shown", "expr": "aim === null ? chosen : log(aim) / LN10"},
    ]


def step_plane() -> Layer:
    """The clear rectangle over the whole panel; it is described by the words of the data."""
    look = {"type": "rect", "fillOpacity": 0, "strokeOpacity": 0, "cursor": "ew-resize", "tooltip": None}
    ends = {"x": {"value": 0}, "x2": {"value": "width"}, "y": {"value": 0}, "y2": {"value": "height"}}
    select = {
        "type": "point",
        "fields": [STEP, "nth"],
        "on": "@plane_marks:click",
        "toggle": False,
        "clear": False,
    }
    return {
        "name": "plane",
        "data": {"name": FRAME},
        "transform": calculate(**{STEP: "aim", "nth": PRESS}),
        "mark": look,
        "encoding": {**ends, "description": {"field": "words"}},
        "params": [{"name": STEP, "select": select}],
    }
