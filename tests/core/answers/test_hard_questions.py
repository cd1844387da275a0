"""Questions where a careless judge goes wrong: jumps, poles, constants in disguise, and long formulas."""

import pytest

from core.answers import judge
from core.answers.diagnosis import MOST_CANDIDATES, misread
from core.answers.misconceptions import MISCONCEPTIONS
from core.derivation import differentiate
from core.expression import parse
from core.expression.functions import FUNCTIONS

EXAMPLES = [row.example for row in FUNCTIONS.values()]
LONG = "sin(x^2) e^(3x) (x^2 + 1)^5 log(x^2 + 2) cos(2x) + tan(x/7) sqrt(x^2 + 3) * 2^x + (x^3 + 2)/(x^2 + 5)"


@pytest.mark.parametrize("f", EXAMPLES)
def test_the_derivative_by_the_rules_is_right_for_every_function(f: str) -> None:
    e = parse(f)
    found = judge(e, differentiate(e).formula)
    assert found.verdict == "equal" and found.check is not None and found.check.holds


@pytest.mark.parametrize("f", EXAMPLES)
def test_the_derivative_and_one_thousandth_is_wrong_for_every_function(f: str) -> None:
    e = parse(f)
    found = judge(e, parse(f"{differentiate(e).formula} + 0.001"))
    assert found.verdict == "different" and found.check is not None and found.check.holds


def test_a_jump_beside_a_smooth_piece_is_no_obstacle() -> None:
    """At −1 the greatest integer jumps, and the rules alone would give a slope there."""
    e = parse("e^(-max(sin(x), ceil(x)))")
    found = judge(e, differentiate(e).formula)
    assert found.is_right and found.check is not None and found.check.holds


def test_a_constant_in_disguise_has_slope_0() -> None:
    assert judge(parse("sin(x)^2 + cos(x)^2"), parse("0")).is_right
    assert judge(parse("log(2x) - log(x)"), parse("0")).is_right
    assert not judge(parse("sin(x)^2 + cos(x)^2"), parse("10^-6")).is_right


def test_values_beyond_float64_are_passed_over() -> None:
    assert judge(parse("e^(e^x)"), parse("e^x e^(e^x)")).is_right
    assert not judge(parse("e^(e^x)"), parse("e^(e^x)")).is_right


def test_a_long_formula_is_judged_with_a_bounded_number_of_candidates() -> None:
    e = parse(LONG)
    counts = [len(list(misread(e, row))) for row in MISCONCEPTIONS]
    assert sum(counts) < MOST_CANDIDATES
    row = next(row for row in MISCONCEPTIONS if row.key == "inner-forgotten")
    first, *_, throughout = misread(e, row)
    for written in (first, throughout):
        found = judge(e, written.written)
        assert found.verdict == "different"
        assert "inner-forgotten" in [each.misconception.key for each in found.diagnoses]
