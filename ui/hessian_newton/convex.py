"""Convexity by chords, for a function of x: two points on the curve, and the pair that proves the verdict."""

from contextlib import suppress

import streamlit as st

from charts.convexity import convexity_chart, first_ends
from core.convexity import Convexity
from core.errors import SettingError
from core.second_derivative import concavity
from ui import address, checks, messages, pictures
from ui.cached import curve_of
from ui.controls import optional_number
from ui.hessian_newton import second
from ui.hessian_newton.cached import chord_of, convexity_of
from ui.hessian_newton.setting import Setting
from ui.messages import explained
from ui.shell import dark

_COLOURS = {"convex": "green", "concave": "violet", "straight": "gray", "neither": "orange"}
_MEANING = "Convex: no chord runs below the curve. Concave: none runs above it."


def controls(setting: Setting) -> None:  # noqa: ARG001 — every part has this signature
    """The ends of the chord; empty means the pair that proves most."""
    for column, name in zip(st.columns(2), ("left", "right"), strict=True):
        with column:
            optional_number(name)


def picture(setting: Setting) -> None:
    """The curve with a chord to slide; where chords say nothing, the bend alone."""
    found: Convexity | None = None
    with suppress(SettingError):  # said beside the picture
        found = _verdict(setting)
    if found is None:
        second.picture(setting)
        return
    drawn = convexity_chart(
        e=setting.function,
        curve=curve_of(setting.text, *setting.window.x, setting.window.y),
        found=found,
        window=setting.box,
        ends=_ends(found),
        dark=dark(),
    )
    with st.container(key="sliding-chord", gap=None):
        pictures.show(drawn, "convexity")
        st.caption("Slide both ends of the chord along the curve.")


def _verdict(setting: Setting) -> Convexity:
    """On the part of the window about the point on which f is defined."""
    bends = concavity(setting.function, *setting.window.x)
    return convexity_of(setting.text, *bends.around(setting.point[0]))


def _ends(found: Convexity) -> tuple[float, float]:
    own = first_ends(found)
    left, right = address.optional("left"), address.optional("right")
    return own[0] if left is None else left, own[1] if right is None else right


def said(setting: Setting) -> None:
    """Convex, concave or neither, and the chord that was chosen."""
    with explained():
        found = _verdict(setting)
        messages.headline(found.kind.capitalize(), _COLOURS[found.kind], _MEANING)
        with st.container(gap=None):
            st.text(found.sentence)
            checks.show(found.check)


def below(setting: Setting) -> None:
    """The chord in numbers, and what the verdict is good for."""
    chosen = chord_of(setting.text, *_ends(_verdict(setting)))
    messages.tell(chosen.sentence, ":gray[:material/straighten:]")
    st.text(
        "Where a function is convex every level place is a lowest place, and every local minimum is global. "
        "One alone needs strict convexity. Convexity is enough for a minimum and not necessary."
    )
