"""The second derivative at the point, for a function of x: concave up or down, and the test step by step."""

import streamlit as st

from charts.concavity import concavity_chart
from core.second_derivative import concavity, motion_sentence, second_derivative_test
from ui import checks, messages, pictures
from ui.cached import curve_of
from ui.hessian_newton.cached import second_curve_of, second_derivative_steps_of
from ui.hessian_newton.moving import move
from ui.hessian_newton.setting import Setting
from ui.shell import dark
from ui.steps import worked_steps

_BENDS = {True: ("Concave up", "green"), False: ("Concave down", "violet")}
_MEANING = "The sign of f″ at the point: f bends up where it is above 0, down where it is below 0."
_INFLECTION = ":gray[:material/swap_vert:]"
_MOST = 3


def picture(setting: Setting) -> None:
    """f with its bend, over f″, with the parabola that touches f at the point."""
    x, y = setting.box
    second, heights = second_curve_of(setting.text, x, y)
    drawn = concavity_chart(
        curve=curve_of(setting.text, *x, y),
        second=second,
        window=setting.box,
        heights=heights,
        found=concavity(setting.function, *x),
        here=second_derivative_test(setting.function, setting.point[0]),
        dark=dark(),
    )
    with st.container(gap=None):
        pictures.show(drawn, "bend", on_click=move)
        st.caption("Click the curve to move the point. Dashed at the point: the parabola with f, f′ and f″.")


def said(setting: Setting) -> None:
    """The bend at the point and what it proves, the reading as a motion, and the whole window."""
    here = second_derivative_test(setting.function, setting.point[0])
    if len(here.values) > 2 and here.values[2]:
        messages.headline(*_BENDS[here.values[2] > 0], _MEANING)
    elif len(here.values) > 2:
        messages.headline("f″ = 0", "orange", _MEANING)
    else:
        messages.headline("No f″", "red", _MEANING)
    st.text(here.sentence)
    st.text(motion_sentence(here))
    found = concavity(setting.function, *setting.window.x)
    st.text(found.sentence)
    for point in found.inflections[:_MOST]:
        checks.said(point.sentence, point.check, _INFLECTION)


def below(setting: Setting) -> None:
    """f′, f″ and, where both are 0, the derivatives that decide."""
    worked_steps(second_derivative_steps_of(setting.text, setting.point[0]), folded=True)
