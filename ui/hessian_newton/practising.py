"""Practice beside the map: what the Hessian is there waits until the question is answered."""

from collections.abc import Callable

import streamlit as st

from charts.level_path import descent_levels_chart
from ui import pictures
from ui.cached import levels_of
from ui.descent.picture import start_at
from ui.descent.runs import RunSetting
from ui.hessian_newton import hessian
from ui.hessian_newton.setting import Setting
from ui.practice import in_its_place, kept_back, practice
from ui.practice.beginning import beginning
from ui.shell import dark

_LESSON = "hessian_newton"


def map_of_levels(setting: Setting) -> None:
    """The level curves and the point, without the axes of the bend and their eigenvalues."""
    if not kept_back(_LESSON):
        hessian.picture(setting)
        return
    here = RunSetting(setting.text, setting.variables, setting.point, eta=1.0, steps=1)
    drawn = descent_levels_chart(
        levels=levels_of(setting.text, *setting.box),
        runs={"point": beginning(here)},
        others=None,
        window=setting.box,
        steps=1,
        seed=0,
        dark=dark(),
    )
    with st.container(gap=None):
        pictures.show(drawn, "levels", on_click=start_at)
        st.caption("Click to move the point. How the ground bends there is shown with the answer.")


def waiting(said: Callable[[Setting], None]) -> Callable[[Setting], None]:
    """The verdict, once the question about the function on screen is answered."""

    def after_the_answer(setting: Setting) -> None:
        if not in_its_place(_LESSON):
            said(setting)

    return after_the_answer


def below(setting: Setting) -> None:  # noqa: ARG001 — every part has this signature
    """The questions."""
    practice(_LESSON)
