"""Which way is up and how steep, in words; and a way out for a function of one variable only."""

import streamlit as st

from core.slopes import one_variable_sentence, one_variable_text
from ui import checks, messages
from ui.gradient.setting import Setting

_SIGNS = {
    "climbs": ":violet[:material/north_east:]",
    "flat": ":gray[:material/trending_flat:]",
}
_NONE = ":orange[:material/broken_image:]"
ONE_VARIABLE = "pages/derivative_rules.py"


def said(setting: Setting) -> None:
    """The verdict with its check."""
    here = setting.here
    sign = _SIGNS.get(here.kind, _NONE)
    if here.check is None:
        messages.tell(here.sentence, sign)
    else:
        checks.said(here.sentence, here.check, sign)
    _one_variable(setting)


def _one_variable(setting: Setting) -> None:
    """A function that lacks a variable has a lesson of its own."""
    sentence = one_variable_sentence(setting.function)
    if sentence is None:
        return
    messages.tell(sentence, ":gray[:material/info:]")
    alone = one_variable_text(setting.function)
    if alone is not None:
        st.page_link(
            ONE_VARIABLE,
            label="Take it to Derivative Rules",
            icon=":material/arrow_back:",
            query_params={"f": alone},
        )
