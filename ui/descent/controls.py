"""What every lesson on a run of steps is set by: the function, the start, the rate, the number of steps."""

from collections.abc import Callable

import streamlit as st

from core.descent import start_keys
from core.descent.starts import better_start
from core.expression import Expression
from core.numbers import point
from core.windows import Window
from ui import address
from ui.controls import choice, slider, start_and_steps
from ui.descent.runs import RunSetting
from ui.view import view_controls


def run_controls(function: Expression, more: Callable[[], object], count: str = "steps") -> RunSetting:
    """The controls beside the picture; `more` draws into the fold what else the lesson is set by.

    `count` is the key of how many steps are taken.
    """
    with st.container(horizontal=True, vertical_alignment="center"):
        choice("dim", {"1": "f(x)", "2": "f(x, y)"}, bare=True)
        fold = st.popover("More", icon=":material/tune:", key="more", on_change="rerun")
        if fold.open:
            with fold:
                more()
                view_controls()
    start, steps = start_and_steps(len(function.variables), count)
    return RunSetting(function.text, function.variables, start, slider("eta"), steps)


def start_trouble(function: Expression, window: Window, start: tuple[float, ...]) -> None:
    """Where the start leads nowhere: another one to take, a button away."""
    offered = better_start(function, window, start)
    if offered is None:
        return
    st.button(
        f"Start at {point(offered, function.variables)}",
        key="better start",
        icon=":material/arrow_forward:",
        on_click=address.go,
        args=(dict(zip(start_keys(len(start)), offered, strict=True)),),
    )
