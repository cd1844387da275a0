"""The field to be answered next takes the focus, so that a reader at the keyboard types at once."""

from pathlib import Path

import streamlit as st

_SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")

_focus = st.components.v2.component("focus", js=_SCRIPT)


def focus(at: str, *, first: bool = False) -> None:
    """Once for each `at`; for the first one on a page only if `first`, or it would come as a surprise.

    With Enter the field gives the focus up, so that the letters of the shortcuts do not end up in it.
    """
    _focus(data={"at": at, "first": first}, key="focus", height=1)
