"""Continuity: the three conditions at the point, computed, and every break of the curve in the window."""

import streamlit as st

from charts.breaks import breaks_chart
from core.continuity import Break, Breaks, Condition, break_sentence, kind_sentence
from core.numbers import number
from core.steps import Check
from core.windows import Window
from ui import checks, messages, pictures
from ui.cached import curve_of
from ui.limits.cached import Question, breaks_of, continuity_checks_of, continuity_of
from ui.limits.window import window_around, window_fold
from ui.shell import dark

_MARKS = {
    True: ":green[:material/check_circle:]",
    False: ":red[:material/cancel:]",
    None: ":orange[:material/help:]",
}
_MOST_LISTED = 12


def continuity(asked: Question) -> None:
    """The checklist at the point beside the curve with all its breaks."""
    left, right = st.columns([2, 3], gap="medium")
    with left:
        if asked.point.infinite:
            messages.tell("Continuity is asked at a point of the line: type a number as the point a.")
        else:
            _checklist(asked)
    with right:
        _scan(asked)


def _checklist(asked: Question) -> None:
    found = continuity_of(asked.text, asked.a)
    st.text(kind_sentence(found, asked.point.name))
    for condition, held in zip(found.conditions, continuity_checks_of(asked.text, asked.a), strict=True):
        _condition(condition, held)


def _condition(condition: Condition, held: tuple[Check, ...]) -> None:
    with st.container(gap=None):
        messages.tell(condition.sentence, _MARKS[condition.holds])
        if held:
            with st.container(horizontal=True, gap="small"):
                for check in held:
                    checks.show(check)


def _scan(asked: Question) -> None:
    above = st.container()
    window_fold()  # before the window is read, so that a new end shows in the same run
    window = window_around(asked)
    found = breaks_of(asked.text, *window.x)
    with above:
        _picture(asked, found, window)
    with st.container(gap="xsmall"):
        _list(found, window)


def _picture(asked: Question, found: Breaks, window: Window) -> None:
    drawn = breaks_chart(
        curve=curve_of(asked.text, *window.x, window.y),
        breaks=found.places,
        window=(window.x, window.y),
        dark=dark(),
    )
    pictures.show(drawn, "breaks")


def _list(found: Breaks, window: Window) -> None:
    """The breaks in words, ascending."""
    across = f"from x = {number(window.x[0])} to {number(window.x[1])}"
    if not found.places and found.complete:
        st.text(f"In the window, {across}, f is continuous and has a slope wherever it is defined.")
    for place in found.places[:_MOST_LISTED]:
        st.text(_line(place))
    left_out = len(found.places) - _MOST_LISTED
    if left_out > 0:
        st.caption(f"And {left_out} more, marked on the curve.")
    if not found.complete:
        st.caption("There may be more breaks than could be looked at.")


def _line(place: Break) -> str:
    return f"x = {number(place.x)}, {break_sentence(place)}"
