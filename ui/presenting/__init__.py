"""Presenter view: the lesson for the back of a room, led by keys."""

from ui.presenting.bar import bar
from ui.presenting.look import sheet

__all__ = ["bar", "sheet"]
