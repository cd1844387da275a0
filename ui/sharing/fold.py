"""The fold that gives the link away, with the presenter view in it if that is asked for."""

from urllib.parse import urlencode

import streamlit as st

from ui import address
from ui.keys import PRESENT
from ui.sharing.copying import copy_button
from ui.sharing.scanning import code_dialog

OPEN = "share"
_PRESENTING = "share: presenting"
_SCANNED = "share: scanned"


def share() -> None:
    """A button that opens to the full address, to be copied or scanned."""
    fold = st.popover("Share", icon=":material/link:", type="tertiary", key=OPEN, on_change="rerun")
    if fold.open:
        with fold:
            _link()
    elif _SCANNED in st.session_state:
        code_dialog(st.session_state.pop(_SCANNED))


def _link() -> None:
    """The link as text, and both ways to hand it on."""
    st.caption("This link opens the lesson as it is set now, at this worked step.")
    there = shared_link(presenting=_in_presenter_view())
    st.code(there, language=None, wrap_lines=True)
    with st.container(horizontal=True, vertical_alignment="center"):
        copy_button(there)
        st.button("QR code", icon=":material/qr_code_2:", key="share: code", on_click=_scan, args=(there,))


def shared_link(*, presenting: bool = False) -> str:
    """The address of what is on screen, for someone else; in presenter view if that is asked for."""
    values = address.shared()
    return link(st.context.url or "", {**values, PRESENT: "true"} if presenting else values)


def link(url: str, values: dict[str, str]) -> str:
    """The page's address with its values.

    >>> link("https://example.org/gd_vs_ascent", {"f": "x^2 + 1"})
    'https://example.org/gd_vs_ascent?f=x%5E2+%2B+1'
    """
    return f"{url}?{urlencode(values)}" if values else url


def _in_presenter_view() -> bool:
    """The switch, where there is a presenter view."""
    return address.has(PRESENT) and st.toggle("Open in presenter view", key=_PRESENTING)


def _scan(there: str) -> None:
    """Close the fold, which would lie over the code."""
    st.session_state[OPEN] = False
    st.session_state[_SCANNED] = there
