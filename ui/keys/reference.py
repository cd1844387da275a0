"""The keys of the pages to look things up in."""

from core.glossary import TERMS, letters
from core.myths import MYTHS
from ui.keys.rows import FIND, choice

MYTHS_PAGE = (FIND, choice("lesson", "Lesson", "all", *MYTHS))
GLOSSARY = (
    FIND,
    choice("term", "Term", "", *TERMS),
    choice("letter", "Letter", "all", *letters()),
)
