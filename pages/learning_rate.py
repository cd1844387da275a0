"""Learning Rate: how far should one step go?"""

from dataclasses import replace

import streamlit as st

from charts.family import rate_name
from charts.path_data import Walks
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
from ui.keys import LEARNING_RATE_TABS
from ui.learning_rate import schedule, verdict
from ui.learning_rate.pictures import pictures_below
from ui.messages import explained
from ui.moving import moving
from ui.myths import myths
from ui.practice import in_its_place, practice
from ui.practice.beginning import beginning
from ui.shell import lesson
from ui.steps import worked_steps
from ui.tabs import open_tab
from ui.terms import words
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
        waits = in_its_place(row.name)
        with explained():
            result = outcome_of(chosen)
            family = telling_rates(result.prediction)
            if not waits:
                runs = {rate: run_of(replace(chosen, eta=rate)) for rate in (eta, *family)}
                verdict.said(result, chosen.schedule)
        start_trouble(function, window, chosen.start)
    with left:
        walks: Walks = {name: runs[eta]} if runs else {"start": beginning(chosen)}
        others = {rate: trace for rate, trace in runs.items() if rate != eta} or None
        run_picture(function, walks, window, steps, steps, others)
        if not waits:
            what_to_notice(row.name)

    if result is not None:
        with st.container():
            if not waits:
                pictures_below(runs, chosen, result, family)
        label = open_tab(*LEARNING_RATE_TABS)
        words(row.name, label)
        match label:
            case "Steps":
                worked_steps(rate_steps(function, runs[eta], result))
            case "Numbers":
                beside = {"η·λ_max here": local(function, runs[eta]).tolist()}
                iterates.table({name: runs[eta]}, function.variables, row.name, beside)
            case "Myths":
                myths(row.name)
            case "Practice":
                practice(row.name)


with lesson(__file__) as row:
    body(function_input(function_key(), row.name), row)
