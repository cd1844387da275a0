"""How far the numbers of a format are apart: stairs that double in height at each power of two."""

from functools import lru_cache
from typing import Any

import numpy as np

from charts.encodings import Layer, field
from charts.label_layers import halo
from charts.palette import LABEL_SIZE, PATH_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.theme import fixed_scale, settings
from core.floating.gaps import Gaps
from core.numbers import number

FRAME = "frame"


def float_gaps_chart(*, gaps: Gaps, dark: bool = False, height: int = 200) -> Picture:
    """The gap to the next number over |x|, its width on each stair, and the number asked for."""
    return Picture(
        spec=_template(dark, height),
        data={"stairs": stair_columns(gaps), "here": _here(gaps), FRAME: _frame(gaps)},
        alt="The gap between neighbouring numbers over their size.",
    )


def stair_columns(gaps: Gaps) -> Columns:
    """One row for each stair: from, to, its height as a part of the highest, and the gap in words."""
    return {
        "x0": gaps.edges[:-1],
        "x1": gaps.edges[1:],
        "high": _heights(gaps),
        "says": np.array([number(float(gap), 3) for gap in gaps.gap]),
    }


def _heights(gaps: Gaps) -> np.ndarray[Any, np.dtype[np.float64]]:
    # Gaps near 10^−16, or below 10^−300, are no numbers for a picture; their ratios are.
    return np.array([float(gap / gaps.gap[-1]) for gap in gaps.gap])


def _here(gaps: Gaps) -> Columns:
    place = abs(float(gaps.here.value))
    stair = int(np.clip(np.searchsorted(gaps.edges, place, side="right") - 1, 0, len(gaps.gap) - 1))
    name = f"x = {gaps.here.text}"
    return {"x": np.array([place]), "y": _heights(gaps)[[stair]], "name": np.array([name])}


def _frame(gaps: Gaps) -> Columns:
    return {"top": np.array([gaps.edges[-1]]), "words": np.array([gaps.verdict])}


@lru_cache(maxsize=8)
def _template(dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    x = {
        "scale": fixed_scale((0, {"expr": f"data('{FRAME}')[0].top"})),
        "axis": {"title": "|x|", "tickCount": {"expr": "ceil(width / 90)"}, "grid": False},
    }
    y = {
        "scale": fixed_scale((0, 1.2)),
        "axis": {"title": "gap", "titleAngle": 0, "labels": False, "grid": False},
    }
    layers = [*_stairs(ink, field("x0", **x), field("high", **y)), *_asked(ink)]
    return {**settings(ink), "height": height, "layer": layers}


def _stairs(ink: Palette, x: Layer, y: Layer) -> list[Layer]:
    """The frame, the stairs, and the gap written on those that are wide enough for it."""
    sides = {"x": {"value": 0}, "x2": {"value": "width"}, "y": {"value": 0}, "y2": {"value": "height"}}
    stairs = {"data": {"name": "stairs"}}
    wide = {"filter": f"(datum.x1 - datum.x0) / data('{FRAME}')[0].top * width > 90"}
    middle = {"calculate": "(datum.x0 + datum.x1) / 2", "as": "middle"}
    text = {"type": "text", "dy": -9, "fontSize": LABEL_SIZE - 1, "aria": False}
    place = {"x": field("middle"), "y": field("high"), "text": {"field": "says"}}
    return [
        {
            "name": "plane",
            "data": {"name": FRAME},
            "mark": {"type": "rect", "fillOpacity": 0, "stroke": ink.grid, "tooltip": None},
            "encoding": {**sides, "description": {"field": "words"}},
        },
        {
            **stairs,
            "name": "stairs",
            "mark": {"type": "rect", "color": ink.function, "fillOpacity": 0.14, "aria": False},
            "encoding": {"x": x, "x2": {"field": "x1"}, "y": y, "y2": {"datum": 0}},
        },
        {
            **stairs,
            "name": "steps",
            "mark": {"type": "rule", "color": ink.function, "strokeWidth": PATH_WIDTH, "aria": False},
            "encoding": {"x": field("x0"), "x2": {"field": "x1"}, "y": field("high")},
        },
        {
            **stairs,
            "transform": [wide, middle],
            "layer": halo("widths", text, ink, place, {"value": ink.text}),
        },
    ]


def _asked(ink: Palette) -> list[Layer]:
    """The number asked about on its stair, and its name, toward the middle."""
    here, place = {"data": {"name": "here"}}, {"x": field("x"), "y": field("y")}
    dot = {"type": "point", "filled": True, "size": 90, "opacity": 1, "aria": False, "color": ink.slope}
    toward = {"expr": f"datum.x > data('{FRAME}')[0].top / 2 ? 'right' : 'left'"}
    text = {"type": "text", "dy": 16, "fontSize": LABEL_SIZE, "fontWeight": "bold", "aria": False}
    named = {**place, "text": {"field": "name"}}
    return [
        {**here, "name": "here", "mark": dot, "encoding": place},
        {**here, "layer": halo("name", {**text, "align": toward}, ink, named, {"value": ink.slope})},
    ]
