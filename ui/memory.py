"""What a process keeps for good is taken out of the garbage collector's sight.

A full collection walks through all that SymPy, NumPy and our tables keep: some 40 ms. Frozen objects are
passed over (Python's gc.freeze); what sessions make later is collected as before. Streamlit would collect in
full after every run of a page; `.streamlit/config.toml` and `deploy/asgi.py` tell it not to.
"""

import gc

import streamlit as st


@st.cache_resource(show_spinner=False)
def settle(page: str) -> str:
    """Once per page and process, when its modules are imported: set aside everything that is alive now."""
    gc.collect()
    gc.freeze()
    return page
