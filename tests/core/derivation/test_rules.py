"""The rules as a table, and the choices of a textbook."""

import inspect
from collections.abc import Iterator

import pytest

from core.derivation import differentiate
from core.derivation.engine import NO_RULE, Derived, derived
from core.derivation.rules import RULES
from core.derivation.rules.functions import SLOPES
from core.derivation.rules.kinks import KINKS
from core.expression import parse
from core.expression.functions import FUNCTIONS
from core.expression.printer import text as text_of


def tree(text: str, variables: tuple[str, ...] = ("x",)) -> Derived:
    return differentiate(parse(text, variables), "x").tree


def formula(text: str) -> str:
    return str(differentiate(parse(text)).formula)


def rules_used(text: str) -> list[str]:
    return [node.rule.name for node in tree(text).nodes()]


def test_every_rule_is_told_in_its_docstring_before_and_after() -> None:
    for rule in RULES:
        assert inspect.getdoc(rule.apply).startswith("d/d") and "→" in inspect.getdoc(rule.apply)
        assert rule.why.endswith(".")
    for slope in (*SLOPES.values(), *KINKS.values()):
        assert inspect.getdoc(slope).startswith("d/du [") and "→" in inspect.getdoc(slope)


def test_every_function_of_the_language_has_a_rule() -> None:
    of_their_own = {"min", "max"}
    assert set(SLOPES) | set(KINKS) | of_their_own == set(FUNCTIONS)


CHOICES = (
    ("7", "constant"),
    ("pi^2", "constant"),
    ("x", "identity"),
    ("-sin(x)", "opposite"),
    ("3x^4", "constant multiple"),
    ("sin(x)/5", "constant multiple"),
    ("2/(x + 1)", "constant multiple"),
    ("3x^4 + 4x", "sum"),
    ("x^4", "power"),
    ("x^(-2/3)", "power"),
    ("x^pi", "power"),
    ("(x - 2)(x + 3)", "product"),
    ("x e^(-x)", "product"),
    ("x sin(x) e^x", "product"),
    ("x^2/(x + 1)", "quotient"),
    ("1/x", "reciprocal"),
    ("1/sqrt(x)", "reciprocal"),
    ("e^x", "exponential"),
    ("2^x", "exponential"),
    ("exp(x)", "function"),
    ("log(x, 3)", "logarithm of any base"),
    ("log(x, x + 2)", "change of base"),
    ("x^x", "logarithmic differentiation"),
    ("tan(x)", "function"),
    ("|x|", "corner or jump"),
    ("max(x, 1)", "extreme"),
    ("{x < 0: 0, x}", "piecewise"),
    ("(x^2 + 1)^10", "chain"),
    ("sin(3x)", "chain"),
    ("sin(x)^2", "chain"),
    ("cbrt(x - x)", "flat inside"),
    ("floor(sign(x))", "flat inside"),
)


@pytest.mark.parametrize(("text", "rule"), CHOICES)
def test_the_first_rule_is_the_one_a_textbook_takes(text: str, rule: str) -> None:
    assert tree(text).rule.name == rule


def test_every_rule_of_the_list_is_the_choice_for_some_function() -> None:
    assert {rule.name for rule in RULES} <= {rule for _, rule in CHOICES}


def test_a_product_of_three_factors_is_one_product_rule() -> None:
    node = tree("x sin(x) e^x")
    assert [text_of(part) for part in node.move.parts] == ["x", "sin(x)", "e^x"]
    assert rules_used("x sin(x) e^x").count("product") == 1


def test_a_power_of_a_sum_is_never_multiplied_out() -> None:
    assert rules_used("(x^2 + 1)^10") == ["chain", "power", "sum", "power", "constant"]
    assert formula("(x^2 + 1)^10") == "20*x*(x^2 + 1)^9"


def test_one_over_a_power_becomes_a_power() -> None:
    node = tree("1/x^3")
    assert text_of(node.move.parts[0]) == "x^(-3)"
    assert formula("1/x^3") == "-3/x^4"


def letters(node: Derived) -> Iterator[str]:
    for one in node.nodes():
        if one.letter is not None:
            yield one.letter


def test_nested_and_neighbouring_chains_never_use_a_letter_twice() -> None:
    assert list(letters(tree("sin(cos(e^(x^2)))"))) == ["u", "v", "w"]
    assert list(letters(tree("sin(2x) + cos(3x) + tan(4x)"))) == ["u", "v", "w"]
    many = " + ".join(f"sin({k}x)" for k in range(2, 12))
    assert len(set(letters(tree(many)))) == 10


def test_inner_functions_never_take_the_name_of_a_variable() -> None:
    assert list(letters(tree("sin(u x) + cos(2x)", ("x", "u", "v")))) == ["w", "s"]


def test_other_variables_are_held_constant() -> None:
    node = tree("x^2 y + y^3", ("x", "y"))
    constant = next(one for one in node.nodes() if one.rule.name == "constant")
    assert "y held constant" in constant.why
    assert str(differentiate(parse("x^2 y + y^3", ("x", "y")), "y").formula) == "x^2 + 3*y^2"


def test_a_variable_that_is_not_of_the_function_is_refused() -> None:
    with pytest.raises(ValueError, match="with respect to t"):
        differentiate(parse("x^2"), "t")


def test_a_missing_rule_says_so_and_its_value_is_still_checked() -> None:
    without = [rule for rule in RULES if rule.name != "function"]
    node = derived(parse("x + sin(x)").tree, "x", ("x",), without)
    missing = node.inner[1]
    assert missing.rule is NO_RULE and text_of(missing.after) == "cos(x)"
    assert text_of(node.after) == "1 + cos(x)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x e^(-x)", "(1 - x)*e^(-x)"),
        ("(x - 2)(x + 3)", "2*x + 1"),
        ("x^2/(x + 1)", "x*(x + 2)/(x + 1)^2"),
        ("1/x", "-1/x^2"),
        ("x^x", "x^x*(log(x) + 1)"),
        ("x/sqrt(1 + x^2)", "1/(x^2 + 1)^(3/2)"),
        ("0.1x^2", "0.2*x"),
        ("sigmoid(x)", "sigmoid(x)*(1 - sigmoid(x))"),
        ("|x^2 - 1|", "{x^2 - 1 < 0: -2*x, 0 < x^2 - 1: 2*x}"),
        ("relu(x)^3", "{x < 0: 0, 0 < x: 3*relu(x)^2}"),
        ("{x <= 1: x, 2x^2}", "{x < 1: 1, x = 1: 0/0, 4*x}"),
        ("max(x, x)", "1"),
        ("x^0", "0"),
    ],
)
def test_the_result_is_as_short_as_a_textbook_has_it(text: str, expected: str) -> None:
    assert formula(text) == expected


def test_a_border_that_fills_an_interval_is_left_to_places_beside_it() -> None:
    derivation = differentiate(parse("{min(x, x, 1) < x: x, -x}"))
    assert derivation.checks and all(check.holds for check in derivation.checks)
