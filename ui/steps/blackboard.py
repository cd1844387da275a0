"""One step as on the blackboard."""

import streamlit as st

from core.steps import Step
from ui import checks


def show(step: Step, place: str, *, folded: bool = False) -> None:
    """Its title, its line of mathematics, one sentence of why, its check; what is empty is left out.

    `place` tells it from every other step on the page. `folded`: the steps inside are there when asked for.
    """
    with st.container(key=f"worked-step-{place}", gap="small"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(step.title, width="content")
            if step.check is not None:
                checks.show(step.check)
        if step.latex:
            st.latex(step.latex, width="content")
        if step.why:
            st.text(step.why)
        elif step.latex:
            st.space("xxsmall")  # a line of LaTeX reaches below its own box
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
