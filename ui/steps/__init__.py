"""Worked steps on screen: one on the blackboard, a reader of many, a line typed before it is seen."""

from ui.steps.blackboard import show
from ui.steps.focus import focus
from ui.steps.reader import AT_ONCE, BACK_KEY, NEXT_KEY, worked_steps

__all__ = ["AT_ONCE", "BACK_KEY", "NEXT_KEY", "focus", "show", "worked_steps"]
