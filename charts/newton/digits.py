"""How many digits are right after each step: doubled by Newton's method, added to by gradient descent."""

from collections.abc import Mapping
from functools import lru_cache
from math import ceil
from typing import Any

import numpy as np

from charts.clipping import Floats
from charts.encodings import Layer, field
from charts.label_layers import halo
from charts.palette import AXIS_SIZE, DASHES, LABEL_SIZE, PATH_WIDTH, POINT_AREA, SHAPES, Palette, palette
from charts.picture import Columns, Picture
from charts.theme import fixed_scale, settings
from core.numbers import number

FLOAT64 = 15.95
"""−log₁₀ 2⁻⁵³: the digits that float64 has."""

MOST = 64.0
FRAME = "frame"


def digits_chart(*, digits: Mapping[str, Floats], dark: bool = False, height: int = 260) -> Picture:
    """Correct digits against the step for one or two methods, by name; the first is Newton's.

    A value below 0 counts as no digit, one above 64 (or ∞) as 64. The axis ends at 16, 32 or 64.
    """
    kept = {name: np.clip(np.nan_to_num(row, nan=0.0), 0.0, MOST) for name, row in digits.items()}
    steps = max(len(row) for row in kept.values()) - 1
    top = max(float(row.max()) for row in kept.values())
    high = next(end for end in (16, 32, 64) if top <= end + 1)
    return Picture(
        spec=_template(max(steps, 1), high, dark, height),
        data={"digits": _columns(kept), FRAME: {"words": np.array([_words(digits)])}},
        alt="How many digits are right after each step.",
    )


def _columns(digits: Mapping[str, Floats]) -> Columns:
    rows = [
        (k, value, side, name, f"{value:.0f}" if _labelled(values, k) else "", k == len(values) - 1)
        for side, (name, values) in enumerate(digits.items())
        for k, value in enumerate(values.tolist())
    ]
    k, value, side, name, shown, last = zip(*rows, strict=True)
    return {
        "k": np.array(k, dtype=np.int32),
        "digits": np.array(value, dtype=np.float32),
        "side": np.array(side, dtype=np.int8),
        "name": np.array(name, dtype=np.str_),
        "shown": np.array(shown, dtype=np.str_),
        "last": np.array(last, dtype=np.bool_),
    }


def _labelled(values: Floats, k: int) -> bool:
    """Few enough numbers that they do not touch: all of a short run, every so many of a long one."""
    every = ceil(len(values) / 12)
    return k % every == 0 and bool(values[k] >= 0.5)


def _words(digits: Mapping[str, Floats]) -> str:
    said = []
    for name, values in digits.items():
        last = number(float(np.clip(values[-1], 0, MOST)), 3)
        said.append(f"{name} has {last} digits right after {len(values) - 1} steps.")
    return " ".join(said)


@lru_cache(maxsize=64)
def _template(steps: int, high: int, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    k = field(
        "k",
        scale=fixed_scale((0, steps), [0, {"expr": "width - 96"}]),
        axis={"title": "step k", "format": "d", "tickMinStep": 1, "tickCount": min(steps, 10)},
    )
    value = field(
        "digits",
        scale=fixed_scale((0, high)),
        axis={"title": "digits right", "tickCount": 4, "tickMinStep": 1, "format": "d"},
    )
    side = {"field": "side", "type": "nominal", "legend": None}
    colour = {**side, "scale": {"domain": [0, 1], "range": list(ink.walks)}}
    dash = {**side, "scale": {"domain": [0, 1], "range": [list(dash) for dash in DASHES]}}
    shape = {**side, "scale": {"domain": [0, 1], "range": list(SHAPES)}}
    place = {"x": k, "y": value, "color": colour}
    line = {"type": "line", "strokeWidth": PATH_WIDTH, "clip": True, "aria": False}
    point = {"type": "point", "filled": True, "size": POINT_AREA, "opacity": 1, "aria": False}
    digits = {"data": {"name": "digits"}}
    return {
        **settings(ink),
        "height": height,
        "layer": [
            _plane(),
            *_float64(ink),
            {**digits, "name": "lines", "mark": line, "encoding": {**place, "strokeDash": dash}},
            {**digits, "name": "points", "mark": point, "encoding": {**place, "shape": shape}},
            *_names(ink, colour),
        ],
    }


def _plane() -> Layer:
    sides = {"x": {"value": 0}, "x2": {"value": "width"}, "y": {"value": 0}, "y2": {"value": "height"}}
    return {
        "name": "plane",
        "data": {"name": FRAME},
        "mark": {"type": "rect", "fillOpacity": 0, "strokeOpacity": 0, "tooltip": None},
        "encoding": {**sides, "description": {"field": "words"}},
    }


def _float64(ink: Palette) -> list[Layer]:
    """Where the digits of float64 end."""
    data = {"values": [{"digits": FLOAT64, "name": "all that float64 holds"}]}
    look = {"type": "rule", "strokeDash": [5, 4], "strokeWidth": 1.4, "color": ink.exact, "aria": False}
    text = {
        "type": "text",
        "x": 4,
        "align": "left",
        "baseline": "bottom",
        "dy": -3,
        "fontSize": AXIS_SIZE,
        "aria": False,
    }
    words = {"y": field("digits"), "text": {"field": "name"}}
    return [
        {"name": "float64", "data": data, "mark": look, "encoding": {"y": field("digits")}},
        {"data": data, "layer": halo("float64_name", text, ink, words, {"value": ink.exact})},
    ]


def _names(ink: Palette, colour: Layer) -> list[Layer]:
    """The number at each labelled point, and the method's name at its end."""
    number_text = {"type": "text", "fontSize": AXIS_SIZE, "dy": -13, "aria": False}
    name_text = {
        "type": "text",
        "fontSize": LABEL_SIZE,
        "fontWeight": "bold",
        "align": "left",
        "dx": 10,
        "dy": 12,
        "aria": False,
    }
    place = {"x": field("k"), "y": field("digits")}
    digits = {"data": {"name": "digits"}}
    return [
        {**digits, "layer": halo("numbers", number_text, ink, {**place, "text": {"field": "shown"}}, colour)},
        {
            **digits,
            "transform": [{"filter": "datum.last"}],
            "layer": halo("names", name_text, ink, {**place, "text": {"field": "name"}}, colour),
        },
    ]
