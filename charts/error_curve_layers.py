"""The marks of the error curve: the stencils' lines, the causes of one, its points, and the h now."""

from typing import Any

from charts.encodings import Layer, calculate, field
from charts.error_curve_click import step_plane
from charts.error_curve_data import FOUND, LABEL_KINDS, LOOKS, ORDER, PREDICTED
from charts.label_layers import NARROW, halo, nearest_readout
from charts.palette import (
    CURRENT_AREA,
    FAMILY_DASHES,
    LABEL_SIZE,
    PATH_WIDTH,
    THIN_WIDTH,
    Palette,
)
from charts.scrubber import FRAME

_CAUSE_ACCENTS = ("slope", "error", "text")
_CAUSE_DASHES = ([8, 3], [2, 3], [1, 0])


def error_layers(ink: Palette, *, chosen: int, x: dict[str, Any], y: dict[str, Any]) -> list[Layer]:
    """Everything back to front; `x` and `y` are the scale and axis of the exponents of h and of the error."""
    return [
        _others(ink, chosen, {"x": field("h_at", **x), "y": field("at", **y)}),
        _thumbs(ink),
        _causes(ink),
        _line(ink, chosen),
        _points(ink),
        *_best(ink),
        _labels(ink),
        *_now(ink),
        _readout(ink),
        step_plane(),
    ]


def _nominal(name: str, domain: range, values: list[Any]) -> dict[str, Any]:
    scale = {"domain": list(domain), "range": values}
    return {"field": name, "type": "nominal", "scale": scale, "legend": None}


def _stencil_colour(ink: Palette) -> dict[str, Any]:
    return _nominal("stencil", range(len(ink.family)), list(ink.family))


def _others(ink: Palette, chosen: int, place: Layer) -> Layer:
    """The stencils that are not chosen: thin, each with a colour and a dash of its own."""
    dashes = [list(dash) for dash in FAMILY_DASHES]
    return {
        "name": "others",
        "data": {"name": "lines"},
        "transform": [{"filter": f"datum.stencil != {chosen}"}],
        "mark": {"type": "line", "strokeWidth": THIN_WIDTH, "opacity": 0.8, "aria": False},
        "encoding": {
            **place,
            "detail": {"field": "piece", "type": "nominal"},
            "color": _stencil_colour(ink),
            "strokeDash": _nominal("stencil", range(len(dashes)), dashes),
        },
    }


def _causes(ink: Palette) -> Layer:
    """Truncation, rounding and their sum, told apart by their dashes too."""
    accents = [getattr(ink, accent) for accent in _CAUSE_ACCENTS]
    return {
        "name": "causes",
        "data": {"name": "causes"},
        "mark": {"type": "line", "strokeWidth": PATH_WIDTH, "opacity": 0.75, "clip": True, "aria": False},
        "encoding": {
            "x": field("h_at"),
            "y": field("at"),
            "color": _nominal("cause", range(3), accents),
            "strokeDash": _nominal("cause", range(3), [list(dash) for dash in _CAUSE_DASHES]),
        },
    }


def _line(ink: Palette, chosen: int) -> Layer:
    mark = {"type": "line", "strokeWidth": PATH_WIDTH, "color": ink.function, "aria": False}
    return {
        "name": "line",
        "data": {"name": "lines"},
        "transform": [{"filter": f"datum.stencil == {chosen}"}],
        "mark": mark,
        "encoding": {
            "x": field("h_at"),
            "y": field("at"),
            "detail": {"field": "piece", "type": "nominal"},
        },
    }


def _points(ink: Palette) -> Layer:
    """The h of the chosen stencil, each with the shape and the colour of its status."""
    shapes = [LOOKS[name].shape for name in ORDER]
    accents = [getattr(ink, LOOKS[name].accent) for name in ORDER]
    return {
        "name": "points",
        "data": {"name": "points"},
        "mark": {"type": "point", "filled": True, "size": 42, "opacity": 1, "aria": False},
        "encoding": {
            "x": field("h_at"),
            "y": field("at"),
            "shape": _nominal("status", range(len(ORDER)), shapes),
            "color": _nominal("status", range(len(ORDER)), accents),
        },
    }


def _best(ink: Palette) -> list[Layer]:
    """A ring for the predicted best h, a large diamond for the best found."""
    mark = {"type": "point", "filled": False, "opacity": 1, "strokeWidth": 2, "aria": False}
    place = {"x": field("h_at"), "y": field("at")}
    looks = ((PREDICTED, "predicted", "circle", ink.exact), (FOUND, "found", "diamond", ink.text))
    return [
        {
            "name": name,
            "data": {"name": "marks"},
            "transform": [{"filter": f"datum.kind == {kind}"}],
            "mark": {**mark, "shape": shape, "size": CURRENT_AREA + 60, "color": colour},
            "encoding": place,
        }
        for kind, name, shape, colour in looks
    ]


def _thumbs(ink: Palette) -> Layer:
    """The h of each rule of thumb, from top to foot."""
    mark = {"type": "rule", "strokeWidth": 1, "strokeDash": [2, 4], "color": ink.quiet, "aria": False}
    return {
        "name": "thumbs",
        "data": {"name": "thumbs"},
        "mark": mark,
        "encoding": {"x": field("h_at"), "y": {"value": 0}, "y2": {"value": "height"}},
    }


def _labels(ink: Palette) -> Layer:
    """All names, each where `charts.error_curve_labels` found room for it."""
    kind = LABEL_KINDS.index("chosen")
    text = {
        "type": "text",
        "fontSize": {"expr": f"datum.kind == {kind} ? {LABEL_SIZE} : 12"},
        "fontWeight": {"expr": f"datum.kind == {kind} ? 'bold' : 'normal'"},
        "baseline": "middle",
        "align": {"expr": "datum.align"},
        "dx": {"expr": "datum.dx"},
        "dy": {"expr": "datum.dy"},
        "aria": False,
    }
    encoding = {"x": field("h_at"), "y": field("at"), "text": {"field": "name"}}
    plain = (ink.function, ink.slope, ink.error, ink.text, ink.quiet, ink.exact)
    colours = [*ink.family, *plain]
    return {
        "data": {"name": "labels"},
        "transform": [
            {"filter": f"datum.narrow == (width < {NARROW})"},
            # The formulas' own colours come first, then one for each other kind.
            *calculate(shade=f"datum.kind == 0 ? datum.stencil : datum.kind + {len(ink.family) - 1}"),
        ],
        "layer": halo("labels", text, ink, encoding, _nominal("shade", range(len(colours)), colours)),
    }


def _now(ink: Palette) -> list[Layer]:
    """The line of the h now, and a knob at its error; while the pointer is down the line is where that is."""
    knob = {"type": "point", "filled": True, "size": CURRENT_AREA, "opacity": 1, "color": ink.descent}
    return [
        {
            "name": "now",
            "data": {"name": FRAME},
            "transform": calculate(now="shown"),
            "mark": {"type": "rule", "strokeWidth": PATH_WIDTH, "color": ink.descent, "aria": False},
            "encoding": {"x": field("now"), "y": {"value": 0}, "y2": {"value": "height"}},
        },
        {
            "name": "knob",
            "data": {"name": FRAME},
            "transform": [{"filter": "aim === null"}],
            "mark": {**knob, "stroke": ink.background, "strokeWidth": 2, "aria": False},
            "encoding": {"x": field("chosen"), "y": field("at")},
        },
    ]


def _readout(ink: Palette) -> Layer:
    """The h and what is said of it: of the one now, or of the nearest point while the pointer is down."""
    here = f"data('{FRAME}')[0]"
    pointed = "'h = 2^' + round(log(aim) / LN2) + ' = ' + format(aim, '.3~g') + ': ' + datum.says"
    line = f"aim === null ? {here}.name + ': ' + {here}.says : {pointed}"
    return nearest_readout("points", "abs(datum.h_at - shown)", line, ink)
