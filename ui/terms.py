"""The words of a part of a lesson: the pointer shows the line of each, a tap or Enter opens it.

They are one element, so that a moved slider does not send a dozen. The glossary opens beside the lesson,
which keeps its place.
"""

from pathlib import Path

import streamlit as st

from core.glossary import TERMS, Term
from ui.course import lesson_of
from ui.keys import KEYS
from ui.tabs import KEY

_GLOSSARY = lesson_of("glossary")

_HTML = """
<p><span>Words</span></p>
<div popover role="dialog" tabindex="-1">
  <span></span> <a target="_blank" rel="noopener">In the glossary, in a new tab</a>
</div>
"""
_CSS = """
p, [popover] { font: 0.875rem/1.5 var(--st-font, sans-serif); color: var(--st-text-color); margin: 0; }
p { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; }
p span { opacity: 0.78; }
button { font: inherit; color: inherit; background: none; border: none; padding: 0.15rem 0; cursor: help; }
button { text-decoration: underline dotted; text-underline-offset: 0.25em; }
[popover] {
  inset: auto; box-sizing: border-box; width: min(24rem, 100vw - 1rem);
  padding: 0.7rem 1rem; border-radius: 0.5rem; border: 1px solid rgb(128 128 128 / 0.5);
  background: var(--st-background-color);
}
a { color: inherit; display: inline-block; }
:is(button, a):focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
@media (pointer: coarse), (max-width: 640px) {
  button, a { min-height: 44px; min-width: 44px; line-height: 44px; }
}
"""
_SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")

_words = st.components.v2.component("words", html=_HTML, css=_CSS, js=_SCRIPT)


def words_of(lesson: str, tab: str) -> tuple[Term, ...]:
    """The terms that the glossary shows in this part of this lesson.

    >>> [one.name for one in words_of("limits", "In the plane")]
    ['path to a point']
    """
    first = {key.name: key.default for key in KEYS[lesson]}
    return tuple(
        one
        for one in TERMS.values()
        if one.lesson == lesson and one.values.get(KEY, first.get(KEY, "")) == tab
    )


def words(lesson: str, tab: str) -> None:
    """These terms in a row."""
    rows = words_of(lesson, tab)
    if not rows:
        return
    table = [[one.key, one.title, one.line] for one in rows]
    _words(data={"words": table, "page": _GLOSSARY.name}, key="words")
