"""Common false statements, each with a counterexample that is computed when it is shown."""

from core.myths.derivative_rules import DERIVATIVE_RULES
from core.myths.gradient import GRADIENT
from core.myths.hessian_newton import HESSIAN_NEWTON
from core.myths.learning_rate import LEARNING_RATE
from core.myths.limits import LIMITS
from core.myths.myth import Counterexample, Myth
from core.myths.numerical_error import NUMERICAL_ERROR
from core.myths.training import TRAINING

__all__ = ["MYTHS", "Counterexample", "Myth"]

MYTHS: dict[str, tuple[Myth, ...]] = {
    "limits": LIMITS,
    "numerical_error": NUMERICAL_ERROR,
    "derivative_rules": DERIVATIVE_RULES,
    "gradient": GRADIENT,
    "hessian_newton": HESSIAN_NEWTON,
    "learning_rate": LEARNING_RATE,
    "training": TRAINING,
}
"""The myths of every lesson, in the order of the course."""
