"""1 + d on the line of numbers near 1: a slider inside the picture moves d, an arrow shows where it lands."""

from functools import lru_cache
from typing import Any

import numpy as np

from charts.encodings import Layer, field
from charts.inner_slider import SEED, inner_slider, seed_columns
from charts.label_layers import halo
from charts.palette import LABEL_SIZE, PATH_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.theme import fixed_scale, settings
from core.floating.epsilon import LANDINGS, Landings

SHOWN = "datum.k == moved"
NUMBERS = ("1", "1 + ε", "1 + 2ε")


def float_rounding_chart(
    *, landings: Landings, seed: int = 0, dark: bool = False, height: int = 130
) -> Picture:
    """The numbers 1, 1 + ε and 1 + 2ε, and 1 + d between them, from d = seed·ε/16, with where it lands."""
    last = len(landings.lies) - 1
    return Picture(
        spec=_template(last, dark, height),
        data={
            "landings": landing_columns(landings),
            "numbers": {"at": np.arange(float(len(NUMBERS))), "name": np.array(NUMBERS)},
            SEED: seed_columns(seed, last, _words(landings)),
        },
        alt="The numbers next to 1, and which of them 1 + d is rounded to.",
    )


def landing_columns(landings: Landings) -> Columns:
    """One row for each d: where 1 + d lies and lands, in ε from 1, and what the row says."""
    pairs = zip(landings.lies.tolist(), landings.lands.tolist(), strict=True)
    return {
        "k": np.arange(len(landings.lies), dtype=np.int16),
        "lies": landings.lies,
        "lands": landings.lands,
        "says": np.array([f"1 + {_times(lies)} → {NUMBERS[int(lands)]}" for lies, lands in pairs]),
    }


def _times(lies: float) -> str:
    """A multiple of ε/16 as a fraction of ε.

    >>> _times(0.5), _times(1.0), _times(0.0)
    ('8/16 ε', 'ε', '0')
    """
    if lies == int(lies):
        return {0: "0", 1: "ε"}.get(int(lies), f"{int(lies)}ε")
    return f"{int(lies * LANDINGS)}/{LANDINGS} ε"


def _words(landings: Landings) -> str:
    still = float(landings.lies[landings.lands == 0].max())
    first = float(landings.lies[landings.lands > 0].min())
    return f"1 + d is rounded to 1 up to d = {_times(still)}, and to 1 + ε from d = {_times(first)} on."


@lru_cache(maxsize=8)
def _template(last: int, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    x = {"scale": fixed_scale((-0.25, 2.25)), "axis": None}
    return {
        **settings(ink),
        "height": height,
        "params": inner_slider("moved", "d in ε/16", last),
        "layer": [*_number_line(ink, field("at", **x)), *_landing(ink)],
    }


LINE: dict[str, Any] = {"value": {"expr": "height * 0.68"}}
ABOVE: dict[str, Any] = {"value": {"expr": "height * 0.3"}}
DOT: dict[str, Any] = {"type": "point", "filled": True, "size": 100, "opacity": 1, "aria": False}


def _number_line(ink: Palette, x: Layer) -> list[Layer]:
    """The line itself, with a tick and a name for each number on it."""
    sides = {"x": {"value": 0}, "x2": {"value": "width"}, "y": {"value": 0}, "y2": {"value": "height"}}
    rule = {"type": "rule", "color": ink.quiet, "strokeWidth": 1.4, "aria": False}
    tick = {"type": "tick", "orient": "vertical", "size": 22, "thickness": 2, "aria": False}
    text = {"type": "text", "dy": 24, "fontSize": LABEL_SIZE, "aria": False}
    named = {"x": field("at"), "y": LINE, "text": {"field": "name"}}
    numbers = {"data": {"name": "numbers"}}
    return [
        {
            "name": "plane",
            "data": {"name": SEED},
            "mark": {"type": "rect", "fillOpacity": 0, "stroke": ink.grid, "tooltip": None},
            "encoding": {**sides, "description": {"field": "words"}},
        },
        {
            "name": "line",
            "data": {"name": SEED},
            "mark": rule,
            "encoding": {"x": {"value": 0}, "x2": {"value": "width"}, "y": LINE},
        },
        {**numbers, "name": "numbers", "mark": {**tick, "color": ink.text}, "encoding": {"x": x, "y": LINE}},
        {**numbers, "layer": halo("names", text, ink, named, {"value": ink.text})},
    ]


def _landing(ink: Palette) -> list[Layer]:
    """1 + d above the line, an arrow to the number it is rounded to, and both in words."""
    shown = {"data": {"name": "landings"}, "transform": [{"filter": SHOWN}]}
    arrow = {"type": "rule", "color": ink.slope, "strokeWidth": PATH_WIDTH, "aria": False}
    tip = {**DOT, "shape": "triangle-down", "size": 160, "color": ink.slope, "yOffset": -6}
    way = {"x": field("lies"), "x2": {"field": "lands"}, "y": ABOVE, "y2": LINE}
    start = {"x": field("lies"), "y": ABOVE}
    text = {"type": "text", "x": 8, "y": 14, "align": "left", "fontSize": LABEL_SIZE, "fontWeight": "bold"}
    return [
        {**shown, "name": "arrow", "mark": arrow, "encoding": way},
        {**shown, "name": "lands", "mark": tip, "encoding": {"x": field("lands"), "y": LINE}},
        {**shown, "name": "lies", "mark": {**DOT, "color": ink.function}, "encoding": start},
        {**shown, "layer": halo("readout", text, ink, {"text": {"field": "says"}}, {"value": ink.text})},
    ]
