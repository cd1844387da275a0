"""The function near the point under a microscope, with its dots, both approaches and the bands of ε and δ."""

from typing import Any

import streamlit as st

from charts.limit import limit_chart
from core.expression.precise import context
from core.limiting.closeness import Closeness
from core.limiting.zoom import DIGITS
from core.limits import LimitReport, limits_known
from ui import pictures
from ui.limits.cached import Question, evidence_of, value_of, zoom_of
from ui.shell import dark

_DECIMALS = 60
_FIRST_FAR_OUT = 2  # 0 to 100: nearer to 0 little is to be seen of what happens far out


def picture(asked: Question, report: LimitReport | None, near: Closeness | None) -> None:
    """What is known of the limit so far, drawn; a slider inside zooms."""
    limits = limits_known(evidence_of(asked), report)
    drawn = limit_chart(
        zoom=zoom_of(asked.text, asked.a, _middle(asked, limits)),
        value=value_of(asked.text, asked.a),
        limits=limits,
        bands=near.found if near else None,
        witnesses=near.witnesses if near else (),
        sides=("left" in asked.sides, "right" in asked.sides),
        seed=_FIRST_FAR_OUT if asked.point.infinite else 0,
        dark=dark(),
    )
    with st.container(key="near-the-point", gap=None):
        pictures.show(drawn, "limit")
        st.caption(_invitation(asked))


def _middle(asked: Question, limits: tuple[Any, ...]) -> str | None:
    """The one limit in decimals, where there is one: the picture is centred on it."""
    decimals = {context(DIGITS).nstr(limit, _DECIMALS) for limit in limits}
    return decimals.pop() if len(decimals) == 1 and len(limits) == len(asked.sides) else None


def _invitation(asked: Question) -> str:
    if asked.point.infinite:
        return "Slide to look ten times as far with each step: does f settle?"
    return "Slide to look ten times as close with each step: does f settle?"
