"""The gradient on the map: at a right angle to the level curve through the point; the field of arrows."""

import math
from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Box
from charts.encodings import Layer, field
from charts.gradient.arrow import (
    arrow_layers,
    field_columns,
    field_layer,
    right_angle_layer,
    usual_size,
    words_side,
)
from charts.gradient.plane import map_click, map_layers, map_params, spot
from charts.palette import PATH_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.plane import LevelCurves, level_columns, level_name_columns, unit_ratio
from charts.screen import place_type
from charts.scrubber import FRAME
from charts.start_click import START
from charts.theme import settings
from core.numbers import number
from core.slopes.angles import Degrees, unit
from core.slopes.field import ArrowField
from core.slopes.level import LevelCurve
from core.slopes.standing import Standing

SHORTEST, LONGEST = 0.08, 0.28
"""The gradient's arrow, in parts of the window: it grows with |∇f|, but not beyond the frame."""

NEEDLE = 0.14
"""The chosen direction's arrow."""


def gradient_chart(
    *,
    levels: LevelCurves,
    here: Standing,
    through: LevelCurve,
    window: Box,
    arrows: ArrowField,
    with_field: bool = False,
    unit_arrows: bool = False,
    angle: Degrees | None = None,
    dark: bool = False,
    height: int = 360,
) -> Picture:
    """The map with ∇f at a point, and the level curve through it.

    `arrows` sets the scale of lengths; with_field shows them, unit_arrows gives all one length. `angle` adds
    an arrow in that direction. A click reports the selection "start" with px and py.
    """
    return Picture(
        spec=_template(window, dark, height),
        data={
            "levels": level_columns(levels, window),
            "level_names": level_name_columns(levels, window),
            "field": field_columns(arrows if with_field else None, unit_arrows),
            "through": through_columns(through, window),
            "gradient": gradient_columns(here, window, usual_size(arrows.vectors), angle),
            "way": way_columns(here, angle, window),
            "here": {"x": np.array([here.point[0]]), "y": np.array([here.point[1]])},
            FRAME: {"words": np.array([here.sentence])},
        },
        alt="Level curves of f with the gradient at a point.",
        selections=(START,),
    )


def gradient_columns(here: Standing, window: Box, usual: float, angle: Degrees | None = None) -> Columns:
    """No row, or one: the arrow from the point, along ∇f; `upright` where a level curve crosses it."""
    if here.kind != "climbs":
        return _arrow(here, (0.0, 0.0), "", 1, shown=False)
    share = min(here.gradient.magnitude / usual, 1.0)
    vector = ", ".join(number(part, 3) for part in here.gradient.vector.tolist())
    ux, uy = here.gradient.direction.tolist()
    move = _inside(here, (ux, uy), SHORTEST + (LONGEST - SHORTEST) * share, window)
    side = words_side(ux, math.nan if angle is None else unit(angle)[0])
    return _arrow(here, move, f"∇f = ({vector})", side)


def way_columns(here: Standing, angle: Degrees | None, window: Box) -> Columns:
    """No row, or one: the arrow in the chosen direction."""
    if angle is None:
        return _arrow(here, (0.0, 0.0), "", 1, shown=False)
    u = unit(angle)
    steepest = float(here.gradient.direction[0]) if here.kind == "climbs" else math.nan
    return _arrow(here, _inside(here, u, NEEDLE, window), "u", words_side(u[0], steepest))


def through_columns(curve: LevelCurve, window: Box) -> Columns:
    """The vertices in drawing order."""
    return {
        "x": curve.x.astype(place_type(window[0])),
        "y": curve.y.astype(place_type(window[1])),
        "k": np.arange(curve.x.size, dtype=np.int16),
    }


def _arrow(here: Standing, move: tuple[float, float], says: str, side: int, shown: bool = True) -> Columns:
    (x, y), rows = here.point, slice(0, int(shown))
    return {
        "ax": np.array([x])[rows],
        "ay": np.array([y])[rows],
        "bx": np.array([x + move[0]])[rows],
        "by": np.array([y + move[1]])[rows],
        "upright": np.array([here.kind == "climbs"])[rows],
        "says": np.array([says], dtype=np.str_)[rows],
        "side": np.array([side], dtype=np.int8)[rows],
    }


def _inside(here: Standing, u: tuple[float, float], share: float, window: Box) -> tuple[float, float]:
    """From the point along u, this part of the window long, or as far as the frame, but never a mere dot."""
    span = min(high - low for low, high in window)
    rooms = [
        ((high if part > 0 else low) - at) / part
        for at, part, (low, high) in zip(here.point, u, window, strict=True)
        if part
    ]
    length = max(min(share * span, *rooms), SHORTEST * span / 2)
    return length * u[0], length * u[1]


@lru_cache(maxsize=64)
def _template(window: Box, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    click = map_click(window)
    return {
        **settings(ink),
        "height": height,
        "params": [*map_params(window, f"min(height, width * {unit_ratio(window)!r})"), *click.params],
        "layer": [
            *map_layers(ink, window),
            field_layer(ink),
            _through(ink),
            right_angle_layer("gradient", ink),
            *arrow_layers("way", ink, ink.slope),
            *arrow_layers("gradient", ink, ink.ascent),
            spot(ink, "here", {"data": {"name": "here"}}, "x", "y"),
            # On top, so that a click on an arrow or a line is a click on the map too.
            click.layer(ink.grid),
        ],
    }


def _through(ink: Palette) -> Layer:
    look = {"type": "line", "strokeWidth": PATH_WIDTH, "color": ink.text, "clip": True, "aria": False}
    return {
        "name": "through",
        "data": {"name": "through"},
        "mark": look,
        "encoding": {"x": field("x"), "y": field("y"), "order": field("k")},
    }
