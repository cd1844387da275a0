"""Random functions of x and y that the guard lets through, for the properties of the tree's readings."""

from fractions import Fraction

from hypothesis import assume
from hypothesis import strategies as st

from core.expression.expression import Expression
from core.expression.functions import FUNCTIONS
from core.expression.language_errors import ExpressionError
from core.expression.reading import parse
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

VARIABLES = ("x", "y")


def number(numerator: int, denominator: int = 1) -> Node:
    """A whole number or a quotient of two."""
    over: Node = Number(Fraction(abs(numerator)))
    size = over if denominator == 1 else Binary("/", over, Number(Fraction(denominator)))
    return Negate(size) if numerator < 0 else size


LEAVES = st.one_of(
    st.sampled_from([Variable("x"), Variable("x"), Variable("y")]),
    st.builds(number, st.integers(1, 5), st.sampled_from([1, 1, 2, 3])),
    st.sampled_from([Constant("pi"), Constant("e")]),
)
EXPONENTS = st.builds(number, st.integers(-4, 4), st.sampled_from([1, 1, 1, 2, 3, 5]))
LINES = st.builds(
    lambda slope, name, offset: Binary("+", Binary("*", number(slope), Variable(name)), number(offset)),
    st.sampled_from([-2, -1, 1, 3]),
    st.sampled_from(["x", "y"]),
    st.integers(-2, 2),
)
"""What corners and jumps are made of here: sign(sin(pi)) is 0, and no number of digits can tell."""

KINKS = ("abs", "sign", "floor", "ceil", "min", "max", "relu", "step")
SMOOTH = tuple(name for name in FUNCTIONS if name not in KINKS)


def _calls(names: tuple[str, ...], arguments: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.sampled_from(names).flatmap(
        lambda name: st.builds(Call, st.just(name), st.tuples(*[arguments] * FUNCTIONS[name].arity[0]))
    )


def _pieces(values: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    relation = st.sampled_from(["<", "<=", ">", ">=", "="])
    border = st.builds(Condition, st.tuples(LINES, st.integers(-2, 2).map(number)), st.tuples(relation))
    between = st.builds(
        lambda low, line, width: Condition((number(low), line, number(low + width)), ("<", "<=")),
        st.integers(-2, 1),
        LINES,
        st.integers(1, 3),
    )
    branches = st.lists(st.builds(Branch, border | between, values), min_size=1, max_size=2).map(tuple)
    return st.builds(Piecewise, branches, st.none() | values)


def _larger(below: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    arithmetic = st.builds(Binary, st.sampled_from(["+", "-", "*", "/"]), below, below)
    power = st.builds(Binary, st.just("^"), below, EXPONENTS)
    return st.one_of(
        arithmetic,
        arithmetic,
        power,
        _calls(SMOOTH, below),
        _calls(KINKS, LINES),
        st.builds(Negate, below),
        _pieces(below),
    )


@st.composite
def functions(draw: st.DrawFn) -> Expression:
    """A function of x and y that the guard lets through."""
    tree = draw(st.recursive(LEAVES, _larger, max_leaves=8))
    try:
        return parse(str(Expression.of_tree(tree, VARIABLES)), VARIABLES)
    except ExpressionError:
        assume(False)
        raise
