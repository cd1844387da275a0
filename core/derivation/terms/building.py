"""Trees from trees, in the words a rule is written in: `times(n, power(u, k))`. Nothing is evaluated.

Beside them, what a rule asks of a tree: whether it depends on a variable.
"""

from collections.abc import Sequence
from fractions import Fraction
from functools import reduce

from core.expression.tree import (
    Binary,
    Branch,
    Call,
    Condition,
    Constant,
    Negate,
    Node,
    Number,
    Piecewise,
    Relation,
    Variable,
    children,
)

ZERO, ONE, TWO = (Number(Fraction(k)) for k in (0, 1, 2))
E = Constant("e")


def depends(node: Node, variable: str) -> bool:
    """Whether the variable stands in the tree.

    >>> depends(power(Variable("x"), TWO), "x"), depends(E, "x")
    (True, False)
    """
    return node == Variable(variable) or any(depends(child, variable) for child in children(node))


def names_in(node: Node) -> frozenset[str]:
    """The variables that stand in the tree."""
    if isinstance(node, Variable):
        return frozenset((node.name,))
    return frozenset().union(*map(names_in, children(node)))


def is_flat(slope: Node) -> bool:
    """Whether the tree of a derivative is 0 wherever it has a value, as plainly as {x < 0: 0, 0 < x: 0}."""
    match slope:
        case Negate(operand):
            return is_flat(operand)
        case Binary("+" | "-", left, right):
            return is_flat(left) and is_flat(right)
        case Binary("*", left, right):
            return is_flat(left) or is_flat(right)
        case Binary("/", left, _):
            return is_flat(left)
        case Piecewise(branches, otherwise):
            return all(map(is_flat, (*(branch.value for branch in branches), otherwise or ZERO)))
        case _:
            return slope == ZERO


def plus(left: Node, right: Node) -> Node:
    """left + right."""
    return Binary("+", left, right)


def minus(left: Node, right: Node) -> Node:
    """left − right."""
    return Binary("-", left, right)


def times(*factors: Node) -> Node:
    """The product, from left to right."""
    return reduce(lambda left, right: Binary("*", left, right), factors)


def over(left: Node, right: Node) -> Node:
    """left / right."""
    return Binary("/", left, right)


def power(base: Node, exponent: Node) -> Node:
    """base ^ exponent."""
    return Binary("^", base, exponent)


def call(name: str, *arguments: Node) -> Node:
    """A function of the language, by its canonical name."""
    return Call(name, arguments)


def cases(*lines: tuple[Node, Relation, Node, Node], otherwise: Node | None = None) -> Node:
    """`cases((u, "<", ZERO, a))` is {u < 0: a}; without `otherwise` it is undefined elsewhere."""
    branches = (Branch(Condition((left, right), (sign,)), value) for left, sign, right, value in lines)
    return Piecewise(tuple(branches), otherwise)


def number(value: Fraction, like: Node = ONE) -> Node:
    """The number as a tree: a fraction p/q, or decimals where `like`, the number it comes from, has them.

    >>> number(Fraction(-2, 3)) == Negate(over(TWO, Number(Fraction(3))))
    True
    """
    size = abs(value)
    decimals = any(isinstance(part, Number) and part.value.denominator > 1 for part in _parts(like))
    if size.denominator == 1 or decimals:
        tree: Node = Number(size)
    else:
        tree = over(Number(Fraction(size.numerator)), Number(Fraction(size.denominator)))
    return Negate(tree) if value < 0 else tree


def _parts(node: Node) -> Sequence[Node]:
    return (node, *(part for child in children(node) for part in _parts(child)))
