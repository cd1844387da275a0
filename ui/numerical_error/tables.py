"""The tab of tables: quotients for a falling h, and sin(1/x) with a fixed h and with one that fits."""

import streamlit as st

from charts.oscillation import TITLES, Panel, oscillation_chart
from core.expression import Expression
from core.numbers import number
from core.printed_tables.oscillation import OscillationRow, rounding_check, verdict
from core.printed_tables.panels import Panels
from ui import checks, pictures
from ui.controls import choice, slider
from ui.numerical_error.cached import fixed_step_table, panels_of, printed_table, scaled_step_table
from ui.numerical_error.setting import Setting
from ui.shell import dark

VERDICT_ICON = ":gray[:material/arrow_forward:]"


def tables(setting: Setting) -> None:
    """One of the two tables at a time."""
    labels = {"shrinking": f"h falls, at x = {number(setting.x0)}", "oscillation": "sin(1/x) near 0"}
    if choice("table", labels, bare=True) == "shrinking":
        _shrinking(setting.function, setting)
    else:
        _oscillation()


def _shrinking(function: Expression, setting: Setting) -> None:
    rows = printed_table(function.text, setting.x0)
    st.table(
        {
            "formula": [row.formula for row in rows],
            "h": [row.h for row in rows],
            "Python prints": [f"`{row.printed}`" for row in rows],
            "truncation": [number(row.truncation, 3) for row in rows],
            "rounding": [number(row.rounding, 3) for row in rows],
            "what decides": [row.remark for row in rows],
        },
        hide_index=True,
        border="horizontal",
    )
    st.caption(
        "All in float64. Truncation is the error of the formula with this h in 50 digits, rounding what "
        "float64 adds to it; their sum is the whole error."
    )


def _oscillation() -> None:
    st.text("The same h = 0.001 everywhere:")
    _table(fixed_step_table())
    _table(scaled_step_table(slider("fraction")))
    st.divider()
    _panels()


def _table(rows: tuple[OscillationRow, ...]) -> None:
    st.table(
        {
            "x": [number(row.x, 1) for row in rows],
            "h": [number(row.h, 3) for row in rows],
            "numerical": [_decimals(row.numerical) for row in rows],
            "exact": [_decimals(row.exact) for row in rows],
            "absolute error": [_decimals(row.absolute) for row in rows],
            "relative error": [number(row.relative, 3) for row in rows],
            "h in local periods": [number(row.turns, 3) for row in rows],
        },
        hide_index=True,
        border="horizontal",
    )
    checks.said(verdict(rows), rounding_check(rows), VERDICT_ICON)


def _decimals(value: float) -> str:
    """Six of them, as the source prints."""
    return f"{value:.6f}".replace("-", "−")


def _panels() -> None:
    ends = []
    for column, name in zip(st.columns(3, gap="medium"), ("lo", "hi", "places"), strict=True):
        with column:
            ends.append(slider(name))
    low, high, count = ends
    seen = panels_of(low, high, int(count))
    for column, panel in zip(st.columns(2, gap="medium"), TITLES, strict=True):
        with column:
            _panel(seen, panel)
    st.caption(seen.caption)


def _panel(seen: Panels, panel: Panel) -> None:
    y = seen.f if panel == "function" else seen.slope
    pictures.show(oscillation_chart(x=seen.x, y=y, panel=panel, dark=dark()), f"oscillation: {panel}")
