"""The parts of a lesson below its picture; only the open one is computed."""

from ui.controls import choice

KEY = "tab"


def open_tab(*labels: str) -> str:
    """The parts by name, the first one open until another is chosen: the open one. It is drawn below."""
    return choice(KEY, {label: label for label in labels}, bare=True)
