"""Common false statements beside what refutes them: in their lesson, and all in one place."""

from ui.myths.in_lesson import myths

__all__ = ["myths"]
