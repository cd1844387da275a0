"""The tab of the rules: each before and after, with an example computed now and a link that loads it."""

import streamlit as st

from charts.rule import rule_chart
from core.rule_table import RuleRow, rule_groups, worked_rule
from ui import address, checks, pictures
from ui.controls import choice
from ui.derivative_rules.cached import rule_curves_of
from ui.shell import dark

WINDOW = ((-3.0, 3.0), (-4.0, 8.0))  # the same for all rules, so that their curves can be compared


def rules() -> None:
    """One group of the table at a time."""
    groups = rule_groups()
    for row in groups[choice("group", {name: name for name in groups}, bare=True)]:
        with st.container(border=True, gap=None):
            _row(row)


def _row(row: RuleRow) -> None:
    worked = worked_rule(row)
    rule, example, picture = st.columns(3, gap="medium", vertical_alignment="center")
    with rule:
        st.text(row.name)
        holds = rf" \qquad {row.holds}" if row.holds else ""
        st.latex(rf"\left({row.before}\right)' = {row.after}{holds}", width="content")
    with example:
        st.latex(rf"\left({worked.function.latex}\right)' = {worked.derivative.latex}", width="content")
        with st.container(horizontal=True, gap="small"):
            checks.show(worked.check)
            st.button(
                "Load it",
                key=f"rule: {row.name}",
                icon=":material/input:",
                type="tertiary",
                on_click=address.go,
                args=({"f": row.example, "x0": row.at, "tab": "Steps", "step": 0},),
            )
    with picture:
        f, slope = rule_curves_of(row, *WINDOW)
        drawn = rule_chart(function=f, derivative=slope, window=WINDOW, dark=dark())
        pictures.show(drawn, key=f"rule picture: {row.name}")
    if row.misprint:
        st.caption(f":material/history_edu: {row.misprint}")
