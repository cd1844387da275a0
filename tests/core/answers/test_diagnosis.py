"""Each misconception is recognised from what it makes people write."""

import pytest

from core.answers import MISCONCEPTIONS, Misconception, judge
from core.answers.diagnosis import misread
from core.expression import parse
from core.expression.printer import text

FUNCTIONS = (
    "x^2 + 3",
    "3x^4 - 5x",
    "x^(-3)",
    "1/x",
    "sqrt(x^2 + 1)",
    "(x^2 + 1)^10",
    "cbrt(2x + 1)",
    "x e^x",
    "x^2 sin(x)",
    "x^2/(x + 1)",
    "sin(x)/(x^2 + 1)",
    "5/(x^2 + 1)",
    "e^(2x)",
    "exp(x^2)",
    "2^x",
    "3^(x^2)",
    "log(x, 3)",
    "log2(x^2 + 1)",
    "log10(5x)",
    "x^x",
    "(x^2 + 1)^sin(x)",
    "sin(3x)",
    "cos(x^2)",
    "tan(x/2)",
    "tanh(2x)",
    "cosh(x) - 4",
    "sin(e^(x^2))",
    "-cos(x)^2",
    "x sin(x) e^(2x)",
    "2 sigmoid(3x) + 1",
    "acos(x/3)",
    "(x + 1)/e^x",
    "log(x)/x",
    "x*5^x",
    "x^(-1/2) + 1",
)

TYPED = [
    ("sin(x^2)", "cos(x^2)", "inner-forgotten", "sin(x^2)"),
    ("sin(x^2)", "cos(2x)", "inner-inside", "sin(x^2)"),
    ("(3x+1)^5", "5(3x+1)^4", "inner-forgotten", "(3*x + 1)^5"),
    ("sin(e^(x^2))", "e^(x^2) cos(e^(x^2))", "inner-forgotten", "e^x^2"),
    ("x^2 sin(x)", "2x cos(x)", "product-of-slopes", "x^2*sin(x)"),
    ("x^2 sin(x)", "2x sin(x)", "product-one-term", "x^2*sin(x)"),
    ("x^2/(x+1)", "2x", "quotient-of-slopes", "x^2/(x + 1)"),
    ("x^2/(x+1)", "(2x(x+1) + x^2)/(x+1)^2", "quotient-sign", "x^2/(x + 1)"),
    ("x^2/(x+1)", "(x^2 - 2x(x+1))/(x+1)^2", "quotient-sign", "x^2/(x + 1)"),
    ("x^2/(x+1)", "(2x(x+1) - x^2)/(x+1)", "quotient-not-squared", "x^2/(x + 1)"),
    ("3x^4", "4x^3", "factor-lost", "3*x^4"),
    ("x^2 + 5", "2x + 5", "constant-kept", "x^2 + 5"),
    ("x^3", "3x^3", "power-kept", "x^3"),
    ("x^3", "x^2", "power-factor-lost", "x^3"),
    ("x^3", "x^4/4", "integrated", "x^3"),
    ("x^(-2)", "-2x^(-1)", "power-raised", "x^(-2)"),
    ("1/x", "-1", "power-raised", "1/x"),
    ("e^x", "x e^(x-1)", "exponential-as-power", "e^x"),
    ("2^x", "x*2^(x-1)", "exponential-as-power", "2^x"),
    ("2^x", "2^x", "base-lost", "2^x"),
    ("log(x, 10)", "1/x", "logarithm-base-lost", "log(x, 10)"),
    ("x^x", "x x^(x-1)", "half-of-a-power", "x^x"),
    ("cos(x)", "sin(x)", "function-sign", "cos(x)"),
    ("x cos(x)", "cos(x) + x sin(x)", "function-sign", "cos(x)"),
    ("sin(x)", "pi/180 cos(x)", "degrees", "sin(x)"),
    ("sqrt(x)", "1/sqrt(x)", "power-factor-lost", "sqrt(x)"),
]


def asked(row: Misconception) -> list[tuple[str, str]]:
    """(f, what is written) for all functions and parts where the mistake can be made, as text."""
    return [(f, text(found.written.tree)) for f in FUNCTIONS for found in misread(parse(f), row)]


@pytest.mark.parametrize("row", MISCONCEPTIONS, ids=lambda row: row.key)
def test_a_misconception_is_recognised_wherever_it_is_applied(row: Misconception) -> None:
    wrong = 0
    for f, written in asked(row):
        found = judge(parse(f), parse(written))
        if found.verdict == "different":
            wrong += 1
            assert row.key in [each.misconception.key for each in found.diagnoses], (f, written)
    assert wrong >= 3


@pytest.mark.parametrize(("f", "typed", "key", "where"), TYPED)
def test_the_first_explanation_names_the_mistake_and_the_part(
    f: str, typed: str, key: str, where: str
) -> None:
    first = judge(parse(f), parse(typed)).diagnoses[0]
    assert first.where is not None
    assert (first.misconception.key, text(first.where)) == (key, where)


def test_every_row_is_in_the_list_of_typed_examples() -> None:
    assert {key for _, _, key, _ in TYPED} == {row.key for row in MISCONCEPTIONS}
    assert len({row.key for row in MISCONCEPTIONS}) == len(MISCONCEPTIONS)


def test_a_mistake_made_throughout_is_recognised() -> None:
    found = judge(parse("sin(2x) + cos(3x) + e^(5x)"), parse("cos(2x) - sin(3x) + e^(5x)")).diagnoses
    assert (found[0].misconception.key, found[0].where) == ("inner-forgotten", None)
    assert "throughout" in found[0].sentence


def test_a_slip_that_fits_no_row_gets_no_explanation() -> None:
    found = judge(parse("x^2 sin(x)"), parse("17x - cos(x)/3"))
    assert found.verdict == "different" and found.diagnoses == ()


def test_the_line_shows_the_right_slope_and_the_one_that_was_written() -> None:
    first = judge(parse("x^3"), parse("3x^3")).diagnoses[0]
    assert first.latex == r"\left(x^{3}\right)' = 3 x^{2}\qquad \text{written: } 3 x^{3}"


def test_the_sentence_names_the_rule() -> None:
    first = judge(parse("sin(x^2)"), parse("cos(x^2)")).diagnoses[0]
    assert first.sentence == (
        "It looks like this, in the part shown: The inner derivative was forgotten. "
        "The chain rule is f(u)′ = f′(u)·u′."
    )


def test_a_row_says_what_it_does_in_its_first_line() -> None:
    for row in MISCONCEPTIONS:
        assert row.wrong.__doc__ is not None and "→" in row.wrong.__doc__.splitlines()[0]
        assert row.name.endswith(".") and row.truth.endswith(".")
