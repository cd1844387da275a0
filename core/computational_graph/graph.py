"""Reverse-mode differentiation: the expression as a graph, values forward, derivatives backward.

Every operation is a node v_k of its inputs. Forward, each gets its value; backward, each gets its adjoint
v̄ = ∂f/∂v, the sum over its consumers w of w̄·∂w/∂v, from v̄ = 1 at f itself. That is backpropagation
(Griewank and Walther, Evaluating Derivatives, §3.2). The local derivatives ∂w/∂v come from the rules.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import isnan
from typing import Any

from core.derivation.checking import SPACING
from core.derivation.engine import derived
from core.derivation.terms.building import names_in
from core.expression import Expression
from core.expression.precise import Real, context, precise_value
from core.expression.tree import (
    Binary,
    Branch,
    Call,
    Condition,
    Negate,
    Node,
    Piecewise,
    Variable,
    children,
)
from core.numbers import point

DIGITS = 50


@dataclass(frozen=True)
class Operation:
    """One node: its name, the operation on the names of its inputs, and ∂/∂input for each of them.

    A variable of the function is a node without inputs, whose operation is itself. part: the piece of the
    typed function that it stands for.
    """

    name: str
    operation: Node
    part: Node
    inputs: tuple[str, ...]
    partials: tuple[Node, ...]


@dataclass(frozen=True, eq=False)
class Graph:
    """The nodes, inputs first, f last, and what flowed through them at one point.

    values: v by name. adjoints: ∂f/∂v by name. locals: ∂w/∂v by (w, v), along the edges. All are mpf of 50
    digits; NaN where the function, or a derivative on the way, has no value.
    """

    expression: Expression
    nodes: tuple[Operation, ...]
    values: Mapping[str, Any]
    locals: Mapping[tuple[str, str], Any]
    adjoints: Mapping[str, Any]

    @property
    def value(self) -> float:
        """f at the point."""
        return float(self.values[self.nodes[-1].name])

    @property
    def gradient(self) -> tuple[float, ...]:
        """∂f/∂x for each variable of the function, all from one pass backward."""
        return tuple(float(self.adjoints[name]) for name in self.expression.variables)

    @property
    def sentence(self) -> str:
        """What is missing at this point, in a sentence; empty where nothing is."""
        names = self.expression.variables
        where = point([float(self.values[name]) for name in names], names)
        if isnan(self.value):
            return f"f has no value at {where}."
        return f"f has no derivative at {where}." if any(map(isnan, self.gradient)) else ""

    @cached_property
    def consumers(self) -> Mapping[str, tuple[str, ...]]:
        """By name, the nodes that use it."""
        return {
            node.name: tuple(user.name for user in self.nodes if node.name in user.inputs)
            for node in self.nodes
        }

    def nudged(self, name: str) -> Any:
        """∂f/∂v by nudging: everything after v computed again with v ± 10^−18, (f₊ − f₋)/2h as an mpf."""
        mp = context(DIGITS)
        h = mp.mpf(SPACING.numerator) / SPACING.denominator
        ahead, behind = (self._forward_from(name, self.values[name] + way * h) for way in (1, -1))
        return (ahead - behind) / (2 * h)

    def _forward_from(self, name: str, value: Any) -> Any:
        values = dict(self.values) | {name: value}
        after = [node.name for node in self.nodes].index(name) + 1
        for node in self.nodes[after:]:
            if node.inputs:
                values[node.name] = precise_value(node.operation, values, DIGITS)
        return values[self.nodes[-1].name]


def computational_graph(expression: Expression, place: Sequence[Real]) -> Graph:
    """The graph of a function at a point with one coordinate for each of its variables.

    >>> from core.expression import parse
    >>> graph = computational_graph(parse("x*y + sin(x)", ("x", "y")), (0, 2))
    >>> graph.value, graph.gradient
    (0.0, (3.0, 0.0))
    """
    nodes = operations(expression)
    values: dict[str, Any] = {}
    start = dict(zip(expression.variables, place, strict=True))
    for node in nodes:
        values[node.name] = precise_value(node.operation, values if node.inputs else start, DIGITS)
    local = {
        (node.name, name): precise_value(partial, values, DIGITS)
        for node in nodes
        for name, partial in zip(node.inputs, node.partials, strict=True)
    }
    return Graph(expression, nodes, values, local, _adjoints(nodes, local))


def _adjoints(nodes: Sequence[Operation], local: Mapping[tuple[str, str], Any]) -> dict[str, Any]:
    """One pass backward."""
    mp = context(DIGITS)
    adjoints = {node.name: mp.zero for node in nodes}
    adjoints[nodes[-1].name] = mp.one
    for node in reversed(nodes):
        for name in node.inputs:
            adjoints[name] += adjoints[node.name] * local[node.name, name]
    return adjoints


def operations(expression: Expression) -> tuple[Operation, ...]:
    """The nodes in an order in which every input comes before its use; equal parts are one node."""
    unrolled = _Unrolled(expression.variables)
    if isinstance(unrolled.name_of(expression.tree), Variable) and unrolled.nodes[-1].inputs:
        return tuple(unrolled.nodes)
    # f is a variable or a number itself: it gets a node of its own, so that the last node is always f.
    unrolled.write(expression.tree)
    return tuple(unrolled.nodes)


class _Unrolled:
    """Writes the operations down from the leaves up. Numbers stay inside the operation that uses them."""

    def __init__(self, variables: Sequence[str]) -> None:
        self._variables = variables
        self.nodes = [Operation(name, Variable(name), Variable(name), (), ()) for name in variables]
        self._names: dict[Node, Node] = {Variable(name): Variable(name) for name in variables}

    def name_of(self, part: Node) -> Node:
        """The name of the node for this part, a number for a constant part."""
        if part not in self._names:
            inside = not names_in(part)
            self._names[part] = part if inside else self.write(part)
        return self._names[part]

    def write(self, part: Node) -> Variable:
        """A new node for this part."""
        operation = _with_children(part, {child: self.name_of(child) for child in children(part)})
        inputs = tuple(sorted(names_in(operation), key=[node.name for node in self.nodes].index))
        partials = tuple(derived(operation, name, inputs).after for name in inputs)
        name = f"v_{len(self.nodes) - len(self._variables) + 1}"
        self.nodes.append(Operation(name, operation, part, inputs, partials))
        return Variable(name)


def _with_children(part: Node, names: Mapping[Node, Node]) -> Node:
    """The part with its children's names in their places."""
    match part:
        case Negate(operand):
            return Negate(names[operand])
        case Binary(sign, left, right):
            return Binary(sign, names[left], names[right])
        case Call(function, arguments):
            return Call(function, tuple(names[argument] for argument in arguments))
        case Piecewise(branches, otherwise):
            last = None if otherwise is None else names[otherwise]
            return Piecewise(tuple(_named_line(branch, names) for branch in branches), last)
        case _:
            return part


def _named_line(branch: Branch, names: Mapping[Node, Node]) -> Branch:
    operands = tuple(names[operand] for operand in branch.condition.operands)
    return Branch(Condition(operands, branch.condition.relations), names[branch.value])
