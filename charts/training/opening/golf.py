"""The golf shot: the flight of every ball, shot by shot, above the loss as a curve over the force."""

from functools import lru_cache
from math import sqrt
from typing import Any

import numpy as np

from charts.clipping import Box
from charts.encodings import Layer, calculate, field
from charts.inner_slider import inner_slider, seed_columns
from charts.label_layers import halo, words_above
from charts.palette import CURRENT_AREA, CURVE_WIDTH, LABEL_SIZE, PATH_WIDTH, THIN_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.scrubber import FRAME
from charts.theme import fixed_scale, settings
from charts.training.parts.frame import panel
from core.golf import Golf, flight
from core.golf.shots import STIFFNESS
from core.numbers import number

FLIGHTS, SHOTS, CURVE, FLAG = "flights", "shots", "curve", "flag"
REACH = 1.6
"""The picture reaches so many times as far as the hole."""

SHOT_COUNTS = (12, 30)
NOW = "datum.k == min(shot, datum.last)"


def golf_chart(*, golf: Golf, seed: int = 1, dark: bool = False, height: int = 380) -> Picture:
    """Shot after shot by the slider, 0 for none yet; a metre is as long upwards as across.

    Below, the loss over the force with a point for every shot so far and the slope at the present one.
    """
    last = next(count for count in SHOT_COUNTS if len(golf.force) <= count)
    force = sqrt(REACH * golf.target / STIFFNESS)
    window = (0.0, force), (-0.02 * golf.target**2, golf.target**2 / 2)
    return Picture(
        spec=_template(golf.target, window, last, dark, height),
        data={
            FLIGHTS: _flights(golf),
            SHOTS: _shots(golf, window),
            CURVE: _curve(golf, window),
            FRAME: seed_columns(seed, last, f"{len(golf.force)} shots. {golf.sentence}"),
        },
        alt=f"Golf shots at a hole {number(golf.target)} m away, above the loss over the force.",
    )


def _flights(golf: Golf) -> Columns:
    """The path of every shot inside the picture."""
    paths = [flight(force) for force in golf.force.tolist()]
    count = len(paths[0][0])
    x, y = (np.concatenate([path[axis] for path in paths]) for axis in (0, 1))
    k = np.repeat(np.arange(1, len(paths) + 1), count)
    return {
        "x": x.astype(np.float32),
        "y": y.astype(np.float32),
        "k": k.astype(np.int16),
        "last": np.full(len(k), len(paths), dtype=np.int16),
    }


def _shots(golf: Golf, window: Box) -> Columns:
    """Where each ball lands, its place on the curve, the ends of the tangent there, and its numbers."""
    count = len(golf.force)
    reach = golf.distance
    half = 0.12 * window[0][1]
    says = [_says(golf, k) for k in range(count)]
    return {
        "k": np.arange(1, count + 1, dtype=np.int16),
        "last": np.full(count, count, dtype=np.int16),
        "x": np.clip(reach, 0.0, REACH * golf.target),
        "ground": np.zeros(count),
        "force": np.clip(golf.force, *window[0]),
        "loss": np.clip(golf.loss, *window[1]),
        "f0": golf.force - half,
        "f1": golf.force + half,
        "l0": golf.loss - half * golf.slope,
        "l1": golf.loss + half * golf.slope,
        "inside": (golf.force >= 0) & (golf.force <= window[0][1]),
        "says": np.array(says),
    }


def _says(golf: Golf, k: int) -> str:
    miss = float(golf.miss[k])
    side = "too far" if miss > 0 else "too short"
    return f"shot {k + 1}: {number(float(golf.force[k]), 4)} kN, {number(abs(miss), 3)} m {side}"


def _curve(golf: Golf, window: Box) -> Columns:
    force = np.linspace(*window[0], 81)
    loss = (STIFFNESS * force**2 - golf.target) ** 2 / 2
    return {"force": force, "loss": loss}


@lru_cache(maxsize=32)
def _template(target: float, window: Box, last: int, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    sky = ((0.0, REACH * target), (0.0, REACH * target / 4))
    above: Layer = {
        "layer": [
            panel(ink, "width", "ground"),
            *_flag(ink, target),
            *_flight_layers(ink, sky),
            _ball(ink),
            _readout(ink),
        ]
    }
    below: Layer = {
        "layer": [_loss_curve(ink, window), _tangent(ink), *_loss_points(ink)],
    }
    return {
        **settings(ink),
        "height": height,
        "params": [
            *inner_slider("shot", "shot", last, FRAME),
            {"name": "ground", "expr": "min(width / 4, height * 0.42)"},
            {"name": "reach", "expr": "4 * ground"},
            {"name": "top", "expr": "ground + 58"},
        ],
        "layer": [above, below],
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
    }


def _flight_layers(ink: Palette, sky: Box) -> list[Layer]:
    x = {
        "scale": fixed_scale(sky[0], [0, {"expr": "reach"}]),
        "axis": {
            "title": "metres",
            "orient": "bottom",
            "grid": False,
            "offset": {"expr": "ground - height"},
            "tickCount": {"expr": "ceil(reach / 80)"},
        },
    }
    y = {"scale": fixed_scale(sky[1], [{"expr": "ground"}, 0]), "axis": None}
    look = {"type": "line", "clip": True, "aria": False, "interpolate": "monotone"}
    encoding = {"x": field("x", **x), "y": field("y", **y), "detail": {"field": "k", "type": "nominal"}}
    before = {**look, "color": ink.quiet, "strokeWidth": THIN_WIDTH, "opacity": 0.7}
    present = {**look, "color": ink.descent, "strokeWidth": CURVE_WIDTH}
    flights = {"data": {"name": FLIGHTS}}
    return [
        {
            **flights,
            "name": "before",
            "transform": [{"filter": "datum.k < shot"}],
            "mark": before,
            "encoding": encoding,
        },
        {**flights, "name": "flight", "transform": [{"filter": NOW}], "mark": present, "encoding": encoding},
    ]


def _flag(ink: Palette, target: float) -> list[Layer]:
    """A pole with its flag at the hole."""
    hole = {"data": {"values": [{"hole": target, "says": f"{number(target)} m"}]}}
    at = {"x": field("hole")}
    pole = {"type": "rule", "strokeWidth": 2, "color": ink.error, "aria": False}
    heights = {"y": {"value": {"expr": "ground"}}, "y2": {"value": {"expr": "ground - 34"}}}
    flag = {
        "type": "point",
        "shape": "triangle-right",
        "size": 130,
        "filled": True,
        "opacity": 1,
        "aria": False,
    }
    text = {"type": "text", "fontSize": LABEL_SIZE, "align": "left", "dx": 14, "aria": False}
    high = {"y": {"value": {"expr": "ground - 29"}}}
    return [
        {**hole, "name": "pole", "mark": pole, "encoding": {**at, **heights}},
        {
            **hole,
            "name": FLAG,
            "mark": {**flag, "color": ink.error, "xOffset": 5},
            "encoding": {**at, **high},
        },
        {
            **hole,
            "layer": halo("hole", text, ink, {**at, **high, "text": {"field": "says"}}, {"value": ink.text}),
        },
    ]


def _ball(ink: Palette) -> Layer:
    look = {"type": "point", "filled": True, "size": CURRENT_AREA, "opacity": 1, "aria": False}
    return {
        "name": "ball",
        "data": {"name": SHOTS},
        "transform": [{"filter": f"shot > 0 && {NOW}"}],
        "mark": {**look, "color": ink.text, "stroke": ink.background, "strokeWidth": 2},
        "encoding": {"x": field("x"), "y": field("ground")},
    }


def _readout(ink: Palette) -> Layer:
    return {
        "name": "readout",
        "data": {"name": SHOTS},
        "transform": [{"filter": f"shot > 0 && {NOW}"}],
        "mark": words_above(ink, 16),
        "encoding": {"text": {"field": "says"}, "description": {"field": "says"}},
    }


def _loss_curve(ink: Palette, window: Box) -> Layer:
    pixels = [{"expr": "height"}, {"expr": "top"}]
    x = {
        "scale": fixed_scale(window[0]),
        "axis": {"title": "force (kN)", "orient": "bottom", "tickCount": {"expr": "ceil(width / 70)"}},
    }
    y = {
        "scale": fixed_scale(window[1], pixels),
        "axis": {"title": "loss (m²)", "orient": "left", "tickCount": {"expr": "ceil((height - top) / 45)"}},
    }
    look = {"type": "line", "strokeWidth": CURVE_WIDTH, "color": ink.function, "clip": True, "aria": False}
    encoding = {"x": field("force", **x), "y": field("loss", **y)}
    return {"name": CURVE, "data": {"name": CURVE}, "mark": look, "encoding": encoding}


def _tangent(ink: Palette) -> Layer:
    ends = {"x": field("f0"), "y": field("l0"), "x2": {"field": "f1"}, "y2": {"field": "l1"}}
    return {
        "name": "tangent",
        "data": {"name": SHOTS},
        "transform": [{"filter": f"shot > 0 && datum.inside && {NOW}"}],
        "mark": {"type": "rule", "strokeWidth": PATH_WIDTH, "color": ink.slope, "clip": True, "aria": False},
        "encoding": ends,
    }


def _loss_points(ink: Palette) -> list[Layer]:
    look = {"type": "point", "filled": True, "opacity": 1, "clip": True, "aria": False, "color": ink.descent}
    place = {"x": field("force"), "y": field("loss")}
    tooltip = [{"field": "says", "type": "nominal", "title": "shot"}]
    rows = {"data": {"name": SHOTS}}
    shown = [{"filter": "datum.k <= shot"}, *calculate(now=f"{NOW} ? 1 : 0")]
    size = {"condition": {"test": "datum.now", "value": CURRENT_AREA}, "value": 50}
    return [
        {
            **rows,
            "name": "points",
            "transform": shown,
            "mark": {**look, "stroke": ink.background, "strokeWidth": 1.5},
            "encoding": {**place, "size": size, "tooltip": tooltip},
        }
    ]
