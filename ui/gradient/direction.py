"""The tab of one direction: the cut through the surface towards u, and D_u f = ∇f · u."""

import streamlit as st

from charts.gradient import straight_cut_chart
from ui import pictures
from ui.gradient.cached import direction_steps_of, section_of
from ui.gradient.setting import Setting
from ui.shell import dark
from ui.steps import worked_steps


def direction(setting: Setting) -> None:
    """The cut with its tangent, and the slope worked out."""
    cut = section_of(setting.text, setting.point, setting.angle, setting.window)
    with st.container(gap=None):
        pictures.show(straight_cut_chart(cut=cut, dark=dark()), "straight cut")
        st.caption("The surface cut open towards u; the point is at t = 0. Turn the dial to cut another way.")
    worked_steps(direction_steps_of(setting.text, setting.point, setting.angle), folded=True)
