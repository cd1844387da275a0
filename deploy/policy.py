"""The Content-Security-Policy: what a browser may run and load on our pages. Nothing is evaluated.

Our own components come as blobs and basins as data images; Vega runs on its interpreter, and React writes its
styles into the page. The few lines of script inside Streamlit's page are named by their hash (CSP Level 3).
"""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import streamlit

PAGE = Path(streamlit.__file__).parent / "static" / "index.html"


def inline_scripts(page: str) -> tuple[str, ...]:
    """The source expressions of the scripts inside a page.

    >>> inline_scripts('<script src="a.js"></script><script>run()</script>')
    ("'sha256-AvyuiL0SD1mVY3NNxR+V2uo+lhk6RMFrytWmRt6CrJQ='",)
    """
    bodies = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", page, flags=re.DOTALL)
    return tuple(f"'sha256-{b64encode(sha256(body.encode()).digest()).decode()}'" for body in bodies)


POLICY = "; ".join(
    (
        "default-src 'self'",
        " ".join(("script-src 'self' blob:", *inline_scripts(PAGE.read_text(encoding="utf-8")))),
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' data: blob:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
