"""Learning Rate: how far should one step go?"""

from dataclasses import replace

import streamlit as st

from charts.family import rate_name
from charts.path_data import Walks
from charts.standstill import Standstill
from core.descent import Trace
from core.expression import Expression
from core.learning_rate.stability import local
from core.learning_rate.sweep import telling_rates
from core.learning_rate.verdict import Outcome
from core.learning_rate.walkthrough import rate_steps
from ui.course import Lesson
from ui.descent import iterates
from ui.descent.controls import start_trouble
from ui.descent.picture import run_picture
from ui.descent.runs import outcome_of, run_of
from ui.examples import what_to_notice
from ui.function_input import function_input, function_key
from ui.learning_rate import schedule, verdict
from ui.learning_rate.pictures import convergence_picture, rate_picture, sweep_picture
from ui.messages import explained
from ui.moving import moving
from ui.myths import myths
from ui.shell import lesson
from ui.steps import worked_steps
from ui.tabs import open_tab
from ui.view import window_of


@moving
def body(function: Expression, row: Lesson) -> None:
    """What the controls move."""
    left, right = st.columns([2, 1], gap="medium")
    with right:
        chosen = schedule.controls(function)
    eta, steps, name = chosen.eta, chosen.steps, rate_name(chosen.eta)

    runs: dict[float, Trace] = {}
    result: Outcome | None = None
    window = window_of(function, chosen.start)
    with right:
        with explained():
            result = outcome_of(chosen)
            family = telling_rates(result.prediction)
            runs = {rate: run_of(replace(chosen, eta=rate)) for rate in (eta, *family)}
            verdict.said(result, chosen.schedule)
        start_trouble(function, window, chosen.start)
    with left:
        walks: Walks = {name: runs[eta]} if runs else {"start": Standstill(chosen.start)}
        others = {rate: trace for rate, trace in runs.items() if rate != eta} or None
        run_picture(function, walks, window, steps, steps, others)
        what_to_notice(row.name)

    if result is not None:
        if chosen.schedule != "constant":
            rate_picture(runs[eta], steps)
        with st.container(horizontal=True, gap="medium"):
            if result.heading.has_minimum:
                convergence_picture(runs, chosen, result, family)
            if result.kind != "still":
                sweep_picture(chosen, result.prediction)
        label = open_tab("Steps", "Numbers", "Myths")
        match label:
            case "Steps":
                worked_steps(rate_steps(function, runs[eta], result))
            case "Numbers":
                beside = {"η·λ_max here": local(function, runs[eta]).tolist()}
                iterates.table({name: runs[eta]}, function.variables, row.name, beside)
            case "Myths":
                myths(row.name)


with lesson(__file__) as row:
    body(function_input(function_key(), row.name), row)
