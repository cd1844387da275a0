"""The pictures on the page as SVG and PNG, saved by the browser that drew them.

Streamlit switches vega-embed's own menu off and has a button for PNG alone, which a finger does not find.
Asking for the menu in every spec would put a button without a name into every picture. These few lines save
what is on screen, marks at their present step included.
"""

from pathlib import Path

import streamlit as st

_CSS = """
section { display: flex; flex-direction: column; gap: 0.3rem; }
div { display: flex; align-items: center; gap: 0.5rem; color: var(--st-text-color); }
span { flex: 1; }
button {
  font: inherit; padding: 0.2rem 0.7rem; border-radius: 0.5rem; cursor: pointer;
  color: var(--st-text-color); background: none; border: 1px solid var(--st-border-color);
}
button:focus-visible { outline: 2px solid var(--st-text-color); outline-offset: 2px; }
"""
_SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")

_saver = st.components.v2.component("save_pictures", html="<section></section>", css=_CSS, js=_SCRIPT)


def pictures(name: str) -> None:
    """A line for each picture on the page with a button for each kind of file, which bears this name."""
    _saver(data={"name": name}, key="save pictures")
