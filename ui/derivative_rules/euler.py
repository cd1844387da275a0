"""Euler's number: the base whose exponential function is its own slope."""

import streamlit as st

from core.derivative_facts.euler import base_slope, euler_steps
from core.numbers import number, related
from ui import checks
from ui.controls import slider
from ui.derivative_rules.own_picture import own_picture
from ui.derivative_rules.setting import Setting
from ui.keys import canonical
from ui.steps import worked_steps

_X, _HEIGHT = (-2.0, 2.0), (0.0, 6.0)


def euler(setting: Setting) -> None:  # noqa: ARG001 — every special case has this signature
    """The slope of aˣ at 0 for a base a to choose; at e it is 1."""
    left, right = st.columns([3, 2], gap="medium")
    with right:
        base = slider("base")
        found = base_slope(base)
        sentence = f"At 0 the curve of {number(base)}ˣ has the {related(found.slope, 'slope', 6)}: ln a."
        checks.said(sentence, found.check, ":gray[:material/arrow_forward:]")
        worked_steps(euler_steps(base))
    with left, st.container(key="sliding-euler", gap=None):
        own_picture(f"{canonical(base)}^x", _X, (_HEIGHT, _HEIGHT), 0.0)
        st.caption("Both panels have one scale. At a = 2.71828 they show the same curve.")
