"""A number from a text: a constant of the language, and how close is close enough."""

import math
import re

from core.errors import CalculusError
from core.expression import ExpressionError, parse
from core.expression.measure import post_order
from core.expression.precise import precise_value
from core.expression.tree import Variable

SHARE = 5e-4
NOTHING = 1e-9
"""What float64 may leave of a 0."""

TOLERANCE = (
    "Four digits count: within 0.05 % of the value, which forgives rounding by hand and no wrong step. "
    "A value of 0 has to be 0."
)
LONGEST = 200
_DIGITS = 30
# What people write in front of a value: x₁ = 1.6, (x, y) ≈ (1, 2).
_HEADING = re.compile(r"\s*(?:\(\s*x\s*,\s*y\s*\)|[^\W\d]\w{0,3})?\s*[=≈]")
_DECIMAL = re.compile(r"[+-]?\d{1,20}\.\d{1,40}", re.ASCII)


def close(typed: float, right: float) -> bool:
    """|typed − right| ≤ 0.05 % of right, and 10⁻⁹ for what rounding leaves of 0.

    >>> close(0.3333, 1 / 3), close(0.33, 1 / 3), close(0, 1e-17)
    (True, False, True)
    """
    return abs(typed - right) <= SHARE * abs(right) + NOTHING * (abs(right) < 1e-6)


def without_heading(text: str) -> str:
    """The text behind "x₁ =", or all of it."""
    heading = _HEADING.match(text[:LONGEST])
    return text[heading.end() :] if heading else text


def value_of(text: str) -> float:
    """The value of a constant of the language; CalculusError for everything else."""
    if len(text) > LONGEST:
        raise CalculusError(f"A number is asked for, in at most {LONGEST} characters.")
    if not text.strip():
        raise CalculusError("Type a number, such as 0.25 or 1/3.")
    if _DECIMAL.fullmatch(text.strip()):
        # The language takes no number of more than 16 digits; a calculator shows more.
        return float(text)
    try:
        tree = parse(text, ("x",)).tree
    except ExpressionError as error:
        raise CalculusError(f"This cannot be read as a number. {error}") from error
    if any(isinstance(node, Variable) for node in post_order(tree)):
        raise CalculusError("A number is asked for, and this depends on x.")
    value = float(precise_value(tree, {}, _DIGITS))
    if not math.isfinite(value):
        raise CalculusError("This has no value that is a number.")
    return value
