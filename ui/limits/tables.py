"""Values of f ever nearer to the point, in float64 and in many digits: where does float64 give out?"""

import math

import streamlit as st

from core.limiting.approach import Table
from ui.controls import whole_number
from ui.limits.cached import Question, sequence_of, tables_of
from ui.messages import tell

_EULER = "(1 + 1/n)^n"


def tables(asked: Question) -> None:
    """A table for each side, as long as asked for; toward ∞ also the sequence that defines e."""
    with st.container(width=160):
        rows = whole_number("rows")
    made = [one for one in tables_of(asked.text, asked.a, rows) if one.side in asked.sides]
    for place, one in zip(st.columns(len(made), gap="medium"), made, strict=True):
        with place:
            _table(one, "x", f"f(x), {_way(asked, one)}")
    if asked.point.infinite > 0:
        st.markdown(r"The sequence $\left(1 + \frac1n\right)^n$ tends to $e$. In float64 it ends at 1:")
        _table(sequence_of(_EULER), "n", "(1 + 1/n)ⁿ for n = 1, 10, 100, …")


def _table(table: Table, variable: str, name: str) -> None:
    st.caption(name)
    st.dataframe(columns(table, variable), hide_index=True, alt=f"{name}, row by row")
    if table.note:
        tell(table.note, icon=":orange[:material/memory:]")


def columns(table: Table, variable: str) -> dict[str, list[str]]:
    """Each place, the float64 there, the true value, and how many digits of the first are right."""
    return {
        variable: [row.x for row in table.rows],
        "in float64": [_double(row.double) for row in table.rows],
        "right digits": [str(row.digits) for row in table.rows],
        "in 50 digits": [row.value_text() for row in table.rows],
    }


def _double(value: float) -> str:
    """Every digit that tells this float64 from the next."""
    return "no value" if math.isnan(value) else repr(value).replace("inf", "∞").replace("-", "−")


def _way(asked: Question, table: Table) -> str:
    return "farther and farther out" if asked.point.infinite else f"from the {table.side}"
