"""The window of the pictures around the point, and the boxes that set its ends by hand."""

import streamlit as st

from core.windows import Window
from ui.cached import Question
from ui.view import view_controls, window_of


def window_around(asked: Question) -> Window:
    """The function's own window with the point in it; at ±∞ the one around 0."""
    return window_of(asked.function, (0.0 if asked.point.infinite else float(asked.point.place),))


def window_fold() -> None:
    """The boxes, made when the fold opens."""
    fold = st.popover("Window", icon=":material/crop_free:", key="window", on_change="rerun")
    if fold.open:
        with fold:
            view_controls()
