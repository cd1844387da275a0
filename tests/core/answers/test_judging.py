"""Right derivatives in other forms are accepted, wrong ones refused with a place that shows it."""

import math

import pytest

from core.answers import judge
from core.expression import Expression, parse

RIGHT = [
    ("6", "0"),
    ("x", "1"),
    ("3x", "6/2"),
    ("x^2", "x + x"),
    ("x^2", "2x^3/x^2"),
    ("x^4", "4 x x x"),
    ("x^3 - 3x", "3(x-1)(x+1)"),
    ("3x^4 + 4x", "4(3x^3 + 1)"),
    ("(x-2)(x+3)", "(x+3) + (x-2)"),
    ("(x-2)(x+3)", "2x + 1"),
    ("(x^2+1)^3", "6x(x^2+1)^2"),
    ("(x^2+1)^3", "6x^5 + 12x^3 + 6x"),
    ("1/x", "-x^(-2)"),
    ("1/x^2", "-2/(x x^2)"),
    ("x^2/(x+1)", "(2x(x+1) - x^2)/(x+1)^2"),
    ("x^2/(x+1)", "1 - 1/(x+1)^2"),
    ("(x+1)/(x-1)", "-2/(x-1)^2"),
    ("sqrt(x)", "x^(-1/2)/2"),
    ("sqrt(x)", "sqrt(x)/(2x)"),
    ("sqrt(x^2+1)", "x(x^2+1)^(-0.5)"),
    ("cbrt(x)", "1/(3 cbrt(x^2))"),
    ("x^(2/3)", "2/(3 cbrt(x))"),
    ("e^x", "exp(x)"),
    ("e^(2x)", "2(e^x)^2"),
    ("2^x", "2^x log(2)"),
    ("2^x", "log(2) e^(x log(2))"),
    ("x e^x", "(1+x)e^x"),
    ("x^2 e^(-x)", "x(2-x)/e^x"),
    ("log(x)", "x^(-1)"),
    ("log(3x)", "1/x"),
    ("log(x^2)", "2/x"),
    ("log(x, 10)", "log10(e)/x"),
    ("log2(x)", "1/(x log(2))"),
    ("log(2x^2 + 4x)/log(3)", "(4x+4)/((2x^2+4x) log(3))"),
    ("x log(x) - x", "log(x)"),
    ("log(sin(x))", "cos(x)/sin(x)"),
    ("sin(x)", "sin(x + pi/2)"),
    ("cos(x)", "-sin(x)"),
    ("sin(3x)", "cos(3x)*3"),
    ("sin(x)^2", "sin(2x)"),
    ("sin(x)^2", "2 sin(x) cos(x)"),
    ("sin(x) cos(x)", "1 - 2 sin(x)^2"),
    ("tan(x)", "1/cos(x)^2"),
    ("tan(x)", "1 + tan(x)^2"),
    ("sec(x)", "sin(x)/cos(x)^2"),
    ("cot(x)", "-1/sin(x)^2"),
    ("asin(x)", "1/sqrt(1 - x^2)"),
    ("acos(x)", "-1/sqrt((1-x)(1+x))"),
    ("atan(x)", "1/(x^2+1)"),
    ("sin(1/x)", "-cos(1/x)/x^2"),
    ("sin(e^(x^2))", "2x e^(x^2) cos(e^(x^2))"),
    ("sinh(x)", "(e^x + e^(-x))/2"),
    ("cosh(x)", "(e^x - e^(-x))/2"),
    ("tanh(x)", "1 - tanh(x)^2"),
    ("tanh(x)", "4/(e^x + e^(-x))^2"),
    ("asinh(x)", "1/sqrt(x^2+1)"),
    ("atanh(x)", "1/(1-x^2)"),
    ("x^x", "x^x (log(x) + 1)"),
    ("x^sin(x)", "x^sin(x) (cos(x) log(x) + sin(x)/x)"),
    ("sigmoid(x)", "sigmoid(x)(1 - sigmoid(x))"),
    ("sigmoid(x)", "e^(-x)/(1 + e^(-x))^2"),
    ("softplus(x)", "1/(1 + e^(-x))"),
    ("erf(x)", "2 e^(-x^2)/sqrt(pi)"),
    ("|x|", "x/|x|"),
    ("|x|", "sign(x)"),
    ("relu(x)", "(1 + sign(x))/2"),
    ("max(x, x^2)", "{x < 0: 2x, x < 1: 1, 2x}"),
    ("floor(x)", "0"),
    ("x|x|", "2|x|"),
    ("{x < 0: x^2, x^3}", "{x < 0: 2x, 3x^2}"),
    ("log|x|", "1/x"),
]

WRONG = [
    ("6", "6"),
    ("6", "1"),
    ("x^2", "x^2"),
    ("x^2", "2"),
    ("x^3", "3x^2 + 0.000001"),
    ("x^3", "3x^2 + x/10^12"),
    ("e^x", "e^x + 10^-9"),
    ("sin(x)", "cos(x)^2"),
    ("sin(x)", "cos(x + 0.0001)"),
    ("sin(x)", "1 - x^2/2 + x^4/24"),
    ("log(x)", "1/|x| + 1"),
    ("log(x)", "log(x)/x"),
    ("sqrt(x)", "1/(2x)"),
    ("|x|", "1"),
    ("|x|", "step(x)"),
    ("max(x, 2)", "1"),
    ("tan(x)", "sec(x)"),
    ("(x^2+1)^10", "10(x^2+1)^9"),
    ("sigmoid(x)", "sigmoid(x)"),
    ("x/10^50", "0"),
    ("floor(x)", "1"),
]


@pytest.mark.parametrize(("f", "form"), RIGHT)
def test_a_right_derivative_is_accepted_in_any_form(f: str, form: str) -> None:
    found = judge(parse(f), parse(form))
    assert found.verdict == "equal" and found.is_right, found.sentence
    assert found.check is not None and found.check.holds
    assert found.diagnoses == ()


@pytest.mark.parametrize(("f", "form"), WRONG)
def test_a_wrong_derivative_is_refused_and_a_witness_shows_it(f: str, form: str) -> None:
    found = judge(parse(f), parse(form))
    assert found.verdict == "different" and not found.is_right
    assert found.witness is not None and found.check is not None and found.check.holds
    typed = float(parse(form)(found.witness.x))
    assert found.witness.answer == pytest.approx(typed, rel=1e-9)
    assert found.witness.answer != found.witness.derivative


def test_there_are_more_than_sixty_forms() -> None:
    assert len(set(RIGHT)) >= 60


def test_a_few_rewritings_are_enough_for_the_usual_identities() -> None:
    pairs = (
        ("sin(x)^2", "sin(2x)"),
        ("tanh(x)", "4/(e^x + e^(-x))^2"),
        ("x^2/(x+1)", "1 - 1/(x+1)^2"),
        ("sigmoid(x)", "sigmoid(x)(1 - sigmoid(x))"),
    )
    assert all(judge(parse(f), parse(form)).proved for f, form in pairs)


def test_the_witness_is_a_round_place_and_the_sentence_says_both_numbers() -> None:
    found = judge(parse("x^2"), parse("2x^2"))
    assert found.sentence == "At x = 2 the slope is 4, and your answer gives 8."
    assert found.witness is not None and (found.witness.derivative, found.witness.answer) == (4.0, 8.0)


def test_an_answer_without_values_on_half_of_the_domain_is_narrower() -> None:
    found = judge(parse("log|x|"), parse("e^(-log(x))"))
    assert found.verdict == "narrower" and not found.is_right
    assert found.witness is not None and found.witness.x < 0 and math.isnan(found.witness.answer)


def test_a_single_hole_in_the_answer_is_named_and_forgiven() -> None:
    found = judge(parse("x^2"), parse("2x^3/x^2"))
    assert found.is_right and found.sentence.endswith("Only at x = 0 it has no value; there the slope is 0.")


def test_an_answer_without_any_common_value_is_different() -> None:
    found = judge(parse("log(-x)"), parse("1/sqrt(x)^2"))
    assert found.verdict == "different" and found.sentence.endswith("your answer has no value there.")


def test_a_wider_answer_is_right() -> None:
    assert judge(parse("log(x)"), parse("1/x")).is_right
    assert judge(parse("sqrt(x)^2"), parse("1")).is_right


def test_a_value_at_a_corner_is_named() -> None:
    assert judge(parse("relu(x)"), parse("step(x)")).sentence.endswith(
        "Only at x = 0, where your answer has a value, f has no slope."
    )
    assert judge(parse("x|x|"), parse("2|x|")).sentence.startswith("Right")


def test_a_function_without_values_is_undecided() -> None:
    found = judge(parse("sqrt(-1 - x^2)"), parse("x"))
    assert found.verdict == "undecided" and found.check is None


def test_tiny_and_huge_slopes_are_told_apart() -> None:
    assert judge(parse("x^2/10^30"), parse("2x/10^30")).is_right
    assert not judge(parse("x^2/10^30"), parse("3x/10^30")).is_right
    assert not judge(parse("10^30 x^2"), parse("2*10^30 x + 1")).is_right


def test_only_functions_of_the_same_variable_can_be_compared() -> None:
    with pytest.raises(ValueError, match="one variable"):
        judge(parse("x^2"), parse("2y", ("y",)))
    with pytest.raises(ValueError, match="one variable"):
        judge(parse("x y", ("x", "y")), parse("x", ("x", "y")))


def test_a_proof_alone_is_not_enough() -> None:
    """Symbols cancel x/x; the domain is for the numbers to say."""
    e = parse("log(x) + log(-x)")
    assert judge(e, parse("2/x")).verdict == "undecided"


def test_an_equal_verdict_is_the_same_for_a_tree_and_for_its_text() -> None:
    e = parse("sin(x^2)/x")
    assert judge(Expression.of_tree(e.tree, e.variables), parse("2cos(x^2) - sin(x^2)/x^2")).is_right
