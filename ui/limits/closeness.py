"""ε and δ: how near f has to be, and how near x must come for it."""

import streamlit as st

from core.limiting.closeness import Closeness
from core.limits import LimitReport
from ui import address
from ui.controls import slider
from ui.limits.cached import Question, closeness_of


def epsilon() -> float:
    """The ε in hand."""
    return slider("eps")


def closeness(asked: Question, report: LimitReport | None) -> Closeness | None:
    """The answer to ε; None as long as the verdict is open."""
    if report is None or report.verdict == "undecided":
        return None
    limit = None if report.value is None else float(report.value)
    return closeness_of(asked, limit, address.number("eps"))


def said(near: Closeness | None) -> None:
    """The answer in words."""
    if near is not None:
        st.text(near.sentence)
