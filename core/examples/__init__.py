"""The named examples of every lesson: what to put in the address, what to notice, and where it comes from."""

from core.examples.derivative_rules import DERIVATIVE_RULES
from core.examples.example import Example
from core.examples.gd_vs_ascent import GD_VS_ASCENT
from core.examples.gradient import GRADIENT
from core.examples.hessian_newton import HESSIAN_NEWTON
from core.examples.learning_rate import LEARNING_RATE
from core.examples.limits import LIMITS
from core.examples.numerical_error import NUMERICAL_ERROR
from core.examples.training import TRAINING

__all__ = ["EXAMPLES", "Example"]

EXAMPLES: dict[str, tuple[Example, ...]] = {
    "limits": LIMITS,
    "numerical_error": NUMERICAL_ERROR,
    "derivative_rules": DERIVATIVE_RULES,
    "gradient": GRADIENT,
    "hessian_newton": HESSIAN_NEWTON,
    "gd_vs_ascent": GD_VS_ASCENT,
    "learning_rate": LEARNING_RATE,
    "training": TRAINING,
}
"""In the order of the course."""
