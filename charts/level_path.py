"""Descent and ascent across the level curves of g(x, y), beside the value along the way."""

from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Box
from charts.encodings import Layer, field
from charts.family import OTHERS, Family, with_family
from charts.family_layers import OWN_LOOKS, behind, family_layers, family_value_layer
from charts.palette import palette
from charts.path_data import Walks, plane_path_columns
from charts.path_layers import path_layers
from charts.picture import Picture
from charts.plane import (
    LevelCurves,
    beside_layout,
    level_columns,
    level_lines,
    level_name_columns,
    level_names,
    plane_axes,
)
from charts.scrubber import FRAME, frame_columns, scrubber, stride
from charts.start_click import START, plane_click
from charts.theme import fixed_scale, settings
from charts.value_layers import value_layer
from charts.words import plane_name, walks_words


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
            "level_names": level_name_columns(levels, window),
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


@lru_cache(maxsize=256)
def _template(
    window: Box, values: tuple[float, float], steps: int, dark: bool, height: int, several: bool
) -> dict[str, Any]:
    ink = palette(dark)
    x, y = plane_axes(window)
    k, value = _value_axes(values, steps)
    click = plane_click(window, "across", "down", ("x", "y"))
    beside = value_layer(ink, steps, x=k, y=value)
    if several:
        beside = behind(beside, family_value_layer(ink, x=k, y=value))
    main: Layer = {
        "layer": [
            click.layer(ink.grid),
            level_lines(ink, field("x", **x), field("y", **y)),
            level_names(ink),
            *(family_layers(ink, steps) if several else []),
            *path_layers(ink, steps, names=("x", "y")),
        ],
        **(OWN_LOOKS if several else {}),
    }
    return {
        **settings(ink),
        "height": height,
        "params": [*scrubber(steps), *beside_layout(window), *click.params],
        "layer": [main, beside],
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
    }


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
