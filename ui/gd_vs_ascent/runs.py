"""One run down and one up: the picture on top, both verdicts, and the parts that take them apart."""

import streamlit as st

from charts.path_data import Walks
from charts.standstill import Standstill
from core.descent.comparison import comparison
from core.descent.walkthrough import run_steps
from ui import address, checks
from ui.controls import switch
from ui.descent import iterates
from ui.descent.picture import run_picture
from ui.descent.runs import mirror_of, run_of, verdict_of
from ui.gd_vs_ascent.setting import SENSES, Setting, both, which_sense
from ui.messages import explained
from ui.steps import worked_steps

NAME = "gd_vs_ascent"


def picture(setting: Setting) -> None:
    """Both runs on the curve or across the level curves; where they cannot begin, their start."""
    chosen = setting.chosen
    walks: Walks = {"start": Standstill(chosen.start)}
    if setting.can_start:
        walks = dict(both(setting))
    run_picture(setting.function, walks, setting.window, chosen.steps, address.whole("step") or chosen.steps)


def said(setting: Setting) -> None:
    """What each run did, with its check."""
    with explained():
        for sense, icon in SENSES.items():
            verdict = verdict_of(setting.chosen, sense)
            checks.said(verdict.sentence, verdict.check, icon)


def steps(setting: Setting) -> None:
    """The steps of one run on the blackboard."""
    worked_steps(run_steps(setting.function, run_of(setting.chosen, which_sense())))


def numbers(setting: Setting) -> None:
    """Every iterate of both runs."""
    iterates.table(both(setting), setting.chosen.variables, NAME)


def down_or_up(setting: Setting) -> None:
    """What differs between the two, and what does not."""
    iterates.aspects(comparison(setting.function, setting.chosen.optimizer))
    if switch("flip"):
        iterates.mirrored(mirror_of(setting.chosen), setting.chosen.variables)


def nothing(setting: Setting) -> None:
    """A part without controls of its own."""


def only_a_curve() -> None:
    """Said where a picture needs two variables."""
    st.caption("This part has a map of its own for f(x, y); on a line the curve above shows the run.")
