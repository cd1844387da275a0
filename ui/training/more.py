"""The fold with what is set more rarely: the optimiser and the schedule of the rate."""

import streamlit as st

from core.schedules import SCHEDULES
from core.training import LEFT_OUT, TRAINERS
from ui.controls import knobs, menu


def more() -> None:
    """Filled in when it opens."""
    fold = st.popover("More", icon=":material/tune:", key="more", on_change="rerun")
    if not fold.open:
        return
    with fold:
        trainer = TRAINERS[menu("optimizer", {name: row.title for name, row in TRAINERS.items()})]
        st.latex(trainer.latex)
        st.caption(f"{trainer.why} {trainer.memory} Source: {trainer.source}.")
        knobs(trainer)
        schedule = SCHEDULES[menu("schedule", {name: row.title for name, row in SCHEDULES.items()})]
        st.caption(schedule.idea)
        knobs(schedule)
        st.caption(LEFT_OUT)
