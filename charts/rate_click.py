"""A click in the sweep, or a drag that ends in it, chooses η.

As in `charts.start_click`, the mark clicked is a clear rectangle whose one row is what is reported.
"""

from typing import Any

from charts.encodings import Layer, calculate
from charts.scrubber import FRAME

RATE = "eta"
PRESS = "press"


def rate_params(span: tuple[float, float]) -> list[dict[str, Any]]:
    """The parameters `aim` (the rate under the pressed pointer, or null), `shown` (its exponent) and `press`.

    `aim` follows the pointer in the browser; the page hears of it once, when the pointer is let go. It is
    rounded to two digits, about as fine as a pixel. A drag out of the panel is given up; new data ends it.
    `press` counts: the same η chosen again is news to the page, which may have moved on meanwhile.
    """
    low, high = span
    place = f"{low!r} + {high - low!r} * clamp(x() / width, 0, 1)"
    pointed = f"toNumber(format(pow(10, {place}), '.1e'))"
    return [
        {"name": "chosen", "expr": f"data('{FRAME}')[0].chosen"},
        {
            "name": "aim",
            "value": None,
            "on": [
                {"events": "@plane_marks:pointerdown", "update": pointed},
                {"events": "@plane_marks:pointermove", "update": f"event.buttons ? {pointed} : aim"},
                {"events": "@plane_marks:pointerout", "update": "event.buttons ? null : aim"},
                {"events": {"signal": "chosen"}, "update": "null"},
            ],
        },
        {
            "name": PRESS,
            "value": 0,
            "on": [{"events": "@plane_marks:pointerdown", "update": f"{PRESS} + 1"}],
        },
        {"name": "shown", "expr": "aim === null ? chosen : log(aim) / LN10"},
    ]


def rate_plane() -> Layer:
    """The clear rectangle over the whole panel; it is described by the words of the data."""
    return {
        "name": "plane",
        "data": {"name": FRAME},
        "transform": calculate(**{RATE: "aim", "nth": PRESS}),
        "mark": {
            "type": "rect",
            "fillOpacity": 0,
            "strokeOpacity": 0,
            "cursor": "ew-resize",
            "tooltip": None,
        },
        "encoding": {
            "x": {"value": 0},
            "x2": {"value": "width"},
            "y": {"value": 0},
            "y2": {"value": "height"},
            "description": {"field": "words"},
        },
        "params": [
            {
                "name": RATE,
                "select": {
                    "type": "point",
                    "fields": [RATE, "nth"],
                    "on": "@plane_marks:click",
                    "toggle": False,
                    "clear": False,
                },
            }
        ],
    }
