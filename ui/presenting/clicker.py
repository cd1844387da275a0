"""The clicker of a speaker: it sends Page Down and Page Up, and turns the worked steps with them."""

from pathlib import Path

import streamlit as st

from ui.steps import BACK_KEY, NEXT_KEY

_SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")

_clicker = st.components.v2.component("clicker", js=_SCRIPT)


def clicker() -> None:
    """Listen for the clicker as long as this is on the page."""
    _clicker(data={"PageDown": NEXT_KEY, "PageUp": BACK_KEY}, key="clicker", height=1)
