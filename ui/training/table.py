"""The part on data: the table, what else can be brought, and how a drawn set is drawn."""

import streamlit as st

from core.datasets import DATASETS, TOO_LONG_FOR_A_LINK
from ui import messages
from ui.controls import knobs
from ui.training.brought import brought
from ui.training.cells import cells
from ui.training.chosen_data import is_own, long_table
from ui.training.setting import Setting

_NO_LINK = ":gray[:material/link_off:]"


def table(setting: Setting) -> None:
    """The cells at the left; at the right the knobs of the set in hand, and the way in for other data."""
    left, right = st.columns([3, 2], gap="medium")
    with left:
        cells(setting.samples, setting.model)
        if long_table() is not None:
            messages.tell(TOO_LONG_FOR_A_LINK, _NO_LINK)
    with right:
        _named_set(setting.data)
        brought(setting.model)


def _named_set(data: str) -> None:
    """What the set shows and where it comes from; what is drawn anew for each seed has knobs."""
    if is_own(data) or long_table() is not None:
        return
    row = DATASETS[data]
    st.text(row.idea)
    knobs(row)
    drawn = "Drawn anew for every seed. " if row.random else ""
    st.caption(f"{drawn}Source: {row.source}.")
