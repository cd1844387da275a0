"""What a reader takes home: each lesson's computation as a script, its steps as Markdown."""

from core.take_home.derivative_rules import derivative_rules_script
from core.take_home.gradient import gradient_script
from core.take_home.hessian_newton import hessian_newton_script
from core.take_home.limits import limits_script
from core.take_home.markdown import markdown
from core.take_home.numerical_error import numerical_error_script
from core.take_home.runs import gd_vs_ascent_script, learning_rate_script
from core.take_home.training import training_script

__all__ = [
    "derivative_rules_script",
    "gd_vs_ascent_script",
    "gradient_script",
    "hessian_newton_script",
    "learning_rate_script",
    "limits_script",
    "markdown",
    "numerical_error_script",
    "training_script",
]
