"""The course as a map: a card for each lesson in order, with its picture, and the ready paths over it."""

import streamlit as st

from ui import pictures
from ui.course import LESSONS, Lesson, lesson_of
from ui.home.order import PLACES, Place
from ui.home.paths import PATHS, Path
from ui.home.previews import preview
from ui.shell import dark, link_to

_CARD = 312


def paths() -> None:
    """The ready ways, each folded to its name and how long it takes."""
    st.header("Three ready paths", anchor=False)
    st.caption("Each step opens a lesson at the example and the part that is meant.")
    for column, path in zip(st.columns(len(PATHS)), PATHS, strict=True):
        with column, st.expander(path.label):
            _stops(path)


def _stops(path: Path) -> None:
    st.caption(path.purpose)
    for place, stop in enumerate(path.stops, start=1):
        page = lesson_of(stop.lesson)
        st.page_link(
            page.path,
            label=f"{place}. {page.label}: {stop.title} · {stop.minutes} min",
            icon=page.icon,
            query_params=stop.values,
        )


def cards() -> None:
    """Every lesson in the order of the course, and what to look things up in."""
    st.header("The course, in order", anchor=False)
    st.caption(
        "A lesson names those before it that it needs. The pictures are its first example, computed now."
    )
    lessons = [row for row in LESSONS if row.kind == "lesson"]
    with st.container(horizontal=True, key="map"):
        for number, row in enumerate(lessons, start=1):
            with st.container(border=True, width=_CARD, height="stretch", gap="xsmall"):
                _card(number, row, PLACES[row.name])
        with st.container(border=True, width=_CARD, height="stretch", gap="xsmall"):
            _reference()


def _card(number: int, row: Lesson, place: Place) -> None:
    pictures.show(preview(row.name, dark()), key=f"small: {row.name}")
    link_to(row.path, row.name, f"**{row.question}**", row.icon)
    st.markdown(rf"{number}\. **{row.label}**, {row.section.lower()}. {place.answers}")
    st.caption(_needs(place))


def _needs(place: Place) -> str:
    """What comes before, and why."""
    if not place.needs:
        return "Needs nothing: begin here."
    taken = (f"**{lesson_of(name).label}**: {why}" for name, why in place.needs.items())
    return f"Needs {'; '.join(taken)}."


def _reference() -> None:
    st.markdown("To look things up, from every lesson:")
    for row in LESSONS:
        if row.kind == "reference":
            link_to(row.path, row.name, f"**{row.question}**", row.icon)
            st.caption(row.label)
