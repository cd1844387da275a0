"""Hessian and Newton: how does the ground bend here, and what is the best step then?"""

import streamlit as st

from core.expression import Expression
from ui.controls import choice
from ui.course import Lesson
from ui.examples import what_to_notice
from ui.function_input import function_input, function_key
from ui.hessian_newton.parts import part_in_hand, parts_of
from ui.hessian_newton.setting import controls
from ui.messages import explained
from ui.moving import moving
from ui.practice import kept_back
from ui.shell import lesson
from ui.tabs import KEY
from ui.terms import words


@moving
def body(function: Expression, row: Lesson) -> None:
    """What the controls move."""
    left, right = st.columns([2, 1], gap="medium")
    with right:
        chosen = controls(function)
        part = part_in_hand(chosen)
        part.controls(chosen)
    with left:
        part.picture(chosen)
        if not kept_back(row.name):
            what_to_notice(row.name)
    with right:
        part.said(chosen)

    words(row.name, choice(KEY, {key: one.label for key, one in parts_of(chosen).items()}, bare=True))
    with explained():
        part.below(chosen)


with lesson(__file__) as row:
    body(function_input(function_key(), row.name), row)
