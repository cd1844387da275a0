"""One false statement on screen."""

from functools import lru_cache

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core.myths import MYTHS, Counterexample, Myth
from ui import messages

_ALL = sum(map(len, MYTHS.values()))


def card(myth: Myth) -> DeltaGenerator:
    """A box with the statement, what is true and the counterexample; what follows is written into it."""
    box = st.container(border=True, gap="small")
    with box:
        st.markdown(f"**Myth.** {myth.statement}")
        st.text(myth.truth)
        _counterexample(counterexample_of(myth.lesson, myth.name))
    return box


@lru_cache(maxsize=_ALL)
def counterexample_of(lesson: str, name: str) -> Counterexample:
    """Computed once, from the very functions the lesson uses."""
    return next(myth for myth in MYTHS[lesson] if myth.name == name).compute()


def _counterexample(found: Counterexample) -> None:
    if found.refutes:
        messages.tell(found.sentence, icon=":green[:material/verified:]")
    else:
        messages.tell(f"The computation did not refute it: {found.sentence}")
