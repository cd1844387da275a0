"""Limits: where would you arrive if you kept going?"""

import streamlit as st

from core.expression import Expression
from ui.course import Lesson
from ui.examples import what_to_notice
from ui.function_input import function_input
from ui.keys import LIMITS_TABS
from ui.limits import closeness, verdict
from ui.limits.continuity import continuity
from ui.limits.derivative import derivative
from ui.limits.picture import picture
from ui.limits.plane import plane
from ui.limits.question import question
from ui.limits.tables import tables
from ui.moving import moving
from ui.myths import myths
from ui.practice import in_its_place, practice
from ui.shell import lesson
from ui.steps import worked_steps
from ui.tabs import open_tab
from ui.terms import words


@moving
def body(function: Expression, row: Lesson) -> None:
    """What the controls move."""
    left, right = st.columns([2, 1], gap="medium")
    with right:
        asked = question(function)
        closeness.epsilon()
        waits = in_its_place(row.name)
    report = verdict.report_so_far(asked)
    near = closeness.closeness(asked, report)
    with left:
        picture(asked, report, None if waits else near)
        if not waits:
            what_to_notice(row.name)
    with right, st.container(gap="xsmall"):
        if not waits:
            verdict.said(asked, report)
            closeness.said(near)

    label = open_tab(*LIMITS_TABS)
    words(row.name, label)
    match label:
        case "Steps" if report is not None:
            worked_steps(report.steps)
        case "Steps":
            st.caption("The symbols are being asked. The steps come with their answer.")
        case "Tables":
            tables(asked)
        case "Continuity":
            continuity(asked)
        case "To the derivative":
            derivative(asked)
        case "In the plane":
            plane()
        case "Myths":
            myths(row.name)
        case "Practice":
            practice(row.name)


with lesson(__file__) as row:
    body(function_input("f", row.name), row)
