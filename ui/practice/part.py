"""The part Practice of a lesson: about the function or model on screen, or a set of ten."""

import streamlit as st

from core.errors import CalculusError
from ui import address
from ui.controls import choice
from ui.practice.about import about_the_function, question_on_screen, settle_kind, which_kind
from ui.practice.sets import one_of_ten, which_set
from ui.practice.sheets import sheet_of
from ui.tabs import KEY

PRACTICE = "Practice"
_FIRST_SET = "1"
_MENUS = (KEY, "quiz", "ask")
_MODE = "practice: mode"


def practice(lesson: str) -> None:
    """Which questions, and the one in hand."""
    _settle(lesson)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        number = address.text("quiz") or st.session_state.get(_MODE, _FIRST_SET)
        st.session_state[_MODE] = number
        subject = "model" if address.has("model") else "function"
        mode = choice("quiz", {"": f"About this {subject}", number: "A set of ten"}, bare=True)
        if mode:
            which_set()
        else:
            which_kind(lesson)
    if mode:
        one_of_ten(lesson)
    else:
        about_the_function(lesson)


def kept_back(lesson: str) -> bool:
    """Whether the lesson keeps its verdict to itself: its function is asked about and not answered yet."""
    if st.session_state.get(KEY, address.text(KEY)) != PRACTICE:
        return False
    _settle(lesson)
    if address.text("quiz"):
        return False
    try:
        return not sheet_of(question_on_screen(lesson), "").done
    except CalculusError:
        return False


def in_its_place(lesson: str) -> bool:
    """Say that the verdict waits, where it does."""
    if not kept_back(lesson):
        return False
    st.caption("The verdict waits here until you have answered.")
    return True


def _settle(lesson: str) -> None:
    """Take over what was just chosen further down, before its control is drawn; a new choice begins at 1."""
    for name in _MENUS:
        chosen = st.session_state.get(name)
        if chosen is not None and chosen != address.text(name):
            address.keep(name, chosen)
            if name != KEY:
                address.keep("question", 1)
    settle_kind(lesson)
