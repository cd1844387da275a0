"""The map with the gradient, and the dial with the slope in every direction; a click moves either."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from charts.gradient import dial_chart, gradient_chart
from ui import address, pictures
from ui.controls import switch
from ui.gradient.cached import dial_of, field_of, slope_of, through_of
from ui.gradient.setting import Setting, stand_at, window_fold
from ui.shell import dark


@dataclass(frozen=True)
class Look:
    """What the map shows besides the one arrow: the gradient everywhere, all arrows of one length."""

    field: bool
    unit: bool


def look() -> Look:
    """The switches below the map and its window, read before anything is drawn in it."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption("Click to stand there.", width="content")
        field = switch("field")
        unit = field and switch("unit")
        window_fold()
    return Look(field, unit)


def plane(setting: Setting, seen: Look) -> None:
    """Level curves, the one through the point, ∇f at a right angle to it, and the direction u."""
    window, asked = setting.window, (setting.text, setting.point)
    drawn = gradient_chart(
        levels=setting.levels,
        here=setting.here,
        through=through_of(*asked, window),
        window=(window.x, window.y),
        arrows=field_of(setting.text, window),
        with_field=seen.field,
        unit_arrows=seen.unit,
        angle=setting.angle,
        dark=dark(),
        height=390,
    )
    pictures.show(drawn, "gradient map", on_click=stand_at)


def dial(setting: Setting) -> None:
    """The slope in every direction around the point."""
    drawn = dial_chart(
        dial=dial_of(setting.text, setting.point),
        angle=setting.angle,
        slope=slope_of(setting.text, setting.point, setting.angle),
        dark=dark(),
        height=290,
    )
    with st.container(gap=None):
        pictures.show(drawn, "dial", on_click=_look_towards)
        st.caption("The slope $D_u f$ all around: up outside the ring, down inside. Click to turn u.")


def _look_towards(place: Mapping[str, Any]) -> None:
    """The clicked direction becomes u."""
    address.go({"angle": float(place["angle"])})
