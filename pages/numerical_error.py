"""Numerical Error: why is a smaller h not a better h?"""

import streamlit as st

from core.expression import Expression
from ui.course import Lesson
from ui.examples import what_to_notice
from ui.function_input import function_input
from ui.keys import NUMERICAL_ERROR_TABS
from ui.messages import explained
from ui.moving import moving
from ui.myths import myths
from ui.numerical_error.best_h import best_h
from ui.numerical_error.four_errors import four_errors
from ui.numerical_error.machine_epsilon import machine_epsilon
from ui.numerical_error.one_h import one_h
from ui.numerical_error.picture import picture
from ui.numerical_error.setting import controls
from ui.numerical_error.tables import tables
from ui.numerical_error.verdict import said
from ui.numerical_error.way_out import way_out
from ui.practice import in_its_place, practice
from ui.shell import lesson
from ui.tabs import open_tab
from ui.terms import words


@moving
def body(function: Expression, row: Lesson) -> None:
    """What the controls move."""
    left, right = st.columns([2, 1], gap="medium")
    with right:
        chosen, usable = controls(function), False
        waits = in_its_place(row.name)
        with explained():
            if not waits:
                said(chosen)
            usable = True
    with left:
        if usable:
            picture(chosen)
        if not waits:
            what_to_notice(row.name)

    label = open_tab(*NUMERICAL_ERROR_TABS)
    words(row.name, label)
    with explained():
        match label:
            case "One h":
                one_h(chosen)
            case "Best h":
                best_h(chosen)
            case "Tables":
                tables(chosen)
            case "Machine ε":
                machine_epsilon(chosen)
            case "Four errors":
                four_errors(chosen)
            case "The way out":
                way_out(chosen)
            case "Myths":
                myths(row.name)
            case "Practice":
                practice(row.name)


with lesson(__file__) as row:
    body(function_input("f", row.name), row)
