"""The slope of a tree from the slopes of its parts, one node at a time: where a mistake can be put in.

Everything else in the app takes derivatives from the engine or from SymPy; here they are built node by node,
so that a single node may have a wrong one while all others have the right one.
"""

from fractions import Fraction

from core.answers.trees import minus, negative, over, plus, power, times
from core.dual.rules import partial
from core.expression.symbols import ONE, ZERO
from core.expression.tree import Binary, Branch, Negate, Node, Piecewise, Variable, children

TWO = Fraction(2)

Slopes = tuple[Node, ...]
"""u′ for each of `children(node)`, in that order."""


def slope(node: Node, below: Slopes) -> Node:
    """The right slope of the node, given those of its parts: sum, product, quotient and chain rule.

    >>> from core.expression import parse
    >>> from core.expression.printer import text
    >>> text(slope(parse("3*x").tree, (ZERO, ONE)))
    '3'
    """
    match node:
        case Variable():
            return ONE
        case Negate():
            return negative(below[0])
        case Binary("+"):
            return plus(*below)
        case Binary("-"):
            return minus(*below)
        case Binary("*", u, v):
            return plus(times(below[0], v), times(u, below[1]))
        case Binary("/", _, v) if below[1] == ZERO:
            return over(below[0], v)
        case Binary("/", u, v):
            return over(minus(times(below[0], v), times(u, below[1])), power(v, TWO))
        case Piecewise():
            return _by_branch(node, below)
    chained = (times(partial(node, i), inner) for i, inner in enumerate(below) if inner != ZERO)
    total: Node = ZERO
    for term in chained:
        total = plus(total, term)
    return total


def true_slopes(node: Node) -> dict[int, Node]:
    """The right slope of the node and of every part below it, by id; the tree has to stay alive meanwhile."""
    known: dict[int, Node] = {}
    _enter(node, known)
    return known


def _enter(node: Node, known: dict[int, Node]) -> Node:
    if id(node) not in known:
        known[id(node)] = slope(node, tuple(_enter(part, known) for part in children(node)))
    return known[id(node)]


def _by_branch(node: Piecewise, below: Slopes) -> Node:
    """Each branch by itself; what happens on the borders is for the domain to say."""
    places, place = [], 0
    for branch in node.branches:
        place += len(branch.condition.operands)
        places.append(place)
        place += 1
    lines = tuple(
        Branch(branch.condition, below[at]) for branch, at in zip(node.branches, places, strict=True)
    )
    return Piecewise(lines, None if node.otherwise is None else below[-1])
