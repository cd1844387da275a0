"""One step taken apart on the map: what the past adds, what the gradient adds, and the step they make."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Box
from charts.gradient.plane import map_layers, map_params
from charts.label_layers import NARROW
from charts.palette import palette
from charts.path_data import Walk, plane_path_columns
from charts.picture import Picture
from charts.plane import LevelCurves, level_columns, level_name_columns, unit_ratio
from charts.scrubber import FRAME, frame_columns, scrubber, stride
from charts.start_click import START, plane_click
from charts.step_pieces.arrows import Pieces, arrow_columns, list_columns, sentence, step_columns
from charts.step_pieces.marks import BESIDE, LAST_STEP, cartoon_layers
from charts.theme import settings


def step_pieces_chart(
    *,
    levels: LevelCurves,
    walk: Walk,
    pieces: Sequence[Pieces],
    window: Box,
    steps: int,
    ascent: bool = False,
    seed: int = 1,
    dark: bool = False,
    height: int = 360,
) -> Picture:
    """The map with the run so far and the arrows of the step under the slider, for a run with a step.

    `pieces` are those of the steps that the slider stops at, and of the last. Arrows too short to be seen are
    drawn longer, all of a step alike, and the line above says how many times. A click reports the selection
    "start" with x and y.
    """
    places = np.array([one.start for one in pieces])
    told = step_columns(pieces, places, window)
    words = sentence(min(pieces, key=lambda one: abs(one.k - seed)))
    return Picture(
        spec=_template(window, steps, ascent, dark, height),
        data={
            "levels": level_columns(levels, window),
            "level_names": level_name_columns(levels, window),
            "path": plane_path_columns({"run": walk}, window, (0.0, 1.0), (0,), stride(steps)),
            "steps": told,
            "list": list_columns(pieces, places, window, window),
            **{f"piece_{kind}": rows for kind, rows in arrow_columns(pieces, window).items()},
            FRAME: {**frame_columns(seed, steps, words), "last": told["k"][-1:]},
        },
        alt=f"Level curves of f with the pieces of one step as arrows, for steps 1 to {steps}.",
        selections=(START,),
    )


@lru_cache(maxsize=64)
def _template(window: Box, steps: int, ascent: bool, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    click = plane_click(window, "across", "down", ("x", "y"))
    return {
        **settings(ink),
        "height": height,
        "params": [
            *scrubber(steps),
            LAST_STEP,
            {"name": "room", "expr": f"width < {NARROW} ? width : width - {BESIDE}"},
            *map_params(window, f"min(height, room * {unit_ratio(window)!r})"),
            *click.params,
        ],
        "layer": [
            *map_layers(ink, window),
            *cartoon_layers(ink, ascent),
            # On top, so that a click on an arrow is a click on the map too.
            click.layer(ink.grid),
        ],
    }
