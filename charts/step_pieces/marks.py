"""The marks of a cartoon on any plane: the way so far, the arrows of the step shown, the sum in numbers."""

from charts.encodings import EDGE, Layer, calculate, field
from charts.gradient.arrow import arrow_layers
from charts.gradient.plane import spot
from charts.label_layers import NARROW
from charts.palette import LABEL_SIZE, THIN_WIDTH, Palette
from charts.scrubber import FRAME, SHOWN
from charts.step_pieces.arrows import LAST

BESIDE = 232
BAND = 11
"""Pixels: of the list right of the plane, and across the broad arrow of the sum."""

NOW = "datum.k == clamp(step, 1, last_step)"
LAST_STEP = {"name": "last_step", "expr": f"data('{FRAME}')[0].last"}


def cartoon_layers(ink: Palette, ascent: bool) -> list[Layer]:
    """All that a cartoon draws over its plane, from back to front."""
    colours = _colours(ink, ascent)
    return [
        _path(ink),
        *(layer for kind, colour in colours.items() for layer in _arrows(kind, ink, colour)),
        spot(ink, "here", _begins("datum.ox == 0 && datum.oy == 0"), "x", "y"),
        _outside(ink),
        _list(ink, colours),
    ]


def _begins(where: str) -> Layer:
    """Where the step shown begins, if it is there."""
    return {"data": {"name": "steps"}, "transform": [{"filter": f"{NOW} && {where}"}]}


def _outside(ink: Palette) -> Layer:
    """A wedge on the frame that points to where a step begins outside the picture."""
    source = _begins("(datum.ox != 0 || datum.oy != 0)")
    turn = calculate(turn="atan2(datum.ox, datum.oy) * 180 / PI")
    return {
        **source,
        "name": "outside",
        "transform": [*source["transform"], *turn],
        "mark": {**EDGE, "color": ink.text},
        "encoding": {"x": field("x"), "y": field("y"), "angle": field("turn", scale=None)},
    }


def _path(ink: Palette) -> Layer:
    return {
        "name": "path",
        "data": {"name": "path"},
        "transform": [{"filter": f"datum.drawn && {SHOWN}"}],
        "mark": {"type": "rule", "strokeWidth": THIN_WIDTH, "color": ink.quiet, "aria": False},
        "encoding": {
            "x": field("ax"),
            "y": field("ay"),
            "x2": {"field": "bx"},
            "y2": {"field": "by"},
        },
    }


def _colours(ink: Palette, ascent: bool) -> dict[str, str]:
    """The kinds of arrows from back to front."""
    whole = ink.ascent if ascent else ink.descent
    return {
        "bare": ink.quiet,
        LAST: whole,
        "memory": ink.function,
        "gradient": ink.slope,
        "decay": ink.error,
    }


def _arrows(kind: str, ink: Palette, colour: str) -> list[Layer]:
    """The arrows of one kind, those of the present step; the sum is a broad band behind its parts."""
    (layer,) = arrow_layers(f"piece_{kind}", ink, colour)
    shaft, *rest = layer["layer"]
    if kind == LAST:
        shaft = {**shaft, "mark": {**shaft["mark"], "strokeWidth": BAND, "opacity": 0.45}}
    now = [{"filter": NOW}, *layer["transform"]]
    return [{**layer, "transform": now, "layer": [shaft, *rest]}]


def _list(ink: Palette, colours: dict[str, str]) -> Layer:
    """The sum in numbers, right of the map; above it on a narrow page."""
    narrow = f"width < {NARROW}"
    looks = {**colours, "times": ink.quiet}
    colour = {"domain": list(looks), "range": list(looks.values())}
    text = {
        "type": "text",
        "align": "left",
        "baseline": "middle",
        "fontSize": {"expr": f"{narrow} ? 12 : {LABEL_SIZE}"},
        "x": {"expr": f"{narrow} ? 0 : across + 16"},
        "y": {"expr": f"{narrow} ? -12 - 16 * (datum.most - datum.line) : 10 + 22 * datum.line"},
    }
    says = {"field": "says"}
    kind = {"field": "kind", "type": "nominal", "scale": colour, "legend": None}
    return {
        "name": "list",
        "data": {"name": "list"},
        "transform": [{"filter": NOW}],
        "mark": text,
        "encoding": {"text": says, "description": says, "color": kind},
    }
