"""The link to what is on screen."""

from urllib.parse import urlencode

import streamlit as st

from ui import address

OPEN = "share"


def share() -> None:
    """A button that opens to the full address, ready to copy."""
    fold = st.popover("Share", icon=":material/link:", type="tertiary", key=OPEN, on_change="rerun")
    if fold.open:
        with fold:
            st.caption("This link opens the lesson as it is set now, at this worked step.")
            st.code(link(st.context.url or "", address.shared()), language=None, wrap_lines=True)


def link(url: str, values: dict[str, str]) -> str:
    """The page's address with its values.

    >>> link("https://example.org/gd_vs_ascent", {"f": "x^2 + 1"})
    'https://example.org/gd_vs_ascent?f=x%5E2+%2B+1'
    """
    return f"{url}?{urlencode(values)}" if values else url
