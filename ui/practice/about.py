"""Questions about the function on screen, one after another, of a kind that can be chosen."""

import streamlit as st

from core.errors import CalculusError
from core.practice import Question, kinds_about
from ui import address, messages
from ui.controls import menu
from ui.practice.asking import Move, ask
from ui.practice.sheets import sheet_of
from ui.practice.situations import asked, on_screen
from ui.steps import NEXT_KEY

ANY = "Any kind"


def which_kind(lesson: str) -> None:
    """The menu of all that can be asked of a function of so many variables."""
    menu("ask", {"": ANY, **_kinds(lesson)})


def about_the_function(lesson: str) -> None:
    """The question of this turn, or why there is none."""
    turn = address.whole("question")
    another = Move("Another one", "arrow_forward", NEXT_KEY, lambda: _turn_to(turn + 1))
    try:
        question = question_on_screen(lesson)
    except CalculusError as reason:
        messages.tell(f"There is no such question here. {reason}", ":gray[:material/info:]")
        return
    ask(question, sheet_of(question, ""), (another,), once=False)


def question_on_screen(lesson: str) -> Question:
    """Made anew from what the page holds. Raises Unsuitable where nothing can be asked."""
    kind = address.text("ask")
    return asked(lesson, on_screen(), kind, address.whole("question"))


def settle_kind(lesson: str) -> None:
    """A kind for functions of other variables gives way to any kind."""
    if address.text("ask") not in ("", *_kinds(lesson)):
        address.keep("ask", "")
        st.session_state["ask"] = ""


def _kinds(lesson: str) -> dict[str, str]:
    return {one.name: one.title for one in kinds_about(lesson, on_screen().variables)}


def _turn_to(turn: int) -> None:
    address.go({"question": turn}, entry=False)
