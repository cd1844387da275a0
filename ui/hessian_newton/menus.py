"""A choice whose options depend on another one."""

from collections.abc import Mapping

import streamlit as st

from ui import address
from ui.controls import menu

AIMS = {"minimum": "Minimise f", "root": "Root of f"}


def menu_of(name: str, labels: Mapping[str, str]) -> str:
    """One of the options that there are now; the first where the one in hand is no longer among them."""
    if address.text(name) not in labels:
        settle_on(name, next(iter(labels)))
    return menu(name, labels)


def settle_on(name: str, option: str) -> None:
    """Take this option before its control is drawn; no history entry."""
    address.keep(name, option)
    st.session_state[name] = option
