"""Convexity by a chord: two sliders move its ends, and the picture says which side of the curve it is on."""

from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Box
from charts.curve_path import Curve, curve_columns
from charts.encodings import Layer, calculate, field
from charts.label_layers import words_above
from charts.newton.plane import axes, curve_layer
from charts.palette import PATH_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.theme import settings
from core.convexity import Convexity
from core.expression import Expression

PLACES = "places"
FRAME = "frame"
STOPS = 200
LEFT, RIGHT = "left_end", "right_end"
_BETWEEN = f"datum.k >= min({LEFT}, {RIGHT}) && datum.k <= max({LEFT}, {RIGHT})"
_SAME = 1e-9
"""Of the window's height: nearer than this the chord lies on the curve."""


def convexity_chart(
    *,
    e: Expression,
    curve: Curve,
    found: Convexity,
    window: Box,
    ends: tuple[float, float] | None = None,
    dark: bool = False,
    height: int = 330,
) -> Picture:
    """The curve in the window with one chord; it begins at `ends`, or at a pair that proves the verdict.

    Two sliders in the picture move the ends, answered in the browser. Where the chord is above the curve the
    gap is drawn solid in f's blue (so convex functions look), where below dashed in ascent's magenta.
    """
    places = place_columns(e, found.window)
    left, right = (_stop(places, end) for end in ends or first_ends(found))
    return Picture(
        spec=_template(window, dark, height),
        data={
            "curve": curve_columns(curve, window),
            PLACES: places,
            FRAME: {
                "left": np.array([left], dtype=np.int32),
                "right": np.array([right], dtype=np.int32),
                "words": np.array([found.sentence]),
            },
        },
        alt="The curve of f with a chord between two of its points.",
    )


def first_ends(found: Convexity) -> tuple[float, float]:
    """The pair that proves the verdict, or the middle half of the window."""
    shown = found.above or found.below
    low, high = found.window
    if shown is None:
        return 0.75 * low + 0.25 * high, 0.25 * low + 0.75 * high
    return shown.left, shown.right


def place_columns(e: Expression, ends: tuple[float, float]) -> Columns:
    """x and f(x) at the 201 stops of the sliders; a stop without a value is left out of every chord."""
    x = np.linspace(*ends, STOPS + 1)
    y = e(x)
    known = np.isfinite(y)
    return {
        "k": np.arange(STOPS + 1, dtype=np.int32),
        "x": x,
        "y": np.where(known, y, 0.0),
        "known": known,
    }


def _stop(places: Columns, end: float) -> int:
    """The stop nearest to `end` of those where f has a value: the others carry no chord."""
    away = np.abs(np.asarray(places["x"], dtype=np.float64) - end)
    return int(np.where(places["known"], away, np.inf).argmin())


@lru_cache(maxsize=64)
def _template(window: Box, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    x, y = axes(window, "f")
    return {
        **settings(ink),
        "height": height,
        "params": [*_slider(LEFT, "left", "left end"), *_slider(RIGHT, "right", "right end"), *_chord()],
        "layer": [
            _plane(ink),
            curve_layer(ink.function, x, y),
            *_gaps(ink, (window[1][1] - window[1][0]) * _SAME),
            _line(ink),
            _ends(ink),
            _readout(ink, (window[1][1] - window[1][0]) * _SAME),
        ],
    }


def _slider(name: str, seed: str, label: str) -> list[dict[str, Any]]:
    """As `charts.inner_slider`, for two sliders that start at different places of the one row "frame"."""
    row = f"data('{FRAME}')[0].{seed}"
    bound = {"input": "range", "min": 0, "max": STOPS, "step": 1, "name": label}
    return [
        {"name": f"{seed}_seeded", "expr": row},
        {
            "name": name,
            "expr": row,
            "bind": bound,
            "on": [{"events": {"signal": f"{seed}_seeded"}, "update": f"{seed}_seeded"}],
        },
    ]


def _chord() -> list[dict[str, str]]:
    """Both ends and the slope of the chord between them; `whole` where both have a value and differ."""
    first, last = (f"data('{PLACES}')[{end}]" for end in (f"min({LEFT}, {RIGHT})", f"max({LEFT}, {RIGHT})"))
    rows = {
        "ax": f"{first}.x",
        "ay": f"{first}.y",
        "bx": f"{last}.x",
        "by": f"{last}.y",
        "whole": f"{LEFT} != {RIGHT} && {first}.known && {last}.known",
        "rise": "bx > ax ? (by - ay) / (bx - ax) : 0",
    }
    return [{"name": name, "expr": expression} for name, expression in rows.items()]


def _plane(ink: Palette) -> Layer:
    sides = {"x": {"value": 0}, "x2": {"value": "width"}, "y": {"value": 0}, "y2": {"value": "height"}}
    return {
        "name": "plane",
        "data": {"name": FRAME},
        "mark": {"type": "rect", "fillOpacity": 0, "stroke": ink.grid, "tooltip": None},
        "encoding": {**sides, "description": {"field": "words"}},
    }


def _between() -> list[dict[str, Any]]:
    """The stops strictly between both ends, with the chord's height above each."""
    return [
        {"filter": f"whole && datum.known && {_BETWEEN}"},
        *calculate(chord="ay + rise * (datum.x - ax)", gap="datum.chord - datum.y"),
    ]


def _gaps(ink: Palette, same: float) -> list[Layer]:
    """A thin rule from the curve to the chord at every second stop between."""
    look = {"type": "rule", "strokeWidth": 1.8, "clip": True, "aria": False}
    places = {"x": field("x"), "y": field("y"), "y2": {"field": "chord"}}
    sides = (
        ("above", f"datum.gap > {same!r}", ink.function, [1, 0]),
        ("below", f"datum.gap < -{same!r}", ink.ascent, [3, 2]),
    )
    return [
        {
            "name": name,
            "data": {"name": PLACES},
            "transform": [*_between(), {"filter": f"datum.k % 2 == 0 && {test}"}],
            "mark": {**look, "color": colour, "strokeDash": dash},
            "encoding": places,
        }
        for name, test, colour, dash in sides
    ]


def _line(ink: Palette) -> Layer:
    look = {"type": "rule", "strokeWidth": PATH_WIDTH, "color": ink.text, "clip": True, "aria": False}
    return {
        "name": "chord",
        "data": {"name": FRAME},
        "transform": [{"filter": "whole"}, *calculate(x0="ax", y0="ay", x1="bx", y1="by")],
        "mark": look,
        "encoding": {"x": field("x0"), "y": field("y0"), "x2": {"field": "x1"}, "y2": {"field": "y1"}},
    }


def _ends(ink: Palette) -> Layer:
    look = {"type": "point", "filled": True, "size": 110, "opacity": 1, "clip": True, "aria": False}
    ends = f"datum.known && (datum.k == {LEFT} || datum.k == {RIGHT})"
    return {
        "name": "ends",
        "data": {"name": PLACES},
        "transform": [{"filter": ends}],
        "mark": {**look, "color": ink.text},
        "encoding": {"x": field("x"), "y": field("y")},
    }


def _readout(ink: Palette, same: float) -> Layer:
    """Above the frame: where the chord runs between its ends."""
    side = (
        "datum.ups && datum.downs ? 'partly above, partly below the curve: neither convex nor concave'"
        " : datum.ups ? 'above the curve, as everywhere on a convex function'"
        " : datum.downs ? 'below the curve, as everywhere on a concave function' : 'on the curve'"
    )
    ends = "'From x = ' + format(ax, '.3~f') + ' to ' + format(bx, '.3~f')"
    return {
        "name": "readout",
        "data": {"name": PLACES},
        "transform": [
            *_between(),
            *calculate(up=f"datum.gap > {same!r} ? 1 : 0", down=f"datum.gap < -{same!r} ? 1 : 0"),
            {
                "aggregate": [
                    {"op": "sum", "field": "up", "as": "ups"},
                    {"op": "sum", "field": "down", "as": "downs"},
                ]
            },
            *calculate(line=f"replace({ends} + ' the chord runs ' + ({side}) + '.', /-/g, '−')"),
        ],
        "mark": words_above(ink, 16),
        "encoding": {"text": {"field": "line"}, "description": {"field": "line"}},
    }
