"""The window of a picture: chosen from the function, and any end of it by hand."""

import streamlit as st

from core.expression import Expression
from core.windows import Window
from ui import address
from ui.cached import view_of
from ui.controls import optional_number
from ui.messages import explained

ENDS = (("xlo", "xhi"), ("ylo", "yhi"))


def view_controls() -> None:
    """Four boxes; an empty one leaves that end to the function."""
    for pair in ENDS:
        for column, name in zip(st.columns(2), pair, strict=True):
            with column:
                optional_number(name)


def window_of(function: Expression, start: tuple[float, ...]) -> Window:
    """The function's own window, with the ends that were set by hand."""
    return ends_by_hand(view_of(function.text, function.variables, start))


def ends_by_hand(own: Window) -> Window:
    """A window with the ends that were set by hand where they leave something to see."""
    with explained():
        return Window(*(_chosen(*pair) for pair in zip(ENDS, (own.x, own.y), strict=True)))
    return own


def _chosen(names: tuple[str, str], automatic: tuple[float, float]) -> tuple[float, float]:
    low, high = (address.optional(name) for name in names)
    return (automatic[0] if low is None else low, automatic[1] if high is None else high)
