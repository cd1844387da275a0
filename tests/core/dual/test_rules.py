"""Every rule of the table against difference quotients in many digits, and against SymPy."""

from fractions import Fraction

import pytest
import sympy

from core.dual.rules import PARTIALS, partial
from core.expression import Expression, parse
from core.expression.functions import FUNCTIONS
from core.expression.symbols import symbol, to_sympy
from core.expression.tree import Binary, Call, Node, Variable
from core.quotients import central

X, Y = Variable("x"), Variable("y")
# Two places in the domain of each function of one argument, away from its corners.
PLACES = {
    "acosh": ("1.5", "4.25"),
    "asin": ("-0.75", "0.5"),
    "acos": ("-0.75", "0.5"),
    "atanh": ("-0.75", "0.5"),
}
EVERYWHERE = ("0.3", "2.25")
MADE = {"max", "min"}


def node_of(name: str) -> Node:
    if name == "log of base":
        return Call("log", (X, Y))
    return Binary(name, X, Y) if name in "+-*/^" else Call(name, (X,))  # type: ignore[arg-type]


def value(tree: Node, *at: Fraction) -> float:
    return float(Expression.of_tree(tree, ("x", "y")).precise(*at))


def test_every_function_of_the_language_has_a_rule() -> None:
    assert set(FUNCTIONS) == (set(PARTIALS) | MADE) - set("+-*/^") - {"log of base"}


@pytest.mark.parametrize("name", PARTIALS)
def test_a_rule_agrees_with_the_quotients_of_its_function(name: str) -> None:
    node = node_of(name)
    for text in PLACES.get(name, EVERYWHERE):
        at = (Fraction(text), Fraction("1.75"))
        for place in range(len(PARTIALS[name])):
            quotient = float(central(Expression.of_tree(node, ("x", "y")), at, place))
            assert value(partial(node, place), *at) == pytest.approx(quotient, rel=1e-14, abs=1e-14)


@pytest.mark.parametrize(("place", "derivative"), [(0, [1, 0, 0]), (1, [0, 1, 0]), (2, [0, 0, 1])])
def test_the_greatest_of_three_moves_with_the_one_ahead_alone(place: int, derivative: list[int]) -> None:
    tree = partial(parse("max(x, y, 2)", ("x", "y")).tree, place)
    ahead = [(Fraction(9), Fraction(1)), (Fraction(1), Fraction(9)), (Fraction(1), Fraction(0))]
    assert [value(tree, *at) for at in ahead] == derivative


def test_the_least_of_two_has_no_rule_at_a_tie() -> None:
    tree = partial(parse("min(x, y)", ("x", "y")).tree, 0)
    assert value(tree, Fraction(1), Fraction(2)) == 1
    assert value(tree, Fraction(2), Fraction(1)) == 0
    tie = value(tree, Fraction(1), Fraction(1))
    assert tie != tie


@pytest.mark.parametrize("power", ["x^2", "x^3", "x^-1", "x^(1/3)", "x^(-5/3)", "x^2.5", "x^1", "x^0"])
def test_a_fixed_power_has_the_slope_that_sympy_finds(power: str) -> None:
    node = parse(power).tree
    difference = to_sympy(partial(node, 0)) - to_sympy(node).diff(symbol("x"))
    for at in (sympy.Rational(1, 3), sympy.Integer(4)):
        assert abs(difference.subs(symbol("x"), at).doit().evalf(30)) < 1e-25


@pytest.mark.parametrize("kink", ["abs", "sign", "floor", "ceil", "relu", "step", "sqrt", "cbrt"])
def test_a_rule_has_no_value_at_a_kink(kink: str) -> None:
    at_kink = value(partial(Call(kink, (X,)), 0), Fraction(0), Fraction(0))
    assert at_kink != at_kink


def test_a_definition_by_cases_has_no_rule_of_its_own() -> None:
    with pytest.raises(TypeError, match="Piecewise"):
        partial(parse("{x < 0: 1, 2}").tree, 0)
