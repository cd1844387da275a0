"""The golden cases of the lesson that are about second derivatives, eigenvalues and what they prove."""

from fractions import Fraction
from typing import Any

import pytest
import sympy

from core.critical_points.around import look_around
from core.derivation import differentiate
from core.derivative_facts.monotony import monotony
from core.expression import Expression, parse
from core.gradient import gradient_field
from core.hessian import HessianReading, hessian_reading, hessian_steps
from core.learning_rate.quadratics import Eigenvalue
from core.second_derivative import second_derivative_test
from tests.core.golden import Case, Golden

GOLDEN = Golden("hessian_newton")
XY = ("x", "y")
ORIGIN = (0.0, 0.0)
QUADRATICS = {"hess1": "2x^2 + 3y^2 - x y", "hess2": "-2x^2 - 3y^2 - x y + 15", "saddle": "2x^2 - 2y^2"}


def quadratic(case: Case) -> Expression:
    return parse(QUADRATICS[case["id"].split("-")[0]], XY)


def reading(case: Case) -> HessianReading:
    return hessian_reading(quadratic(case), ORIGIN)


def same(one: Expression, text: str) -> bool:
    difference = one.sympy - parse(text.replace("**", "^"), XY).sympy
    return bool(sympy.expand(difference) == 0)


def slopes(e: Expression) -> list[Expression]:
    return [differentiate(e, name).formula for name in XY]


def second(e: Expression, first: str, then: str) -> Expression:
    return differentiate(differentiate(e, first).formula, then).formula


@GOLDEN.checked_by("hess1-grad", "hess2-grad", "saddle-grad")
def first_partials_by_the_rules(case: Case) -> None:
    e = quadratic(case)
    assert same(e, case["input"]["f"])
    assert all(same(one, text) for one, text in zip(slopes(e), case["verified"], strict=True))


@GOLDEN.checked_by("hess1-hessian", "hess2-hessian", "saddle-hessian")
def the_matrix_at_the_origin(case: Case) -> None:
    assert [list(map(int, row)) for row in reading(case).exact or ()] == case["verified"]


@GOLDEN.checked_by("hess1-charpoly", "hess2-charpoly")
def the_polynomial_on_the_blackboard(case: Case) -> None:
    board = hessian_steps(quadratic(case), ORIGIN)
    latex = next(step.latex for step in board if step.title == "The characteristic polynomial")
    written = case["verified"].replace("lam**2", r"\lambda^2").replace("10*lam", r"10 \lambda")
    assert f"&= {written} " in latex


@GOLDEN.checked_by("saddle-charpoly")
def the_product_of_a_diagonal_matrix(case: Case) -> None:
    board = hessian_steps(quadratic(case), ORIGIN)
    latex = next(step.latex for step in board if step.title == "The eigenvalues")
    assert r"\left(4 - \lambda\right)\left(-4 - \lambda\right) = 0" in latex
    # the same polynomial as the verified one, and not the printed (4 − λ)(4 − λ)
    lam = sympy.Symbol("lam")
    ours = sympy.expand((4 - lam) * (-4 - lam))
    assert ours == sympy.expand((lam - 4) * (lam + 4)) != sympy.expand((4 - lam) * (4 - lam))
    assert case["verified"] == "(lam - 4)*(lam + 4)"


def as_root(text: str) -> Eigenvalue:
    """ "5 - sqrt(2)" and "-5 + sqrt(2)" as centre, sign and radicand."""
    value = parse(text, ("x",)).sympy
    centre, rest = value.as_coeff_Add()
    return Eigenvalue(Fraction(int(centre)), 1 if rest.is_positive else -1, Fraction(int(rest**2)))


@GOLDEN.checked_by("hess1-eig-1", "hess1-eig-2", "hess2-eig-1", "hess2-eig-2")
def exact_roots(case: Case) -> None:
    roots = reading(case).roots
    assert roots is not None and as_root(case["verified"]["exact"]) in roots
    near = min(abs(float(root) - float(case["verified"]["value"])) for root in roots)
    assert near < 1e-15


@GOLDEN.checked_by("saddle-eigs")
def roots_of_the_saddle(case: Case) -> None:
    assert list(reading(case).eigenvalues) == [float(value) for value in case["verified"]]


@GOLDEN.checked_by("hess1-class", "hess2-class", "saddle-conclusion")
def what_the_origin_is(case: Case) -> None:
    found = reading(case)
    kind = {"hess1-class": "minimum", "hess2-class": "maximum", "saddle-conclusion": "saddle"}[case["id"]]
    assert found.kind == kind
    assert case["verified"]["class"].startswith(kind)
    assert look_around(quadratic(case), (0, 0)).finding == kind
    if "positive_definite" in case["verified"]:
        assert found.definiteness == "positive definite"
        assert {as_root(text) for text in case["verified"]["eigs"]} == set(found.roots or ())
    if "negative_definite" in case["verified"]:
        assert found.definiteness == "negative definite"


@GOLDEN.checked_by("second-deriv-test")
def above_below_and_equal_to_0(case: Case) -> None:
    said = {text: claim.rsplit(" ", 1)[-1] for text, claim in case["verified"].items()}
    names = {"min": "minimum", "max": "maximum", "minimum": "minimum", "inflection": "inflection"}
    for text in case["input"]["f"]:
        found = second_derivative_test(parse(text.replace("**", "^")), 0.0)
        assert found.verdict == names[said[text]]
        assert found.needs_more is (text in ("x**3", "x**4"))


@GOLDEN.checked_by("newton2d-f", "newton2d-fx")
def the_gradient_of_the_quartic(case: Case) -> None:
    verified: Any = case["verified"]
    if case["id"] == "newton2d-fx":
        assert same(slopes(parse(case["input"]["f"].replace("**", "^"), XY))[0], verified)
        return
    for factor in ("0.8", "0.9"):
        e = parse(verified["use"].replace("0.8", factor).replace("**", "^"), XY)
        assert same(slopes(e)[1], verified[f"f_y_for_{factor}"])
    assert same(slopes(parse(verified["use"].replace("**", "^"), XY))[1], case["claimed"]["f_y"])


@GOLDEN.checked_by("newton2d-fyy")
def f_yy_goes_with_its_factor(case: Case) -> None:
    for factor in ("0.8", "0.9"):
        e = parse(case["input"]["f"].replace("0.8", factor).replace("**", "^"), XY)
        assert same(second(e, "y", "y"), case["verified"][f"f_yy_for_{factor}"])


@GOLDEN.checked_by("newton2d-fxx-fxy")
def f_xx_and_both_mixed_ones(case: Case) -> None:
    e = parse(case["input"]["f"].replace("**", "^"), XY)
    xx, mixed = case["verified"]
    assert same(second(e, "x", "x"), xx)
    assert same(second(e, "x", "y"), mixed) and same(second(e, "y", "x"), mixed)


@GOLDEN.checked_by("newton2d-H-label")
def the_matrix_of_functions_and_the_one_at_the_origin(case: Case) -> None:
    e = parse(case["input"]["f"].replace("**", "^"), XY)
    entries = case["verified"]["H(x,y)"].replace("[", "").replace("]", "").split(", ")
    pairs = (("x", "x"), ("x", "y"), ("y", "x"), ("y", "y"))
    assert all(same(second(e, *pair), text) for pair, text in zip(pairs, entries, strict=True))
    found = hessian_reading(e, ORIGIN)
    assert str([list(map(int, row)) for row in found.exact or ()]).replace(" ", "") == case["verified"][
        "H(0,0)"
    ].replace(" ", "")


@GOLDEN.checked_by("increase-decrease")
def signs_of_the_slope(case: Case) -> None:
    e = parse(case["input"]["f"].replace("**", "^"))
    assert same(gradient_field_expression(e), case["verified"]["f'"])
    found = monotony(e, -1, 5)
    assert [(part.low, part.high, part.direction) for part in found.stretches] == [
        (-1, 2, "falling"),
        (2, 5, "rising"),
    ]
    assert (case["verified"]["decreasing"], case["verified"]["increasing"]) == ("x<2", "x>2")


def gradient_field_expression(e: Expression) -> Expression:
    return Expression.of_tree(gradient_field(e).trees[0], e.variables)


@GOLDEN.checked_by("necessary-condition")
def an_end_of_the_domain_needs_no_level_slope(case: Case) -> None:
    e = parse("x + 0*sqrt(x) + 0*sqrt(1 - x)")
    values = [float(e(x)) for x in (0.0, 0.5, 1.0)]
    assert min(values) == values[int(case["verified"]["min_at"])]
    assert second_derivative_test(parse("x"), 0.0).verdict == "not level"
    assert second_derivative_test(parse("x"), 0.0).values[1] == float(case["verified"]["f'(0)"])


@pytest.mark.parametrize("name", GOLDEN.checks)
def test_a_golden_case_of_the_hessian_holds(name: str) -> None:
    GOLDEN.check(name)
