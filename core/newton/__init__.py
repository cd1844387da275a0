"""Newton's method: a root of f, a level place of f, its remedies, and what it costs."""

from core.newton.methods import METHODS
from core.newton.run import NewtonRun, newton_minimise, newton_root, newton_run
from core.newton.target import Target

__all__ = ["METHODS", "NewtonRun", "Target", "newton_minimise", "newton_root", "newton_run"]
