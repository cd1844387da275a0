r"""The echo: what stands on screen beside f(x) =, for every function and every shape of formula.

The expected strings are written by hand, from how the formula is set in a textbook.
"""

import pytest

from core.expression import parse
from core.expression.functions import FUNCTIONS

OF_X = {
    "sin": r"\sin\left(x\right)",
    "cos": r"\cos\left(x\right)",
    "tan": r"\tan\left(x\right)",
    "sec": r"\sec\left(x\right)",
    "csc": r"\csc\left(x\right)",
    "cot": r"\cot\left(x\right)",
    "asin": r"\arcsin\left(x\right)",
    "acos": r"\arccos\left(x\right)",
    "atan": r"\arctan\left(x\right)",
    "sinh": r"\sinh\left(x\right)",
    "cosh": r"\cosh\left(x\right)",
    "tanh": r"\tanh\left(x\right)",
    "asinh": r"\operatorname{arsinh}\left(x\right)",
    "acosh": r"\operatorname{arcosh}\left(x\right)",
    "atanh": r"\operatorname{artanh}\left(x\right)",
    "exp": r"e^{x}",
    "log": r"\log\left(x\right)",
    "log2": r"\log_{2}\left(x\right)",
    "log10": r"\log_{10}\left(x\right)",
    "sqrt": r"\sqrt{x}",
    "cbrt": r"\sqrt[3]{x}",
    "abs": r"\left|x\right|",
    "sign": r"\operatorname{sign}\left(x\right)",
    "floor": r"\left\lfloor{x}\right\rfloor",
    "ceil": r"\left\lceil{x}\right\rceil",
    "min": r"\min\left(x, 1\right)",
    "max": r"\max\left(x, 1\right)",
    "erf": r"\operatorname{erf}\left(x\right)",
    "sigmoid": r"\sigma\left(x\right)",
    "relu": r"\operatorname{relu}\left(x\right)",
    "softplus": r"\operatorname{softplus}\left(x\right)",
    "step": r"\operatorname{step}\left(x\right)",
}

SHAPES = [
    ("85 - x^2(x-6)y^2(y-6)/90", r"85 - \frac{x^{2} \left(x - 6\right) y^{2} \left(y - 6\right)}{90}"),
    ("-(x^2 - 4x + 4)", r"-\left(x^{2} - 4 x + 4\right)"),
    ("e^x - log x", r"e^{x} - \log\left(x\right)"),
    ("1/(1 + e^(-x))", r"\frac{1}{1 + e^{-x}}"),
    ("1/2x", r"\frac{1}{2} x"),
    ("1/(2x)", r"\frac{1}{2 x}"),
    ("sin x/x", r"\frac{\sin\left(x\right)}{x}"),
    ("sin(1/x)", r"\sin\left(\frac{1}{x}\right)"),
    ("x y", "x y"),
    ("2^3^x", "2^{3^{x}}"),
    ("(2^3)^x", r"\left(2^{3}\right)^{x}"),
    ("x^-1", "x^{-1}"),
    ("x^(2/3)", "x^{2/3}"),
    ("-x^2", "-x^{2}"),
    ("(-x)^2", r"\left(-x\right)^{2}"),
    ("x - (-y)", r"x - \left(-y\right)"),
    ("√(x^2 + y^2)", r"\sqrt{x^{2} + y^{2}}"),
    ("|x - 1| + |x + 1|", r"\left|x - 1\right| + \left|x + 1\right|"),
    ("sin^2 x + cos^2 x", r"\sin^{2}\left(x\right) + \cos^{2}\left(x\right)"),
    ("tanh^3(2x)", r"\tanh^{3}\left(2 x\right)"),
    ("(log x)^2", r"\left(\log\left(x\right)\right)^{2}"),
    ("log_2(x + 1)", r"\log_{2}\left(x + 1\right)"),
    ("0.5x", "0.5 x"),
    ("1e-20", "10^{-20}"),
    ("2pi x", r"2 \pi x"),
    ("x/y/2", r"\frac{\frac{x}{y}}{2}"),
    ("max(x, 0)/y", r"\frac{\max\left(x, 0\right)}{y}"),
    (
        "{0 < x <= 1: x, x = 2: 3}",
        r"\begin{cases} x & \text{if } 0 < x \leq 1 \\ 3 & \text{if } x = 2 \end{cases}",
    ),
]


def test_every_function_has_its_latex_here() -> None:
    assert set(OF_X) == set(FUNCTIONS)


@pytest.mark.parametrize("name", OF_X)
def test_a_function_of_x_is_set_as_in_a_textbook(name: str) -> None:
    assert parse(FUNCTIONS[name].example).latex == OF_X[name]


@pytest.mark.parametrize(("typed", "latex"), SHAPES)
def test_a_formula_keeps_its_shape_on_screen(typed: str, latex: str) -> None:
    assert parse(typed, ("x", "y")).latex == latex
