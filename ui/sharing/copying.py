"""One press that copies the link, and says that it did."""

from pathlib import Path

import streamlit as st

_HTML = '<button type="button">Copy link</button> <span role="status"></span>'
_CSS = """
button {
  font: inherit; font-size: 0.875rem; padding: 0.55rem 0.9rem; border-radius: 0.5rem; cursor: pointer;
  color: var(--st-background-color); background: var(--st-primary-color); border: none;
}
button:focus-visible { outline: 2px solid var(--st-text-color); outline-offset: 2px; }
span { color: var(--st-text-color); margin-left: 0.3rem; }
"""
_SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")

_copier = st.components.v2.component("copy_link", html=_HTML, css=_CSS, js=_SCRIPT)


def copy_button(text: str) -> None:
    """A button that puts `text` on the clipboard and then says "Copied."."""
    _copier(data={"text": text}, key="copy link", width="content")
