"""Many starts over the level curves, each in the colour of the place that its run has come to."""

from functools import lru_cache
from typing import Any

import numpy as np

from charts.basins import GOALS
from charts.clipping import Box, cut_segments
from charts.encodings import Layer, field
from charts.label_layers import halo, nearest_readout
from charts.palette import AXIS_SIZE, CURRENT_AREA, THIN_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.plane import LevelCurves, level_columns, level_lines, plane_axes, unit_ratio
from charts.scrubber import FRAME
from charts.start_click import START, plane_click
from charts.theme import settings
from core.many_starts import ManyStarts
from core.many_starts.walking import ENDS, IS_STILL, UNDER_WAY
from core.numbers import number

CAME, WAITS, LOST = 0, 1, 2

AREAS = ((40, 110.0), (150, 60.0), (600, 32.0))
"""Up to so many starts, the size of one; beyond, the last."""


def many_starts_chart(
    *, levels: LevelCurves, found: ManyStarts, window: Box, dark: bool = False, height: int = 380
) -> Picture:
    """A dot for every start: filled where its run has come to a goal, a ring with a line to where it is when
    under way, a cross where it is lost.

    Goals are diamonds with their shares; the best end has a ring. One unit is as long upwards as across. A
    click reports the selection "start" with x and y. For functions of two variables.
    """
    return Picture(
        spec=_template(window, _area(len(found.starts)), dark, height),
        data={
            "levels": level_columns(levels, window),
            "starts": _starts(found, window),
            "ways": _ways(found, window),
            "goals": _goals(found, window),
            "best": _best(found, window),
            FRAME: {"words": np.array([_words(found)])},
        },
        alt="Level curves of f with many starts, coloured by where their runs end.",
        selections=(START,),
    )


def _area(count: int) -> float:
    return next((area for most, area in AREAS if count <= most), AREAS[-1][1])


def _kinds(found: ManyStarts) -> np.ndarray[Any, np.dtype[np.int8]]:
    """CAME, WAITS or LOST for each run (n,)."""
    stays = (found.end == UNDER_WAY) | (found.end == IS_STILL)
    return np.where(found.goal >= 0, CAME, np.where(stays, WAITS, LOST)).astype(np.int8)


def _starts(found: ManyStarts, window: Box) -> Columns:
    """Every start with what became of it; those outside the window are left out."""
    low, high = np.array(window).T
    seen = ((low <= found.starts) & (found.starts <= high)).all(axis=1)
    says = [_fate(found, run) for run in np.flatnonzero(seen).tolist()]
    return {
        "x": found.starts[seen, 0],
        "y": found.starts[seen, 1],
        "goal": found.goal[seen],
        "kind": _kinds(found)[seen],
        "steps": found.steps[seen],
        "says": np.array(says, dtype=np.str_),
    }


def _fate(found: ManyStarts, run: int) -> str:
    place = int(found.goal[run])
    if place >= 0:
        return _named(found, place)
    return ENDS[int(found.end[run])]


def _named(found: ManyStarts, place: int) -> str:
    goal = found.goals[place]
    if goal.kind == "others":
        return "one of many other places"
    name = "level place" if goal.kind == "degenerate" else goal.kind
    return f"the {name} at {_point(goal.point)}"


def _ways(found: ManyStarts, window: Box) -> Columns:
    """From start to where it is now, for the runs under way, cut at the frame."""
    waiting = _kinds(found) == WAITS
    a, b, drawn = cut_segments(found.starts[waiting], found.ends[waiting], window)
    a, b = a[drawn], b[drawn]
    return {"x": a[:, 0], "y": a[:, 1], "x2": b[:, 0], "y2": b[:, 1]}


def _goals(found: ManyStarts, window: Box) -> Columns:
    low, high = np.array(window).T
    inside = [((low <= goal.point) & (goal.point <= high)).all() for goal in found.goals]
    seen = np.flatnonzero(inside).tolist()
    points = np.array([found.goals[place].point for place in seen]).reshape(-1, 2)
    return {
        "x": points[:, 0],
        "y": points[:, 1],
        "goal": np.array(seen, dtype=np.int16),
        "share": np.array([f"{100 * found.shares[place]:.0f} %" for place in seen], dtype=np.str_),
        "says": np.array([_named(found, place) for place in seen], dtype=np.str_),
    }


def _best(found: ManyStarts, window: Box) -> Columns:
    """The best end, if it can be seen, and the line that tells of it."""
    low, high = np.array(window).T
    if found.best is None:
        return {"x": np.empty(0), "y": np.empty(0), "says": np.empty(0, dtype=np.str_)}
    place = found.ends[found.best]
    here = np.clip(place, low, high)
    return {"x": here[:1], "y": here[1:], "says": np.array([_best_says(found, found.best)])}


def _best_says(found: ManyStarts, best: int) -> str:
    least = "lowest" if found.sense == "descent" else "highest"
    end, start = _point(found.ends[best]), _point(found.starts[best])
    return f"{least} of {len(found.f)}: f = {number(float(found.f[best]), 4)} at {end}, from {start}"


def _point(values: np.ndarray[Any, np.dtype[np.float64]]) -> str:
    return f"({', '.join(number(float(value), 4) for value in values)})"


def _words(found: ManyStarts) -> str:
    said = [
        f"{100 * share:.0f} % of the starts end at {_named(found, place)}."
        for place, share in enumerate(found.shares)
        if share
    ]
    waits = [f"{100 * found.under_way:.0f} % are still under way."] if found.under_way else []
    lost = [f"{100 * found.lost:.0f} % are lost."] if found.lost else []
    best = [f"The {_best_says(found, found.best)}."] if found.best is not None else []
    return " ".join([*said, *waits, *lost, *best])


@lru_cache(maxsize=64)
def _template(window: Box, area: float, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    click = plane_click(window, "across", "down", ("x", "y"))
    x, y = plane_axes(window)
    ratio = unit_ratio(window)
    layout = [
        {"name": "across", "expr": f"min(width, height / {ratio!r})"},
        {"name": "down", "expr": f"across * {ratio!r}"},
    ]
    return {
        **settings(ink),
        "height": height,
        "params": [*layout, *click.params],
        "layer": [
            click.layer(ink.grid),
            level_lines(ink, field("x", **x), field("y", **y)),
            _way_lines(ink),
            _dots(ink, area),
            *_goal_marks(ink),
            _best_ring(ink),
            nearest_readout("best", "0", "datum.says", ink),
        ],
    }


def _colour(ink: Palette) -> Layer:
    """The goal's colour; runs without one are written in the quiet colour."""
    places = list(range(-1, len(GOALS)))
    scale = {"domain": places, "range": [ink.quiet, *GOALS]}
    return {"field": "goal", "type": "nominal", "scale": scale, "legend": None}


def _way_lines(ink: Palette) -> Layer:
    return {
        "name": "ways",
        "data": {"name": "ways"},
        "mark": {
            "type": "rule",
            "strokeWidth": THIN_WIDTH,
            "color": ink.quiet,
            "opacity": 0.6,
            "aria": False,
        },
        "encoding": {"x": field("x"), "y": field("y"), "x2": {"field": "x2"}, "y2": {"field": "y2"}},
    }


def _dots(ink: Palette, area: float) -> Layer:
    """One mark for each start, told apart by more than colour; a click on it reports its place."""
    came = f"datum.kind == {CAME}"
    return {
        "name": "points",
        "data": {"name": "starts"},
        "mark": {"type": "point", "size": area, "opacity": 1, "aria": False, "cursor": "pointer"},
        "encoding": {
            "x": field("x"),
            "y": field("y"),
            "fill": {"condition": {"test": came, **_colour(ink)}, "value": "transparent"},
            "stroke": {"condition": {"test": came, "value": ink.background}, "value": ink.quiet},
            "strokeWidth": {"condition": {"test": came, "value": 1}, "value": 1.6},
            "shape": {"condition": {"test": f"datum.kind == {LOST}", "value": "cross"}, "value": "circle"},
            "angle": {"condition": {"test": f"datum.kind == {LOST}", "value": 45}, "value": 0},
            "tooltip": [
                {"field": "says", "type": "nominal", "title": "ends"},
                {"field": "steps", "type": "quantitative", "title": "steps"},
            ],
        },
    }


def _goal_marks(ink: Palette) -> list[Layer]:
    look = {"type": "point", "shape": "diamond", "size": 150, "opacity": 1, "filled": True, "aria": False}
    place = {"x": field("x"), "y": field("y")}
    tooltip = [
        {"field": "says", "type": "nominal", "title": "goal"},
        {"field": "share", "type": "nominal", "title": "of the starts"},
    ]
    text = {"type": "text", "fontSize": AXIS_SIZE, "fontWeight": "bold", "dy": -17, "aria": False}
    encoding = {**place, "text": {"field": "share"}}
    return [
        {
            "name": "goals",
            "data": {"name": "goals"},
            "mark": {**look, "stroke": ink.text, "strokeWidth": 2},
            "encoding": {**place, "color": _colour(ink), "tooltip": tooltip},
        },
        {"data": {"name": "goals"}, "layer": halo("shares", text, ink, encoding, {"value": ink.text})},
    ]


def _best_ring(ink: Palette) -> Layer:
    ring = {"type": "point", "filled": False, "size": 2.4 * CURRENT_AREA, "strokeWidth": 2.4, "opacity": 1}
    return {
        "name": "best",
        "data": {"name": "best"},
        "mark": {**ring, "color": ink.descent, "aria": False},
        "encoding": {"x": field("x"), "y": field("y")},
    }
