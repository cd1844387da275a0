"""What every lesson on a run of steps is set by: the function, the start, the rate, the number of steps."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from core.expression import Expression
from ui import address
from ui.controls import choice, slider, start_and_steps
from ui.view import view_controls


@dataclass(frozen=True)
class RunSetting:
    """Where a run starts, how far its steps go, and how many it takes."""

    start: tuple[float, ...]
    eta: float
    steps: int


def function_key() -> str:
    """The key of the function on screen: "f" of x, or "g" of x and y."""
    return "g" if address.text("dim") == "2" else "f"


def run_controls(function: Expression, more: Callable[[], object]) -> RunSetting:
    """The controls beside the picture; `more` draws what else belongs into the fold."""
    with st.container(horizontal=True, vertical_alignment="center"):
        choice("dim", {"1": "f(x)", "2": "f(x, y)"}, bare=True)
        fold = st.popover("More", icon=":material/tune:", key="more", on_change="rerun")
        if fold.open:
            with fold:
                more()
                view_controls()
    start, steps = start_and_steps(len(function.variables))
    return RunSetting(start, slider("eta"), steps)
