"""Steps that pass over a place where f has no value: a run can cross a pole and never meet it."""

from collections.abc import Iterator

import numpy as np

from core.descent import Trace
from core.expression import Expression
from core.expression.tree import Binary, Constant, Negate, Node, Number, Piecewise, Variable, children


def first_jump(e: Expression, trace: Trace) -> int | None:
    """The first step over a zero of a divisor, in one variable; None where none is sure.

    A polynomial of opposite signs at x_{k−1} and x_k is 0 somewhere between them (Bolzano), and a quotient
    by it has no value there. Other divisors, and poles as those of tan x, are not looked for.

    >>> from core.descent import run
    >>> from core.expression import parse
    >>> f = parse("1/x")
    >>> first_jump(f, run(f, [-1.0], rate=0.4, steps=5))
    2
    """
    if len(e.variables) != 1:
        return None
    jumps = [_sign_change(Expression.of_tree(divisor, e.variables), trace) for divisor in _divisors(e.tree)]
    return min((step for step in jumps if step is not None), default=None)


def _divisors(node: Node) -> Iterator[Node]:
    """The polynomial factors that f divides by; lines of a piecewise definition may not be in force."""
    if isinstance(node, Piecewise):
        return
    if isinstance(node, Binary) and node.operator == "/":
        yield from filter(_is_polynomial, _factors(node.right))
    for part in children(node):
        yield from _divisors(part)


def _factors(node: Node) -> tuple[Node, ...]:
    match node:
        case Binary("*", left, right):
            return (*_factors(left), *_factors(right))
        case Binary("^", base, Number(value)) if value > 0:
            return _factors(base)
    return (node,)


def _is_polynomial(node: Node) -> bool:
    match node:
        case Number() | Constant() | Variable():
            return True
        case Negate(operand):
            return _is_polynomial(operand)
        case Binary("+" | "-" | "*", left, right):
            return _is_polynomial(left) and _is_polynomial(right)
        case Binary("^", base, Number(value)):
            return value > 0 and value.denominator == 1 and _is_polynomial(base)
    return False


def _sign_change(divisor: Expression, trace: Trace) -> int | None:
    """The first step between opposite signs, as float64 sees them and many digits confirm."""
    x = trace.x[: trace.last + 1, 0]
    sign = np.sign(divisor(x))
    for k in (np.flatnonzero(sign[1:] * sign[:-1] < 0) + 1).tolist():
        if divisor.precise(float(x[k - 1])) * divisor.precise(float(x[k])) < 0:
            return int(k)
    return None
