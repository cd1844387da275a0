"""Practice: questions about the function on screen, and sets of ten that are the same for everybody."""

from ui.practice.part import PRACTICE, in_its_place, kept_back, practice

__all__ = ["PRACTICE", "in_its_place", "kept_back", "practice"]
