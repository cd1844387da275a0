"""The rules of differentiation as values, and `RULES`, the order in which they are tried."""

from core.derivation.rules.moves import Apply, Move, Rule
from core.derivation.rules.order import RULES

__all__ = ["RULES", "Apply", "Move", "Rule"]
