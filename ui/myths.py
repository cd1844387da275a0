"""Common false statements, each beside the computation that refutes it."""

import streamlit as st

from core.myths import MYTHS, Myth
from ui import address, messages


def myths(lesson: str) -> None:
    """The myths of a lesson: the statement, what is true, the counterexample, and a way to see it."""
    for myth in MYTHS[lesson]:
        with st.container(border=True, gap="small"):
            st.markdown(f"**Myth.** {myth.statement}")
            st.text(myth.truth)
            _counterexample(myth)
            st.button(
                "See it",
                key=f"myth: {myth.name}",
                icon=":material/visibility:",
                on_click=address.restart,
                args=(myth.values,),
            )


def _counterexample(myth: Myth) -> None:
    """Computed now, from the very functions the lesson uses."""
    found = myth.compute()
    if found.refutes:
        messages.tell(found.sentence, icon=":green[:material/verified:]")
    else:
        messages.tell(f"The computation did not refute it: {found.sentence}")
