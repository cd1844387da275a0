"""f(x) and f′(x) in one pass: every part of the typed function carries (value, slope), v + v̇·ε with ε² = 0.

Clifford 1873; Wengert, "A simple automatic derivative evaluation program", CACM 7 (1964): the slope of a part
is Σ (∂part/∂argument)·(slope of the argument). There is no h, so there is no truncation error.
"""

import operator
from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite, isinf, isnan, nan

from core.dual.rules import partial
from core.expression import Expression
from core.expression.measure import post_order
from core.expression.numeric import Program
from core.expression.printer import text
from core.expression.symbols import UNDEFINED
from core.expression.tree import Binary, Call, Negate, Node, Piecewise, Variable

_SUBSCRIPT = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_CORNERS = frozenset(("abs", "relu", "max", "min"))
_JUMPS = frozenset(("sign", "step", "floor", "ceil"))
_HOLDS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
}


@dataclass(frozen=True)
class Term:
    """One product of the chain rule: ∂part/∂argument, as a tree and as a number, for the line `argument`."""

    partial: Node
    value: float
    argument: int


@dataclass(frozen=True)
class Line:
    """One part of the function: v_k = `local`, over the names of earlier lines, with its value and slope.

    `place` is k − 1; `whole` is the same part as a tree of x; `slope` is NaN where the part has none.
    """

    place: int
    whole: Node
    local: Node
    value: float
    slope: float
    terms: tuple[Term, ...]

    @property
    def name(self) -> str:
        """v₁ for the first line."""
        return "v" + str(self.place + 1).translate(_SUBSCRIPT)

    @property
    def latex(self) -> str:
        """The name in LaTeX."""
        return f"v_{{{self.place + 1}}}"

    @property
    def moving(self) -> str:
        """The name of its slope in LaTeX."""
        return rf"\dot v_{{{self.place + 1}}}"


@dataclass(frozen=True)
class Dual:
    """f(x) + f′(x)·ε and the lines it came from; `trouble` says in a sentence why there is no slope."""

    x: float
    lines: tuple[Line, ...]
    value: float
    slope: float
    trouble: str | None


def dual_at(e: Expression, x: float) -> Dual:
    """The pass through a function of one variable at x, in float64.

    Off the domain value and slope are NaN; at a corner, a jump, a tie, a border or a vertical tangent the
    slope is. The rule sees the parts alone: x·|x| at 0 has a slope, but |x| has none to pass on.

    >>> from core.expression import parse
    >>> dual = dual_at(parse("x^2 + sin(x)"), 0.0)
    >>> dual.value, dual.slope
    (0.0, 1.0)
    """
    if len(e.variables) != 1 or not isfinite(x):
        raise ValueError("one variable and a finite x expected")
    forward = _Pass(e, x)
    end = forward.end(e.tree)
    lines = tuple(forward.lines)
    slope = 0.0 if end is None else lines[end].slope
    value = forward.values[e.tree]
    slope = nan if isnan(value) else slope
    return Dual(x, lines, value, slope, _trouble(e, lines, value, slope))


class _Pass:
    """Lines in the order of need, each part once; a part without x in it stands inline."""

    def __init__(self, e: Expression, x: float) -> None:
        nodes = tuple(dict.fromkeys((*post_order(e.tree), *post_order(UNDEFINED))))
        self.values = dict(zip(nodes, Program(nodes, e.variables).scalar(x), strict=True))
        self.lines: list[Line] = []
        self._places: dict[Node, int | None] = {}
        self._written: dict[Node, Node] = {}

    def end(self, node: Node) -> int | None:
        """The line of this part; None where it does not depend on x."""
        if node not in self._places:
            self._places[node] = place = self._new(node)
            if place is not None:
                self._written[node] = Variable(self.lines[place].name)
        return self._places[node]

    def _new(self, node: Node) -> int | None:
        if isinstance(node, Variable):
            return self._add(node, node, ())
        if isinstance(node, Piecewise):
            return self._piece(node)
        below = _arguments(node)
        places = [self.end(part) for part in below]
        local = _over(node, [self._written[part] for part in below])
        if all(place is None for place in places):
            self._written[node] = local
            return None
        partials = [(partial(local, i), place) for i, place in enumerate(places) if place is not None]
        return self._add(node, local, partials)

    def _piece(self, node: Piecewise) -> int | None:
        """The line in force, as if it stood alone; on a border between two lines nothing is passed on."""
        in_force = node.otherwise or UNDEFINED
        for branch in node.branches:
            sides = [self.values[operand] for operand in branch.condition.operands]
            chain = list(zip(sides, branch.condition.relations, sides[1:], strict=False))
            if any(left == right for left, _, right in chain):
                return self._add(node, node, ())
            if all(_HOLDS[relation](left, right) for left, relation, right in chain):
                in_force = branch.value
                break
        place = self.end(in_force)
        self._written[node] = self._written[in_force]
        return place

    def _add(self, whole: Node, local: Node, partials: list[tuple[Node, int]] | tuple[()]) -> int:
        names = [line.name for line in self.lines]
        found = Program([tree for tree, _ in partials], names).scalar(*(line.value for line in self.lines))
        terms = tuple(Term(tree, value, place) for (tree, place), value in zip(partials, found, strict=True))
        value = self.values[whole]
        slope = sum(term.value * self.lines[term.argument].slope for term in terms) if terms else nan
        if isinstance(whole, Variable):
            slope = 1.0
        self.lines.append(Line(len(names), whole, local, value, nan if isnan(value) else slope, terms))
        return len(names)


def _arguments(node: Node) -> tuple[Node, ...]:
    match node:
        case Negate(operand):
            return (operand,)
        case Binary(_, left, right):
            return (left, right)
        case Call(_, arguments):
            return arguments
        case _:
            return ()


def _over(node: Node, below: list[Node]) -> Node:
    match node:
        case Negate():
            return Negate(*below)
        case Binary(sign):
            return Binary(sign, *below)
        case Call(function):
            return Call(function, tuple(below))
        case _:
            return node


def _trouble(e: Expression, lines: tuple[Line, ...], value: float, slope: float) -> str | None:
    if isnan(value):
        lost = next((line for line in lines if isnan(line.value)), None)
        return f"{e} has no value here." if lost is None else f"{_shown(lost)} has no value here."
    if isfinite(slope):
        return None
    lost = next(line for line in lines if not isfinite(line.slope))
    if isinf(lost.slope) or isinf(lost.value):
        return f"{_shown(lost)} has a value or a slope beyond float64."
    return f"{_shown(lost)} {_kink(lost.local)}, so it has no slope to pass on."


def _kink(local: Node) -> str:
    match local:
        case Piecewise():
            return "stands on the border between two lines of its definition"
        case Call(function) if function in _CORNERS:
            return "has a corner here"
        case Call(function) if function in _JUMPS:
            return "has a jump here"
        case _:
            return "has a vertical tangent here, or is at the edge of its domain"


def _shown(line: Line) -> str:
    """The part over the names of earlier lines."""
    return (
        f"{line.name}, a definition by cases,"
        if isinstance(line.local, Piecewise)
        else f"{line.name} = {text(line.local)}"
    )
