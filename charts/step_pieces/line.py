"""The cartoon of one step on the curve of f: the pieces lie across, each in a lane beside the point."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Box
from charts.curve_path import Curve, curve_columns
from charts.curve_plane import curve_click, curve_layer, curve_params
from charts.palette import palette
from charts.path_data import Walk, curve_path_columns
from charts.picture import Picture
from charts.scrubber import FRAME, frame_columns, scrubber, stride
from charts.start_click import START
from charts.step_pieces.arrows import (
    KINDS,
    Arrow,
    Pieces,
    arrows,
    cut_columns,
    list_columns,
    sentence,
    step_columns,
)
from charts.step_pieces.marks import BESIDE, LAST_STEP, cartoon_layers
from charts.theme import settings

LANE = 0.075
"""From lane to lane, as a part of the window's height."""


def step_pieces_line_chart(
    *,
    curve: Curve,
    walk: Walk,
    pieces: Sequence[Pieces],
    window: Box,
    steps: int,
    ascent: bool = False,
    seed: int = 1,
    dark: bool = False,
    height: int = 320,
) -> Picture:
    """The curve with the run so far and the arrows of the step under the slider, for a run with a step.

    `pieces` are those of the steps that the slider stops at, and of the last, in one variable. They all lie
    along x, so each has a lane of its own, the whole step nearest to the point; short ones are drawn longer,
    all of a step alike. A click reports the selection "start" with x.
    """
    across: Box = (window[0], window[0])
    places = np.array([(one.start[0], walk.f[one.k - 1]) for one in pieces])
    told = step_columns(pieces, places, window)
    lanes = [arrow for one in pieces for arrow in lane_arrows(one, float(walk.f[one.k - 1]), window)]
    words = sentence(min(pieces, key=lambda one: abs(one.k - seed)))
    return Picture(
        spec=_template(window, steps, ascent, dark, height),
        data={
            "curve": curve_columns(curve, window),
            "path": curve_path_columns({"run": walk}, window, (0,), stride(steps)),
            "steps": told,
            "list": list_columns(pieces, places, across, window),
            **{f"piece_{kind}": rows for kind, rows in cut_columns(lanes, window).items()},
            FRAME: {**frame_columns(seed, steps, words), "last": told["k"][-1:]},
        },
        alt=f"The curve of f with the pieces of one step as arrows, for steps 1 to {steps}.",
        selections=(START,),
    )


def lane_arrows(pieces: Pieces, f: float, window: Box) -> Iterator[Arrow]:
    """The arrows of a step from (x, f), each raised to its lane; below the point where above is no room."""
    low, high = window[1]
    found = list(arrows(pieces, (window[0], window[0])))
    toward = LANE * (high - low) * (1 if f < (low + high) / 2 else -1)
    kinds = [kind for kind in reversed(KINDS) if any(arrow.kind == kind for arrow in found)]
    for arrow in found:
        level = f + toward * (1 + kinds.index(arrow.kind))
        yield Arrow(arrow.k, arrow.kind, *(np.array([float(end[0]), level]) for end in (arrow.a, arrow.b)))


@lru_cache(maxsize=64)
def _template(window: Box, steps: int, ascent: bool, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    click = curve_click(window)
    return {
        **settings(ink),
        "height": height,
        "params": [*scrubber(steps), LAST_STEP, *curve_params(window, BESIDE), *click.params],
        "layer": [curve_layer(ink, window), *cartoon_layers(ink, ascent), click.layer(ink.grid)],
    }
