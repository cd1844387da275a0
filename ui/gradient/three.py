"""The tab of three variables: the same gradient where the graph can no longer be drawn."""

import streamlit as st

from core.three_variables import VARIABLES
from ui import address, checks, messages
from ui.controls import choice, number
from ui.gradient.cached import space_of
from ui.steps import worked_steps
from ui.typed import typed

_SLOPES = {"all": "∇f", **{name: f"∂f/∂{name}" for name in VARIABLES}}


def three() -> None:
    """A field, a point, and the gradient or one partial derivative worked out."""
    field, *places = st.columns([3, 1, 1, 1], gap="small")
    with field:
        typed("three")
    for place, name in zip(places, ("qx", "qy", "qz"), strict=True):
        with place:
            number(name)
    x, y, z = (address.number(name) for name in ("qx", "qy", "qz"))
    found = space_of(address.text("three"), (x, y, z))
    if found.exists:
        checks.said(found.sentence, found.check, ":violet[:material/north_east:]")
    else:
        messages.tell(found.sentence)
    asked = choice("slope", _SLOPES, bare=True)
    worked_steps(found.steps if asked == "all" else found.partial(VARIABLES.index(asked)), folded=True)
