"""The lessons that have practice, and the kinds of questions of each."""

from typing import Any

from core.practice.lessons import (
    derivative_rules,
    gd_vs_ascent,
    gradient,
    hessian_newton,
    learning_rate,
    limits,
    numerical_error,
    training,
)
from core.practice.lessons.kinds import Kind

__all__ = ["LESSONS", "Kind"]

LESSONS: dict[str, tuple[Kind[Any], ...]] = {
    module.LESSON: module.KINDS
    for module in (
        limits,
        numerical_error,
        derivative_rules,
        gradient,
        hessian_newton,
        gd_vs_ascent,
        learning_rate,
        training,
    )
}
"""In the order of the course."""
