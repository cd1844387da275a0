"""The tab of one h: the forward difference under the microscope, digit by digit and step by step."""

import streamlit as st

from core.floating.digits import DigitKind, DigitRow, DigitTable
from ui import checks
from ui.messages import explained
from ui.numerical_error.cached import microscope_of
from ui.numerical_error.setting import Setting
from ui.steps import worked_steps

# Digits stand above one another only in letters of one width, 0.6 of their size, and fit into any column.
# Constants only; the digits are text.
_STYLE = """
.st-key-digits { container-type: inline-size; }
.st-key-digits p {
  font: min(1rem, 100cqw / 0.61 / var(--letters))/1.8 "Source Code Pro", monospace;
  white-space: nowrap;
}
"""
_NO_BREAK = "\u00a0"
_MARKED: dict[DigitKind, str] = {
    "sign": "{}",
    "zero": ":gray[{}]",
    "cancelled": ":gray[~~{}~~]",
    "right": ":green[**{}**]",
    "wrong": ":red[{}]",
}


def one_h(setting: Setting) -> None:
    """What each operation of the quotient keeps and loses."""
    if setting.stencil != "forward":
        st.caption("The forward difference, whatever formula is chosen above.")
    with explained():
        seen = microscope_of(setting.text, setting.x0, setting.h, setting.dtype)
        checks.said(seen.verdict, seen.check, ":gray[:material/search:]")
        if seen.digits is not None:
            _digits(seen.digits)
        worked_steps(seen.steps)


def _digits(table: DigitTable) -> None:
    width = max(len(row.name) for row in table.rows)
    power = f" × 10^{table.power}" if table.power else ""
    letters = max(width + 2 + sum(len(span.text) for span in row.spans) for row in table.rows) + len(power)
    st.html(f"<style>{_STYLE} .st-key-digits {{ --letters: {letters}; }}</style>")
    with st.container(key="digits"):
        st.markdown("  \n".join(_row(row, width) + power for row in table.rows))
    st.caption("Struck out: both values share them, and they cancel. Bold: right. Red: wrong.")


def _row(row: DigitRow, width: int) -> str:
    """One number in Markdown; the text is ours, digit by digit."""
    marked = "".join(_MARKED[span.kind].format(span.text.replace(" ", _NO_BREAK)) for span in row.spans)
    return row.name.ljust(width + 2).replace(" ", _NO_BREAK) + marked
