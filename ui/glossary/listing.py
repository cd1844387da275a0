"""One term in hand, and all terms by letter or by what one types."""

from itertools import groupby

import streamlit as st

from core.glossary import TERMS, Term, found, letters
from ui import address
from ui.controls import choice, menu
from ui.course import lesson_of
from ui.typed import typed

EVERY = "all"
_LINE_AND_LINK = (5, 1)


def chosen_term() -> None:
    """A menu of all terms, and the one it names."""
    left, right = st.columns(2, gap="medium", vertical_alignment="bottom")
    with left:
        typed("find", placeholder="slope, error, step …")
    with right:
        key = menu("term", {"": "none", **{one.key: one.title for one in TERMS.values()}})
    if key:
        with st.container(border=True, key="term-in-hand"):
            _told(TERMS[key])


def listed_terms() -> None:
    """The terms of a letter that hold the words in hand; a letter with none is left out."""
    letter = choice("letter", {EVERY: "All", **{one: one for one in letters()}}, bare=True)
    rows = [one for one in TERMS.values() if letter in (EVERY, one.letter)]
    told = found(rows, address.text("find"), lambda one: f"{one.title} {one.line}")
    st.caption(f"{len(told)} of {len(TERMS)} terms.")
    for first, group in groupby(told, key=lambda one: one.letter):
        st.header(first, anchor=False)
        for one in group:
            _told(one)


def _told(one: Term) -> None:
    """The term and its line, and the way to the lesson that shows it."""
    lesson = lesson_of(one.lesson)
    said, shown = st.columns(_LINE_AND_LINK, gap="small", vertical_alignment="center")
    said.markdown(f"**{one.title}**: {one.line}")
    shown.page_link(lesson.path, label=lesson.label, icon=lesson.icon, query_params=one.values)
