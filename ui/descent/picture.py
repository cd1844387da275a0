"""The picture of one or more runs: on the curve or across level curves; a click sets the start."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from charts.clipping import Box
from charts.curve_path import descent_curve_chart
from charts.level_path import descent_levels_chart
from charts.path_data import Walks
from charts.picture import Picture
from core.descent import Trace, start_keys
from core.expression import Expression
from core.windows import Window
from ui import address, pictures
from ui.cached import curve_of, levels_of
from ui.shell import dark


def run_picture(
    function: Expression,
    walks: Walks,
    window: Window,
    steps: int,
    seed: int,
    others: Mapping[float, Trace] | None = None,
) -> None:
    """Draw the runs, and thinly the `others`, rate by rate; the slider inside starts at step `seed`."""
    if _is_too_fast(function, window):
        st.caption("f changes faster here than a screen can show: drawn is the band it fills, or nothing.")
    draw = _on_the_curve if len(function.variables) == 1 else _on_the_levels
    picture = draw(function, walks, (window.x, window.y), steps, seed, others)
    with st.container(gap=None):
        pictures.show(picture, f"runs in {len(function.variables)}", on_click=start_at)
        st.caption("Click the picture to set the start; slide to walk along the run.")


def _is_too_fast(function: Expression, window: Window) -> bool:
    """Whether the curve or the level curves could not be resolved."""
    if len(function.variables) == 1:
        return bool(curve_of(function.text, *window.x, window.y).unresolved)
    return levels_of(function.text, window.x, window.y).unresolved


def _on_the_curve(
    function: Expression, walks: Walks, box: Box, steps: int, seed: int, others: Mapping[float, Trace] | None
) -> Picture:
    return descent_curve_chart(
        curve=curve_of(function.text, *box[0], box[1]),
        runs=walks,
        others=others,
        window=box,
        steps=steps,
        seed=seed,
        dark=dark(),
    )


def _on_the_levels(
    function: Expression, walks: Walks, box: Box, steps: int, seed: int, others: Mapping[float, Trace] | None
) -> Picture:
    return descent_levels_chart(
        levels=levels_of(function.text, *box),
        runs=walks,
        others=others,
        window=box,
        steps=steps,
        seed=seed,
        dark=dark(),
    )


def start_at(place: Mapping[str, Any]) -> None:
    """The clicked place becomes the start."""
    keys = start_keys(len(place))
    address.go({key: float(place[name]) for key, name in zip(keys, "xy", strict=False)})
