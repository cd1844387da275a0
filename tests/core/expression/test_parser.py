"""How texts are read: every spelling beside the tree it means, written out in full."""

from fractions import Fraction

import pytest

from core.expression import Expression, parse
from core.expression.functions import FUNCTIONS
from core.expression.language_help import READINGS, language_help
from core.expression.tree import (
    Binary,
    Branch,
    Call,
    Condition,
    Constant,
    Negate,
    Number,
    Piecewise,
    Variable,
)

X, Y = Variable("x"), Variable("y")
ONE, TWO, THREE = (Number(Fraction(n)) for n in (1, 2, 3))


def read(typed: str, variables: tuple[str, ...] = ("x", "y")) -> object:
    return parse(typed, variables).tree


def test_sums_and_products_are_read_from_left_to_right() -> None:
    assert read("1 - 2 - 3") == Binary("-", Binary("-", ONE, TWO), THREE)
    assert read("1/2x") == Binary("*", Binary("/", ONE, TWO), X)


def test_powers_are_read_from_right_to_left() -> None:
    assert read("2^3^x") == Binary("^", TWO, Binary("^", THREE, X))


def test_a_power_comes_before_the_minus_in_front() -> None:
    assert read("-x^2") == Negate(Binary("^", X, TWO))
    assert read("x^-2") == Binary("^", X, Negate(TWO))


def test_a_chain_of_relations_is_one_condition() -> None:
    chain = Condition((Number(Fraction(0)), X, ONE), ("<", "<="))
    assert read("{0 < x <= 1: x, 2}") == Piecewise((Branch(chain, X),), TWO)


def test_a_base_below_is_the_second_argument() -> None:
    assert read("log_2(x)") == Call("log", (X, TWO))
    assert read("log_e x") == Call("log", (X, Constant("e")))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("x^2 - 4x + 4", "((x^2) - (4*x)) + 4"),
        ("2(x+1)(x-3)", "(2*(x + 1))*(x - 3)"),
        ("x y", "x*y"),
        ("xy", "x*y"),
        ("2pi x", "(2*pi)*x"),
        ("pix", "pi*x"),
        ("xe^x", "x*(e^x)"),
        ("x(x+1)", "x*(x + 1)"),
        ("sin x", "sin(x)"),
        ("sinx", "sin(x)"),
        ("sin 2x", "sin(2*x)"),
        ("sin 2x/3", "sin(2*x)/3"),
        ("sin x cos x", "sin(x)*cos(x)"),
        ("sin cos x", "sin(cos(x))"),
        ("2 sin x y", "2*sin(x*y)"),
        ("sin x^2", "sin(x^2)"),
        ("sin(x)^2", "(sin(x))^2"),
        ("sin(x)y", "sin(x)*y"),
        ("sin -x", "sin(-x)"),
        ("sin^2 x", "(sin(x))^2"),
        ("sin²(x)", "(sin(x))^2"),
        ("sin² 2x", "(sin(2*x))^2"),
        ("sin^(2) x", "(sin(x))^2"),
        ("sin(x)²", "(sin(x))^2"),
        ("|x|", "abs(x)"),
        ("|x-1| + |x+1|", "abs(x - 1) + abs(x + 1)"),
        ("||x|-1|", "abs(abs(x) - 1)"),
        ("|x||y|", "abs(x)*abs(y)"),
        ("2|x|", "2*abs(x)"),
        ("|2(|x|)|", "abs(2*abs(x))"),
        ("e^x", "e^(x)"),
        ("e^2x", "(e^2)*x"),
        ("e^(-x^2)", "e^(-(x^2))"),
        ("e^-x^2", "e^(-(x^2))"),
        ("e^sin 2x", "e^(sin(2*x))"),
        ("√x", "sqrt(x)"),
        ("√(x+1)", "sqrt(x + 1)"),
        ("√2x", "sqrt(2)*x"),
        ("√x²", "sqrt(x^2)"),
        ("sqrt 2x", "sqrt(2*x)"),
        ("∛x", "cbrt(x)"),
        ("π", "pi"),
        ("x²", "x^2"),
        ("x³y", "(x^3)*y"),
        ("x¹⁰", "x^10"),
        ("x⁻¹", "x^(-1)"),
        ("ln x", "log(x)"),
        ("xlog2x", "x*log2(x)"),
        ("log10(x)", "log10(x)"),
        ("log 2", "log(2)"),
        ("arcsin x", "asin(x)"),
        ("arsinh(x)", "asinh(x)"),
        ("2^x", "2^(x)"),
        ("x**2", "x^2"),
        ("3·x", "3*x"),
        ("3×x", "3*x"),
        ("6÷x", "6/x"),
        ("x − 1", "x - 1"),
        ("1e-3", "0.001"),
        (".5", "0.5"),
        ("2e", "2*e"),
        ("+x", "x"),
        ("x--y", "x - (-y)"),
        ("2*-x^2", "2*(-(x^2))"),
        ("-x/y", "-(x/y)"),
        ("{x < 0: -1, x > 0: 1}", "{(x) < (0): (-1), (x) > (0): (1)}"),
        ("{x = 0: 0, sin(1/x)}", "{x = 0: (0), (sin(1/x))}"),
        ("2{x<0:1,2}^2", "2*({x < 0: 1, 2}^2)"),
        ("f(x) = x^2", "x^2"),
        ("f(x, y) = x", "x"),
        ("z = x y", "x*y"),
    ],
)
def test_a_text_is_read_as(typed: str, meant: str) -> None:
    assert read(typed) == read(meant)


@pytest.mark.parametrize("typed", ["y = x^2", "f(x) = x^2", "g(x)=x^2", "z = x^2"])
def test_a_heading_may_stand_in_front_of_a_function_of_x(typed: str) -> None:
    assert read(typed, ("x",)) == read("x^2", ("x",))


@pytest.mark.parametrize("row", FUNCTIONS.values(), ids=lambda row: row.name)
def test_every_spelling_of_a_function_is_read_as_that_function(row) -> None:
    arguments = ", ".join(["x"] * row.arity[0])
    for name in (row.name, *row.aliases):
        assert read(f"{name}({arguments})") == Call(row.name, (X,) * row.arity[0])


@pytest.mark.parametrize("row", language_help().functions, ids=lambda row: row.spellings[0])
def test_every_example_of_the_help_is_a_function_that_uses_its_row(row) -> None:
    assert row.spellings[0] in str(parse(row.example))


@pytest.mark.parametrize("rule", READINGS, ids=lambda rule: rule.typed)
def test_every_rule_of_the_help_is_how_the_text_is_read(rule) -> None:
    assert read(rule.typed) == read(rule.means)


def test_functions_are_equal_however_they_were_typed() -> None:
    assert parse("2x") == parse(" 2·x ")
    assert hash(parse("2x")) == hash(parse("2*x"))
    assert parse("x", ("x",)) != parse("x", ("x", "y"))
    assert parse(" 2·x ").text == " 2·x "


def test_a_function_has_all_its_readings() -> None:
    square = parse("x^2 - 4x + 4")
    assert square(3.0) == 1.0
    assert square([0.0, 2.0]).tolist() == [4.0, 0.0]
    assert square.precise(Fraction(1, 2)) == Fraction(9, 4)
    assert square.sympy.as_poly().all_coeffs() == [1, -4, 4]


def test_a_function_of_two_variables_wants_two_arguments() -> None:
    with pytest.raises(TypeError, match="2 arguments expected, 1 given"):
        parse("x y", ("x", "y"))(1.0)


def test_a_function_made_of_a_tree_is_the_one_its_text_says() -> None:
    opposite = Expression.of_tree(Negate(parse("x + 1").tree), ("x",))
    assert opposite == parse("-(x + 1)")
    assert opposite.text == "-(x + 1)"
