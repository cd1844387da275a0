"""The reader of worked steps: one at a time, with Next and Back, or a page of them at once."""

from collections.abc import Sequence

import streamlit as st

from core.steps import Step
from ui import address, checks

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
    if last > 0:
        _moves(first, end, last, stride)
    for number in range(first, end + 1):
        show(steps[number], str(number), folded=folded)


def _moves(first: int, end: int, last: int, stride: int) -> None:
    """Back and Next, where one is, and the switch that shows all."""
    with st.container(horizontal=True, vertical_alignment="center"):
        _move("Back", max(first - stride, 0), first > 0, BACK_KEY, ":material/arrow_back:")
        place = f"{first} of {last}" if first == end else f"{first} to {end} of {last}"
        st.markdown(place, width="content")
        _move("Next", min(end + 1, last), end < last, NEXT_KEY, ":material/arrow_forward:")
        st.toggle("Show all", key=ALL)


def show(step: Step, place: str, *, folded: bool = False) -> None:
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
        if folded and step.substeps:
            _fold(step, place)
            return
        for inner, substep in enumerate(step.substeps):
            show(substep, f"{place}-{inner}")


def _fold(step: Step, place: str) -> None:
    """The steps inside a step, made when they are asked for."""
    count = len(step.substeps)
    label = "Show the step inside" if count == 1 else f"Show the {count} steps inside"
    fold = st.expander(label, key=f"inside-{place}", on_change="rerun")
    if fold.open:
        with fold:
            for inner, substep in enumerate(step.substeps):
                show(substep, f"{place}-{inner}", folded=True)


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
