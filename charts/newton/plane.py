"""What both pictures of a Newton step share: the frame, the curve, the axis, and the numbers above."""

from typing import Any

from charts.clipping import Box
from charts.encodings import Layer, calculate, field
from charts.label_layers import halo, words_above
from charts.palette import AXIS_SIZE, CURVE_WIDTH, Palette
from charts.theme import fixed_scale

STEPS = "steps"
NOW = "datum.k == min(step, datum.last)"


STOPS = (10, 20, 50, 100, 200)


def slider_end(steps: int) -> int:
    """The end of the slider for so many steps, in few sizes: another start seldom needs another spec.

    >>> slider_end(8), slider_end(11)
    (10, 20)
    """
    return next(end for end in STOPS if steps <= end)


def now() -> Layer:
    """The row of the step that the slider shows, or of the last one."""
    return {"data": {"name": STEPS}, "transform": [{"filter": NOW}]}


def axes(window: Box, title: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """x and y over exactly the window."""
    x = {"scale": fixed_scale(window[0]), "axis": {"title": "x", "tickCount": {"expr": "ceil(width / 70)"}}}
    y = {
        "scale": fixed_scale(window[1]),
        "axis": {"title": title, "titleAngle": 0, "tickCount": {"expr": "ceil(height / 50)"}},
    }
    return field("x", **x), field("y", **y)


def curve_layer(colour: str, x: Layer, y: Layer) -> Layer:
    """The curve in the data "curve", in one piece or several."""
    look = {"type": "line", "strokeWidth": CURVE_WIDTH, "color": colour, "clip": True, "aria": False}
    detail = {"field": "piece", "type": "nominal"}
    return {
        "name": "curve",
        "data": {"name": "curve"},
        "mark": look,
        "encoding": {"x": x, "y": y, "detail": detail},
    }


def zero_line(ink: Palette) -> Layer:
    """The x axis itself, where the tangent is to arrive."""
    look = {"type": "rule", "strokeWidth": 1.4, "color": ink.quiet, "clip": True, "aria": False}
    return {"name": "zero", "data": {"values": [{"y": 0}]}, "mark": look, "encoding": {"y": field("y")}}


def readout(ink: Palette) -> Layer:
    """One line of numbers above the frame."""
    says = {"text": {"field": "says"}, "description": {"field": "says"}}
    return {**now(), "name": "readout", "mark": words_above(ink, 16), "encoding": says}


def dot(ink: Palette, name: str, x: str, y: str, colour: str, *, hollow: bool = False) -> Layer:
    """A point of the current step."""
    look = {"type": "point", "filled": True, "size": 110, "opacity": 1, "clip": True, "aria": False}
    paint = {"fill": ink.background, "stroke": colour, "strokeWidth": 2.5} if hollow else {"color": colour}
    place = {"x": field(x), "y": field(y)}
    return {**now(), "name": name, "mark": {**look, **paint}, "encoding": place}


def names_at_axis(ink: Palette, window: Box) -> list[Layer]:
    """x_k and x_{k+1} at the axis, away from the curve, or at the frame where the axis is out of sight."""
    low, high = window[1]
    level = repr(min(max(0.0, low), high))
    return [
        _name(ink, "here_name", ("x", level, "here"), "datum.f < 0 ? -14 : 14"),
        _name(ink, "next_name", ("next_x", level, "there"), "datum.next_f < 0 ? -14 : 14"),
    ]


def names_at_dots(ink: Palette) -> list[Layer]:
    """x_k and x_{k+1} above and below their dots."""
    return [
        _name(ink, "here_name", ("x", "datum.f", "here"), "-17"),
        _name(ink, "next_name", ("next_x", "datum.next_f", "there"), "17"),
    ]


def _name(ink: Palette, name: str, row: tuple[str, str, str], dy: str) -> Layer:
    """One name; `row` has the column of x, the expression of y and the column of the text."""
    at, level, said = row
    text = {
        "type": "text",
        "fontSize": AXIS_SIZE,
        "fontStyle": "italic",
        "baseline": "middle",
        "dy": {"expr": dy},
        "aria": False,
        "clip": True,
    }
    encoding = {"x": field(at), "y": field("level"), "text": {"field": said}}
    return {
        "data": {"name": STEPS},
        "transform": [{"filter": NOW}, *calculate(level=level)],
        "layer": halo(name, text, ink, encoding, {"value": ink.text}),
    }
