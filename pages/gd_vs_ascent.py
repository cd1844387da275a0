"""GD vs Ascent: from one start, with one learning rate, down and up the same slope."""

from dataclasses import replace

import streamlit as st

from charts.path_data import Walks
from charts.standstill import Standstill
from core.comparison import comparison
from core.descent import Sense, Trace
from core.optimizers import OPTIMIZERS
from core.walkthrough import run_steps
from ui import address, checks
from ui.controls import choice, switch
from ui.descent import iterates
from ui.descent.controls import run_controls, start_trouble
from ui.descent.picture import run_picture
from ui.descent.runs import mirror_of, run_of, verdict_of
from ui.examples import what_to_notice
from ui.function_input import function_input, function_key
from ui.messages import explained
from ui.shell import lesson
from ui.steps import worked_steps
from ui.tabs import open_tab
from ui.view import window_of

SENSES: dict[Sense, str] = {
    "descent": ":green[:material/trending_down:]",
    "ascent": ":violet[:material/trending_up:]",
}


def which_run() -> str:
    """Whose steps are worked out."""
    return choice("sense", {"descent": "Descent", "ascent": "Ascent"}, bare=True)


def which_optimizer() -> str:
    """The rule that turns a gradient into a step."""
    return choice("optimizer", {name: method.title for name, method in OPTIMIZERS.items()})


with lesson(__file__) as row:
    function = function_input(function_key(), row.name)
    left, right = st.columns([2, 1], gap="medium")
    with right:
        chosen = replace(run_controls(function, which_optimizer), optimizer=address.text("optimizer"))
    window = window_of(function, chosen.start)
    runs: dict[str, Trace] = {}
    with right:
        with explained():
            runs = {sense: run_of(chosen, sense) for sense in SENSES}
            for sense, icon in SENSES.items():
                said = verdict_of(chosen, sense)
                checks.said(said.sentence, said.check, icon)
        start_trouble(function, window, chosen.start)
    with left:
        walks: Walks = runs or {"start": Standstill(chosen.start)}
        run_picture(function, walks, window, chosen.steps, address.whole("step") or chosen.steps)
        what_to_notice(row.name)

    if runs:
        label, tab = open_tab("Steps", "Numbers", "Down or up")
        with tab:
            match label:
                case "Steps":
                    worked_steps(run_steps(function, runs[which_run()]))
                case "Numbers":
                    iterates.table(runs, function.variables, row.name)
                case "Down or up":
                    iterates.aspects(comparison(function, chosen.optimizer))
                    if switch("flip"):
                        iterates.mirrored(mirror_of(chosen), function.variables)
