"""f and its Taylor polynomials, one degree at a time, with the error between them as a band."""

from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Box, Floats
from charts.curve_path import Curve, curve_columns
from charts.encodings import Layer, field
from charts.inner_slider import SEED, inner_slider, seed_columns
from charts.label_layers import halo
from charts.palette import AXIS_SIZE, CURVE_WIDTH, LABEL_SIZE, PATH_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.theme import fixed_scale, settings
from core.derivative_facts.approximations import Approximations
from core.numbers import number

SHOWN = "datum.k == degree"
LONGEST_FORMULA = 60
_FAR = 40.0
"""In heights of the window: what is farther cannot be told from there."""


def taylor_chart(
    *,
    curve: Curve,
    found: Approximations,
    window: Box,
    seed: int = 1,
    dark: bool = False,
    height: int = 360,
) -> Picture:
    """The curve of f in the window ((x_low, x_high), (y_low, y_high)) and one polynomial, by a slider.

    `seed` is the degree to begin with; the slider ends at the highest degree there is.
    """
    last = found.expansion.degree
    return Picture(
        spec=_template(window, last, dark, height),
        data={
            "curve": curve_columns(curve, window),
            "polynomials": polynomial_rows(found, window),
            "centre": _centre(found),
            "says": says_rows(found, window),
            SEED: seed_columns(seed, last, _words(found)),
        },
        alt=f"The curve of f with its Taylor polynomials up to degree {last}, one at a time.",
    )


def polynomial_rows(found: Approximations, window: Box) -> Columns:
    """k, x, the polynomial's height t and f's height y, for all degrees; `known` where f has a value."""
    count, size = found.polynomials.shape
    known = np.isfinite(found.f)
    heights = np.where(known, found.f, 0.0)
    return {
        "k": np.repeat(np.arange(count), size).astype(np.int8),
        "x": np.tile(found.x, count),
        "t": _near(found.polynomials.ravel(), window),
        "y": np.tile(_near(heights, window), count),
        "known": np.tile(known, count),
    }


def says_rows(found: Approximations, window: Box) -> Columns:
    """What stands in the picture for each degree: the formula, if it is short, and the largest error."""
    low, high = window[0]
    degrees = range(len(found.polynomials))
    texts = [str(found.expansion.polynomial(k)).replace("-", "−").replace("*", "·") for k in degrees]
    return {
        "k": np.array(degrees, dtype=np.int8),
        "formula": np.array(
            [f"T = {text}" if len(text) <= LONGEST_FORMULA else f"degree {k}" for k, text in enumerate(texts)]
        ),
        "error": np.array(
            [
                f"largest error from {number(low, 3)} to {number(high, 3)}: {number(float(error), 3)}"
                for error in found.largest
            ]
        ),
    }


def _near(heights: Floats, window: Box) -> Floats:
    low, high = window[1]
    reach = _FAR * (high - low)
    return np.clip(heights, low - reach, high + reach)


def _centre(found: Approximations) -> Columns:
    x0 = float(found.expansion.x0)
    return {"x": np.array([x0]), "y": np.array([float(found.expansion.coefficients[0].value)])}


def _words(found: Approximations) -> str:
    x0 = number(float(found.expansion.x0))
    errors = ", ".join(number(float(error), 3) for error in found.largest)
    return f"Taylor polynomials of f at x = {x0}. The largest errors, from degree 0 on: {errors}."


@lru_cache(maxsize=64)
def _template(window: Box, last: int, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    x = {"scale": fixed_scale(window[0]), "axis": {"title": "x", "tickCount": {"expr": "ceil(width / 70)"}}}
    y = {
        "scale": fixed_scale(window[1]),
        "axis": {"title": "f", "titleAngle": 0, "tickCount": {"expr": "ceil(height / 50)"}},
    }
    return {
        **settings(ink),
        "height": height,
        "params": inner_slider("degree", "degree", last),
        "layer": [
            _plane(ink),
            _band(ink),
            _curve(ink, field("x", **x), field("y", **y)),
            _polynomial(ink),
            _dot(ink),
            *_says(ink),
        ],
    }


def _plane(ink: Palette) -> Layer:
    sides = {"x": {"value": 0}, "x2": {"value": "width"}, "y": {"value": 0}, "y2": {"value": "height"}}
    return {
        "name": "plane",
        "data": {"name": SEED},
        "mark": {"type": "rect", "fillOpacity": 0, "stroke": ink.grid, "tooltip": None},
        "encoding": {**sides, "description": {"field": "words"}},
    }


def _band(ink: Palette) -> Layer:
    """The error f − T: the area between the two curves, where f has a value."""
    look = {"type": "area", "color": ink.error, "opacity": 0.22, "clip": True, "aria": False}
    return {
        "name": "band",
        "data": {"name": "polynomials"},
        "transform": [{"filter": f"{SHOWN} && datum.known"}],
        "mark": look,
        "encoding": {"x": field("x"), "y": field("t"), "y2": {"field": "y"}},
    }


def _curve(ink: Palette, x: Layer, y: Layer) -> Layer:
    look = {"type": "line", "strokeWidth": CURVE_WIDTH, "color": ink.function, "clip": True, "aria": False}
    detail = {"field": "piece", "type": "nominal"}
    encoding = {"x": x, "y": y, "detail": detail}
    return {"name": "curve", "data": {"name": "curve"}, "mark": look, "encoding": encoding}


def _polynomial(ink: Palette) -> Layer:
    look = {"type": "line", "strokeWidth": PATH_WIDTH, "color": ink.slope, "strokeDash": [7, 4]}
    return {
        "name": "polynomial",
        "data": {"name": "polynomials"},
        "transform": [{"filter": SHOWN}],
        "mark": {**look, "clip": True, "aria": False},
        "encoding": {"x": field("x"), "y": field("t")},
    }


def _dot(ink: Palette) -> Layer:
    look = {"type": "point", "filled": True, "size": 90, "opacity": 1, "color": ink.text, "clip": True}
    return {
        "name": "centre",
        "data": {"name": "centre"},
        "mark": {**look, "aria": False},
        "encoding": {"x": field("x"), "y": field("y")},
    }


def _says(ink: Palette) -> list[Layer]:
    source = {"data": {"name": "says"}, "transform": [{"filter": SHOWN}]}
    text = {"type": "text", "x": 8, "align": "left", "limit": {"expr": "width - 14"}}
    formula = {**text, "y": 14, "fontSize": LABEL_SIZE}
    error = {**text, "y": 34, "fontSize": AXIS_SIZE}
    rows = (("formula", formula, ink.slope), ("error", error, ink.error))
    return [
        {
            **source,
            "layer": halo(
                name, look, ink, {"text": {"field": name}, "description": {"field": name}}, {"value": colour}
            ),
        }
        for name, look, colour in rows
    ]
