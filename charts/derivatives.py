"""f, f′, f″ … above each other over one x axis, and a tangent that slides along in the browser.

All panels are layers of one view, each with its own piece of the height: one view follows the width of the
page and costs half of what concatenated ones do. Around f a band shows the sign of f′, by colour and pattern.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from charts.clipping import Box
from charts.curve_path import Curve
from charts.derivatives_data import (
    Heights,
    dot_rows,
    panel_rows,
    segment_signs,
    tangent_rows,
    turning_rows,
)
from charts.encodings import Layer, field
from charts.inner_slider import SEED, inner_slider, seed_columns
from charts.label_layers import halo
from charts.palette import AXIS_SIZE, CURVE_WIDTH, LABEL_SIZE, PATH_WIDTH, THIN_WIDTH, Palette, palette
from charts.picture import Picture
from charts.theme import fixed_scale, settings
from core.derivative_facts.monotony import Monotony
from core.derivative_facts.tangents import Tangents
from core.numbers import number

SHOWN = "datum.k == slide"
NAMES = ("f", "f′", "f″", "f‴", "f⁽⁴⁾", "f⁽⁵⁾")
FIRST_SHARE = 0.46
"""How much of the height f has where there are several panels below it."""

_GAP = 9
_BAND = 13
_NARROW = 520
_ABOVE = -8


def derivatives_chart(
    *,
    curves: Sequence[Curve],
    window: tuple[float, float],
    heights: Heights,
    monotony: Monotony,
    tangents: Tangents,
    dark: bool = False,
    height: int = 420,
) -> Picture:
    """The panels of f, f′, … (`curves`) over `window`, each with its own (low, high) of `heights`.

    The slider starts at the tangents' start; `monotony` colours f and marks where it turns.
    """
    if not 2 <= len(curves) == len(heights) == len(tangents.values) <= len(NAMES):
        raise ValueError("f and one to five of its derivatives, each with a height and a value")
    boxes: list[Box] = [(window, own) for own in heights]
    last = len(tangents.x) - 1
    signs = segment_signs(curves[0], monotony.stretches)
    own_signs = (signs, *[None] * (len(curves) - 1))
    rows = {f"curve{i}": panel_rows(curve, boxes[i], own_signs[i]) for i, curve in enumerate(curves)}
    return Picture(
        spec=_template(window, heights, last, dark, height),
        data={
            **rows,
            "tangents": tangent_rows(tangents, boxes[0]),
            "dots": dot_rows(tangents, boxes),
            "turns": turning_rows(monotony.points, boxes[0]),
            SEED: seed_columns(tangents.start, last, _words(monotony)),
        },
        alt=f"The curves of {', '.join(NAMES[: len(curves)])} above each other, with a tangent that slides.",
    )


_DOES = {"unsettled": "turns more often than it was followed"}


def _words(monotony: Monotony) -> str:
    does = [(_DOES.get(part.direction, f"is {part.direction}"), part) for part in monotony.stretches[:8]]
    parts = [f"f {said} from {number(part.low, 4)} to {number(part.high, 4)}." for said, part in does]
    points = [f"{point.kind.capitalize()} at x = {number(point.x, 4)}." for point in monotony.points[:8]]
    return " ".join([*parts, *points])


@lru_cache(maxsize=64)
def _template(
    window: tuple[float, float], heights: Heights, last: int, dark: bool, height: int
) -> dict[str, Any]:
    ink = palette(dark)
    axes = [_axes(window, heights, panel) for panel in range(len(heights))]
    (x, y), *below = axes
    panels = [
        {"layer": [_sign_band(ink, x, y), *_curve(ink, 0, x, y), *_turns(ink, x, y), *_tangent(ink, x, y)]},
        *({"layer": _curve(ink, i, x, own) + _dots(ink, i, x, own)} for i, (x, own) in enumerate(below, 1)),
    ]
    return {
        **settings(ink),
        "height": height,
        "params": inner_slider("slide", "slide x", last),
        "layer": [
            _plane(ink),
            *_frames(ink, len(heights)),
            _upright(ink, x),
            *panels,
            *_readout(ink),
            *_key(ink),
        ],
        "resolve": {"scale": {"y": "independent"}},
    }


def _axes(window: tuple[float, float], heights: Heights, panel: int) -> tuple[Layer, Layer]:
    top, bottom = _shares(len(heights), panel)
    pixels = [{"expr": f"height * {bottom} - {_GAP}"}, {"expr": f"height * {top} + {_GAP}"}]
    x = {
        "scale": fixed_scale(window),
        "axis": {"title": "x", "grid": False, "tickCount": {"expr": "ceil(width / 70)"}},
    }
    y = {
        "scale": fixed_scale(heights[panel], pixels),
        "axis": {
            "title": NAMES[panel],
            "titleAngle": 0,
            "orient": "left",
            "tickCount": {"expr": f"max(2, height * {bottom - top} / 50)"},
        },
    }
    return x, y


def _shares(count: int, panel: int) -> tuple[float, float]:
    """Where a panel begins and ends, from the top, in parts of the height.

    >>> _shares(2, 0), _shares(3, 2)
    ((0.0, 0.5), (0.73, 1.0))
    """
    first = max(FIRST_SHARE, 1 / count) if count > 2 else 0.5
    rest = (1 - first) / (count - 1)
    if panel == 0:
        return 0.0, first
    return round(first + rest * (panel - 1), 4), round(first + rest * panel, 4)


def _plane(ink: Palette) -> Layer:
    sides = {"x": {"value": 0}, "x2": {"value": "width"}, "y": {"value": 0}, "y2": {"value": "height"}}
    return {
        "name": "plane",
        "data": {"name": SEED},
        "mark": {"type": "rect", "fillOpacity": 0, "stroke": ink.grid, "tooltip": None},
        "encoding": {**sides, "description": {"field": "words"}},
    }


def _frames(ink: Palette, count: int) -> list[Layer]:
    """A thin frame around each panel: the x axis has no grid, which would belong to one of them only."""
    frames = []
    for panel in range(count):
        top, bottom = _shares(count, panel)
        sides = {
            "y": {"expr": f"height * {top} + {_GAP - 4}"},
            "y2": {"expr": f"height * {bottom} - {_GAP - 4}"},
        }
        look = {"type": "rect", "fillOpacity": 0, "stroke": ink.grid, "x": 0, "x2": "width", "tooltip": None}
        frames.append({"data": {"name": SEED}, "mark": {**look, **sides, "aria": False}})
    return frames


def _sign_band(ink: Palette, x: Layer, y: Layer) -> Layer:
    """A broad band around f: solid where it rises, dashed where it falls, none where it is constant."""
    signs = [-1, 0, 1]
    colour = {"domain": signs, "range": [ink.descent, ink.background, ink.ascent]}
    dash = {"domain": signs, "range": [[7, 7], [1, 0], [1, 0]]}
    look = {"type": "line", "strokeWidth": _BAND, "opacity": 0.32, "strokeCap": "butt", "aria": False}
    return {
        "name": "signs",
        "data": {"name": "curve0"},
        "mark": look,
        "encoding": {
            "x": field("x", **x),
            "y": field("y", **y),
            "detail": {"field": "piece", "type": "nominal"},
            "color": {"field": "sign", "type": "nominal", "scale": colour, "legend": None},
            "strokeDash": {"field": "sign", "type": "nominal", "scale": dash, "legend": None},
        },
    }


def _curve(ink: Palette, panel: int, x: Layer, y: Layer) -> list[Layer]:
    """The curve of one order, with the line of height 0 under it where a derivative's panel has one."""
    colour = (ink.function, ink.slope)[panel] if panel < 2 else ink.text
    look = {"type": "line", "strokeWidth": CURVE_WIDTH if panel < 2 else PATH_WIDTH, "color": colour}
    curve: Layer = {
        "name": f"curve{panel}",
        "data": {"name": f"curve{panel}"},
        "mark": {**look, "aria": False},
        "encoding": {
            "x": field("x", **x),
            "y": field("y", **y),
            "detail": {"field": "piece", "type": "nominal"},
        },
    }
    low, high = y["scale"]["domain"]
    if panel == 0 or not low <= 0 <= high:
        return [curve]
    rule = {"type": "rule", "color": ink.quiet, "strokeWidth": THIN_WIDTH, "aria": False}
    zero = {
        "name": f"zero{panel}",
        "data": {"name": SEED},
        "mark": rule,
        "encoding": {"y": {"datum": 0, **y}},
    }
    return [zero, curve]


def _turns(ink: Palette, x: Layer, y: Layer) -> list[Layer]:
    """Minima point down, maxima up, saddles are squares; open where f has no slope."""
    shapes = {"minimum": "triangle-down", "maximum": "triangle-up", "saddle": "square", "flat": "diamond"}
    shape = {
        "field": "kind",
        "type": "nominal",
        "scale": {"domain": list(shapes), "range": list(shapes.values())},
        "legend": None,
    }
    fill = {"condition": {"test": "datum.level", "value": ink.text}, "value": ink.background}
    place = {"x": field("x", **x), "y": field("y", **y)}
    look = {"type": "point", "size": 110, "opacity": 1, "stroke": ink.text, "strokeWidth": 1.6, "aria": False}
    through = {"type": "rule", "color": ink.quiet, "strokeDash": [2, 4], "strokeWidth": 1, "aria": False}
    text = {
        "type": "text",
        "fontSize": AXIS_SIZE,
        "dy": {"expr": "datum.above ? -16 : 20"},
        "aria": False,
    }
    return [
        {
            "name": "levels",
            "data": {"name": "turns"},
            "mark": through,
            "encoding": {"x": place["x"], "y": {"value": 0}, "y2": {"value": "height"}},
        },
        {
            "name": "turns",
            "data": {"name": "turns"},
            "mark": look,
            "encoding": {**place, "shape": shape, "fill": fill},
        },
        {
            "data": {"name": "turns"},
            "layer": halo("names", text, ink, {**place, "text": {"field": "name"}}, {"value": ink.text}),
        },
    ]


def _tangent(ink: Palette, x: Layer, y: Layer) -> list[Layer]:
    look = {"type": "rule", "strokeWidth": PATH_WIDTH, "color": ink.slope, "aria": False}
    ends = {
        "x": field("x0", **x),
        "y": field("y0", **y),
        "x2": {"field": "x1"},
        "y2": {"field": "y1"},
    }
    line = {
        "name": "tangent",
        "data": {"name": "tangents"},
        "transform": [{"filter": f"{SHOWN} && datum.drawn"}],
        "mark": look,
        "encoding": ends,
    }
    return [line, *_dots(ink, 0, x, y)]


def _dots(ink: Palette, panel: int, x: Layer, y: Layer) -> list[Layer]:
    look = {"type": "point", "filled": True, "size": 80, "opacity": 1, "color": ink.text, "aria": False}
    return [
        {
            "name": f"dot{panel}",
            "data": {"name": "dots"},
            "transform": [{"filter": f"{SHOWN} && datum.panel == {panel}"}],
            "mark": look,
            "encoding": {"x": field("x", **x), "y": field("y", **y)},
        }
    ]


def _upright(ink: Palette, x: Layer) -> Layer:
    """A line through all panels at the place of the tangent."""
    return {
        "name": "upright",
        "data": {"name": "tangents"},
        "transform": [{"filter": SHOWN}],
        "mark": {"type": "rule", "color": ink.quiet, "strokeWidth": 1, "aria": False},
        "encoding": {"x": field("x", **x), "y": {"value": 0}, "y2": {"value": "height"}},
    }


def _key(ink: Palette) -> list[Layer]:
    """What the band means, above the frame on the right; left out where the readout needs the room."""
    rows = (("rising", 112, "band solid: f′ > 0", ink.ascent), ("falling", 2, "dashed: f′ < 0", ink.descent))
    return [
        {
            "name": name,
            "data": {"name": SEED},
            "mark": {
                "type": "text",
                "text": text,
                "x": {"expr": f"width - {aside}"},
                "y": _ABOVE,
                "align": "right",
                "fontSize": AXIS_SIZE,
                "color": colour,
                "opacity": {"expr": f"width < {_NARROW} ? 0 : 1"},
                "aria": False,
            },
        }
        for name, aside, text, colour in rows
    ]


def _readout(ink: Palette) -> list[Layer]:
    """The numbers at the place of the tangent, above the frame, where they never cover the curve."""
    look = {"type": "text", "x": 2, "y": _ABOVE, "align": "left", "fontSize": LABEL_SIZE, "color": ink.slope}
    says = {"text": {"field": "says"}, "description": {"field": "says"}}
    source = {"data": {"name": "tangents"}, "transform": [{"filter": SHOWN}]}
    return [{**source, "name": "readout", "mark": look, "encoding": says}]
