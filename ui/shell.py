"""The frame around every page: the course at the left, the question on top, the next lesson at the end."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

import streamlit as st

from ui import address
from ui.course import LESSONS, Lesson, lesson_of, next_lesson
from ui.memory import settle
from ui.messages import explained
from ui.presenting import bar, sheet
from ui.sharing import share
from ui.take_home import take_home
from ui.waiting import waiting

HOME = "streamlit_app.py"
NAME = "Steepest"
# A file of ours: for a Material symbol here the browser would ask a font server on the internet.
ICON = Path(__file__).with_name("icon.svg")

# On 1280 × 720 the first screen holds question, function, picture and controls: Streamlit's own spacing is
# too generous for that. Constants only; nothing a person typed ever comes here.
STYLE = """
[data-testid="stMainBlockContainer"] { padding: 1.1rem 2.2rem 3rem; }
[data-testid="stSidebarHeader"] { height: 2.6rem; margin-bottom: 0; }
[data-testid="stMain"] h1 { font-size: 1.55rem; padding: 0.2rem 0; }
[data-testid="stMain"] h2 { font-size: 1.2rem; padding: 0.6rem 0 0; }
[class*="st-key-worked-step"] [data-testid="stHorizontalBlock"] [data-testid="stText"] { font-weight: 600; }
.katex-display { margin: 0.35rem 0; padding: 0 0.25rem; overflow: visible !important; }
[data-testid="stMarkdownContainer"]:has(> .katex-display, > p > .katex-display) { overflow: visible; }
[class*="st-key-worked-step"], .st-key-places { overflow-x: auto; }
.st-key-places [data-testid="stTable"] div { overflow: visible; }
[data-testid="stMultiSelect"] [data-tag] { background: rgb(128 128 128 / 0.22); }
[data-testid="stMultiSelect"] [data-tag], [data-testid="stMultiSelect"] [data-tag] * { color: inherit; }
.st-key-problem pre { padding: 0.35rem 0.9rem; }
[data-testid="stFullScreenFrame"]:has(.vega-embed) [data-testid="stElementToolbar"] { top: 5px !important }
:is(.st-key-f, .st-key-g) { min-width: 12rem; }
[data-testid="stVegaLiteChart"] { contain: layout paint style; }
[data-testid="stCaptionContainer"] { opacity: 0.78; }
[data-testid="stPageLink"] p { white-space: normal; }
a:focus-visible, button:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
.st-key-echo { text-align: center; }
[data-testid="stPopover"] button:focus:not(:hover) { color: inherit; }
.st-key-waiting { position: absolute; width: 1px; }
.st-key-code img { height: min(72vh, 80vw); width: auto; image-rendering: pixelated; }
[class*="st-key-sliding"] .vega-bind span:last-child { display: none; }
@media (max-width: 640px) {
  [data-testid="stMainBlockContainer"] { padding: 3.2rem 1rem 3rem; }
  .st-key-presenting--Present { display: none; }
}
@media (prefers-reduced-motion: reduce) {
  *, ::before, ::after { animation-duration: 1ms !important; transition-duration: 1ms !important; }
}
"""
PRINT = Path(__file__).with_name("print.css").read_text(encoding="utf-8")
PHONE = Path(__file__).with_name("phone.css").read_text(encoding="utf-8")
# A picture for a dark screen has light lines: on paper black and white change places, and colours stay.
DARK_PRINT = "@media print { svg.marks { filter: invert(1) hue-rotate(180deg) contrast(1.25); } }"


@contextmanager
def lesson(file: str) -> Iterator[Lesson]:
    """The page of `file` (its `__file__`): `with lesson(__file__) as row:` around all it shows.

    When the page is done the address, the links and the shared link follow what it now holds. A CalculusError
    ends the page with its sentence, not with a traceback.
    """
    row = lesson_of(file)
    begin(row.label, row.name)
    headline = st.container(horizontal=True, vertical_alignment="center", gap="xsmall")
    headline.title(row.question, anchor=False)
    _refused_wishes()
    with explained():
        yield row
    _lead_on(row)
    with headline:
        bar(row.name)
        share()
        take_home(row)
    if not address.is_presenting():
        with st.sidebar:
            draw_course()
    settle(row.name)


def begin(label: str, page: str) -> None:
    """What every page does first."""
    st.set_page_config(
        page_title=f"{label} · {NAME}", page_icon=ICON, layout="wide", initial_sidebar_state=220
    )
    address.enter(page)
    st.html(f"<style>{STYLE}{PHONE}{PRINT}{DARK_PRINT if dark() else ''}{sheet()}</style>")
    waiting()


def dark() -> bool:
    """Whether the reader looks at the dark theme."""
    return st.context.theme.type == "dark"


def draw_course() -> None:
    """Every page in the order of the course; each link carries the functions in hand."""
    link_to(HOME, "", NAME, ":material/home:")
    for section, rows in groupby(LESSONS, key=lambda row: row.section):
        st.markdown(f":small[{section}]")
        for row in rows:
            link_to(row.path, row.name, row.label, row.icon)


def link_to(path: str, name: str, label: str, icon: str) -> None:
    """A link to a page that carries the functions in hand and what was last set on that page."""
    st.page_link(path, label=label, icon=icon, query_params=address.carried(name))


def _refused_wishes() -> None:
    names = ", ".join(f"`{name}`" for name in address.refused())
    if names:
        st.warning(f"The link asks for a value of {names} that cannot be used. The usual one stands instead.")


def _lead_on(row: Lesson) -> None:
    """The way to the next lesson, or home after the last one."""
    following = next_lesson(row)
    st.divider()
    if following is None:
        link_to(HOME, "", "Back to the map of the course", ":material/map:")
    else:
        link_to(following.path, following.name, f"Next: {following.question}", ":material/arrow_forward:")
