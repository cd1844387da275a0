"""What every line drops without a word: 1·u, u + 0, a minus before a minus, numbers that multiply out.

`tidied` looks at the top of a tree whose parts are tidy. It keeps the value wherever the tree has one, and it
never gives one to 0/0, the tree that has none. What it does beyond that is `simplifying`'s to say aloud.
"""

from collections.abc import Callable

from core.derivation.terms.building import ONE, ZERO, minus, number, over, plus, power, times
from core.expression.powers import exact_result, exact_value
from core.expression.symbols import UNDEFINED
from core.expression.tree import Binary, Negate, Node, Number, Piecewise


def tidied(node: Node) -> Node:
    """The node without idle ones, zeros and signs, its numbers worked out.

    >>> from core.expression import parse
    >>> tree = parse("1*x + 0").tree
    >>> tidied(Binary("+", tidied(tree.left), tree.right))
    Variable(name='x')
    """
    match node:
        case Negate(operand):
            return _negated(operand)
        case Binary("+", left, right):
            return _sum(left, right)
        case Binary("-", left, right):
            return _difference(left, right)
        case Binary("*", left, right):
            return _product(left, right)
        case Binary("/", left, right):
            return _quotient(left, right)
        case Binary("^", base, exponent):
            return _power(base, exponent)
        case _:
            return node


def _negated(operand: Node) -> Node:
    match operand:
        case Negate(inner):
            return inner
        case Number(value) if value == 0:
            return ZERO
        case _:
            return Negate(operand)


def _sum(left: Node, right: Node) -> Node:
    if left == ZERO:
        return right
    if right == ZERO:
        return left
    if isinstance(right, Negate):
        return _difference(left, right.operand)
    return _worked_out("+", left, right) or plus(left, right)


def _difference(left: Node, right: Node) -> Node:
    if right == ZERO:
        return left
    if left == ZERO:
        return _negated(right)
    if isinstance(right, Negate):
        return _sum(left, right.operand)
    return _worked_out("-", left, right) or minus(left, right)


def _product(left: Node, right: Node) -> Node:
    if isinstance(left, Negate) or isinstance(right, Negate):
        return _negated_result(_product, left, right)
    if ZERO in (left, right) and UNDEFINED not in (left, right):
        return ZERO
    if left == ONE:
        return right
    if right == ONE:
        return left
    exact = _worked_out("*", left, right)
    if exact is not None:
        return exact
    if exact_value(right) is not None and exact_value(left) is None:
        return _product(right, left)
    match left, right:
        case _, Binary("*", inner, rest):
            return _product(_product(left, inner), rest)
        case _, Binary("/", top, below) if top == ONE and exact_value(left) is not None:
            return _quotient(left, below)
        case _:
            return times(left, right)


def _quotient(left: Node, right: Node) -> Node:
    if UNDEFINED in (left, right) or right == ZERO:
        return over(left, right)
    if isinstance(left, Negate) or isinstance(right, Negate):
        return _negated_result(_quotient, left, right)
    if right == ONE:
        return left
    if left == ZERO and not isinstance(right, Piecewise):
        return ZERO
    first, second = exact_value(left), exact_value(right)
    if first is None or second is None or (first / second).denominator > 1:
        return over(left, right)
    return number(first / second)


def _power(base: Node, exponent: Node) -> Node:
    if exponent == ONE:
        return base
    return ONE if exponent == ZERO else power(base, exponent)


def _negated_result(operation: Callable[[Node, Node], Node], left: Node, right: Node) -> Node:
    positive = [side.operand if isinstance(side, Negate) else side for side in (left, right)]
    result = operation(*positive)
    return result if isinstance(left, Negate) and isinstance(right, Negate) else _negated(result)


def _worked_out(sign: str, left: Node, right: Node) -> Node | None:
    """The number that two numbers make, as a fraction only where one of them was."""
    first, second = exact_value(left), exact_value(right)
    if first is None or second is None:
        return None
    exact = exact_result(sign, first, second)
    return None if exact is None else number(exact, like=Binary("+", left, right))
