"""GD vs Ascent: from one start, down and up one slope; then with a memory, in a race, from everywhere."""

import streamlit as st

from core.expression import Expression
from ui.controls import choice
from ui.course import Lesson
from ui.descent.controls import start_trouble
from ui.examples import what_to_notice
from ui.function_input import function_input, function_key
from ui.gd_vs_ascent import surfaces
from ui.gd_vs_ascent.parts import PARTS, part_in_hand
from ui.gd_vs_ascent.setting import controls
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
    part = part_in_hand()
    with right:
        chosen = controls(function, part.count)
        part.controls(chosen)
        part.said(chosen)
        start_trouble(function, chosen.window, chosen.chosen.start)
    with left:
        part.picture(chosen)
        if not kept_back(row.name):
            what_to_notice(row.name)
        surfaces.notice()

    words(row.name, choice(KEY, {name: name for name in PARTS}, bare=True))
    if chosen.can_start:
        with explained():
            part.below(chosen)


with lesson(__file__) as row:
    body(function_input(function_key(), row.name), row)
