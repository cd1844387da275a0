"""Every golden case of the lesson is computed again by one of the tests of its rooms; three of them here."""

from fractions import Fraction

import pytest
import sympy

import tests.core.closed_form.test_golden as closed_form
import tests.core.datasets.test_named as datasets
import tests.core.models.test_golden_training as models
from core.derivative_facts.taylor import taylor
from core.descent import run
from core.dual import dual_at
from core.dual.three_ways import true_slope
from core.expression import ExpressionError, parse
from tests.core.golden import Case, Golden

GOLDEN = Golden("training")


@GOLDEN.checked_by("taylor-exp")
def line_and_parabola_beside_the_exponential(case: Case) -> None:
    f, verified = parse(case["input"]["f"]), case["verified"]
    expansion = taylor(f, int(case["input"]["x0"]), 2)
    at, right = Fraction(1, 2), verified["error_at_0.5"]
    assert float(f(0.5)) == pytest.approx(float(right["exp"]), rel=1e-15)
    for degree in (1, 2):
        own = expansion.polynomial(degree)
        formula = parse(verified[f"order{degree}"].replace("**", "^"))
        assert float(own.precise(at)) == float(formula.precise(at)) == float(right[f"order{degree}"])
        missed = abs(float(right["exp"]) - float(right[f"order{degree}"]))
        assert abs(expansion.error(degree, 0.5)) == pytest.approx(missed, rel=1e-13)


@GOLDEN.checked_by("sympy-autodiff")
def one_makes_a_formula_and_the_other_carries_numbers(case: Case) -> None:
    x = sympy.Symbol("x")
    formula = sympy.diff(x * sympy.sin(x), x)
    assert case["verified"][case["input"]["package"]].startswith("symbolic")
    assert isinstance(formula, sympy.Expr) and formula.has(x)
    carried = dual_at(parse("x sin(x)"), 1.25)
    assert isinstance(carried.slope, float)
    assert carried.slope == pytest.approx(float(formula.subs(x, sympy.Rational(5, 4))), rel=1e-15)
    assert carried.slope == pytest.approx(float(true_slope(parse("x sin(x)"), 1.25)), rel=1e-15)


@GOLDEN.checked_by("ocr-001-minus")
def what_lost_its_minus_is_refused_where_the_sign_is_missing(case: Case) -> None:
    names = ("f", "g", "quotient", "step", "update", "rule")
    right, printed = (
        dict(zip(names, texts, strict=True)) for texts in (case["verified"]["right"], case["claimed"])
    )
    for name, text in right.items():
        assert text.count("-") > printed[name].count("-")
    for text, variables in ((printed["f"].strip("$").partition("= ")[2], ("x",)), (printed["step"], ())):
        with pytest.raises(ExpressionError, match="A sign is missing before this number"):
            parse(text, variables)
    step = float(parse(right["step"], ()).precise())
    assert step == pytest.approx(1.92, rel=1e-15)
    assert float(run(parse(right["f"]), (1.6,), rate=0.4, steps=1).x[1, 0]) == pytest.approx(step, rel=1e-15)


@pytest.mark.parametrize("name", GOLDEN.checks)
def test_golden(name: str) -> None:
    GOLDEN.check(name)


def test_no_golden_case_is_left_without_a_check() -> None:
    elsewhere = {*models.GOLDEN.checks, *closed_form.golden.checks, *datasets.golden.checks}
    assert elsewhere | set(GOLDEN.checks) == set(GOLDEN.cases)
    assert len(GOLDEN.cases) == 38
