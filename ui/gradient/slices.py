"""The tab of the partial derivatives: a cut along each axis, its tangent, and the rules."""

import streamlit as st

from charts.gradient import slices_chart
from ui import pictures
from ui.controls import choice
from ui.gradient.cached import PLANE, cuts_of, partial_steps_of
from ui.gradient.setting import Setting, stand_at
from ui.shell import dark
from ui.steps import worked_steps

_PARTIALS = {"x": "∂f/∂x: hold y, move along x", "y": "∂f/∂y: hold x, move along y"}


def slices(setting: Setting) -> None:
    """Both cuts, and one partial derivative worked out."""
    window = setting.window
    drawn = slices_chart(
        levels=setting.levels,
        cuts=cuts_of(setting.text, setting.point, window),
        here=setting.here,
        window=(window.x, window.y),
        dark=dark(),
    )
    with st.container(gap=None):
        pictures.show(drawn, "slices", on_click=stand_at)
        st.caption("Slide the cut along x up and down: its curve and both tangents move with it.")
    axis = choice("axis", _PARTIALS, bare=True)
    worked_steps(partial_steps_of(setting.text, setting.point, PLANE.index(axis)), folded=True)
