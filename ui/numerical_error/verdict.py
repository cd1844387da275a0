"""What the h in hand does, in words, and what kind of place it is where f has no slope."""

import streamlit as st

from core.differencing.no_derivative import Point
from ui import checks, messages
from ui.numerical_error.cached import no_slope_at, step_verdict_of
from ui.numerical_error.setting import Setting

_ICONS = {
    "good": ":green[:material/check_circle:]",
    "truncation dominates": ":orange[:material/content_cut:]",
    "rounding dominates": ":red[:material/grain:]",
}
_NO_NUMBER = ":red[:material/error:]"


def said(setting: Setting) -> None:
    """The verdict on h with its check; at a place without a slope what it is, and what every formula says."""
    point = no_slope_at(setting.text, setting.x0, setting.dtype)
    if point is not None:
        _no_slope(point)
        return
    found = step_verdict_of(setting.text, setting.x0, setting.h, setting.dtype, setting.stencil)
    icon = _ICONS.get(found.status, _NO_NUMBER)
    if found.check is None:
        messages.tell(found.sentence, icon)
        return
    checks.said(found.sentence, found.check, icon)
    st.caption(found.reason)


def _no_slope(point: Point) -> None:
    messages.tell(point.sentence)
    with st.container(gap=None):
        for sentence in point.summary:
            st.caption(sentence)
