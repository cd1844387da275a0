"""The panel beside the map: f along a line through the point, with the parabola of its model."""

from typing import Any

from charts.encodings import Layer, field
from charts.label_layers import NARROW, words_above
from charts.palette import CURVE_WIDTH, PATH_WIDTH, Palette
from charts.scrubber import FRAME
from charts.theme import fixed_scale

GAP = 62


def layout() -> list[dict[str, Any]]:
    """Pixels: the map at the top left, the panel right of it or, if narrow, below."""
    parts = {
        "wide": f"width >= {NARROW}",
        "value_left": f"wide ? across + {GAP} : 0",
        "value_top": "wide ? 0 : down + 50",
        "value_bottom": "wide ? down : height",
    }
    return [{"name": name, "expr": expression} for name, expression in parts.items()]


def map_height(ratio: float) -> str:
    """How many pixels the map is high, of a width and a height that are given."""
    return (
        f"width >= {NARROW} ? min(height, 0.56 * width * {ratio!r}) : min(0.62 * height, width * {ratio!r})"
    )


def panel_axes(title: str) -> tuple[Layer, Layer]:
    """The distance along the line, and f; both ranges come with the data: a new point is no new spec."""
    across, values = ((_end(f"{name}_low"), _end(f"{name}_high")) for name in ("t", "value"))
    t = {
        "scale": fixed_scale(across, [{"expr": "value_left"}, {"expr": "width"}]),
        "axis": {
            "title": title,
            "orient": "bottom",
            "offset": {"expr": "value_bottom - height"},
            "grid": False,
            "tickCount": {"expr": "ceil((width - value_left) / 60)"},
        },
    }
    f = {
        "scale": fixed_scale(values, [{"expr": "value_bottom"}, {"expr": "value_top"}]),
        "axis": {
            "title": "f",
            "titleAngle": 0,
            "titlePadding": 8,
            "orient": "left",
            "offset": {"expr": "-value_left"},
            "grid": True,
            "tickCount": {"expr": "ceil((value_bottom - value_top) / 45)"},
        },
    }
    return field("t", **t), field("value", **f)


def _end(name: str) -> dict[str, str]:
    return {"expr": f"data('{FRAME}')[0].{name}"}


def curve_layers(ink: Palette, t: Layer, value: Layer) -> list[Layer]:
    """The columns t, value, piece and part of the data "beside": f solid, the model dashed."""
    looks = {
        "q": {"color": ink.slope, "strokeDash": [7, 4], "strokeWidth": PATH_WIDTH},
        "f": {"color": ink.function, "strokeWidth": CURVE_WIDTH},
    }
    return [
        {
            "name": f"beside_{part}",
            "data": {"name": "beside"},
            "transform": [{"filter": f"datum.part == '{part}'"}],
            "mark": {"type": "line", "aria": False, **look},
            "encoding": {
                "x": t,
                "y": value,
                "detail": {"field": "piece", "type": "nominal"},
                "order": field("t"),
            },
        }
        for part, look in looks.items()
    ]


def readout(ink: Palette) -> Layer:
    """The words of the frame above the picture."""
    return {
        "name": "readout",
        "data": {"name": FRAME},
        "mark": {**words_above(ink, 14), "aria": False},
        "encoding": {"text": {"field": "says"}},
    }
