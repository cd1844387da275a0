"""The picture of the lesson: the error of several formulas against h; a click chooses h."""

from collections.abc import Mapping
from math import log
from typing import Any

import streamlit as st

from charts.error_curve import error_curve_chart
from core.differencing.stencils import STENCILS
from ui import address, pictures
from ui.controls import choice, switch
from ui.numerical_error.cached import step_verdict_of, thumbs_of
from ui.numerical_error.setting import GRIDS, Setting
from ui.shell import dark

COMPARED = ("forward", "central", "complex_step")


def picture(setting: Setting) -> None:
    """The error curves at the place, and the h in hand on the one of the chosen formula."""
    with st.container(gap=None):
        # What is drawn follows the controls below it, so they come first.
        spot = st.container()
        everything = _controls()
        with spot:
            _draw(setting, [name for name in STENCILS if everything or name in {*COMPARED, setting.stencil}])


def _controls() -> bool:
    """Which h are looked at, and whether all formulas are shown."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption("Click the picture to choose h.")
        choice("grid", {"decimal": "h = 1, 2, 5 · 10⁻ᵏ", "binary": "h = 2⁻ᵏ"}, bare=True)
        return switch("all")


def _draw(setting: Setting, names: list[str]) -> None:
    now = step_verdict_of(setting.text, setting.x0, setting.h, setting.dtype, setting.stencil)
    curves = error_curve_chart(
        curves=setting.curves(names),
        chosen=setting.stencil,
        h=setting.h,
        error=now.error,
        status=now.status,
        thumbs=thumbs_of(setting.text, setting.x0, setting.dtype, setting.stencil),
        dark=dark(),
    )
    pictures.show(curves, "error curve", on_click=_choose_h)


def _choose_h(place: Mapping[str, Any]) -> None:
    """The h of the grid nearest to the click."""
    clicked = log(float(place["h"]))
    address.go({"h": min(GRIDS[address.text("grid")], key=lambda h: abs(log(h) - clicked))})
