"""Gradient: standing here, which way is up, and how steep?"""

import streamlit as st

from core.expression import Expression
from ui.course import Lesson
from ui.examples import what_to_notice
from ui.function_input import function_input
from ui.gradient.cached import gradient_steps_of
from ui.gradient.direction import direction
from ui.gradient.path import path
from ui.gradient.picture import dial, look, plane
from ui.gradient.second import second
from ui.gradient.setting import controls
from ui.gradient.slices import slices
from ui.gradient.surface import surface
from ui.gradient.three import three
from ui.gradient.vector import jacobians
from ui.gradient.verdict import said
from ui.keys import GRADIENT_TABS
from ui.messages import explained
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
    left, middle, right = st.columns([10, 7, 8], gap="small")
    with left, st.container(gap=None):
        spot = st.container(gap=None)
        seen = look()
    with right:
        chosen = controls(function)
    with spot:
        plane(chosen, seen)
    with right:
        waits = in_its_place(row.name)
        if not waits:
            said(chosen)
    with middle:
        if not waits:
            dial(chosen)
    with st.container():
        if not waits:
            what_to_notice(row.name)

    label = open_tab(*GRADIENT_TABS)
    words(row.name, label)
    with explained():
        match label:
            case "Steps":
                worked_steps(gradient_steps_of(chosen.text, chosen.point), folded=True)
            case "Slices":
                slices(chosen)
            case "Direction":
                direction(chosen)
            case "Surface":
                surface(chosen)
            case "Second partials":
                second(chosen)
            case "Three variables":
                three()
            case "Jacobian":
                jacobians()
            case "Along a path":
                path(chosen)
            case "Myths":
                myths(row.name)
            case "Practice":
                practice(row.name)


with lesson(__file__) as row:
    body(function_input("g", row.name), row)
