"""Tree → SymPy → tree keeps every value, and the derivatives that SymPy makes read back as what they are."""

from fractions import Fraction

import mpmath
import pytest
import sympy
from hypothesis import HealthCheck, given, settings

from core.expression.expression import Expression
from core.expression.functions import FUNCTIONS
from core.expression.precise import precise_value
from core.expression.reading import parse
from core.expression.symbols import UNDEFINED, from_sympy, symbol, to_sympy
from core.expression.tree import Node
from tests.core.expression.trees import functions

POINTS = [(0.7310585, 1.6180339), (-1.2345678, 0.4142135), (2.2360679, -3.1622776), (-0.3678794, -0.9159655)]
GENERATED = settings(
    max_examples=75, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)


def x_tree(text: str) -> Node:
    return parse(text, ("x",)).tree


def at(tree: Node, x: object, y: object = 1, digits: int = 50):
    return precise_value(tree, {"x": x, "y": y}, digits)


def near(first: object, second: object, tolerance: float = 1e-15) -> bool:
    return abs(first - second) <= tolerance * max(1, abs(second))


def settled(expression: Expression, point: tuple[float, float]):
    """The value where it is finite and the same beside the point and in more digits, else None."""
    x, y = (Fraction(coordinate) for coordinate in point)
    value = at(expression.tree, x, y)
    aside = at(expression.tree, x + Fraction(1, 10**40), y - Fraction(1, 10**40), digits=90)
    usable = mpmath.isfinite(value) and mpmath.isfinite(aside) and near(value, aside)
    return value if usable and abs(value) < 1e100 else None


@GENERATED
@given(functions())
def test_reading_back_keeps_the_value_wherever_there_is_one(expression):
    back = from_sympy(to_sympy(expression.tree))
    for point in POINTS:
        value = settled(expression, point)
        if value is not None:
            assert near(at(back, *map(Fraction, point)), value)


@GENERATED
@given(functions())
def test_first_and_second_derivatives_agree_with_difference_quotients_in_ninety_digits(expression):
    formulas = [expression.sympy]
    for _ in range(2):
        formulas.append(formulas[-1].diff(symbol("x")))
    first, second = (from_sympy(formula) for formula in formulas[1:])
    step = Fraction(1, 10**20)
    for point in POINTS:
        x, y = map(Fraction, point)
        before, here, after = (at(expression.tree, x + k * step, y, digits=90) for k in (-1, 0, 1))
        if all(mpmath.isfinite(value) and abs(value) < 1e6 for value in (before, here, after)):
            slope, bend = (after - before) * 10**20 / 2, (after - 2 * here + before) * 10**40
            if abs(bend) < 1e6:  # else a jump or corner lies within 10^−20
                assert near(at(first, x, y), slope, 1e-12)
                assert near(at(second, x, y), bend, 1e-9)


@pytest.mark.parametrize(
    ("text", "derivative"),
    [
        ("x^2 - 4x + 4", "2x - 4"),
        ("-(x^2 - 4x + 4)", "4 - 2x"),
        ("e^x - log(x)", "e^x - 1/x"),
        ("sin(x)/x", "cos(x)/x - sin(x)/x^2"),
        ("sqrt(x)", "1/(2sqrt(x))"),
        ("cbrt(x)", "1/(3x^(2/3))"),
        ("x^(5/3)", "5x^(2/3)/3"),
        ("tan(x)", "1 + tan(x)^2"),
        ("asin(x)", "1/sqrt(1 - x^2)"),
        ("acosh(x)", "1/sqrt(x^2 - 1)"),
        ("atanh(x)", "1/(1 - x^2)"),
        ("2^x", "2^x log(2)"),
        ("x^x", "x^x (log(x) + 1)"),
        ("log(x, 2)", "1/(x log(2))"),
        ("erf(x)", "2e^(-x^2)/sqrt(pi)"),
        ("sigmoid(x)", "sigmoid(x)(1 - sigmoid(x))"),
        ("softplus(x)", "sigmoid(x)"),
        ("|x|", "{x < 0: -1, x > 0: 1}"),
        ("sqrt(x^2)", "{x < 0: -1, x > 0: 1}"),
        ("relu(x)", "{x < 0: 0, x > 0: 1}"),
        ("step(x)", "{x < 0: 0, x > 0: 0}"),
        ("sign(x)", "{x < 0: 0, x > 0: 0}"),
        ("floor(x)", "{x = floor(x): 0/x*log(-1-x^2), 0}"),
        ("ceil(x)", "{x = floor(x): log(-1-x^2), 0}"),
        ("max(x, 2 - x)", "{x < 1: -1, x > 1: 1}"),
        ("min(x, 2 - x)", "{x < 1: 1, x > 1: -1}"),
        ("{x = 0: 0, x^2 sin(1/x)}", "2x sin(1/x) - cos(1/x)"),
        ("{x < 1: x, 1 <= x < 2: x^2, 2 <= x: 0}", "{x < 1: 1, 1 < x < 2: 2x, x > 2: 0}"),
        ("{0 < x <= 1: x, 2x}", "{0 < x < 1: 1, x < 0: 2, x > 1: 2}"),
        ("{x = x: x^2, 3}", "2x"),
        ("{x < x: 3, x^2}", "2x"),
        ("min(x^3, x^3)", "3x^2"),
        ("e^(floor x)", "{x = floor(x): log(-1-x^2), 0}"),
        ("sin(sign x)", "{x < 0: 0, x > 0: 0}"),
        ("sigmoid(step x)", "{x < 0: 0, x > 0: 0}"),
        ("sin({x < 1: 2, 3})", "{x < 1: 0, x > 1: 0}"),
        ("{x < 0: 1, x < 1: x, x^2}", "{x < 0: 0, 0 < x < 1: 1, x > 1: 2x}"),
        ("sec(max(x, 1/2) - pi)", "{x < 1/2: 0, x > 1/2: -sec(x) tan(x)}"),
    ],
)
@pytest.mark.parametrize("x", [-1, 0, Fraction(1, 2), 1, Fraction(3, 2), 2])
def test_the_derivative_is_the_textbooks_and_undefined_just_where_it_is(text, derivative, x):
    tree = x_tree(text)
    found, true = at(from_sympy(to_sympy(tree).diff(symbol("x"))), x), at(x_tree(derivative), x)
    if mpmath.isnan(at(tree, x)):
        return  # a derivative may have a larger domain than its function: 1/x of log x
    assert mpmath.isnan(true) == mpmath.isnan(found)
    assert mpmath.isnan(true) or near(found, true, 1e-40)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_survives_the_way_there_and_back(name):
    tree = x_tree(FUNCTIONS[name].example)
    back = from_sympy(to_sympy(tree))
    for x in (Fraction(-7, 5), Fraction(1, 3), Fraction(9, 4)):
        value = at(tree, x)
        assert mpmath.isnan(value) or near(at(back, x), value, 1e-40)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_elementary_form_has_the_same_values(name):
    expression = parse(FUNCTIONS[name].example, ("x",))
    elementary = expression.sympy.doit()
    for x in (Fraction(-7, 5), Fraction(1, 3), Fraction(9, 4)):
        value = at(expression.tree, x)
        if not mpmath.isnan(value):
            exact = elementary.subs(symbol("x"), sympy.Rational(x.numerator, x.denominator))
            assert abs(sympy.N(exact, 40) - sympy.Float(str(value), 40)) < 1e-30


def test_a_minus_and_a_quotient_read_back_as_people_write_them():
    x = symbol("x")
    assert str(Expression.of_tree(from_sympy(2 * x - 4), ("x",))) == "2*x - 4"
    assert str(Expression.of_tree(from_sympy(-2 * x / 3), ("x",))) == "-2*x/3"
    assert str(Expression.of_tree(from_sympy(sympy.exp(x) - 1 / x), ("x",))) == "exp(x) - 1/x"


@pytest.mark.parametrize("value", [sympy.I, sympy.zoo, sympy.nan, sympy.oo])
def test_what_is_not_real_has_no_value(value):
    assert from_sympy(value) == UNDEFINED
    assert mpmath.isnan(at(from_sympy(value * symbol("x")), 2))


@pytest.mark.parametrize(
    ("text", "derivative"),
    [
        ("{x < 1: x^2, x}", "{x < 1: 2*x, x > 1: 1}"),
        ("{x < 1: x, x < 2: x^2, 3x}", "{x < 1: 1, 1 < x < 2: 2*x, x > 2: 3}"),
        ("{1 <= x: x^2, 5 > x: x, 7}", "{x > 1: 2*x, x < 1: 1}"),
        ("|x|", "{x < 0: -1, x > 0: 1}"),
        ("{x = 0: 0, x > 0: x, -x}", "{x > 0: 1, x < 0: -1}"),
        ("sign(x)", "{x = 0: 0/0, 0}"),
    ],
)
def test_a_piecewise_derivative_reads_as_a_person_would_write_it(text, derivative):
    tree = from_sympy(to_sympy(x_tree(text)).diff(symbol("x")))
    assert str(Expression.of_tree(tree, ("x",))) == derivative


def test_sympys_own_extremes_read_back():
    tree = from_sympy(sympy.Max(symbol("x"), 3) - sympy.Min(symbol("x"), 1) / 2)
    assert [float(at(tree, x)) for x in (-2, 2, 8)] == [4.0, 2.5, 7.5]


def test_words_the_language_lacks_are_refused():
    with pytest.raises(TypeError, match="no word for gamma"):
        from_sympy(sympy.gamma(symbol("x")))


def test_conditions_that_are_no_chain_keep_their_meaning():
    x, y = symbol("x"), symbol("y")
    both = sympy.And(sympy.StrictLessThan(0, x), sympy.StrictLessThan(0, y))
    tree = from_sympy(sympy.Piecewise((1, both), (2, sympy.true), evaluate=False))
    assert [at(tree, *point) for point in ((1, 1), (-1, 1), (1, -1), (0, 1))] == [1, 2, 2, 2]
