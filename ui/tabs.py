"""The parts of a lesson below its picture; only the open one is computed."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui import address

KEY = "tab"


def open_tab(*labels: str) -> tuple[str, DeltaGenerator]:
    """The tabs, the first one open until another is chosen: the label of the open one, and its inside."""
    if KEY not in st.session_state:
        st.session_state[KEY] = address.text(KEY)
    tabs = st.tabs(labels, key=KEY, on_change="rerun")
    for label, tab in zip(labels, tabs, strict=True):
        if tab.open:
            address.keep(KEY, label)
            return label, tab
    return labels[0], tabs[0]
