"""Inverse functions: mirrored at y = x, with slopes m and 1/m at mirrored points."""

import streamlit as st

from charts.inverse import inverse_chart
from core.derivative_facts.inverse import PAIRS, InversePair, inverse_steps, mirrored_points, nearest
from ui import pictures
from ui.cached import curve_of
from ui.controls import menu
from ui.derivative_rules.setting import Setting
from ui.shell import dark
from ui.steps import worked_steps

BY_NAME = {pair.name: pair for pair in PAIRS}


def inverse(setting: Setting) -> None:
    """A pair of functions that undo each other, at x₀ where the pair has it."""
    left, right = st.columns([3, 2], gap="medium")
    with right:
        pair = BY_NAME[menu("pair", {name: name.capitalize() for name in BY_NAME})]
        low, high = max(pair.low, pair.window[0]), min(pair.high, pair.window[1])
        x = setting.x0 if low < setting.x0 < high else pair.at
        if x != setting.x0:
            st.caption("x₀ lies outside this picture, so another place is shown.")
        worked_steps(inverse_steps(pair, x))
    with left, st.container(key="sliding-inverse", gap=None):
        _picture(pair, x)
        st.caption("Slide along f: the mirrored point has the slope upside down.")


def _picture(pair: InversePair, x: float) -> None:
    points = mirrored_points(pair, x)
    low, high = max(pair.low, 2 * pair.window[0]), min(pair.high, 2 * pair.window[1])
    drawn = inverse_chart(
        pair=pair,
        f=curve_of(pair.f, low, high, pair.window),
        g=curve_of(pair.g, 2 * pair.window[0], 2 * pair.window[1], pair.window),
        points=points,
        seed=nearest(points, x),
        dark=dark(),
    )
    pictures.show(drawn, f"inverse: {pair.name}")
