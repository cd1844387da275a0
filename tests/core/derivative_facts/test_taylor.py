"""Taylor polynomials against the series in Abramowitz and Stegun, and against mpmath's own."""

import math
from dataclasses import replace
from fractions import Fraction

import mpmath
import numpy as np
import pytest

from core.derivative_facts.approximations import approximations
from core.derivative_facts.orders import derivatives
from core.derivative_facts.taylor import taylor, taylor_steps
from core.errors import SettingError
from core.expression import parse
from core.expression.powers import exact_value

SERIES = [
    ("e^x", 0, ["1", "1", "1/2", "1/6", "1/24", "1/120", "1/720", "1/5040", "1/40320"]),
    ("sin(x)", 0, ["0", "1", "0", "-1/6", "0", "1/120", "0", "-1/5040", "0"]),
    ("cos(x)", 0, ["1", "0", "-1/2", "0", "1/24", "0", "-1/720", "0", "1/40320"]),
    ("tan(x)", 0, ["0", "1", "0", "1/3", "0", "2/15", "0", "17/315", "0"]),
    ("log(1 + x)", 0, ["0", "1", "-1/2", "1/3", "-1/4", "1/5", "-1/6", "1/7", "-1/8"]),
    ("log(x)", 1, ["0", "1", "-1/2", "1/3", "-1/4", "1/5", "-1/6", "1/7", "-1/8"]),
    ("1/(1 - x)", 0, ["1"] * 9),
    ("sqrt(1 + x)", 0, ["1", "1/2", "-1/8", "1/16", "-5/128", "7/256", "-21/1024", "33/2048", "-429/32768"]),
    ("atan(x)", 0, ["0", "1", "0", "-1/3", "0", "1/5", "0", "-1/7", "0"]),
    ("sinh(x)", 0, ["0", "1", "0", "1/6", "0", "1/120", "0", "1/5040", "0"]),
    ("tanh(x)", 0, ["0", "1", "0", "-1/3", "0", "2/15", "0", "-17/315", "0"]),
    ("sigmoid(x)", 0, ["1/2", "1/4", "0", "-1/48", "0", "1/480", "0", "-17/80640", "0"]),
    ("x^3 - 3x", 2, ["2", "9", "6", "1", "0", "0", "0", "0", "0"]),
    ("6", 3, ["6", "0", "0", "0", "0", "0", "0", "0", "0"]),
]


@pytest.mark.parametrize(("f", "x0", "expected"), SERIES)
def test_the_coefficients_are_those_of_the_tables_exactly(f: str, x0: int, expected: list[str]) -> None:
    found = taylor(parse(f), x0).coefficients
    assert [exact_value(term.tree) for term in found] == [Fraction(text) for text in expected]
    assert all(term.is_exact for term in found)


@pytest.mark.parametrize(("f", "own", "x0"), [
    ("e^(sin(x))", lambda x: mpmath.exp(mpmath.sin(x)), 0.3),
    ("x^x", lambda x: x**x, 1.0),
    ("erf(x)", mpmath.erf, -0.5),
    ("sqrt(x)", mpmath.sqrt, 2.25),
])  # fmt: skip
def test_the_coefficients_agree_with_mpmath(f: str, own: object, x0: float) -> None:
    with mpmath.workdps(40):
        theirs = mpmath.taylor(own, mpmath.mpf(x0), 6)
    ours = [float(term.value) for term in taylor(parse(f), x0, 6).coefficients]
    assert ours == pytest.approx([float(value) for value in theirs], rel=1e-12)


def test_e_to_the_x_has_the_tangent_and_the_parabola_of_the_lecture() -> None:
    found = taylor(parse("e^x"), 0)
    assert found.latex(1) == r"T_{1}(x) = 1 + x"
    assert found.latex(2) == r"T_{2}(x) = 1 + x + \frac{x^{2}}{2}"
    assert found.error(1, 0.1) == pytest.approx(math.expm1(0.1) - 0.1)
    assert found.error(2, 0.1) == pytest.approx(math.expm1(0.1) - 0.1 - 0.005)


@pytest.mark.parametrize("degree", [1, 2, 3, 4])
def test_the_error_shrinks_with_the_power_after_the_degree(degree: int) -> None:
    found = taylor(parse("e^x"), 0, degree)
    ratio = found.error(degree, 1e-3) / found.error(degree, 5e-4)
    assert ratio == pytest.approx(2 ** (degree + 1), rel=1e-3)


def test_powers_stand_around_the_point() -> None:
    assert str(taylor(parse("log(x)"), 1, 2).polynomial(2)) == "x - 1 - (x - 1)^2/2"
    assert str(taylor(parse("x^2"), -2, 2).polynomial(2)) == "4 - 4*(x + 2) + (x + 2)^2"


def test_exact_values_of_functions_stay_whole() -> None:
    found = taylor(parse("sin(x)"), 1, 2)
    assert found.latex(1) == r"T_{1}(x) = \sin\left(1\right) + \cos\left(1\right) \left(x - 1\right)"


def test_long_values_become_decimals_and_the_sign_says_so() -> None:
    found = taylor(parse("e^(sin(x) + cos(2x))"), 0.3, 4)
    assert not found.coefficients[4].is_exact and found.latex(4).startswith(r"T_{4}(x) \approx")
    assert float(found.polynomial(4)(0.35)) == pytest.approx(
        float(parse("e^(sin(x) + cos(2x))")(0.35)), rel=1e-5
    )


@pytest.mark.parametrize(("f", "x0", "degree"), [
    ("|x|", 0, 0),
    ("x|x|", 0, 1),
    ("relu(x)", 0, 0),
    ("cbrt(x)", 0, 0),
    ("x^(7/2)", 0, 3),
])  # fmt: skip
def test_the_expansion_ends_where_a_derivative_is_missing(f: str, x0: float, degree: int) -> None:
    found = taylor(parse(f), x0)
    assert found.degree == degree
    assert f"no derivative of order {degree + 1}" in found.sentence
    assert all(step.check is not None and step.check.holds for step in taylor_steps(found))


@pytest.mark.parametrize("f", ["e^x", "sin(x)", "tan(x)", "sigmoid(x)", "x^x", "log(x + 2)", "x e^(-x)"])
@pytest.mark.parametrize("x0", [1.0, 0.3])
def test_every_coefficient_has_a_step_whose_check_holds(f: str, x0: float) -> None:
    steps = taylor_steps(taylor(parse(f), x0, 5))
    assert len(steps) == 6
    assert all(step.check is not None and step.check.holds for step in steps)
    assert steps[1].why.endswith("this is the tangent.")


def test_a_wrong_coefficient_does_not_pass_its_check() -> None:
    found = taylor(parse("e^x"), 0, 2)
    spoiled = replace(found.coefficients[2], value=found.coefficients[2].value + 1e-6)
    steps = taylor_steps(replace(found, coefficients=(*found.coefficients[:2], spoiled)))
    assert [step.check is not None and step.check.holds for step in steps] == [True, True, False]


def test_a_point_without_a_value_is_refused_at_its_control() -> None:
    for f, x0 in (("log(x)", 0), ("1/x", 0), ("e^x", math.inf)):
        with pytest.raises(SettingError) as failure:
            taylor(parse(f), x0)
        assert failure.value.setting == "x0"
    with pytest.raises(ValueError, match="degrees"):
        taylor(parse("x"), 0, 9)


def test_orders_are_functions_and_end_where_formulas_grow_too_long() -> None:
    assert [str(f) for f in derivatives(parse("sin(x)"), 4)] == ["cos(x)", "-sin(x)", "-cos(x)", "sin(x)"]
    monster = parse("tan(sin(e^(cos(x^2)))) * atan(x^x)")
    assert 1 <= len(derivatives(monster, 6)) < 6
    with pytest.raises(ValueError, match="orders"):
        derivatives(parse("x"), 9)


def test_approximations_hold_every_degree_and_their_largest_errors() -> None:
    found = approximations(taylor(parse("e^x"), 0, 4), -2.0, 1.0)
    assert found.polynomials.shape == (5, found.x.size)
    assert found.polynomials[2] == pytest.approx(1 + found.x + found.x**2 / 2)
    errors = [
        max(abs(math.exp(x) - p) for x, p in zip(found.x, row, strict=True)) for row in found.polynomials
    ]
    assert found.largest == pytest.approx(errors)
    assert 0.0 in found.x


def test_errors_are_taken_where_f_has_a_value() -> None:
    found = approximations(taylor(parse("log(x)"), 1, 1), -1.0, 2.0)
    assert np.isnan(found.f[found.x < 0]).all() and np.isfinite(found.largest).all()
