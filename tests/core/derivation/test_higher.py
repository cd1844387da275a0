"""Higher derivatives: each of the one before."""

from fractions import Fraction

import pytest

from core.derivation.higher import higher_derivatives
from core.expression import parse
from core.expression.precise import precise_value
from core.expression.symbols import from_sympy, symbol
from tests.core.derivation.judging import DIGITS, agree


def formulas(text: str, order: int = 5) -> list[str]:
    return [str(one) for one in higher_derivatives(parse(text), order=order).formulas]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x^3", ["3*x^2", "6*x", "6", "0", "0"]),
        ("sin(x)", ["cos(x)", "-sin(x)", "-cos(x)", "sin(x)", "cos(x)"]),
        ("e^x", ["e^x"] * 5),
        (
            "x e^(-x)",
            ["(1 - x)*e^(-x)", "(x - 2)*e^(-x)", "(3 - x)*e^(-x)", "(x - 4)*e^(-x)", "(5 - x)*e^(-x)"],
        ),
        ("log(x)", ["1/x", "-1/x^2", "2/x^3", "-6/x^4", "24/x^5"]),
    ],
)
def test_five_derivatives(text: str, expected: list[str]) -> None:
    assert formulas(text) == expected


@pytest.mark.parametrize(
    "text", ["tan(x)", "sqrt(1 + x^2)", "x^x", "sigmoid(x)", "{x < 0: x^2, x^3}", "relu(x)^3"]
)
def test_each_derivative_has_the_values_of_sympys(text: str) -> None:
    e = parse(text)
    for order, formula in enumerate(higher_derivatives(e, order=4).formulas, start=1):
        theirs = from_sympy(e.sympy.diff(symbol("x"), order))
        for x in (Fraction("0.37"), Fraction("1.61")):
            value = precise_value(theirs, {"x": x}, DIGITS)
            assert agree(precise_value(formula.tree, {"x": x}, DIGITS), value)


def test_the_corner_of_a_modulus_stays_a_gap_in_every_derivative() -> None:
    assert formulas("|x|", 3) == ["{x < 0: -1, 0 < x: 1}", *["{x < 0: 0, 0 < x: 0}"] * 2]


def test_a_formula_nobody_reads_ends_the_list_with_a_sentence() -> None:
    found = higher_derivatives(parse("tan(sin(x^2)/x)"), order=5)
    assert 1 <= len(found.derivations) < 5
    assert found.sentence.endswith("derivative would be longer than anybody reads.")


def test_orders_go_from_1_to_5() -> None:
    for order in (0, 6):
        with pytest.raises(ValueError, match="order 1 to 5"):
            higher_derivatives(parse("x"), order=order)
