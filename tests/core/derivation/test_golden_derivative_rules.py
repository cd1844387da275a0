"""Every golden case of the lesson, computed again: it holds, or it is an erratum whose right value holds."""

from fractions import Fraction

import pytest

from core.computational_graph import dependencies
from core.derivation import Derivation, differentiate
from core.derivation.checking import pair_check
from core.derivation.engine import derived
from core.derivation.rules.arithmetic import product, quotient, total
from core.expression import Expression, parse
from core.expression.tree import Binary, Variable
from core.first_principles.difference_quotient import difference_quotient
from tests.core.derivation.judging import places_of, same_values
from tests.core.golden import Case, Golden

GOLDEN = Golden("derivative_rules")
BY_ID, checks = GOLDEN.cases, GOLDEN.checked_by

HELD = {"a": Fraction(5, 2), "n": Fraction(7, 3), "b": Fraction(4, 3), "c": Fraction(9, 2)}
"""Values for the letters that stand for constants."""


def function(text: str) -> Expression:
    """The function of x, its constants as further variables."""
    letters = [name for name in HELD if any(part == name for part in _words(text))]
    return parse(text, ("x", *letters))


def _words(text: str) -> list[str]:
    return "".join(sign if sign.isalpha() else " " for sign in text).split()


def equals(derivation: Derivation, text: str) -> bool:
    """Whether the derivation's formula has the values of the text, wherever the function has a slope."""
    e = derivation.expression
    others = {name: HELD[name] for name in e.variables if name != derivation.variable}
    where = places_of(e.tree, derivation.variable, others, most=3)
    return len(where) == 3 and same_values(derivation.formula.tree, parse(text, e.variables).tree, where)


def test_all_47_cases_are_here_and_each_is_checked() -> None:
    assert len(BY_ID) == 47
    assert set(GOLDEN.checks) == set(BY_ID)


@pytest.mark.parametrize("name", BY_ID)
def test_golden_case(name: str) -> None:
    GOLDEN.check(name)


@checks(*(name for name in BY_ID if name.startswith("rule-") and name not in ("rule-tanh-sech",)))
@checks("chain-sin3x", "notes-linear", "notes-x2", "notes-x3", "notes-1overx", "notes-const")
@checks("notes-sum", "notes-xex", "notes-e2x")
def the_derivative_is_the_verified_one_and_the_claimed_one(case: Case) -> None:
    derivation = differentiate(function(case["input"]["f"]))
    assert equals(derivation, case["verified"]["derivative"])
    assert equals(derivation, case["claimed"])
    assert all(check.holds for check in derivation.checks)


@checks("defn-const3", "defn-3x", "defn-x2")
def the_quotient_is_the_verified_one_and_tends_to_the_derivative(case: Case) -> None:
    f = parse(case["input"]["f"])
    quotient_of = parse(case["input"]["quotient"], ("x", "h"))
    for x, h in ((0.5, 0.25), (-3.0, 0.5), (2.0, -0.125)):
        assert float(f(x + h) - f(x)) / h == float(quotient_of(x, h))
    assert equals(differentiate(f), case["verified"])
    assert difference_quotient(f).derivative == differentiate(f).result


@checks("osc-derivative", "notes-xex-slip")
def the_derivative_is_the_verified_one(case: Case) -> None:
    derivation = differentiate(function(case["input"]["f"]))
    assert equals(derivation, case["verified"])
    assert equals(derivation, case["claimed"]) == case["agrees"]


@checks("rule-tanh-sech")
def tanh_is_sinh_over_cosh_and_both_forms_of_its_derivative_agree(case: Case) -> None:
    where = places_of(parse("x").tree, "x", {}, most=5)
    assert same_values(parse("tanh(x)").tree, parse(case["claimed"][0]).tree, where)
    tanh = differentiate(parse(case["input"]["f"]))
    assert str(tanh.formula) == "1 - tanh(x)^2" and equals(tanh, "1/cosh(x)^2")
    why = next(step for step in tanh.steps if step.substeps).substeps
    assert r"\frac{\sinh\left(x\right)}{\cosh\left(x\right)}" in why[0].latex


@checks("trig-range")
def tan_and_sec_leave_the_range_of_sine(case: Case) -> None:
    for text, verified in case["verified"].items():
        value = float(parse(text.replace("1.5", "x"))(float(case["input"]["x"])))
        assert value == pytest.approx(float(verified), rel=1e-14) and value > 1


@checks("chain-n-functions")
def the_last_factor_of_the_chain_must_not_get_lost(case: Case) -> None:
    derivation = differentiate(parse(case["input"]["composite"]))
    assert equals(derivation, case["verified"]["derivative"])
    assert not equals(derivation, case["verified"]["printed_product_without_df_n/dx"])
    letters = [node.letter for node in derivation.tree.nodes() if node.letter]
    assert letters == ["u", "v"]


@checks("chain-dzdt")
def the_sum_over_the_paths_is_minus_46_sin_4t_minus_72_cos_4t(case: Case) -> None:
    inputs, verified = case["input"], case["verified"]
    inner = {name: parse(inputs[name], ("t",)) for name in "xy"}
    tree = dependencies(parse(inputs["z"], ("x", "y")), inner)
    assert str(tree.formula) == "-46*sin(4*t) - 72*cos(4*t)"
    assert float(tree.formula(0.3)) == pytest.approx(float(verified["at_t=0.3"]), rel=1e-14)
    claimed = parse(case["claimed"], ("t",))
    assert float(claimed(0.3)) == pytest.approx(float(verified["seed_at_t=0.3"]), rel=1e-14)
    check = tree.check(tree.formula.tree)
    assert check is not None and check.holds


@checks("chain-dzdt-intermediate")
def the_first_line_of_the_working_is_right(case: Case) -> None:
    names = {"x": parse("3sin(2t)", ("t",)), "y": parse("4cos(2t)", ("t",))}
    tree = dependencies(parse("x^2 - 3x y + 2y^2", ("x", "y")), names)
    line = parse(case["input"]["expr"], ("x", "y", "t"))
    for t in (0.3, -1.1, 2.0):
        at = [float(names[name](t)) for name in "xy"]
        assert float(line(*at, t)) == pytest.approx(float(tree.formula(t)), rel=1e-12)


@checks("inverse-sqrt", "inverse-rule-wording")
def the_inverse_has_the_reciprocal_slope_at_the_mirrored_point(case: Case) -> None:
    slope_of_root = differentiate(parse("sqrt(y)", ("y",)), "y").formula
    slope_of_square = differentiate(parse("x^2")).formula
    verified = case["verified"].get("numeric_at_y=9", case["verified"])
    right, wrong = (float(Fraction(verified[key])) for key in ("g'(9)", "1/f'(9)"))
    assert float(slope_of_root(9.0)) == pytest.approx(right, rel=1e-15)
    assert 1 / float(slope_of_square(3.0)) == pytest.approx(right, rel=1e-15)
    assert 1 / float(slope_of_square(9.0)) == pytest.approx(wrong, rel=1e-15)


@checks("inverse-log")
def the_logarithm_follows_from_the_inverse_function_rule(case: Case) -> None:
    derivation = differentiate(parse("log(y)", ("y",)), "y")
    assert str(derivation.formula) == case["verified"]["d/dy log(y)"]
    why = [step.title for step in derivation.steps[0].substeps]
    assert why[-1] == "Inverse function rule"
    check = derivation.steps[0].substeps[-1].check
    assert check is not None and check.holds


@checks("log3")
def the_natural_logarithm_of_3(case: Case) -> None:
    assert str(parse("log(3)").precise(0, digits=20)).startswith(case["verified"][:18])


@checks("exp-log-inverse")
def exp_and_log_undo_each_other(case: Case) -> None:
    for text, plain in zip(case["input"]["expr"], case["verified"], strict=True):
        derivation = differentiate(parse(text, (plain,)), plain)
        assert str(derivation.formula) == "1"


@checks("notes-scalar-mult")
def a_constant_factor_stays_and_the_prime_goes_to_the_function(case: Case) -> None:
    derivation = differentiate(parse("3*x^2"))
    assert derivation.tree.rule.name == "constant multiple"
    assert equals(derivation, "3*(2*x)")
    misread = differentiate(parse("3*(2*x)"))
    assert f"f' = {misread.formula}," in case["verified"]["test_f=c*g'"]
    assert not equals(misread, "3*(2*x)")


@checks("rules-general")
def the_general_rules_are_the_claimed_ones(case: Case) -> None:
    names = ("g", "h", "p", "q")
    rules = {"sum": total, "product": product, "quotient": quotient}
    values = dict(zip(names, map(Fraction, ("2/3", "7/5", "11/4", "-3/8")), strict=True))
    for name, sign in (("sum", "+"), ("product", "*"), ("quotient", "/")):
        move = rules[name](Binary(sign, Variable("x"), Variable("x")), "x")
        assert move is not None
        claimed = parse(case["claimed"][name].replace("g'", "p").replace("h'", "q"), names)
        slots = dict(zip(("#0", "#1", "#0'", "#1'"), values.values(), strict=True))
        check = pair_check(move.after, claimed.tree, "g", [{**values, **slots}], "rule against rule")
        assert check is not None and check.holds
    chain = derived(parse("sin(e^x)").tree, "x", ("x",))
    assert chain.rule.name == "chain" and chain.substeps[0].rule.name == "function"


KINDS = {
    "nondiff-corner": "corner",
    "nondiff-cusp": "cusp",
    "nondiff-jump": "jump",
    "nondiff-vertical-tangent": "vertical tangent",
}


@checks(*KINDS)
def the_kind_of_the_point_without_a_derivative_is_told(case: Case) -> None:
    derivation = differentiate(parse(case["input"]["f"].lower().replace("heaviside", "step")))
    (gap,) = derivation.domain.gaps
    assert (gap.x, gap.kind) == (0.0, KINDS[case["id"]])
    f, h = derivation.expression, 1e-12
    quotients = [float(f(side * h) - f(0.0)) / (side * h) for side in (-1, 1)]
    for found, limit in zip(quotients, case["verified"].values(), strict=True):
        expected = float(limit.replace("oo", "inf"))
        assert found == pytest.approx(expected, abs=1e-9) or (abs(found) > 1e3 and found * expected > 0)
    assert float(derivation.formula(0.0)) != float(derivation.formula(0.0))
