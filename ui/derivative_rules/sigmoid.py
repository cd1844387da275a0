"""The sigmoid in full: from (1 + e⁻ᶻ)⁻¹ to σ(1 − σ)."""

import streamlit as st

from core.derivative_facts.sigmoid import sigmoid_steps
from ui.derivative_rules.own_picture import own_picture
from ui.derivative_rules.setting import Setting
from ui.steps import worked_steps

_FARTHEST = 30.0  # beyond it σ is 0 or 1 in every digit that is shown


def sigmoid(setting: Setting) -> None:
    """Line by line, with numbers at x₀."""
    left, right = st.columns([3, 2], gap="medium")
    z = min(max(setting.x0, -_FARTHEST), _FARTHEST)
    with right:
        worked_steps(sigmoid_steps(z))
    with left, st.container(key="sliding-sigmoid", gap=None):
        own_picture("sigmoid(x)", (-6.0, 6.0), ((-0.1, 1.1), (-0.02, 0.28)), z)
        st.caption("The slope is never above 1/4, and nearly 0 on both sides: there learning stalls.")
