"""Said plainly when it happens: that the app is at work, and that the connection is gone or back."""

from pathlib import Path

import streamlit as st

_HTML = '<p role="status"></p>'
_CSS = """
p {
  position: fixed; left: 50%; bottom: 1rem; transform: translateX(-50%); z-index: 1000000;
  margin: 0; padding: 0.5rem 1rem; border-radius: 0.5rem; max-width: 90vw; box-sizing: border-box;
  font: 1rem var(--st-font, sans-serif); color: var(--st-background-color); background: var(--st-text-color);
}
p:empty { display: none; }
"""
_SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")

WORKING = "Working it out …"
RECONNECTING = "Reconnecting. What you see stays; what you change counts when the connection is back."
BACK = "Connected again."
LOST = "The connection is lost. Reload the page: its address has kept your work."

_waiting = st.components.v2.component("waiting", html=_HTML, css=_CSS, js=_SCRIPT)


def waiting() -> None:
    """One quiet line at the foot of the screen, empty as long as all is well."""
    sentences = {"working": WORKING, "reconnecting": RECONNECTING, "back": BACK, "lost": LOST}
    _waiting(data=sentences, key="waiting", height=1)
