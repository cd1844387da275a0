"""How the rate changes from step to step: the menu of schedules, and the knobs of the one in hand."""

from dataclasses import replace

import streamlit as st

from core.expression import Expression
from core.schedules import SCHEDULES
from ui import address
from ui.controls import knob_values, knobs, menu
from ui.descent.controls import run_controls
from ui.descent.runs import RunSetting


def controls(function: Expression) -> RunSetting:
    """The controls beside the picture, the schedule among them."""
    asked = run_controls(function, which_schedule)
    row = SCHEDULES[address.text("schedule")]
    return replace(asked, schedule=row.name, schedule_knobs=knob_values(row))


def which_schedule() -> None:
    """The menu, the idea of the chosen one, and its knobs."""
    row = SCHEDULES[menu("schedule", {name: row.title for name, row in SCHEDULES.items()})]
    st.caption(row.idea)
    knobs(row)
