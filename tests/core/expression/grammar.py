"""Functions made from the grammar: every tree is one the language promises to accept, by construction.

Denominators, roots and logarithms get what is never zero or negative (u² + c, a variable, a number ≥ 1), and
functions that grow like e^x get linear forms, so that no constant leaves the real or the float64 range.
Nothing here asks the guard.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TypeVar

from hypothesis import assume
from hypothesis import strategies as st

from core.expression import Expression, parse
from core.expression.printer import text
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
    Variable,
)

# a node takes at least one character: so few have neither 200 tokens nor 150 nodes
LONGEST = 150

_NUMBERS = ("0", "1", "2", "3", "4", "7", "10", "0.1", "0.25", "1.5", "3.14", "100", "0.001", "1e-20", "999")
_COUNTS = ("1", "2", "3", "5", "10", "12")
_EVERYWHERE = ("sin", "cos", "tanh", "atan", "asinh", "cbrt", "abs", "sign", "floor", "ceil")
_LEARNING = ("erf", "sigmoid", "relu", "softplus", "step")
_STEEP = ("exp", "sinh", "cosh", "tan", "sec", "csc", "cot")
_POSITIVE = ("sqrt", "log", "log2", "log10")
_UNIT = ("asin", "acos", "atanh")
_RELATIONS = ("<", "<=", ">", ">=", "=")

Choice = TypeVar("Choice")


def number(value: str | int) -> Node:
    return Number(Fraction(value))


def over(left: Node, right: Node) -> Node:
    return Binary("/", left, right)


class Grower:
    """Grows one tree; `draw` makes every choice."""

    def __init__(self, draw: st.DrawFn, variables: Sequence[str]) -> None:
        self.draw = draw
        self.variables = tuple(variables)

    def choose(self, choices: Sequence[Choice]) -> Choice:
        return self.draw(st.sampled_from(choices))

    def name(self) -> Node:
        return Variable(self.choose(self.variables))

    def count(self) -> Node:
        return number(self.choose(_COUNTS))

    def leaf(self) -> Node:
        kind = self.choose(("name", "name", "number", "constant"))
        if kind == "constant":
            return Constant(self.choose(("pi", "e")))
        return self.name() if kind == "name" else number(self.choose(_NUMBERS))

    def node(self, depth: int) -> Node:
        """A tree of up to `depth` constructions within one another."""
        if depth == 0:
            return self.leaf()
        grow: Callable[[int], Node] = self.choose(
            (self.negated, self.arithmetic, self.arithmetic, self.quotient, self.power, self.call, self.cases)
        )
        return grow(depth - 1)

    def negated(self, depth: int) -> Node:
        return Negate(self.node(depth))

    def arithmetic(self, depth: int) -> Node:
        one, other = self.node(depth), self.node(self.choose(range(depth + 1)))
        operator = self.choose("+-*")
        return Binary(operator, one, other) if self.choose((True, False)) else Binary(operator, other, one)

    def quotient(self, depth: int) -> Node:
        below = self.choose((self.name, self.count, lambda: self.positive(max(depth - 1, 0))))
        return over(self.node(depth), below())

    def positive(self, depth: int) -> Node:
        """u² + c with c ≥ 1."""
        return Binary("+", Binary("^", self.node(depth), number(2)), self.count())

    def linear(self) -> Node:
        """x, −x, 3x, x/4, 2x + 1: never constant."""
        x = self.name()
        kind = self.choose(range(5))
        if kind == 0:
            return Negate(x)
        if kind == 1:
            return over(x, self.count())
        product = Binary("*", self.count(), x)
        return x if kind == 2 else product if kind == 3 else Binary("+", product, self.count())

    def power(self, depth: int) -> Node:
        kind = self.choose(("whole", "whole", "root", "of name", "exponential", "tower"))
        thirds = [over(number(p), number(3)) for p in (1, 2, 5)]
        if kind == "whole":
            return Binary("^", self.node(depth), number(self.choose((2, 3))))
        if kind == "root":
            return Binary("^", self.node(depth), thirds[0])
        if kind == "of name":
            half = over(number(1), number(2))
            exponents = (*thirds, half, number("0.5"), number(7), Negate(number(2)), Negate(thirds[0]))
            return Binary("^", self.name(), self.choose(exponents))
        if kind == "exponential":
            return Binary("^", self.choose((Constant("e"), self.count(), self.name())), self.linear())
        return Binary("^", self.count(), Binary("^", self.count(), self.name()))

    def call(self, depth: int) -> Node:
        kind = self.choose(
            ("everywhere", "everywhere", "learning", "steep", "positive", "unit", "base", "most")
        )
        if kind == "base":
            return Call("log", (self.name(), number(self.choose(range(2, 11)))))
        if kind == "most":
            more = (self.count(),) if self.choose((True, False)) else ()
            return Call(self.choose(("min", "max")), (self.name(), self.node(depth), *more))
        if kind == "positive":
            inside = self.name() if self.choose((True, False)) else self.positive(depth)
            return Call(self.choose((*_POSITIVE, "cbrt")), (inside,))
        if kind == "unit":
            u = self.node(max(depth - 1, 0))
            return Call(self.choose(_UNIT), (over(u, Binary("+", Binary("^", u, number(2)), number(1))),))
        if kind == "steep":
            return Call(self.choose(_STEEP), (self.linear(),))
        return Call(self.choose(_EVERYWHERE if kind == "everywhere" else _LEARNING), (self.node(depth),))

    def cases(self, depth: int) -> Node:
        """One or two lines; without “otherwise” the last line holds somewhere."""
        otherwise = self.node(depth) if self.choose((True, False)) else None
        last = self.condition(depth) if otherwise else self.interval()
        conditions = (self.condition(depth), last) if self.choose((True, False)) else (last,)
        branches = tuple(Branch(condition, self.node(max(depth - 1, 0))) for condition in conditions)
        return Piecewise(branches, otherwise)

    def interval(self) -> Condition:
        """−a < x <= b."""
        relations = (self.choose(("<", "<=")), self.choose(("<", "<=")))
        return Condition((Negate(self.count()), self.name(), self.count()), relations)

    def condition(self, depth: int) -> Condition:
        if self.choose((True, False)):
            return self.interval()
        return Condition((self.node(depth), self.name()), (self.choose(_RELATIONS),))


@st.composite
def trees(draw: st.DrawFn, variables: tuple[str, ...] = ("x",), deepest: int = 4) -> Node:
    """Trees of the language that are short enough to type."""
    tree = Grower(draw, variables).node(draw(st.integers(0, deepest)))
    assume(len(text(tree)) <= LONGEST)
    return tree


@st.composite
def expressions(draw: st.DrawFn, variables: tuple[str, ...] = ("x",), deepest: int = 4) -> Expression:
    """Functions of the variables, read from the printed text of `trees`."""
    return parse(text(draw(trees(variables, deepest))), variables)
