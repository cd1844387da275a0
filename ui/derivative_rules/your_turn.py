"""The tab in which the reader differentiates: the answer is judged by its values, and a slip is named."""

import streamlit as st

from core.answers import Diagnosis, Judgement
from core.substitution import formula_latex
from ui import address, checks, messages
from ui.derivative_rules.cached import judgement_of
from ui.derivative_rules.setting import Setting
from ui.typed import typed

_ICONS = {
    "equal": ":green[:material/check_circle:]",
    "narrower": ":orange[:material/rule:]",
    "different": ":red[:material/cancel:]",
    "undecided": ":gray[:material/help:]",
}
_MOST_SHOWN = 3


def your_turn(setting: Setting) -> None:
    """The field, the verdict on what stands in it, and what it looks like when it is wrong."""
    st.markdown(rf"What is the derivative of $\displaystyle f(x) = {setting.function.latex}$ ?")
    readable = typed("mine", live=False, placeholder="for example 2x cos(x^2)")
    if not readable:
        return
    if not address.text("mine").strip():
        st.caption("Type it as you like and press Enter. It is judged by its values, never by its form.")
        return
    _verdict(judgement_of(setting.text, address.text("mine")))


def _verdict(found: Judgement) -> None:
    icon = _ICONS[found.verdict]
    if found.check is None:
        messages.tell(found.sentence, icon)
    else:
        checks.said(found.sentence, found.check, icon)
    for place, diagnosis in enumerate(found.diagnoses[:_MOST_SHOWN]):
        _diagnosis(diagnosis, place)
    if found.verdict == "different" and not found.diagnoses:
        st.caption("It fits none of the usual slips. The steps show each rule in its turn.")


def _diagnosis(found: Diagnosis, place: int) -> None:
    """The slip by its name, and the part of the function it happened in."""
    with st.container(border=True, gap="small"):
        messages.tell(found.sentence, ":orange[:material/troubleshoot:]")
        if found.where is not None:
            st.latex(rf"\left({formula_latex(found.where)}\right)'", width="content")
        fold = st.expander(
            "Show its right derivative", key=f"right: {found.misconception.key} {place}", on_change="rerun"
        )
        if fold.open:
            fold.latex(found.latex, width="content")
