"""A set of ten: the same questions for everybody who has its number, and the score at the end."""

from functools import lru_cache
from secrets import randbelow

import streamlit as st

from core.practice import Question, questions
from core.practice.sets import SET
from ui import address, messages
from ui.keys import HIGHEST_SET
from ui.practice.asking import Move, ask
from ui.practice.sheets import Sheet, forget, score_of, sheet_of
from ui.steps import BACK_KEY, NEXT_KEY

_SETS_KEPT = 50
_NUMBERS = 10_000
_SEED = "practice: seed"
_RIGHT, _WRONG, _GIVEN_UP, _OPEN = "✓", "✗", "–", "·"
_NO_BREAK = "\N{NO-BREAK SPACE}"


@lru_cache(maxsize=_SETS_KEPT)
def set_of(lesson: str, seed: int) -> tuple[Question, ...]:
    """The questions of a set; what was worked out for one reader is there for the next."""
    return questions(lesson, seed)


def which_set() -> None:
    """The number of the set, to be said aloud in a room, and a way to another one."""
    seed = st.session_state[_SEED] = int(address.text("quiz"))
    st.number_input("Set", 0, HIGHEST_SET, seed, 1, key=_SEED, width=130, on_change=_take_typed)
    st.button("Another set", icon=":material/casino:", key="practice: another set", on_click=_take_another)


def one_of_ten(lesson: str) -> None:
    """The question in hand of the set in hand; the score when all are answered."""
    seed = address.text("quiz")
    every = set_of(lesson, int(seed))
    place = min(address.whole("question"), SET)
    _progress(every, seed, place)
    moves = (
        Move("Back", "arrow_back", BACK_KEY, lambda: _go_to(place - 1), place > 1),
        Move("Next", "arrow_forward", NEXT_KEY, lambda: _go_to(place + 1), place < SET),
    )
    question = every[place - 1]
    ask(question, sheet_of(question, seed), moves, once=True)


def _progress(every: tuple[Question, ...], seed: str, place: int) -> None:
    """Where one is and what was right so far; the score and the ways back when all is answered."""
    score = score_of(every, seed)
    marks = [_sign(sheet_of(one, seed)) for one in every]
    st.caption(f"Question {place} of {SET}. The first answer counts. So far: {_NO_BREAK.join(marks)}")
    # What stands below keeps its place, or the browser would draw it anew and lose what is in the field.
    spot = st.container()
    if _OPEN in marks:
        return
    with spot, st.container(border=True, key="score"):
        messages.tell(f"Set {seed}: {score.sentence}", ":green[:material/flag:]")
        with st.container(horizontal=True, gap="small"):
            for number in (n for n, one in enumerate(marks, start=1) if one != _RIGHT):
                st.button(f"See {number}", key=f"practice: see {number}", on_click=_go_to, args=(number,))
            st.button(
                "Begin again",
                icon=":material/restart_alt:",
                key="practice: again",
                on_click=_again,
                args=(every, seed),
            )


def _sign(sheet: Sheet) -> str:
    """How a question stands, in a letter."""
    if sheet.verdict is None:
        return _GIVEN_UP if sheet.solved else _OPEN
    return _RIGHT if sheet.verdict.right else _WRONG


def _go_to(place: int) -> None:
    address.go({"question": place}, entry=False)


def _again(every: tuple[Question, ...], seed: str) -> None:
    forget(every, seed)
    _go_to(1)


def _take_typed() -> None:
    address.go({"quiz": str(st.session_state[_SEED]), "question": 1})


def _take_another() -> None:
    address.go({"quiz": str(randbelow(_NUMBERS)), "question": 1})
