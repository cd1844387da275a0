"""The chain rule for two inputs: z depends on x and y, both depend on t, and the paths add up."""

import streamlit as st

from charts.operations import dependencies_chart
from core.computational_graph import path_steps
from ui import address, messages, pictures
from ui.derivative_rules.cached import dependencies_of
from ui.shell import dark
from ui.steps import worked_steps
from ui.typed import typed


def two_inputs() -> None:
    """Three fields, and dz/dt edge by edge."""
    for place, name in zip(st.columns([2, 1, 1], gap="small"), ("g", "xt", "yt"), strict=True):
        with place:
            typed(name)
    found = dependencies_of(*map(address.text, ("g", "xt", "yt")))
    if not found.places:
        messages.tell("z has no value at any time t that was tried, so there is nothing to check against.")
    drawn = dependencies_chart(tree=found, step=address.whole("step"), dark=dark())
    pictures.show(drawn, "dependencies")
    worked_steps(path_steps(found), folded=True)
