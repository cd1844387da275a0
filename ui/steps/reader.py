"""The reader of worked steps: one at a time, with Next and Back, or a page of them at once."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from core.steps import Step
from ui import address
from ui.steps import predicting
from ui.steps.blackboard import show

AT_ONCE = 25
ALL = "steps: all"
# Streamlit ignores single letters while an input or a slider has the focus, so they collide with nothing.
NEXT_KEY, BACK_KEY = "N", "B"


def worked_steps(steps: Sequence[Step], *, folded: bool = False) -> None:
    """Show steps[k] for the k of the address, 0 … len(steps) − 1; only what is shown is computed.

    `folded`: the steps inside a step are there when they are asked for.
    """
    last = len(steps) - 1
    current = min(address.whole("step"), last)
    stride = AT_ONCE if st.session_state.get(ALL) else 1
    first = current - current % stride
    end = min(first + stride - 1, last)
    hidden = predicting.ahead(steps, current) if stride == 1 else None
    if last > 0:
        _moves(first, end, last, stride, hidden)
    for number in range(first, end + 1):
        show(predicting.told(steps[number]), str(number), folded=folded)
    if last > 0:
        predicting.ask(hidden)


def _moves(first: int, end: int, last: int, stride: int, hidden: predicting.Ahead | None) -> None:
    """Back and Next, where one is, the switch that shows all, and the one that hides each result."""
    on = _to(min(end + 1, last)) if hidden is None else partial(predicting.go_on, hidden)
    with st.container(horizontal=True, vertical_alignment="center"):
        _move("Back", _to(max(first - stride, 0)), first > 0, BACK_KEY, ":material/arrow_back:")
        place = f"{first} of {last}" if first == end else f"{first} to {end} of {last}"
        st.markdown(place, width="content")
        _move("Next", on, end < last, NEXT_KEY, ":material/arrow_forward:")
        st.toggle("Show all", key=ALL)
        predicting.switch(possible=stride == 1)


def _to(step: int) -> Callable[[], None]:
    return partial(address.go, {"step": step}, entry=False)


def _move(label: str, move: Callable[[], None], possible: bool, shortcut: str, icon: str) -> None:
    st.button(
        label,
        key=f"steps: {label}",
        icon=icon,
        disabled=not possible,
        shortcut=shortcut,
        on_click=move,
    )
