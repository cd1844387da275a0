"""The parts of a lesson below its picture; only the open one is computed."""

from ui import address
from ui.controls import choice

KEY = "tab"


def open_tab(*labels: str) -> str:
    """The parts by name, the first one open until another is chosen: the open one. It is drawn below."""
    return choice(KEY, {label: label for label in labels}, bare=True)


def open_part(*labels: str) -> str:
    """As `open_tab`, where each part has worked steps of its own: one just opened begins with its first."""
    before = address.text(KEY)
    opened = open_tab(*labels)
    if opened != before:
        address.keep("step", 0)
    return opened
