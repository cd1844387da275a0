"""The reader of worked steps: one at a time, with Next and Back, or a page of them at once."""

from collections.abc import Sequence

import streamlit as st

from core.steps import Step
from ui import address, checks

AT_ONCE = 25
ALL = "steps: all"
# Streamlit ignores single letters while an input or a slider has the focus, so they collide with nothing.
NEXT_KEY, BACK_KEY = "N", "B"


def worked_steps(steps: Sequence[Step]) -> None:
    """Show steps[k] for the k of the address, 0 … len(steps) − 1; only what is shown is computed."""
    last = len(steps) - 1
    current = min(address.whole("step"), last)
    stride = AT_ONCE if st.session_state.get(ALL) else 1
    first = current - current % stride
    end = min(first + stride - 1, last)
    with st.container(horizontal=True, vertical_alignment="center"):
        _move("Back", max(first - stride, 0), first > 0, BACK_KEY, ":material/arrow_back:")
        place = f"{first} of {last}" if first == end else f"{first} to {end} of {last}"
        st.markdown(place, width="content")
        _move("Next", min(end + 1, last), end < last, NEXT_KEY, ":material/arrow_forward:")
        st.toggle("Show all", key=ALL)
    for number in range(first, end + 1):
        show(steps[number], str(number))


def show(step: Step, place: str) -> None:
    """A step as on the blackboard: its title, its line of mathematics, one sentence of why, its check.

    `place` tells it from every other step on the page.
    """
    with st.container(key=f"worked-step-{place}", gap="small"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(step.title, width="content")
            if step.check is not None:
                checks.show(step.check)
        st.latex(step.latex, width="content")
        st.text(step.why)
        for inner, substep in enumerate(step.substeps):
            show(substep, f"{place}-{inner}")


def _move(label: str, target: int, possible: bool, shortcut: str, icon: str) -> None:
    st.button(
        label,
        key=f"steps: {label}",
        icon=icon,
        disabled=not possible,
        shortcut=shortcut,
        on_click=address.go,
        args=({"step": target},),
        kwargs={"entry": False},
    )
