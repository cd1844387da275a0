"""The exact tree that every reading of a typed function starts from.

A tree is immutable and hashable; numbers are exact rationals. `Number.value` is never negative: a minus sign
is a `Negate`, so that printing and parsing are inverse to each other.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

BinaryOperator = Literal["+", "-", "*", "/", "^"]
Relation = Literal["<", "<=", ">", ">=", "="]


@dataclass(frozen=True, slots=True)
class Number:
    """An exact rational, as typed: 0.1 is 1/10."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Constant:
    """π or e, by name ("pi", "e")."""

    name: str


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of the lesson, such as x or y."""

    name: str


@dataclass(frozen=True, slots=True)
class Negate:
    """−operand."""

    operand: "Node"


@dataclass(frozen=True, slots=True)
class Binary:
    """left operator right."""

    operator: BinaryOperator
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class Call:
    """A row of `FUNCTIONS` applied to its arguments; `function` is the canonical name."""

    function: str
    arguments: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """A chain such as 0 < x <= 1: operands[0] relations[0] operands[1] relations[1] …"""

    operands: tuple["Node", ...]
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """One line of a piecewise definition: this value where the condition holds."""

    condition: Condition
    value: "Node"


@dataclass(frozen=True, slots=True)
class Piecewise:
    """The first branch whose condition holds, else `otherwise`; undefined where nothing holds."""

    branches: tuple[Branch, ...]
    otherwise: "Node | None"


Node = Number | Constant | Variable | Negate | Binary | Call | Piecewise


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly below, conditions' operands included, in reading order."""
    match node:
        case Negate(operand):
            return (operand,)
        case Binary(_, left, right):
            return (left, right)
        case Call(_, arguments):
            return arguments
        case Piecewise(branches, otherwise):
            below = [part for branch in branches for part in (*branch.condition.operands, branch.value)]
            return (*below, otherwise) if otherwise is not None else tuple(below)
        case _:
            return ()
