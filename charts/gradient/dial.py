"""The dial: D_u f around the point as a polar curve. The ring is 0: outside f climbs, inside it falls."""

from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Box, Floats
from charts.encodings import Layer, calculate, field
from charts.gradient.arrow import arrow_layers
from charts.label_layers import halo
from charts.palette import CURVE_WIDTH, LABEL_SIZE, THIN_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.scrubber import FRAME
from charts.start_click import START, Click, plane_click
from charts.theme import fixed_scale, settings
from core.numbers import number
from core.slopes.angles import Degrees, degrees_text, unit
from core.slopes.dial import Dial

SWING = 0.6
"""How far the curve leaves the ring, in its radius, where |D_u f| is largest."""

BESIDE: Degrees = 20
"""Needles closer together than this share one name."""

REACH = 2.1
WINDOW: Box = ((-REACH, REACH), (-REACH, REACH))


def dial_chart(*, dial: Dial, angle: Degrees, slope: float, dark: bool = False, height: int = 300) -> Picture:
    """The dial with its needle at `angle`, where D_u f is `slope` (NaN for none).

    A click reports the selection "start" with the angle in whole degrees, −179 … 180.
    """
    return Picture(
        spec=_template(dark, height),
        data={
            "curve": curve_columns(dial),
            "gradient": _needle(dial.steepest, 1 + SWING, _name(dial.steepest, angle)),
            "level": _needles(dial.level),
            "needle": needle_columns(dial, angle, slope),
            FRAME: {"words": np.array([_words(dial, angle, slope)])},
        },
        alt="The slope in every direction around the point.",
        selections=(START,),
    )


def curve_columns(dial: Dial) -> Columns:
    """The curve's vertices: radius 1 + 0.6·D_u f/max|D_u f|; a new piece after a direction without slope."""
    known = np.isfinite(dial.slope)
    radius = radii(dial, dial.slope[known])
    turn = np.radians(dial.angles[known])
    return {
        "x": (radius * np.cos(turn)).astype(np.float32),
        "y": (radius * np.sin(turn)).astype(np.float32),
        "k": np.flatnonzero(known).astype(np.int16),
        "piece": np.cumsum(~known)[known].astype(np.int16),
    }


def radii(dial: Dial, slopes: Floats) -> Floats:
    """How far from the middle these slopes stand."""
    largest = dial.largest or 1.0
    return 1 + SWING * np.clip(slopes / largest, -1.0, 1.0)


def needle_columns(dial: Dial, angle: Degrees, slope: float) -> Columns:
    """The needle from the middle to the curve, or to the ring where there is no slope."""
    radius = float(radii(dial, np.array([slope]))[0]) if np.isfinite(slope) else 1.0
    kind = "slope" if dial.differentiable else "one-sided slope"
    says = "no slope" if np.isnan(slope) else f"{kind} {number(slope)}"
    needle = _needle(angle, radius, "u")
    if not _name(dial.steepest, angle):
        needle = {**needle, "says": np.array(["u ∥ ∇f" if _same(dial.steepest, angle) else "u, ∇f"])}
    return {**needle, "reads": np.array([f"towards {degrees_text(angle)}: {says}"])}


def _same(one: Degrees, other: Degrees) -> bool:
    """Whether two directions are the same to the hundredth of a degree that is written."""
    return degrees_text(one) == degrees_text(other)


def _needle(angle: Degrees, radius: float, says: str) -> Columns:
    rows = slice(0, int(np.isfinite(angle)))
    ux, uy = unit(angle) if np.isfinite(angle) else (0.0, 0.0)
    return {
        "ax": np.zeros(1)[rows],
        "ay": np.zeros(1)[rows],
        "bx": np.array([radius * ux])[rows],
        "by": np.array([radius * uy])[rows],
        "says": np.array([says])[rows],
    }


def _name(steepest: Degrees, angle: Degrees) -> str:
    """∇f, or nothing where u stands so near that its name would be written over it."""
    return "" if abs((steepest - angle + 180) % 360 - 180) < BESIDE else "∇f"


def _needles(angles: tuple[Degrees, ...]) -> Columns:
    ends = np.array([unit(angle) for angle in angles]).reshape(-1, 2)
    return {"x": ends[:, 0], "y": ends[:, 1]}


def _words(dial: Dial, angle: Degrees, slope: float) -> str:
    here = "there is no slope" if np.isnan(slope) else f"the slope is {number(slope)}"
    steepest = f" It is largest towards {degrees_text(dial.steepest)}." if np.isfinite(dial.steepest) else ""
    return f"Towards {degrees_text(angle)} {here}.{steepest}"


@lru_cache(maxsize=8)
def _template(dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    click = _click()
    edges = {"left": -REACH, "right": REACH, "top": REACH}
    ends = [{"name": name, "value": place} for name, place in edges.items()]
    pixels = {"across": "min(height, width)", "sx": f"across / {2 * REACH}", "sy": "sx", "radius": "sx"}
    scale = {"axis": None}
    x = {**scale, "scale": fixed_scale(WINDOW[0], [0, {"expr": "across"}])}
    y = {**scale, "scale": fixed_scale(WINDOW[1], [{"expr": "across"}, 0])}
    return {
        **settings(ink),
        "height": height,
        "params": [*ends, *({"name": name, "expr": pixels[name]} for name in pixels), *click.params],
        "layer": [
            _ring(ink, field("ax", **x), field("ay", **y)),
            *_quarters(ink),
            _level(ink),
            _curve(ink),
            *arrow_layers("gradient", ink, ink.ascent),
            *arrow_layers("needle", ink, ink.slope),
            *_reads(ink),
            click.layer(ink.background),
        ],
    }


def _click() -> Click:
    """A click on the dial, as the angle seen from its middle."""
    place = plane_click(WINDOW, "across", "across", ("x", "y"))
    turn = {"name": "pointed_angle", "expr": "round(atan2(pointed_y, pointed_x) * 180 / PI)"}
    return replace(place, params=(*place.params, turn), fields=("angle",))


def _ring(ink: Palette, x: Layer, y: Layer) -> Layer:
    look = {
        "type": "point",
        "shape": "circle",
        "filled": False,
        "strokeWidth": THIN_WIDTH,
        "color": ink.quiet,
    }
    return {
        "name": "ring",
        "data": {"name": "needle"},
        "transform": calculate(area="4 * radius * radius"),
        "mark": {**look, "opacity": 1, "aria": False},
        "encoding": {"x": x, "y": y, "size": field("area", scale=None)},
    }


def _quarters(ink: Palette) -> list[Layer]:
    """0°, 90°, 180° and −90° around the dial."""
    text = {"type": "text", "fontSize": 12, "color": ink.quiet, "aria": False}
    rows = [
        {"qx": ux * (REACH - 0.2), "qy": uy * (REACH - 0.14), "name": name}
        for (ux, uy), name in (((1, 0), "0°"), ((0, 1), "90°"), ((-1, 0), "180°"), ((0, -1), "−90°"))
    ]
    place = {"x": field("qx"), "y": field("qy"), "text": {"field": "name"}}
    return [{"name": "quarters", "data": {"values": rows}, "mark": text, "encoding": place}]


def _level(ink: Palette) -> Layer:
    """From the middle to the ring along the level curve: there the curve crosses the ring."""
    look = {"type": "rule", "strokeWidth": 1.6, "strokeDash": [5, 4], "color": ink.text, "aria": False}
    middle = calculate(mx="0", my="0")
    ends = {"x": field("mx"), "y": field("my"), "x2": {"field": "x"}, "y2": {"field": "y"}}
    return {"name": "level", "data": {"name": "level"}, "transform": middle, "mark": look, "encoding": ends}


def _curve(ink: Palette) -> Layer:
    look = {"type": "line", "strokeWidth": CURVE_WIDTH, "color": ink.slope, "aria": False}
    piece = {"field": "piece", "type": "nominal"}
    encoding = {"x": field("x"), "y": field("y"), "order": field("k"), "detail": piece}
    return {"name": "curve", "data": {"name": "curve"}, "mark": look, "encoding": encoding}


def _reads(ink: Palette) -> list[Layer]:
    text: Layer = {
        "type": "text",
        "x": 4,
        "y": -12,
        "align": "left",
        "fontSize": LABEL_SIZE,
        "fontWeight": "bold",
    }
    text["limit"] = {"expr": "width"}  # beyond the frame it would push the whole picture aside
    reads = {"text": {"field": "reads"}, "description": {"field": "reads"}}
    source: Layer = {"data": {"name": "needle"}}
    return [{**source, "layer": halo("reads", text, ink, reads, {"value": ink.slope})}]
