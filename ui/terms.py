"""The words of a part of a lesson: the pointer shows the line of each, a tap or Enter opens it."""

import streamlit as st

from core.glossary import TERMS, Term
from ui.course import lesson_of
from ui.keys import KEYS
from ui.tabs import KEY

_GLOSSARY = lesson_of("glossary")


def words_of(lesson: str, tab: str) -> tuple[Term, ...]:
    """The terms that the glossary shows in this part of this lesson.

    >>> [one.name for one in words_of("limits", "In the plane")]
    ['path to a point']
    """
    first = {key.name: key.default for key in KEYS[lesson]}
    return tuple(
        one
        for one in TERMS.values()
        if one.lesson == lesson and one.values.get(KEY, first.get(KEY, "")) == tab
    )


def words(lesson: str, tab: str) -> None:
    """These terms in a row. A term is filled in when it opens."""
    rows = words_of(lesson, tab)
    if not rows:
        return
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="words"):
        st.caption("Words", width="content")
        for one in rows:
            _word(one)


def _word(one: Term) -> None:
    fold = st.popover(one.title, type="tertiary", help=one.line, key=f"word: {one.key}", on_change="rerun")
    if fold.open:
        with fold:
            st.text(one.line)
            st.page_link(
                _GLOSSARY.path,
                label="In the glossary",
                icon=_GLOSSARY.icon,
                query_params={"term": one.key},
            )
