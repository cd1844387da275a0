"""The tab of machine ε: what 1 + d becomes, and how far numbers are apart."""

import streamlit as st

from charts.float_gaps import float_gaps_chart
from charts.float_rounding import float_rounding_chart
from core.floating.epsilon import LANDINGS
from ui import checks, messages, pictures
from ui.controls import slider
from ui.messages import explained
from ui.numerical_error.cached import epsilon_of, gaps_of, landings_of
from ui.numerical_error.setting import Setting
from ui.shell import dark

_ICON = ":gray[:material/arrow_forward:]"
_HALF = LANDINGS // 2


def machine_epsilon(setting: Setting) -> None:
    """Additions to 1 in the chosen format, and the gaps around the place."""
    left, right = st.columns(2, gap="large")
    with left, explained():
        _additions(setting.dtype)
    with right, explained():
        _gaps(setting)


def _additions(dtype: str) -> None:
    seen = epsilon_of(dtype, slider("addend"))
    for addition in (*seen.additions, seen.smallest):
        checks.said(addition.sentence, addition.check, _ICON)
    pictures.show(float_rounding_chart(landings=landings_of(dtype), seed=_HALF, dark=dark()), "rounding to 1")
    st.text(seen.verdict)


def _gaps(setting: Setting) -> None:
    around = gaps_of(setting.x0, setting.dtype)
    pictures.show(float_gaps_chart(gaps=around, dark=dark()), "gaps")
    if around.check is None:
        messages.tell(around.verdict, _ICON)
    else:
        checks.said(around.verdict, around.check, _ICON)
