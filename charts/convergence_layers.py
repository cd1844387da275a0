"""The marks of the picture of convergence: lines, what was foretold, where they end, and the step shown."""

from typing import Any

from charts.convergence_data import LEAVES, STAYS, UNDEFINED
from charts.encodings import EDGE, Layer, calculate, field
from charts.family_layers import OWN_LOOKS, WIDTH, family_colour, family_dash, family_shape
from charts.label_layers import NARROW, halo
from charts.palette import CURRENT_AREA, LABEL_SIZE, PATH_WIDTH, Palette
from charts.scrubber import CURRENT, FRAME

ROOM = (84, 50)
"""Pixels right of the lines for their names, on a wide and on a narrow page."""

MEASURE = "datum.measure == measure"
CHOSEN = "datum.side == 0"
OTHER = "datum.side > 0"
ROWS = (-38, -18)
DASHED: Layer = {"strokeWidth": 1.5, "strokeDash": [5, 4]}


def convergence_layers(
    ink: Palette, *, x: dict[str, Any], y: dict[str, Any], measures: list[str]
) -> list[Layer]:
    """Everything back to front; `x` and `y` are the scale and axis of k and of the exponent."""
    axes: Layer = {"x": field("k", **x), "y": field("at", **y)}
    return [
        _others(ink, axes),
        _chosen(ink, axes),
        _predicted(ink),
        _step(ink),
        _current(ink),
        *_endings(ink),
        *_names(ink),
        *_readout(ink, measures),
    ]


def _others(ink: Palette, axes: Layer) -> Layer:
    return {
        "name": "others",
        "data": {"name": "lines"},
        "transform": [{"filter": f"{MEASURE} && {OTHER} && datum.drawn"}],
        "mark": {"type": "line", "strokeWidth": WIDTH, "clip": True, "aria": False},
        "encoding": {**axes, "color": family_colour(ink), "strokeDash": family_dash()},
    }


def _chosen(ink: Palette, axes: Layer) -> Layer:
    mark = {"type": "line", "strokeWidth": PATH_WIDTH + 1, "color": ink.descent, "clip": True, "aria": False}
    return {
        "name": "chosen",
        "data": {"name": "lines"},
        "transform": [{"filter": f"{MEASURE} && {CHOSEN} && datum.drawn"}],
        "mark": mark,
        "encoding": axes,
    }


def _predicted(ink: Palette) -> Layer:
    """Dashes over the line itself, so that both can be seen where they agree."""
    return {
        "name": "predicted",
        "data": {"name": "predicted"},
        "transform": [{"filter": MEASURE}],
        "mark": {"type": "rule", **DASHED, "color": ink.text, "aria": False},
        "encoding": {
            "x": field("k"),
            "y": field("at"),
            "x2": {"field": "k_end"},
            "y2": {"field": "at_end"},
        },
    }


def _step(ink: Palette) -> Layer:
    """The step of the slider; this mark carries the picture's words."""
    return {
        "name": "step_line",
        "data": {"name": FRAME},
        "transform": calculate(now="step"),
        "mark": {"type": "rule", "strokeWidth": 1, "color": ink.quiet},
        "encoding": {"x": field("now"), "description": {"field": "words"}},
    }


def _current(ink: Palette) -> Layer:
    point = {"type": "point", "filled": True, "opacity": 1, "aria": False, "stroke": ink.background}
    place = {"x": field("k"), "y": field("at")}
    seen = f"{MEASURE} && {CURRENT} && datum.outside == 0"
    return {
        "data": {"name": "lines"},
        "layer": [
            {
                "name": "other_current",
                "transform": [{"filter": f"{seen} && {OTHER}"}],
                "mark": {**point, "size": 70, "strokeWidth": 1.5},
                "encoding": {**place, "color": family_colour(ink), "shape": family_shape()},
            },
            {
                "name": "current",
                "transform": [{"filter": f"{seen} && {CHOSEN}"}],
                "mark": {**point, "size": CURRENT_AREA, "strokeWidth": 2, "color": ink.descent},
                "encoding": place,
            },
        ],
        **OWN_LOOKS,
    }


def _endings(ink: Palette) -> list[Layer]:
    """Where lines leave: a wedge up for what grows, down for what vanishes, a cross for what has no value."""
    left = f"{MEASURE} && datum.ending != {STAYS}"
    place = {"x": field("k"), "y": field("at"), "angle": field("turn", scale=None)}
    turn = calculate(turn=f"datum.ending == {LEAVES} ? 0 : datum.ending == {UNDEFINED} ? 45 : 180")
    shape = {"expr": f"datum.ending == {UNDEFINED} ? 'cross' : 'triangle'"}
    return [
        {
            "name": "other_endings",
            "data": {"name": "ends"},
            "transform": [{"filter": f"{left} && {OTHER}"}, *turn],
            "mark": {**EDGE, "shape": shape, "size": 120},
            "encoding": {**place, "color": family_colour(ink)},
        },
        {
            "name": "endings",
            "data": {"name": "ends"},
            "transform": [{"filter": f"{left} && {CHOSEN}"}, *turn],
            "mark": {**EDGE, "shape": shape, "color": ink.descent},
            "encoding": place,
        },
    ]


def _names(ink: Palette) -> list[Layer]:
    """The name of each run right of its end; a value that became 0 says so."""
    short = "replace(datum.run, 'η = ', '')"
    text = {"type": "text", "align": "left", "dx": 10, "aria": False}
    size = {"expr": f"width < {NARROW} ? 12 : 13"}
    place = {"x": field("k"), "y": field("beside"), "text": {"field": "label"}}
    named = calculate(label=f"width < {NARROW} ? {short} : datum.run")
    parts = (
        (OTHER, "other_names", {**text, "fontSize": size}, family_colour(ink)),
        (
            CHOSEN,
            "names",
            {**text, "fontSize": size, "fontWeight": "bold"},
            {"value": ink.descent},
        ),
    )
    return [
        {
            "data": {"name": "ends"},
            "transform": [{"filter": f"{MEASURE} && {which}"}, *named],
            "layer": halo(name, mark, ink, place, colour),
        }
        for which, name, mark, colour in parts
    ]


def _readout(ink: Palette, measures: list[str]) -> list[Layer]:
    """Two lines above the frame: the chosen run at the step shown, and the factor foretold."""
    text = {"type": "text", "align": "left", "baseline": "middle", "x": 24, "limit": {"expr": "width - 24"}}
    size = {"expr": f"width < {NARROW} ? 12 : {LABEL_SIZE}"}
    shown = f"(measure ? '{measures[1]}' : '{measures[0]}')"
    says = f"datum.run + ', step ' + datum.k + ': ' + {shown} + ' = ' + datum.says"
    foretold = "'predicted: × ' + datum.says + ' at each step'"
    return [
        {
            "data": {"name": "lines"},
            "transform": [{"filter": f"{MEASURE} && {CURRENT} && {CHOSEN}"}, *calculate(line=says)],
            "layer": [
                _sample(ROWS[0], {"strokeWidth": PATH_WIDTH + 1, "color": ink.descent}),
                {
                    "name": "readout",
                    "mark": {**text, "y": ROWS[0], "fontSize": size, "color": ink.descent},
                    "encoding": {"text": {"field": "line"}, "description": {"field": "line"}},
                },
            ],
        },
        {
            "data": {"name": "predicted"},
            "transform": [{"filter": MEASURE}, *calculate(line=foretold)],
            "layer": [
                _sample(ROWS[1], DASHED | {"color": ink.text}),
                {
                    "name": "prediction",
                    "mark": {**text, "y": ROWS[1], "fontSize": size, "color": ink.text},
                    "encoding": {"text": {"field": "line"}, "description": {"field": "line"}},
                },
            ],
        },
    ]


def _sample(row: int, look: Layer) -> Layer:
    """A short piece of the line before the words that speak of it."""
    ends = {"x": {"value": 0}, "x2": {"value": 18}, "y": {"value": row}}
    return {"mark": {"type": "rule", "aria": False, **look}, "encoding": ends}
