"""What lines drop without a word, and what they must never drop."""

import pytest

from core.derivation.terms.slots import fill
from core.derivation.terms.tidying import tidied
from core.expression import parse
from core.expression.precise import precise_value
from core.expression.printer import text
from core.expression.symbols import UNDEFINED
from core.expression.tree import Binary, Call, Node, Variable
from tests.core.derivation.judging import COORDINATES, DIGITS, agree


def tidy(tree: Node) -> str:
    return text(fill(tree, {}, tidied))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1*x + 0", "x"),
        ("0*sin(x) + x*1", "x"),
        ("3*(4*x)", "12*x"),
        ("x*3", "3*x"),
        ("x - (-x)", "x + x"),
        ("x + (-sin(x))", "x - sin(x)"),
        ("-(-x)", "x"),
        ("(-x)*(-2)", "2*x"),
        ("0 - x", "-x"),
        ("x^1*x^0", "x"),
        ("x/1", "x"),
        ("(-x)/(-3)", "x/3"),
        ("6/3*x", "2*x"),
        ("(1/2)*x", "1/2*x"),
        ("2*(1/x)", "2/x"),
        ("0.5*0.5*x", "0.25*x"),
    ],
)
def test_ones_zeros_signs_and_numbers(typed: str, expected: str) -> None:
    assert tidy(parse(typed).tree) == expected


@pytest.mark.parametrize(
    "typed", ["3*(4*x) - 0*x", "-(-x)*(2 - 5)", "x^1 + 0.5*(x/0.25)", "2*(1/x) - (-x)/1"]
)
def test_the_value_stays(typed: str) -> None:
    tree = parse(typed).tree
    for x in COORDINATES:
        before = precise_value(tree, {"x": x}, DIGITS)
        assert agree(precise_value(fill(tree, {}, tidied), {"x": x}, DIGITS), before)


@pytest.mark.parametrize("operator", ["+", "*", "/"])
def test_what_has_no_value_never_gets_one(operator: str) -> None:
    zero = parse("0").tree
    for left, right in ((zero, UNDEFINED), (UNDEFINED, zero), (UNDEFINED, Variable("x"))):
        tree = fill(Binary(operator, left, right), {}, tidied)
        value = precise_value(tree, {"x": 2}, DIGITS)
        assert value != value


def test_zero_over_zero_stays_when_it_is_built() -> None:
    zero = parse("0").tree
    assert tidied(Binary("/", zero, zero)) == UNDEFINED


def test_arguments_of_functions_are_left_alone() -> None:
    call = Call("sin", (Variable("x"),))
    assert tidied(call) == call
