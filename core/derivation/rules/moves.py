"""What a rule does, as a value: which parts it sees, and the formula it puts in place of d/dx."""

from collections.abc import Callable
from dataclasses import dataclass

from core.expression.tree import Node


@dataclass(frozen=True)
class Move:
    """d/dx [before] → after, written over the slots of `parts`: (u·v)′ → u′·v + u·v′.

    A move with one part is `outer` where it gives the derivative with respect to that part alone, as in
    sin u → cos u: the chain rule brings the part's own derivative.
    """

    parts: tuple[Node, ...]
    before: Node
    after: Node
    outer: bool = False


Apply = Callable[[Node, str], Move | None]
"""(function, variable) → the move, or None where it is not the rule's turn."""


@dataclass(frozen=True)
class Rule:
    """A named rule; `why` is one sentence for the person, and the docstring of `apply` is before → after."""

    name: str
    title: str
    why: str
    apply: Apply
