"""The golden cases of the lesson that are about minima found without descending."""

from fractions import Fraction
from math import log

import numpy as np
import pytest
import sympy

from core.closed_form import closed_form
from core.closed_form.elimination import eliminated
from core.closed_form.squares import residuals_of, squares_of
from core.datasets import named_samples, samples_of
from core.models import MODELS
from core.training import greatest_rate
from tests.core.golden import Golden

golden = Golden("training")

m, b, a = sympy.symbols("m b a")
THREE = named_samples("three_points")
SQUARES = squares_of(residuals_of(THREE))


def row(expression):
    """The coefficients of m, b and 1 in a linear expression of SymPy."""
    poly = sympy.Poly(expression, m, b)
    return tuple(Fraction(str(poly.coeff_monomial(monomial))) for monomial in (m, b, 1))


def mean_of(places):
    return closed_form(MODELS["mean"], samples_of([[place] for place in places])).exact[0]


@golden.checked_by("power-line-2", "power-line-3")
def mean_of_any_places(case):
    argmin = sympy.sympify(case["verified"]["argmin"])
    symbols = sympy.symbols("a b c")[: 2 if case["id"].endswith("2") else 3]
    for places in ((1, 4, 6), (-2, 5, 0.5), (7, 7, -9)):
        used = places[: len(symbols)]
        expected = argmin.subs({s: sympy.Rational(str(p)) for s, p in zip(symbols, used, strict=True)})
        assert mean_of(used) == Fraction(str(expected))


@golden.checked_by("power-line-3-line")
def slope_of_three_lines(case):
    """The printed line has −a for −2a; the right slope is that of three squares."""
    x, c = sympy.symbols("x c")
    right = sympy.sympify(case["verified"])
    squares = squares_of([(Fraction(1), Fraction(-place)) for place in (1, 2, 6)])
    slope = squares.normal_equations[0]
    assert right.subs({a: 1, b: 2, c: 6}) == slope[0].numerator * x + slope[1].numerator


@golden.checked_by("square-loss-mean")
def mean_of_four(case):
    assert mean_of(case["input"]["a"]) == Fraction(case["verified"]["argmin"])


@golden.checked_by("coin-argmax", "coin-TH", "coin-log-eq-0")
def share_of_tosses(case):
    found = closed_form(MODELS["coin"], named_samples("coin"))
    assert found.exact == (Fraction(7, 10),)
    verified = case["verified"]
    if "P_hat" in verified:
        assert found.exact[0] == Fraction(verified["P_hat"])
    if "max_float" in verified:
        assert -10 * found.loss == pytest.approx(log(float(verified["max_float"])), rel=1e-14)
        assert "0.0022235661" in found.steps[-1].latex
    if "max_of_G_on_(0,1)" in verified:
        assert -10 * found.loss == pytest.approx(float(verified["max_of_G_on_(0,1)"]), rel=1e-14)
        assert "−6.10864 and never 0" in found.steps[2].why


@golden.checked_by("Emb-printed", "Emb-dEdm", "Emb-dEdb")
def normal_equations(case):
    """The printed E and its 92 are misprints; the squares of the three points have the right ones."""
    verified = case["verified"]
    right = {
        "Emb-printed": lambda: [verified["right_dE/dm"], verified["right_dE/db"]],
        "Emb-dEdm": lambda: [verified, None],
        "Emb-dEdb": lambda: [None, verified],
    }[case["id"]]()
    for equation, text in zip(SQUARES.normal_equations, right, strict=True):
        assert text is None or equation == row(sympy.sympify(text))
    assert SQUARES.expanded_latex(("m", "b")) == "14 m^2 + 3 b^2 + 38 + 12 m b - 42 m - 20 b"


@golden.checked_by("Emb-elimination")
def elimination(case):
    steps = closed_form(MODELS["line"], THREE).steps
    taken = next(step for step in steps if step.title == "Take b out")
    assert taken.latex.endswith("= 4 m - 2 = 0")
    assert sympy.sympify(case["verified"]["difference_with_42"]) == -(4 * m - 2)


@golden.checked_by("Emb-solution")
def solution(case):
    verified = case["verified"]
    found = closed_form(MODELS["line"], THREE)
    assert found.exact == (Fraction(verified["m"]), Fraction(verified["b"]))
    assert SQUARES.value(found.exact) == Fraction(verified["E"])
    assert 6 * found.loss == pytest.approx(float(verified["E_float"]), rel=1e-14)
    assert [[int(entry) for entry in row[:2]] for row in SQUARES.normal_equations] == verified["hessian"]
    printed = eliminated([row(28 * m + 12 * b - 92), row(12 * m + 6 * b - 20)], ("m", "b")).solution
    wrong = verified["solution_of_printed_system_(92)"]
    assert printed == (Fraction(wrong["m"]), Fraction(wrong["b"]))
    # The loss is E/6, so it bears six times the rate.
    limit = float(verified["gd_alpha_limit_2/lmax"])
    assert greatest_rate(MODELS["line"], THREE) == pytest.approx(6 * limit, rel=1e-12)


@golden.checked_by("mse-cost")
def cost(case):
    loss = sympy.lambdify((m, b), sympy.sympify(case["verified"]["L"]))
    for theta in ((0.5, 7 / 3), (1.0, -2.0), (-3.0, 0.25)):
        assert MODELS["line"].loss(np.array(theta), THREE.x, THREE.y) == pytest.approx(loss(*theta))
    assert closed_form(MODELS["line"], THREE).exact == (Fraction(1, 2), Fraction(7, 3))


@pytest.mark.parametrize("name", golden.checks)
def test_golden_case_holds(name):
    golden.check(name)
