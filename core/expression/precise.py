"""Tree → many decimal digits (mpmath): the second way for every number, and the judge of what is undefined.

It shares no compiled code with the float64 program. Undefined is nan, as there; a value beyond 10^±6000
counts as ±∞ or 0, which bounds the work. Each thread has its own mpmath contexts, so threads never race.
"""

import operator
import threading
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from mpmath.ctx_mp import MPContext
from mpmath.libmp.libelefun import e_fixed, ln2_fixed, ln10_fixed, pi_fixed

from core.expression.functions import FUNCTIONS
from core.expression.powers import exact_value
from core.expression.tree import (
    Binary,
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

DEFAULT_DIGITS = 50
MOST_DIGITS = 1000
GUARD_DIGITS = 10
LARGEST_MAGNITUDE = 20_000
"""In powers of two: about 10^6000."""

LARGEST_ROOT = 1000
"""Beyond this, roots and powers go through logarithms, whose work does not grow."""

_HOLDS: dict[Relation, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
}

Real = int | float | Fraction | Any
"""A number to evaluate at, exactly as given; an mpf is welcome too."""

_contexts = threading.local()

# mpmath keeps one growing copy of these constants for all contexts, and grows it without a lock. Grown beyond
# any need here once and for all, they are only read afterwards.
for _constant in (pi_fixed, e_fixed, ln2_fixed, ln10_fixed):
    _constant(LARGEST_MAGNITUDE + 4 * MOST_DIGITS)


def context(digits: int) -> Any:
    """This thread's mpmath context of so many digits, and a few to spare."""
    if not 1 <= digits <= MOST_DIGITS:
        raise ValueError(f"digits must lie between 1 and {MOST_DIGITS}, not {digits}")
    known: dict[int, Any] = _contexts.__dict__.setdefault("by_digits", {})
    if digits not in known:
        known[digits] = MPContext()
        known[digits].dps = digits + GUARD_DIGITS
    return known[digits]


def precise_value(node: Node, at: Mapping[str, Real], digits: int = DEFAULT_DIGITS) -> Any:
    """The value as an mpf of `digits` digits; nan off the domain, ±inf where too large. Raises for no value.

    >>> third = precise_value(Binary("/", Number(Fraction(1)), Variable("x")), {"x": 3}, digits=30)
    >>> third.context.nstr(third, 30)
    '0.333333333333333333333333333333'
    """
    return _Evaluation(context(digits), at).value(node)


def undefined_part(node: Node, variables: Sequence[str], point: Sequence[Real]) -> Node | None:
    """The smallest subtree without a value at the point: log(x) of 1 + log(x) at −0.3.

    None where the tree has a value there, or is only too large to have one (∞ − ∞).
    """
    evaluation = _Evaluation(context(DEFAULT_DIGITS), dict(zip(variables, point, strict=True)))
    if not evaluation.is_undefined(node):
        return None
    while True:
        parts = evaluation.parts(node)
        deeper = next((part for part in parts if evaluation.is_undefined(part)), None)
        if deeper is None:
            too_large = any(evaluation.mp.isinf(evaluation.value(part)) for part in parts)
            return None if too_large else node
        node = deeper


class _Evaluation:
    """A tree's values at one point; each node is worked out once."""

    def __init__(self, mp: Any, at: Mapping[str, Real]) -> None:
        self.mp = mp
        self._at = {name: self._number(value) for name, value in at.items()}
        self._known: dict[int, tuple[Node, Any]] = {}

    def is_undefined(self, node: Node) -> bool:
        return bool(self.mp.isnan(self.value(node)))

    def value(self, node: Node) -> Any:
        if id(node) not in self._known:
            self._known[id(node)] = (node, self._bounded(self._new(node)))
        return self._known[id(node)][1]

    def parts(self, node: Node) -> tuple[Node, ...]:
        """The nodes the value comes from: of a piecewise definition, up to the line in force."""
        if not isinstance(node, Piecewise):
            return children(node)
        used: list[Node] = []
        for branch in node.branches:
            used += branch.condition.operands
            truth = self._truth(branch.condition)
            if truth is not False:
                return (*used, branch.value) if truth else tuple(used)
        return (*used, node.otherwise) if node.otherwise is not None else tuple(used)

    def _number(self, value: Real) -> Any:
        if isinstance(value, Fraction):
            return self.mp.mpf(value.numerator) / value.denominator
        return self.mp.mpf(value)

    def _bounded(self, value: Any) -> Any:
        if not self.mp.isfinite(value) or not value or abs(self.mp.mag(value)) <= LARGEST_MAGNITUDE:
            return value
        return self.mp.inf * self.mp.sign(value) if self.mp.mag(value) > 0 else self.mp.zero

    def _new(self, node: Node) -> Any:
        match node:
            case Number(value):
                return self._number(value)
            case Constant(name):
                return +self.mp.pi if name == "pi" else +self.mp.e
            case Variable(name):
                return self._at[name]
            case Piecewise():
                return self._piecewise(node)
        below = [self.value(child) for child in children(node)]
        if any(self.mp.isnan(value) for value in below):
            return self.mp.nan
        match node:
            case Negate():
                return -below[0]
            case Binary("^", _, exponent):
                return self._power(below[0], below[1], exact_value(exponent))
            case Binary(sign):
                return self._arithmetic(sign, *below)
            case Call(function):
                return FUNCTIONS[function].precise(*below)

    def _arithmetic(self, sign: str, left: Any, right: Any) -> Any:
        match sign:
            case "+":
                return left + right
            case "-":
                return left - right
            case "*":
                return left * right
            case _:
                return left / right if right else self.mp.nan

    def _power(self, base: Any, exponent: Any, fraction: Fraction | None) -> Any:
        """Base^exponent over the reals; see `core/expression/powers.py`."""
        if fraction == 0:
            return self.mp.one
        if not base:
            return self.mp.zero if exponent > 0 else self.mp.nan
        if base < 0 and (fraction is None or fraction.denominator % 2 == 0):
            return self.mp.nan
        if fraction is None or fraction.denominator > LARGEST_ROOT or abs(fraction) > LARGEST_ROOT:
            size = self.mp.exp(exponent * self.mp.log(abs(base)))
        else:
            size = self.mp.root(abs(base), fraction.denominator) ** fraction.numerator
        return -size if base < 0 and fraction and fraction.numerator % 2 else size

    def _piecewise(self, node: Piecewise) -> Any:
        for branch in node.branches:
            truth = self._truth(branch.condition)
            if truth is not False:
                return self.value(branch.value) if truth else self.mp.nan
        return self.mp.nan if node.otherwise is None else self.value(node.otherwise)

    def _truth(self, condition: Condition) -> bool | None:
        """Whether the chain holds; None where a side of it has no value."""
        sides = [self.value(operand) for operand in condition.operands]
        if any(self.mp.isnan(side) for side in sides):
            return None
        chain = zip(sides, condition.relations, sides[1:], strict=False)
        return all(_HOLDS[relation](left, right) for left, relation, right in chain)
