"""Forward-mode automatic differentiation: value and slope carried together through the typed function."""

from core.dual.forward import Dual, Line, dual_at
from core.dual.three_ways import Way, three_ways
from core.dual.worked import dual_steps

__all__ = ["Dual", "Line", "Way", "dual_at", "dual_steps", "three_ways"]
