"""Where a function breaks: `continuity_at` one point, and `breaks` of a whole window."""

from core.continuity.breaks import Break, Breaks, breaks
from core.continuity.conditions import Condition, Continuity, continuity_at

__all__ = ["Break", "Breaks", "Condition", "Continuity", "breaks", "continuity_at"]
