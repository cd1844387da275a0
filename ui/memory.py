"""What a process keeps for good is taken out of the garbage collector's sight.

Streamlit collects garbage in full after every run of a page, and walks through all that SymPy, NumPy and our
tables keep: some 40 ms on Streamlit 1.67, most of what a moved slider cost. Frozen objects are passed over
(Python's gc.freeze); what sessions make later is collected as before.
"""

import gc

import streamlit as st


@st.cache_resource(show_spinner=False)
def settle(page: str) -> str:
    """Once per page and process, when its modules are imported: set aside everything that is alive now."""
    gc.collect()
    gc.freeze()
    return page
