"""The tab of the best h: what is predicted and found for every formula, and what rules of thumb are worth."""

from collections.abc import Sequence

import streamlit as st

from core.differences import ErrorCurve
from core.differencing.agreement import disagreement
from core.differencing.stencils import STENCILS
from core.differencing.thumbs import Thumb
from core.numbers import number
from ui import address
from ui.numerical_error.cached import thumbs_of
from ui.numerical_error.setting import Setting


def best_h(setting: Setting) -> None:
    """One row for every formula, and the rules of thumb of the chosen one."""
    st.latex(rf"f'(x) \approx {STENCILS[setting.stencil].latex}", width="content")
    _table(setting.curves(tuple(STENCILS)))
    for thumb in thumbs_of(setting.text, setting.x0, setting.dtype, setting.stencil):
        _thumb(thumb)


def _table(curves: Sequence[ErrorCurve]) -> None:
    st.table(
        {
            "formula": [curve.stencil.label for curve in curves],
            "values of f": [str(curve.stencil.evaluations) for curve in curves],
            "predicted best h": [_pair(curve.predicted_h, curve.predicted_error) for curve in curves],
            "best h found": [_pair(curve.best_h, curve.best_error) for curve in curves],
            "why they differ": [disagreement(curve) for curve in curves],
        },
        hide_index=True,
        border="horizontal",
    )
    st.caption("Beside each h the error there. Found means: the best of those in the picture.")


def _pair(h: float, error: float) -> str:
    return f"{number(h, 3)} (error {number(error, 2)})" if h == h else "none"


def _thumb(thumb: Thumb) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.latex(rf"h = {thumb.latex}", width="content")
        st.text(thumb.sentence, width="content")
        if thumb.h == thumb.h:
            st.button(
                "Set this h",
                key=f"thumb: {thumb.name}",
                icon=":material/arrow_forward:",
                type="tertiary",
                on_click=address.go,
                args=({"h": thumb.h},),
            )
