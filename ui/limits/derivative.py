"""From limits to the derivative: secants that become the tangent, and the quotient line by line."""

import math

import streamlit as st

from charts.secant import secant_chart
from core.first_principles import Secants, tangent_check, tangent_sentence
from core.windows import Window
from ui import checks, messages, pictures
from ui.cached import curve_of
from ui.course import LESSONS
from ui.limits.cached import Question, quotient_of, secants_of
from ui.limits.window import window_around
from ui.messages import explained
from ui.shell import dark, link_to
from ui.steps import show, worked_steps

_RULES = "derivative_rules"
_PART_OF_WINDOW = 4


def derivative(asked: Question) -> None:
    """The secants at the point, what their slopes come to, and the lines on the blackboard."""
    with explained():
        _secants(asked)
    worked = quotient_of(asked.text)
    if worked.rule is None:
        worked_steps(worked.steps)
        return
    for number, step in enumerate(worked.steps):
        show(step, str(number))
    messages.tell(worked.rule, icon=":blue[:material/rule:]")
    for row in LESSONS:
        if row.name == _RULES:
            link_to(row.path, row.name, row.label, row.icon)


def _secants(asked: Question) -> None:
    if asked.point.infinite:
        messages.tell("A tangent touches the curve at a point of the line: type a number as the point a.")
        return
    window = window_around(asked)
    found = secants_of(asked.text, asked.a, _widest(window, asked.side))
    left, right = st.columns([3, 2], gap="medium")
    with left, st.container(gap=None):
        _picture(asked, found, window)
        st.caption("Slide to let h fall: the secant turns into the tangent where there is one.")
    with right:
        st.text(tangent_sentence(found, asked.point.name))
        check = tangent_check(asked.function, found)
        if check is not None:
            checks.show(check)


def _widest(window: Window, side: str) -> float:
    """The h to begin with: a power of ten that fits, negative where one comes near from the left."""
    room = (window.x[1] - window.x[0]) / _PART_OF_WINDOW
    size = 10.0 ** math.floor(math.log10(room))
    return -size if side == "left" else size


def _picture(asked: Question, found: Secants, window: Window) -> None:
    drawn = secant_chart(
        curve=curve_of(asked.text, *window.x, window.y),
        secants=found,
        window=(window.x, window.y),
        dark=dark(),
    )
    pictures.show(drawn, "secants")
