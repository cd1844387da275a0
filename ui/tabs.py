"""The parts of a lesson below its picture; only the open one is computed."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui.controls import choice

KEY = "tab"


def open_tab(*labels: str) -> tuple[str, DeltaGenerator]:
    """The parts by name, the first one open until another is chosen: the open one, and its inside."""
    return choice(KEY, {label: label for label in labels}, bare=True), st.container()
