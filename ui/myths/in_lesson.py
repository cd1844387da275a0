"""The myths of a lesson, each beside the computation that refutes it."""

import streamlit as st

from core.myths import MYTHS
from ui import address
from ui.myths.card import card


def myths(lesson: str) -> None:
    """The statement, what is true, the counterexample, and a way to see it."""
    for myth in MYTHS[lesson]:
        with card(myth):
            st.button(
                "See it",
                key=f"myth: {myth.name}",
                icon=":material/visibility:",
                on_click=address.restart,
                args=(myth.values,),
            )
