"""The keys of the address: what each is called, what it may be, and where it starts.

A value is written in the address as text and read by the same checks as a typed one.
"""

from ui.keys.derivative_rules import DERIVATIVE_RULES, DERIVATIVE_RULES_TABS, YOUR_TURN
from ui.keys.gd_vs_ascent import GD_VS_ASCENT, GD_VS_ASCENT_TABS
from ui.keys.gradient import GRADIENT, GRADIENT_TABS
from ui.keys.hessian_newton import HESSIAN_NEWTON, HESSIAN_NEWTON_TABS
from ui.keys.key import Key, Value, canonical
from ui.keys.learning_rate import LEARNING_RATE, LEARNING_RATE_TABS
from ui.keys.limits import LIMITS, LIMITS_TABS
from ui.keys.numbers import read_number, read_whole
from ui.keys.numerical_error import NUMERICAL_ERROR, NUMERICAL_ERROR_TABS
from ui.keys.reference import GLOSSARY, MYTHS_PAGE
from ui.keys.rows import PRESENT
from ui.keys.texts import FUNCTION_VARIABLES, HIGHEST_SET, read_function
from ui.keys.training import TRAINING, TRAINING_TABS

__all__ = [
    "DERIVATIVE_RULES_TABS",
    "FUNCTION_VARIABLES",
    "GD_VS_ASCENT_TABS",
    "GRADIENT_TABS",
    "HESSIAN_NEWTON_TABS",
    "HIGHEST_SET",
    "KEYS",
    "LEARNING_RATE_TABS",
    "LIMITS_TABS",
    "NUMERICAL_ERROR_TABS",
    "PRESENT",
    "TRAINING_TABS",
    "YOUR_TURN",
    "Key",
    "Value",
    "canonical",
    "read_function",
    "read_number",
    "read_whole",
]

KEYS: dict[str, tuple[Key, ...]] = {
    "limits": LIMITS,
    "numerical_error": NUMERICAL_ERROR,
    "derivative_rules": DERIVATIVE_RULES,
    "gradient": GRADIENT,
    "hessian_newton": HESSIAN_NEWTON,
    "gd_vs_ascent": GD_VS_ASCENT,
    "learning_rate": LEARNING_RATE,
    "training": TRAINING,
    "myths": MYTHS_PAGE,
    "glossary": GLOSSARY,
}
