"""GD vs Ascent: from one start, with one learning rate, down and up the same slope."""

import streamlit as st

from charts.standstill import Standstill
from core.comparison import comparison
from core.descent import Sense, Trace
from core.optimizers import OPTIMIZERS
from core.walkthrough import WorkedSteps
from ui import address, checks, iterates
from ui.cached import mirror_of, run_of, verdict_of
from ui.controls import choice, function_input, slider, start_and_steps, switch, what_to_notice
from ui.messages import explained
from ui.run_picture import run_picture
from ui.shell import lesson
from ui.steps import worked_steps
from ui.tabs import open_tab
from ui.view import view_controls, window_of

SENSES: dict[Sense, str] = {
    "descent": ":green[:material/trending_down:]",
    "ascent": ":violet[:material/trending_up:]",
}


def which_run() -> str:
    """Whose steps are worked out."""
    return choice("sense", {"descent": "Descent", "ascent": "Ascent"}, bare=True)


with lesson(__file__) as row:
    function = function_input("g" if address.text("dim") == "2" else "f", row.name)

    left, right = st.columns([2, 1], gap="medium")
    with right:
        with st.container(horizontal=True, vertical_alignment="center"):
            choice("dim", {"1": "f(x)", "2": "f(x, y)"}, bare=True)
            with st.popover("More", icon=":material/tune:"):
                choice("optimizer", {name: method.title for name, method in OPTIMIZERS.items()})
                view_controls()
        start, steps = start_and_steps(len(function.variables))
        eta = slider("eta")

    setting = (function.text, function.variables, start, address.text("optimizer"), eta, steps)
    runs: dict[str, Trace] = {}
    with right, explained():
        runs = {sense: run_of(*setting, sense) for sense in SENSES}
        for sense, icon in SENSES.items():
            said = verdict_of(*setting, sense)
            checks.said(said.sentence, said.check, icon)
    with left:
        run_picture(function, runs or {"start": Standstill(start)}, window_of(function, start), steps)
        what_to_notice(row.name)
        if runs:
            label, tab = open_tab("Steps", "Numbers", "Down or up")
            with tab:
                match label:
                    case "Steps":
                        worked_steps(WorkedSteps(function, runs[which_run()]))
                    case "Numbers":
                        iterates.table(runs, function.variables, row.name)
                    case "Down or up":
                        iterates.aspects(comparison(function))
                        if switch("flip"):
                            iterates.mirrored(mirror_of(*setting), function.variables)
