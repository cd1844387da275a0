"""Trees put together without idle zeros and ones, so that a wrong derivative reads as a person writes it."""

from fractions import Fraction
from functools import reduce

from core.expression.powers import exact_result
from core.expression.symbols import ONE, ZERO
from core.expression.tree import Binary, BinaryOperator, Negate, Node, Number, Variable, children


def has_variable(node: Node) -> bool:
    """Whether the value of the tree depends on where it is taken."""
    return isinstance(node, Variable) or any(map(has_variable, children(node)))


def number(value: Fraction) -> Node:
    """A rational as the language spells it, the minus in front.

    >>> from core.expression.printer import text
    >>> text(number(Fraction(-1, 2)))
    '-1/2'
    """
    size: Node = Number(Fraction(abs(value.numerator)))
    if value.denominator != 1:
        size = Binary("/", size, Number(Fraction(value.denominator)))
    return Negate(size) if value < 0 else size


def negative(node: Node) -> Node:
    """−u."""
    match node:
        case Negate(operand):
            return operand
        case Number(value) if not value:
            return node
    return Negate(node)


def plus(left: Node, right: Node) -> Node:
    """u + v."""
    if left == ZERO:
        return right
    if right == ZERO:
        return left
    return _folded("+", left, right)


def minus(left: Node, right: Node) -> Node:
    """u − v."""
    if right == ZERO:
        return left
    return negative(right) if left == ZERO else _folded("-", left, right)


def times(*factors: Node) -> Node:
    """u·v·…, numbers and the minus sign first.

    >>> from core.expression.printer import text
    >>> text(times(Variable("x"), Negate(Number(Fraction(2))), ONE))
    '-2*x'
    """
    below = [factor.operand if isinstance(factor, Negate) else factor for factor in factors]
    if ZERO in below:
        return ZERO
    in_order = sorted((factor for factor in below if factor != ONE), key=has_variable)
    product = reduce(lambda left, right: _folded("*", left, right), in_order) if in_order else ONE
    is_negative = sum(isinstance(factor, Negate) for factor in factors) % 2
    return negative(product) if is_negative else product


def over(top: Node, bottom: Node) -> Node:
    """u/v."""
    if bottom == ONE or top == ZERO:
        return top
    if isinstance(top, Negate):
        return negative(over(top.operand, bottom))
    return Binary("/", top, bottom)


def power(base: Node, exponent: Fraction) -> Node:
    """u^r."""
    if exponent == 0:
        return ONE
    return base if exponent == 1 else Binary("^", base, number(exponent))


def _folded(operator: BinaryOperator, left: Node, right: Node) -> Node:
    """Worked out where both sides are whole numbers ≥ 0 and the result is one too."""
    if isinstance(left, Number) and isinstance(right, Number):
        value = exact_result(operator, left.value, right.value)
        if value is not None and value >= 0 and value.denominator == 1:
            return Number(value)
    return Binary(operator, left, right)
