"""The window of the pictures around the point, and the boxes that set its ends by hand."""

import math

import streamlit as st

from core.limiting.value import is_spurious
from core.windows import Window
from ui.limits.cached import Question
from ui.view import view_controls, window_of


def window_around(asked: Question) -> Window:
    """The function's own window with the point in it; at ±∞ the one around 0."""
    return window_of(asked.function, (_held(asked),))


def _held(asked: Question) -> float:
    """What the window has to hold: the point, or its neighbour farther out if f is a rounding error there."""
    if asked.point.infinite:
        return 0.0
    place = float(asked.point.place)
    return place + math.copysign(1.0, place) if is_spurious(asked.function, asked.point.place) else place


def window_fold() -> None:
    """The boxes, made when the fold opens."""
    fold = st.popover("Window", icon=":material/crop_free:", key="window", on_change="rerun")
    if fold.open:
        with fold:
            view_controls()
