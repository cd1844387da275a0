"""The myths of all lessons on one page, by lesson and by their words."""

import streamlit as st

from core.glossary import found
from core.myths import MYTHS, Myth
from ui import address
from ui.controls import choice
from ui.course import Lesson, lesson_of
from ui.myths.card import card, counterexample_of
from ui.typed import typed

EVERY = "all"


def gathered() -> None:
    """Two ways to choose, and what was chosen, lesson by lesson."""
    chosen = _chosen()
    count = sum(map(len, chosen.values()))
    st.caption(
        f"{count} of {sum(map(len, MYTHS.values()))} statements, each refuted by numbers computed here."
    )
    if not count:
        st.text("No myth has all these words. Try fewer, or another lesson.")
    for name, rows in chosen.items():
        _lesson(lesson_of(name), rows)


def _chosen() -> dict[str, tuple[Myth, ...]]:
    """The myths of the lesson in hand that hold the words in hand; lessons without any are left out."""
    with st.container(key="choosing", gap="small"):
        typed("find", placeholder="convex, slope 0, ε …")
        lesson = choice(
            "lesson", {EVERY: "All", **{name: lesson_of(name).label for name in MYTHS}}, bare=True
        )
    rows = {name: MYTHS[name] for name in MYTHS if lesson in (EVERY, name)}
    told = {name: found(every, address.text("find"), _text_of) for name, every in rows.items()}
    return {name: every for name, every in told.items() if every}


def _text_of(myth: Myth) -> str:
    return " ".join((myth.statement, myth.truth, counterexample_of(myth.lesson, myth.name).sentence))


def _lesson(lesson: Lesson, rows: tuple[Myth, ...]) -> None:
    st.header(lesson.label, anchor=False)
    for myth in rows:
        with card(myth):
            st.page_link(
                lesson.path,
                label=f"See it in {lesson.label}",
                icon=":material/visibility:",
                query_params=myth.values,
            )
