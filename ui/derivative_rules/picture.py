"""The picture of the lesson: f and its derivatives above each other, and a tangent that slides along."""

import streamlit as st

from charts.derivatives import derivatives_chart
from ui import messages, pictures
from ui.derivative_rules.cached import derivative_curves_of, monotony_of, tangents_of
from ui.derivative_rules.setting import Setting
from ui.limits.window import window_fold
from ui.shell import dark

_HEIGHTS = {1: 340, 2: 390, 3: 460, 4: 530, 5: 600}
_STYLE = "<style>.st-key-result p { line-height: 2.1; }</style>"


def picture(setting: Setting) -> None:
    """The curves in the window, where f rises and falls, where it turns, and the tangent at x₀."""
    st.html(_STYLE)
    with st.container(gap=None):
        # The window follows the boxes below it, so they come first.
        spot = st.container(key="sliding-tangent", gap=None)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption("Slide to move the tangent along f.")
            window_fold()
        with spot:
            _draw(setting)


def _draw(setting: Setting) -> None:
    window, asked = setting.window, (setting.text, setting.order)
    curves = derivative_curves_of(*asked, *window.x, window.y)
    drawn = derivatives_chart(
        curves=curves,
        window=window.x,
        heights=(window.y, *(curve.view for curve in curves[1:])),
        monotony=monotony_of(setting.text, *window.x),
        tangents=tangents_of(*asked, *window.x, setting.x0),
        dark=dark(),
        height=_HEIGHTS[len(curves) - 1],
    )
    pictures.show(drawn, "derivatives")
    if setting.higher.sentence:
        messages.tell(setting.higher.sentence)
