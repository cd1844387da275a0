"""The link as a QR code, as large as the screen allows, for the phones of a room."""

from functools import lru_cache
from io import BytesIO
from urllib.parse import urlsplit

import segno
import streamlit as st

# ISO/IEC 18004 asks for four light modules around the code, in the dark theme too.
_QUIET_ZONE = 4
_PIXELS_A_MODULE = 12
_OWN_COMPUTER = {"localhost", "127.0.0.1", "::1"}


@lru_cache(maxsize=100)
def code_of(text: str) -> bytes | None:
    """A PNG of the smallest QR code that holds the text; None where it is too long for any.

    A version-40 code of the lowest level of error correction holds 2953 bytes (ISO/IEC 18004, table 7). The
    level is raised as far as the size allows.

    >>> code_of("https://example.org")[1:4]
    b'PNG'
    """
    try:
        code = segno.make_qr(text, error="l", boost_error=True)
    except segno.DataOverflowError:
        return None
    png = BytesIO()
    code.save(png, kind="png", scale=_PIXELS_A_MODULE, border=_QUIET_ZONE)
    return png.getvalue()


@st.dialog("Scan to open this on your own screen", width="large", icon=":material/qr_code_2:")
def code_dialog(text: str) -> None:
    """The code alone, over the page."""
    png = code_of(text)
    if png is None:
        st.text("This link is too long for a QR code. Copy it instead.")
        return
    with st.container(key="code", horizontal_alignment="center"):
        st.image(png, alt="QR code of the link to what is on screen")
    if urlsplit(text).hostname in _OWN_COMPUTER:
        st.caption("The app runs on this computer alone: other devices cannot open this address.")
