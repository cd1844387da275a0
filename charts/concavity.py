"""f above and f″ below over one x axis: where the curve is concave up, where down, and where that changes.

The band around f is solid where it bends up and dashed where it bends down; f″ has the same band, so that
above 0 and bending up are seen to be the same.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Box
from charts.curve_path import Curve
from charts.derivatives_data import panel_rows, segment_signs
from charts.encodings import Layer, field
from charts.label_layers import NARROW, halo
from charts.palette import AXIS_SIZE, CURRENT_AREA, CURVE_WIDTH, LABEL_SIZE, PATH_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.scrubber import FRAME
from charts.start_click import START, Click, plane_click
from charts.theme import fixed_scale, settings
from core.numbers import number
from core.second_derivative import Concavity, Inflection, SecondDerivativeTest

SPLIT = 0.6
"""How much of the height f has."""

MOST_NAMES = 6
_GAP = 10
_BAND = 14


def concavity_chart(
    *,
    curve: Curve,
    second: Curve,
    window: Box,
    heights: tuple[float, float],
    found: Concavity,
    here: SecondDerivativeTest,
    dark: bool = False,
    height: int = 400,
) -> Picture:
    """The curves of f and f″ with the pieces of `found`; f in `window`, f″ for values in `heights`.

    `here` is the point whose derivatives are tested: a dot with its parabola of second order, which opens up
    or down as f bends. A click on the picture reports the selection "start" with x.
    """
    below: Box = (window[0], heights)
    return Picture(
        spec=_template(window, heights, dark, height),
        data={
            "curve": panel_rows(curve, window, segment_signs(curve, found.stretches)),
            "second": panel_rows(second, below, segment_signs(second, found.stretches)),
            "inflections": inflection_columns(found.inflections, window),
            "parabola": parabola_columns(here, window),
            "here": here_columns(here, window, heights),
            FRAME: {"words": np.array([_words(found, here)]), "says": np.array([_says(here)])},
        },
        alt="The curve of f above the curve of its second derivative: concave up, concave down, inflections.",
        selections=(START,),
    )


def inflection_columns(points: Sequence[Inflection], window: Box) -> Columns:
    """The inflection points inside the window, named where they are few."""
    low, high = window[1]
    shown = [point for point in points if low <= point.value <= high]
    name = "inflection" if len(shown) <= MOST_NAMES else ""
    return {
        "x": np.array([point.x for point in shown], dtype=np.float64),
        "y": np.array([point.value for point in shown], dtype=np.float64),
        "name": np.full(len(shown), name),
    }


def parabola_columns(here: SecondDerivativeTest, window: Box) -> Columns:
    """f + f′·s + ½f″·s² about the point, a fifth of the window to both sides; no row without f″."""
    if len(here.values) < 3:
        return panel_rows(_Sampled(np.zeros(2), np.full(2, np.nan)), window)
    value, slope, bend = here.values[:3]
    reach = 0.2 * (window[0][1] - window[0][0])
    s = np.linspace(-reach, reach, 41)
    return panel_rows(_Sampled(here.x + s, value + slope * s + bend * s * s / 2), window)


class _Sampled:
    """Samples of a curve, x and y (n,)."""

    def __init__(
        self, x: np.ndarray[Any, np.dtype[np.float64]], y: np.ndarray[Any, np.dtype[np.float64]]
    ) -> None:
        self.x, self.y = x, y


def here_columns(here: SecondDerivativeTest, window: Box, heights: tuple[float, float]) -> Columns:
    """One row for each panel in which the point is seen; panel 0 is f, 1 is f″."""
    orders = [(0, 0, window[1]), (1, 2, heights)]
    rows = [
        (panel, here.values[order])
        for panel, order, (low, high) in orders
        if order < len(here.values) and low <= here.values[order] <= high
    ]
    return {
        "panel": np.array([panel for panel, _ in rows], dtype=np.int8),
        "x": np.full(len(rows), here.x),
        "y": np.array([value for _, value in rows], dtype=np.float64),
    }


def _says(here: SecondDerivativeTest) -> str:
    names = ("f", "f′", "f″")
    parts = [f"{name} = {number(value, 4)}" for name, value in zip(names, here.values, strict=False)]
    return ", ".join([f"x = {number(here.x, 4)}", *parts])


def _words(found: Concavity, here: SecondDerivativeTest) -> str:
    pieces = " ".join(piece.sentence for piece in found.pieces[:8])
    return f"{pieces} {found.sentence} {here.sentence}"


@lru_cache(maxsize=64)
def _template(window: Box, heights: tuple[float, float], dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    click = plane_click(window, "width", "height", ("x",))
    x, y, y2 = _axes(window, heights)
    above = [_band(ink, "curve", x, y), _curve("curve", ink.function, x, y), *_marks(ink), *_here(ink, 0)]
    below = [_zero(ink, y2), _band(ink, "second", x, y2), _curve("second", ink.text, x, y2), *_here(ink, 1)]
    return {
        **settings(ink),
        "height": height,
        "params": list(click.params),
        "layer": [_plane(click, ink), {"layer": above}, {"layer": below}, *_words_above(ink)],
        "resolve": {"scale": {"y": "independent"}},
    }


def _plane(click: Click, ink: Palette) -> Layer:
    return click.layer(ink.grid)


def _axes(window: Box, heights: tuple[float, float]) -> tuple[Layer, Layer, Layer]:
    x = {
        "scale": fixed_scale(window[0]),
        "axis": {"title": "x", "grid": False, "tickCount": {"expr": "ceil(width / 70)"}},
    }
    parts = (("f", window[1], 0.0, SPLIT), ("f″", heights, SPLIT, 1.0))
    y, second = (
        {
            "scale": fixed_scale(
                ends, [{"expr": f"height * {bottom} - {_GAP}"}, {"expr": f"height * {top} + {_GAP}"}]
            ),
            "axis": {
                "title": title,
                "titleAngle": 0,
                "titlePadding": 8,
                "orient": "left",
                "tickCount": {"expr": f"max(2, height * {round(bottom - top, 2)} / 50)"},
            },
        }
        for title, ends, top, bottom in parts
    )
    return field("x", **x), field("y", **y), field("y", **second)


def _band(ink: Palette, data: str, x: Layer, y: Layer) -> Layer:
    """Solid where f bends up, dashed where down, none where it is straight."""
    signs = [-1, 0, 1]
    colour = {"domain": signs, "range": [ink.ascent, ink.background, ink.descent]}
    dash = {"domain": signs, "range": [[7, 7], [1, 0], [1, 0]]}
    look = {"type": "line", "strokeWidth": _BAND, "opacity": 0.32, "strokeCap": "butt", "aria": False}
    return {
        "name": f"{data}_band",
        "data": {"name": data},
        "mark": look,
        "encoding": {
            "x": x,
            "y": y,
            "detail": {"field": "piece", "type": "nominal"},
            "color": {"field": "sign", "type": "nominal", "scale": colour, "legend": None},
            "strokeDash": {"field": "sign", "type": "nominal", "scale": dash, "legend": None},
        },
    }


def _curve(data: str, colour: str, x: Layer, y: Layer) -> Layer:
    look = {"type": "line", "strokeWidth": CURVE_WIDTH, "color": colour, "aria": False}
    detail = {"field": "piece", "type": "nominal"}
    return {
        "name": data,
        "data": {"name": data},
        "mark": look,
        "encoding": {"x": x, "y": y, "detail": detail},
    }


def _zero(ink: Palette, y: Layer) -> Layer:
    look = {"type": "rule", "color": ink.quiet, "strokeWidth": 1.2, "clip": True, "aria": False}
    return {"name": "zero", "data": {"values": [{"y": 0}]}, "mark": look, "encoding": {"y": y}}


def _marks(ink: Palette) -> list[Layer]:
    """Inflection points, and the parabola that f follows at the point."""
    look = {"type": "point", "shape": "diamond", "filled": True, "size": 120, "opacity": 1, "aria": False}
    text = {"type": "text", "fontSize": AXIS_SIZE, "dy": -16, "aria": False}
    place = {"x": field("x"), "y": field("y")}
    line = {
        "type": "line",
        "strokeWidth": PATH_WIDTH,
        "strokeDash": [7, 4],
        "color": ink.slope,
        "aria": False,
    }
    colours = {"fill": {"value": ink.background}, "stroke": {"value": ink.text}, "strokeWidth": {"value": 2}}
    detail = {"field": "piece", "type": "nominal"}
    return [
        {
            "name": "parabola",
            "data": {"name": "parabola"},
            "mark": line,
            "encoding": {**place, "detail": detail},
        },
        {
            "name": "inflections",
            "data": {"name": "inflections"},
            "mark": look,
            "encoding": {**place, **colours},
        },
        {
            "data": {"name": "inflections"},
            "layer": halo(
                "inflection_names", text, ink, {**place, "text": {"field": "name"}}, {"value": ink.text}
            ),
        },
    ]


def _here(ink: Palette, panel: int) -> list[Layer]:
    look = {
        "type": "point",
        "filled": True,
        "size": CURRENT_AREA,
        "opacity": 1,
        "color": ink.text,
        "aria": False,
    }
    return [
        {
            "name": f"here{panel}",
            "data": {"name": "here"},
            "transform": [{"filter": f"datum.panel == {panel}"}],
            "mark": {**look, "stroke": ink.background, "strokeWidth": 2},
            "encoding": {"x": field("x"), "y": field("y")},
        }
    ]


def _words_above(ink: Palette) -> list[Layer]:
    """The numbers at the point on the left, what the band means on the right where there is room."""
    look = {"type": "text", "baseline": "middle", "y": -12, "aria": False}
    says = {"x": 2, "align": "left", "fontSize": LABEL_SIZE, "color": ink.text, "limit": {"expr": "width"}}
    rows = (("up", 112, "band solid: bends up", ink.descent), ("down", 2, "dashed: down", ink.ascent))
    key = [
        {
            "name": name,
            "data": {"name": FRAME},
            "mark": {
                **look,
                "text": text,
                "x": {"expr": f"width - {aside}"},
                "align": "right",
                "fontSize": AXIS_SIZE,
                "color": colour,
                "opacity": {"expr": f"width < {NARROW + 150} ? 0 : 1"},
            },
        }
        for name, aside, text, colour in rows
    ]
    readout = {
        "name": "readout",
        "data": {"name": FRAME},
        "mark": {**look, **says},
        "encoding": {"text": {"field": "says"}},
    }
    return [readout, *key]
