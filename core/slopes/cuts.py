"""Cuts through a surface: functions of one variable, f along an axis or on a straight way through a point."""

import math
from collections.abc import Sequence
from fractions import Fraction

from core.derivation.terms.slots import fill
from core.expression import Expression
from core.expression.symbols import ONE, ZERO
from core.expression.tree import Binary, Negate, Node, Number, Variable
from core.slopes.angles import Degrees, unit_trees

STEP = "t"
"""How far one has walked from the point on a straight way."""


def axis_cut(e: Expression, point: Sequence[float], axis: int) -> Expression:
    """f as a function of one variable alone, the others held at the point: f(x, 4).

    >>> from core.expression import parse
    >>> str(axis_cut(parse("x^2 + y^2", ("x", "y")), (2.0, 4.0), 0))
    'x^2 + 4^2'
    """
    free = e.variables[axis]
    held = {name: _number(at) for name, at in zip(e.variables, point, strict=True) if name != free}
    return Expression.of_tree(fill(e.tree, held), (free,))


def straight_cut(e: Expression, point: Sequence[float], angle: Degrees) -> Expression:
    """f(p + t·u) as a function of t, with u = (cos θ, sin θ), in as many digits as asked.

    >>> from core.expression import parse
    >>> str(straight_cut(parse("x y", ("x", "y")), (2.0, 3.0), 90))
    '2*(3 + t)'
    """
    ways = zip(e.variables, point, unit_trees(angle), strict=True)
    return Expression.of_tree(fill(e.tree, {name: _moved(at, u) for name, at, u in ways}), (STEP,))


def _moved(at: float, u: Node) -> Node:
    """at + t·u without idle ones and zeros."""
    start = _number(at)
    match u:
        case _ if u == ZERO:
            return start
        case _ if u == ONE:
            return Binary("+", start, Variable(STEP)) if at else Variable(STEP)
        case Negate(size):
            step: Node = Variable(STEP) if size == ONE else Binary("*", size, Variable(STEP))
            return Binary("-", start, step) if at else Negate(step)
        case _:
            step = Binary("*", u, Variable(STEP))
            return Binary("+", start, step) if at else step


def _number(at: float) -> Node:
    """The coordinate as the decimal on the screen. Raises ValueError for one that is not finite."""
    if not math.isfinite(at):
        raise ValueError(f"a cut needs a point of finite coordinates, not {at}")
    exact = Fraction(repr(float(at)))
    return Negate(Number(-exact)) if exact < 0 else Number(exact)
