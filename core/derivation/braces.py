"""Braces in a formula: set aside while the rest is worked on, or given what stands around them."""

from collections.abc import Mapping
from dataclasses import replace

from core.derivation.terms.slots import fill
from core.derivation.terms.tidying import tidied
from core.expression.symbols import UNDEFINED
from core.expression.tree import Binary, Condition, Negate, Node, Piecewise, Variable


def set_aside(tree: Node) -> tuple[Node, dict[str, Piecewise]]:
    """The tree with a name in place of each piecewise definition, and what the names stand for."""
    names: dict[Piecewise, str] = {}

    def aside(node: Node) -> Node:
        if isinstance(node, Piecewise):
            return Variable(names.setdefault(node, f"~{len(names)}"))
        return node

    closed = fill(tree, {}, aside)
    inside: dict[str, Piecewise] = {}
    for piece, name in names.items():
        # Braces within braces were set aside first.
        whole = fill(piece, inside)
        inside |= {name: whole} if isinstance(whole, Piecewise) else {}
    return closed, inside


def goes_into_the_lines(closed: Node, inside: Mapping[str, Piecewise]) -> bool:
    """For a product with braces, and wherever several braces with the same conditions meet."""
    conditions = {_conditions(piece) for piece in inside.values()}
    product = isinstance(closed, Negate) or (isinstance(closed, Binary) and closed.operator in "*/")
    return len(conditions) == 1 and (product or len(inside) > 1)


def into_the_lines(closed: Node, inside: Mapping[str, Piecewise]) -> Piecewise:
    """2·{A: u, B: v} → {A: 2·u, B: 2·v}"""
    first = next(iter(inside.values()))
    branches = tuple(
        replace(
            branch, value=_put_in(closed, {name: piece.branches[k].value for name, piece in inside.items()})
        )
        for k, branch in enumerate(first.branches)
    )
    others = {name: piece.otherwise for name, piece in inside.items() if piece.otherwise is not None}
    return Piecewise(branches, _put_in(closed, others) if others else None)


def _put_in(closed: Node, values: Mapping[str, Node]) -> Node:
    return UNDEFINED if UNDEFINED in values.values() else fill(closed, values, tidied)


def in_line(whole: Piecewise, place: int, value: Node) -> Node:
    """Braces with the same conditions within a line are in the same line."""

    def chosen(node: Node) -> Node:
        same = isinstance(node, Piecewise) and _conditions(node) == _conditions(whole)
        return node.branches[place].value if same and isinstance(node, Piecewise) else node

    return fill(value, {}, chosen)


def _conditions(piece: Piecewise) -> tuple[tuple[Condition, ...], bool]:
    return tuple(branch.condition for branch in piece.branches), piece.otherwise is None
