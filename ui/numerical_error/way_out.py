"""The tab of the way out: dual numbers step by step, and the three ways to a slope in one table."""

from collections.abc import Sequence

import streamlit as st

from core.dual import Way
from core.numbers import number
from ui.numerical_error.cached import dual_steps_of, three_ways_of
from ui.numerical_error.setting import Setting
from ui.steps import worked_steps


def way_out(setting: Setting) -> None:
    """The worked pass, and what each way finds and costs."""
    _comparison(three_ways_of(setting.text, setting.x0, setting.h))
    worked_steps(dual_steps_of(setting.text, setting.x0))


def _comparison(ways: Sequence[Way]) -> None:
    st.table(
        {
            "way": [way.name for way in ways],
            "finds": [_found(way.value) for way in ways],
            "error": [number(way.error, 3) if way.error == way.error else "" for way in ways],
            "evaluations of f": [str(way.evaluations) for way in ways],
            "needs": [way.needs for way in ways],
        },
        hide_index=True,
        border="horizontal",
    )
    st.caption("All in float64; the error is against the exact derivative in 50 digits.")


def _found(value: float) -> str:
    return repr(value).replace("-", "−") if value == value else "no number"
