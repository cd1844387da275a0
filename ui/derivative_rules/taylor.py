"""The tab of Taylor polynomials: f near x₀ from its derivatives there, one degree at a time."""

import streamlit as st

from charts.taylor import taylor_chart
from ui import address, messages, pictures
from ui.cached import curve_of
from ui.derivative_rules.cached import approximations_of, taylor_of, taylor_steps_of
from ui.derivative_rules.setting import Setting
from ui.shell import dark
from ui.steps import worked_steps


def polynomials(setting: Setting) -> None:
    """The polynomials in the picture, and beside it one step for each degree."""
    window = setting.window
    expansion = taylor_of(setting.text, setting.x0)
    left, right = st.columns([3, 2], gap="medium")
    with right:
        messages.tell(expansion.sentence, ":gray[:material/functions:]")
        worked_steps(taylor_steps_of(setting.text, setting.x0))
    with left, st.container(gap=None):
        drawn = taylor_chart(
            curve=curve_of(setting.text, *window.x, window.y),
            found=approximations_of(setting.text, setting.x0, *window.x),
            window=(window.x, window.y),
            seed=min(max(address.whole("step"), 1), expansion.degree),
            dark=dark(),
        )
        pictures.show(drawn, "taylor")
        st.caption("Slide to add a degree. The band is the error between f and the polynomial.")
