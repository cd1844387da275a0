"""Where a function breaks: `continuity_at` one point, and `breaks` of a whole window."""

from core.continuity.breaks import Break, Breaks, breaks
from core.continuity.checks import condition_checks
from core.continuity.conditions import Condition, Continuity, continuity_at
from core.continuity.sentences import break_sentence, kind_sentence

__all__ = [
    "Break",
    "Breaks",
    "Condition",
    "Continuity",
    "break_sentence",
    "breaks",
    "condition_checks",
    "continuity_at",
    "kind_sentence",
]
