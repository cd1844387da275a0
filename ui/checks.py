"""The mark beside a number that was found a second way; it opens to what was compared."""

import streamlit as st

from core.numbers import number
from core.steps import Check
from ui.messages import tell

_COUNT = "checks: on screen"


def begin() -> None:
    """The checks of a run are told apart by their order, so that a mark stays the same for every value."""
    st.session_state[_COUNT] = 0


def show(check: Check) -> None:
    """A small mark: the two ways agree, or they do not; open it for both numbers and their difference."""
    if check.holds:
        mark, icon = "Checked a second way", ":material/verified:"
    else:
        mark, icon = "The two ways disagree", ":material/error:"
    place = st.session_state[_COUNT] = st.session_state.get(_COUNT, 0) + 1
    fold = st.popover(mark, icon=icon, type="tertiary", key=f"check: {place}", on_change="rerun")
    if fold.open:
        with fold:
            st.text(check.compared)
            st.code(comparison(check), language=None)


def said(sentence: str, check: Check, icon: str) -> None:
    """A verdict in words, and the mark of its check below it."""
    with st.container(gap=None):
        tell(sentence, icon)
        show(check)


def comparison(check: Check) -> str:
    """Both numbers, how far they are apart, and how far they may be, one per line.

    >>> print(comparison(Check("a slope, two ways", "2", "2.0000", 1e-9, 1e-6)))
    shown here     2
    second way     2.0000
    difference     10⁻⁹
    allowed        10⁻⁶
    """
    rows = {
        "shown here": check.shown,
        "second way": check.second,
        "difference": number(check.difference),
        "allowed": number(check.tolerance),
    }
    return "\n".join(f"{name:<15}{entry}" for name, entry in rows.items())
