"""The canonical text and the LaTeX: brackets exactly where they are needed, in the order typed."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.expression import parse
from core.expression.printer import decimal, text
from core.expression.tokens import tokenize
from core.expression.tree import Binary, Negate, Node, Number
from tests.core.expression.grammar import trees


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("x^2-4x+4", "x^2 - 4*x + 4"),
        ("(x+1)(x-3)", "(x + 1)*(x - 3)"),
        ("1-(2-x)", "1 - (2 - x)"),
        ("(1-2)-x", "1 - 2 - x"),
        ("1/(2x)", "1/(2*x)"),
        ("1/2x", "1/2*x"),
        ("x/(1/x)", "x/(1/x)"),
        ("(x^2)^3", "(x^2)^3"),
        ("x^(2^3)", "x^2^3"),
        ("(-x)^2", "(-x)^2"),
        ("-x^2", "-x^2"),
        ("e^(-x)", "e^(-x)"),
        ("-(-x)", "-(-x)"),
        ("-(x+1)", "-(x + 1)"),
        ("x*(-2)", "x*(-2)"),
        ("(-x)*2", "(-x)*2"),
        ("|x|", "abs(x)"),
        ("log_2 x", "log(x, 2)"),
        ("{0<x≤1:-x,x=2:3,1}", "{0 < x <= 1: -x, x = 2: 3, 1}"),
        ("0.10", "0.1"),
        ("1e20", "1e20"),
        ("1.5e-30", "1.5e-30"),
    ],
)
def test_the_canonical_text_is(typed: str, printed: str) -> None:
    assert str(parse(typed)) == printed


@pytest.mark.parametrize(
    ("typed", "latex"),
    [
        ("x^2 - 4x + 4", "x^{2} - 4 x + 4"),
        ("1/2x", r"\frac{1}{2} x"),
        ("x/2", r"\frac{x}{2}"),
        ("sin 2x/3", r"\frac{\sin\left(2 x\right)}{3}"),
        ("sin^2 x", r"\sin^{2}\left(x\right)"),
        ("(x+1)/(x-1)", r"\frac{x + 1}{x - 1}"),
        ("(x/2)^2", r"\left(\frac{x}{2}\right)^{2}"),
        ("(x+1)^2", r"\left(x + 1\right)^{2}"),
        ("(x^2)^3", r"\left(x^{2}\right)^{3}"),
        ("2*3", r"2 \cdot 3"),
        ("x*2", r"x \cdot 2"),
        ("2*(1/3)", r"2 \cdot \frac{1}{3}"),
        ("3*2^x", r"3 \cdot 2^{x}"),
        ("2pi x", r"2 \pi x"),
        ("x^(1/3)", "x^{1/3}"),
        ("e^(-x^2)", "e^{-x^{2}}"),
        ("(e^x)^2", r"\left(e^{x}\right)^{2}"),
        ("|x|^2", r"\left|x\right|^{2}"),
        ("√(x+1)", r"\sqrt{x + 1}"),
        ("1 - (2 - x)", r"1 - \left(2 - x\right)"),
        ("x(-2)", r"x \left(-2\right)"),
        ("1e-20x", r"10^{-20} x"),
        ("1.5e-20", r"1.5 \cdot 10^{-20}"),
        ("{x<=0: 1, 2}", r"\begin{cases} 1 & \text{if } x \leq 0 \\ 2 & \text{otherwise} \end{cases}"),
    ],
)
def test_the_latex_keeps_the_typed_shape(typed: str, latex: str) -> None:
    assert parse(typed).latex == latex


@given(trees(("x", "y")))
def test_latex_brackets_are_balanced(tree: Node) -> None:
    latex = parse(text(tree), ("x", "y")).latex
    assert latex.count("{") == latex.count("}")
    assert latex.count(r"\left") == latex.count(r"\right")


@given(st.integers(1, 10**16 - 1), st.integers(-90, 80))
def test_a_decimal_number_is_printed_as_it_is_read(digits: int, exponent: int) -> None:
    value = digits * Fraction(10) ** exponent
    printed = decimal(value)
    assert printed is not None
    assert tokenize(printed)[0].value == value


@given(st.integers(1, 10**6), st.sampled_from((3, 6, 7, 9, 11, 12, 13)), st.integers(0, 5))
def test_a_fraction_without_end_is_no_decimal(numerator: int, denominator: int, places: int) -> None:
    fraction = Fraction(numerator, denominator * 10**places)
    ends = fraction.denominator
    for prime in (2, 5):
        while ends % prime == 0:
            ends //= prime
    assert (decimal(fraction) is None) == (ends != 1)


def test_a_fraction_made_by_a_derivative_is_printed_in_brackets() -> None:
    third = Number(Fraction(1, 3))
    assert text(Binary("^", third, Negate(third))) == "(1/3)^(-(1/3))"
