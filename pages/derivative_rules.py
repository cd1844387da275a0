"""Derivative Rules: how does every derivative come from a few rules?"""

import streamlit as st

from core.expression import Expression
from ui.course import Lesson
from ui.derivative_rules.derivation import derivation
from ui.derivative_rules.graph import graph
from ui.derivative_rules.picture import picture
from ui.derivative_rules.rules import rules
from ui.derivative_rules.setting import controls
from ui.derivative_rules.special import special
from ui.derivative_rules.taylor import polynomials
from ui.derivative_rules.verdict import said
from ui.derivative_rules.your_turn import your_turn
from ui.examples import what_to_notice
from ui.function_input import function_input
from ui.keys import DERIVATIVE_RULES_TABS
from ui.messages import explained
from ui.moving import moving
from ui.myths import myths
from ui.practice import in_its_place, practice
from ui.shell import lesson
from ui.tabs import open_tab
from ui.terms import words


@moving
def body(function: Expression, row: Lesson) -> None:
    """What the controls move."""
    left, right = st.columns([2, 1], gap="medium")
    with right:
        chosen = controls(function)
        waits = in_its_place(row.name)
    with left:
        picture(chosen)
        if not waits:
            what_to_notice(row.name)
    with right, st.container(gap="xsmall"):
        if not waits:
            said(chosen)

    label = open_tab(*DERIVATIVE_RULES_TABS)
    words(row.name, label)
    with explained():
        match label:
            case "Steps":
                derivation(chosen)
            case "Graph":
                graph(chosen)
            case "Your turn":
                your_turn(chosen)
            case "Taylor":
                polynomials(chosen)
            case "Rules":
                rules()
            case "Special cases":
                special(chosen)
            case "Myths":
                myths(row.name)
            case "Practice":
                practice(row.name)


with lesson(__file__) as row:
    body(function_input("f", row.name), row)
