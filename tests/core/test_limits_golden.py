"""Every golden case of the lesson, computed again: it holds, or it is an erratum whose right value holds."""

from math import isnan

import pytest
import sympy

from core.expression import Expression, parse
from core.limits import analyse_limit
from tests.core.golden import Case, Golden

GOLDEN = Golden("limits")
BY_ID, checks = GOLDEN.cases, GOLDEN.checked_by

EULER = "(1 + 1/x)^x"

pytestmark = pytest.mark.usefixtures("patient_symbols")


def function(case: Case) -> Expression:
    return parse(case["input"]["f"])


def value_at(e: Expression, x: float) -> float:
    return float(e(x))


def test_all_23_cases_are_here_and_each_is_checked() -> None:
    assert len(BY_ID) == 23
    assert set(GOLDEN.checks) == set(BY_ID)


@pytest.mark.parametrize("name", BY_ID)
def test_golden_case(name: str) -> None:
    GOLDEN.check(name)


@checks("lim-2x-at-3", "lim-1overx-right", "lim-1overx-left")
def the_limit_is_the_value_named(case: Case) -> None:
    report = analyse_limit(function(case), case["input"]["point"], case["input"].get("side", "both"))
    assert report.value == {"6": 6, "oo": sympy.oo, "-oo": -sympy.oo}[case["verified"]]
    assert report.complete


@checks("lim-1overx-two-sided")
def both_sides_of_one_over_x_differ(case: Case) -> None:
    report = analyse_limit(function(case), "0")
    assert report.verdict == "sides-differ"
    assert report.left is not None and report.right is not None
    assert (report.left.value, report.right.value) == (-sympy.oo, sympy.oo)


@checks("lim-1overx-table")
def the_table_of_one_over_x_in_float64_and_exactly(case: Case) -> None:
    e = function(case)
    xs, verified = [float(x) for x in case["input"]["x"]], case["verified"]
    assert [repr(value_at(e, x)) for x in xs] == verified["float64_repr"]
    assert [repr(value_at(e, -x)) for x in xs] == verified["float64_repr_negative_side"]
    many = [e.precise(parse(text).precise(0, digits=50), digits=40) for text in case["input"]["x"]]
    assert [abs(one - int(exact)) < 1e-30 for one, exact in zip(many, verified["exact"], strict=True)] == [
        True
    ] * 6


@checks("lim-sin-inf", "lim-cos-inf")
def sine_and_cosine_oscillate_at_infinity(case: Case) -> None:
    report = analyse_limit(function(case), case["input"]["point"])
    assert report.verdict == "oscillates"
    assert report.left is not None and report.left.band == (-1, 1)


@checks("lim-sin-a")
def sine_is_continuous(case: Case) -> None:
    for a in ("0", "1", "pi/6", "-2.5", "100"):
        assert analyse_limit(function(case), a).value == sympy.sin(parse(a).sympy)


@checks("cont-definition-000")
def a_continuous_function_fails_the_conditions_as_printed(case: Case) -> None:
    right = case["verified"]["counterexample"]
    e = parse(right["f"])
    at_a = analyse_limit(e, str(right["a"]))
    assert at_a.value == int(value_at(e, right["a"])) == int(right["f(a)"])
    assert at_a.value != int(right["printed_cond_iii_value_a"])
    assert analyse_limit(e, "oo").verdict == "+inf"


@checks("cont-class-continuous", "cont-class-i-undefined")
def the_limit_exists_and_the_value_is_it_or_missing(case: Case) -> None:
    e, a = function(case), case["input"]["a"]
    verified = case["verified"]
    assert analyse_limit(e, a).value == int(verified["limit"])
    value = value_at(e, float(a))
    assert isnan(value) if verified["f(a)"] == "nan" else value == float(verified["f(a)"])


@checks("cont-class-ii-jump")
def the_sides_of_sign_differ(case: Case) -> None:
    report = analyse_limit(function(case), case["input"]["a"])
    assert report.verdict == "sides-differ"
    assert report.left is not None and report.right is not None
    assert (report.left.value, report.right.value) == tuple(
        int(case["verified"][s]) for s in ("left", "right")
    )


@checks("cont-class-iii-wrong-value")
def the_limit_does_not_look_at_the_point_itself(case: Case) -> None:
    e = parse("{x = 1: 5, x^2}")
    assert analyse_limit(e, "1").value == int(case["verified"]["limit"])
    assert value_at(e, 1.0) == float(case["verified"]["f(a)"])


@checks("euler-n-1", "euler-n-10", "euler-n-100")
def one_plus_one_over_n_to_the_n(case: Case) -> None:
    e, n = parse(EULER), case["input"]["n"]
    assert repr(value_at(e, n)) == case["verified"]["float64_repr"]
    assert abs(e.precise(n) - e.precise(n).context.mpf(case["verified"]["value"])) < 1e-18


@checks("euler-limit")
def the_limit_is_e_and_float64_loses_it(case: Case) -> None:
    e = parse(EULER)
    assert analyse_limit(e, "oo").value == sympy.E
    for n, shown in case["verified"]["float64_caveat"].items():
        assert abs(value_at(e, float(n)) - float(shown)) <= 1e-7 * float(shown)


@checks("euler-digits")
def the_digits_of_e(case: Case) -> None:
    value = analyse_limit(parse(EULER), "oo").value
    assert value is not None and str(value.evalf(20)) == case["verified"]


@checks("lim-sin-1overx-0")
def sine_of_one_over_x_oscillates_whatever_its_value_at_0(case: Case) -> None:
    for e in (function(case), parse("{x = 0: 0, sin(1/x)}")):
        report = analyse_limit(e, "0")
        assert report.verdict == "oscillates"
        assert [one.band for one in report.sides] == [(-1, 1), (-1, 1)]
    quotient = analyse_limit(parse("sin(1/x)/x"), "0", "right")
    assert quotient.right is not None and quotient.right.band == (-sympy.oo, sympy.oo)


@checks("diff-implies-cont")
def a_jump_can_hide_at_the_end_of_a_closed_set(case: Case) -> None:
    e = parse("{x = 0: 5, x}")
    assert analyse_limit(e, "0", "+").value == int(case["verified"]["lim x->0+"])
    assert value_at(e, 0.0) == float(case["verified"]["f(0)"])


@checks("cont-not-diff-abs")
def the_modulus_is_continuous_and_its_slopes_differ(case: Case) -> None:
    assert analyse_limit(parse("|x|"), "0").value == int(case["verified"]["limit"])
    slopes = analyse_limit(parse("|x|/x"), "0")
    assert slopes.left is not None and slopes.right is not None
    assert slopes.left.value == int(case["verified"]["left_slope"])
    assert slopes.right.value == int(case["verified"]["right_slope"])


@checks("limit-closer-and-closer")
def the_way_to_a_limit_need_not_be_straight(case: Case) -> None:
    e = function(case)
    assert analyse_limit(e, "0").value == int(case["verified"]["limit"])
    far, near = parse("1/(2pi*10)").precise(0), parse("1/(2pi*10 + pi/2 + 2pi)").precise(0)
    assert abs(e.precise(far)) < 1e-45
    assert float(abs(e.precise(near))) == pytest.approx(0.0141471, abs=1e-7)
    assert near < far


@checks("limit-third-case")
def growth_from_both_sides_is_a_third_way_to_have_no_number(case: Case) -> None:
    report = analyse_limit(function(case), "0")
    assert report.verdict == "+inf"
    assert [one.value for one in report.sides] == [sympy.oo, sympy.oo]
