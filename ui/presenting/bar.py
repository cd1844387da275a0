"""The way into presenter view; and inside it what a talk needs besides Next and Back, each with a key."""

from collections.abc import Callable

import streamlit as st

from ui import address
from ui.examples import take_neighbour
from ui.keys import PRESENT
from ui.presenting.clicker import clicker
from ui.sharing.fold import shared_link
from ui.sharing.scanning import code_dialog

# Streamlit keeps C and R for itself; N and B turn the worked steps.
PRESENT_KEY, EXAMPLE_KEY, SETTINGS_KEY, CODE_KEY = "P", "E", "S", "Q"
UNFOLDED = "presenting: settings"


def bar(lesson: str) -> None:
    """One small button, or the row of a talk."""
    if not address.has(PRESENT):
        return
    if not address.is_presenting():
        _button("Present", "co_present", PRESENT_KEY, address.go, {PRESENT: True})
        return
    clicker()
    with st.container(key="presenter-bar", horizontal=True, width="content", gap=None):
        _button("Example before", "skip_previous", f"Shift+{EXAMPLE_KEY}", take_neighbour, lesson, -1)
        _button("Next example", "skip_next", EXAMPLE_KEY, take_neighbour, lesson, 1)
        _button("Settings", "tune", SETTINGS_KEY, _turn_settings)
        scanned = _button("QR code", "qr_code_2", CODE_KEY)
        _button("Leave presenter view", "close", PRESENT_KEY, address.go, {PRESENT: False})
    if scanned:
        code_dialog(shared_link())


def unfolded() -> bool:
    """Whether the controls of the lesson are out."""
    return bool(st.session_state.get(UNFOLDED))


def _turn_settings() -> None:
    st.session_state[UNFOLDED] = not unfolded()


def _button(
    label: str, icon: str, key: str, on_click: Callable[..., None] | None = None, *given: object
) -> bool:
    """A small button with its key."""
    return st.button(
        label,
        key=f"presenting: {label}",
        icon=f":material/{icon}:",
        type="tertiary",
        help=label,
        shortcut=key,
        on_click=on_click,
        args=given,
    )
