"""Descent and ascent across the level curves of g(x, y), beside the value along the way."""

from functools import lru_cache
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from charts.clipping import Box, Floats
from charts.encodings import Layer, field
from charts.family import OTHERS, Family, with_family
from charts.family_layers import OWN_LOOKS, behind, family_layers, family_value_layer
from charts.label_layers import NARROW, halo
from charts.palette import THIN_WIDTH, Palette, palette
from charts.path_data import Walks, plane_path_columns
from charts.path_layers import path_layers
from charts.picture import Columns, Picture
from charts.screen import place_type
from charts.scrubber import FRAME, frame_columns, scrubber, stride
from charts.start_click import START, plane_click
from charts.theme import fixed_scale, settings
from charts.value_layers import value_layer
from charts.words import plane_name, walks_words
from core.numbers import number

GAP = 62
LABELLED = 3
LEAST_ROOM = 0.1
MOST_STRETCHED = 4.0


class LevelCurves(Protocol):
    """Vertices of level curves, x, y, level and line (n,); `core.contours.LevelCurves` is one."""

    @property
    def x(self) -> Floats: ...
    @property
    def y(self) -> Floats: ...
    @property
    def level(self) -> Floats: ...
    @property
    def line(self) -> NDArray[np.int64]: ...


def descent_levels_chart(
    *,
    levels: LevelCurves,
    runs: Walks,
    window: Box,
    steps: int,
    values: tuple[float, float] | None = None,
    others: Family | None = None,
    seed: int = 0,
    dark: bool = False,
    height: int = 360,
) -> Picture:
    """The level curves in the window with the runs across them, up to the slider's step.

    One unit is as long upwards as across (unless one side of the window is over four times the other), so
    that a step of plain descent is seen to cross its level curve at a right angle. `values` is the range of f
    in the panel beside it, by default that of the level curves and the start; on a narrow page the panel goes
    below. A click reports the selection "start" with x and y. `others` maps other learning rates, in order,
    to the runs from the same start with them: they are drawn thinly behind the one run of `runs`.
    """
    family = with_family(runs, others)
    beside = values or value_range(levels, runs)
    return Picture(
        spec=_template(window, beside, steps, dark, height, others is not None),
        data={
            "levels": level_columns(levels, window),
            "level_names": _level_names(levels, window),
            "path": plane_path_columns(runs, window, beside, every=stride(steps)),
            **(
                {
                    OTHERS: plane_path_columns(
                        family.drawn(window), window, beside, family.sides, stride(steps)
                    )
                }
                if others is not None
                else {}
            ),
            FRAME: frame_columns(seed, steps, walks_words(family.runs, window, ("x", "y"))),
        },
        alt=plane_name(window, steps),
        selections=(START,),
    )


def value_range(levels: LevelCurves, runs: Walks) -> tuple[float, float]:
    """The levels and the values at the starts with a tenth to spare, so that no rate moves the axis."""
    starts = np.array([walk.f[0] for walk in runs.values()])
    known = np.concatenate([levels.level, starts[np.isfinite(starts)]])
    low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 0.0)
    spare = (high - low) / 10 or max(abs(high), 1.0) / 2
    return low - spare, high + spare


def level_columns(levels: LevelCurves, window: Box) -> Columns:
    """Vertices with `shade`, the level's rank from 0 (lowest) to 1 (highest)."""
    _, rank = np.unique(levels.level, return_inverse=True)
    return {
        "x": levels.x.astype(place_type(window[0])),
        "y": levels.y.astype(place_type(window[1])),
        "line": levels.line.astype(np.int32),
        "shade": (rank / max(rank.max(initial=0), 1)).astype(np.float32),
    }


def _level_names(levels: LevelCurves, window: Box) -> Columns:
    """Numbers of every third level, far from the frame and from numbers before it, if there is room."""
    low, high = np.array(window).T
    place = (np.column_stack([levels.x, levels.y]) - low) / (high - low)
    room = np.minimum(place, 1 - place).min(axis=1)
    named = np.unique(levels.level)[1::LABELLED]
    at: list[int] = []
    for level in named.tolist():
        best = int(np.argmax(np.where(levels.level == level, room, -1.0)))
        if room[best] >= LEAST_ROOM:
            at.append(best)
            room = np.minimum(room, np.linalg.norm(place - place[best], axis=1))
    return {
        "x": levels.x[at],
        "y": levels.y[at],
        "name": np.array([number(level, 4) for level in levels.level[at].tolist()], dtype=np.str_),
    }


@lru_cache(maxsize=256)
def _template(
    window: Box, values: tuple[float, float], steps: int, dark: bool, height: int, several: bool
) -> dict[str, Any]:
    ink = palette(dark)
    x, y = _plane_axes(window)
    k, value = _value_axes(values, steps)
    click = plane_click(window, "across", "down", ("x", "y"))
    beside = value_layer(ink, steps, x=k, y=value)
    if several:
        beside = behind(beside, family_value_layer(ink, x=k, y=value))
    main: Layer = {
        "layer": [
            click.layer(ink.grid),
            level_lines(ink, field("x", **x), field("y", **y)),
            _names(ink),
            *(family_layers(ink, steps) if several else []),
            *path_layers(ink, steps, names=("x", "y")),
        ],
        **(OWN_LOOKS if several else {}),
    }
    return {
        **settings(ink),
        "height": height,
        "params": [*scrubber(steps), *_layout(window), *click.params],
        "layer": [main, beside],
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
    }


def _layout(window: Box) -> list[dict[str, Any]]:
    """Pixels: the plane is across × down at the top left, the values are right of it or, if narrow, below."""
    (left, right), (low, high) = window
    ratio = min(max((high - low) / (right - left), 1 / MOST_STRETCHED), MOST_STRETCHED)
    layout = {
        "wide": f"width >= {NARROW}",
        "down": f"wide ? min(height, 0.62 * width * {ratio!r}) : min(0.64 * height, width * {ratio!r})",
        "across": f"down / {ratio!r}",
        "value_left": f"wide ? across + {GAP} : 0",
        "value_top": "wide ? 0 : down + 50",
        "value_bottom": "wide ? down : height",
        "sx": f"across / {right - left!r}",
        "sy": f"down / {high - low!r}",
    }
    ends = {"left": left, "right": right, "bottom": low}
    values = [{"name": name, "value": value} for name, value in ends.items()]
    return [*values, *({"name": name, "expr": expression} for name, expression in layout.items())]


def _plane_axes(window: Box) -> tuple[Layer, Layer]:
    x = {
        "scale": fixed_scale(window[0], [0, {"expr": "across"}]),
        "axis": {
            "title": "x",
            "orient": "bottom",
            "offset": {"expr": "down - height"},
            "grid": False,
            "tickCount": {"expr": "ceil(across / 60)"},
        },
    }
    y = {
        "scale": fixed_scale(window[1], [{"expr": "down"}, 0]),
        "axis": {
            "title": "y",
            "titleAngle": 0,
            "orient": "left",
            "grid": False,
            "tickCount": {"expr": "ceil(down / 50)"},
        },
    }
    return x, y


def _value_axes(values: tuple[float, float], steps: int) -> tuple[Layer, Layer]:
    k = {
        "scale": fixed_scale((0, steps), [{"expr": "value_left"}, {"expr": "width"}]),
        "axis": {
            "title": "f at step k",
            "orient": "bottom",
            "offset": {"expr": "value_bottom - height"},
            "grid": False,
            "format": "d",
            "tickMinStep": 1,
            "tickCount": {"expr": f"min({steps}, clamp((width - value_left) / 36, 1, 6))"},
        },
    }
    f = {
        "scale": fixed_scale(values, [{"expr": "value_bottom"}, {"expr": "value_top"}]),
        "axis": {
            "title": None,
            "orient": "left",
            "offset": {"expr": "-value_left"},
            "grid": True,
            "tickCount": {"expr": "ceil((value_bottom - value_top) / 45)"},
        },
    }
    return k, f


def level_lines(ink: Palette, x: Layer, y: Layer) -> Layer:
    """The level curves of the data set "levels", shaded from the lowest to the highest."""
    shades = {"domain": [0, 0.5, 1], "range": list(ink.levels)}
    return {
        "name": "levels",
        "data": {"name": "levels"},
        "mark": {"type": "line", "strokeWidth": THIN_WIDTH, "aria": False},
        "encoding": {
            "x": x,
            "y": y,
            "detail": {"field": "line", "type": "nominal"},
            "order": {"value": None},
            "stroke": field("shade", scale=shades, legend=None),
        },
    }


def _names(ink: Palette) -> Layer:
    text = {"type": "text", "fontSize": 11, "aria": False}
    place = {"x": field("x"), "y": field("y"), "text": {"field": "name"}}
    return {
        "data": {"name": "level_names"},
        "layer": halo("level_names", text, ink, place, {"value": ink.quiet}),
    }
