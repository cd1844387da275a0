"""What a person reads when a text is not a function, and where the place is marked."""

import json
import time
from pathlib import Path

import pytest

from core.errors import CalculusError
from core.expression import ExpressionError, UnfinishedExpression, parse

# what a busy machine may need for one text
CEILING_SECONDS = 2.0

HOSTILE = Path(__file__).parents[2] / "golden" / "hostile.txt"


def hostile() -> list[tuple[str, str]]:
    lines = HOSTILE.read_text(encoding="ascii").splitlines()
    return [(kind, json.loads(typed)) for kind, typed in (line.split("\t") for line in lines)]


def refusal(typed: str, variables: tuple[str, ...] = ("x",)) -> ExpressionError:
    with pytest.raises(ExpressionError) as refused:
        parse(typed, variables)
    return refused.value


@pytest.mark.parametrize(
    ("typed", "sentence", "position"),
    [
        ("x + foo(x)", "“foo” is not a name here. Did you mean floor?", 4),
        ("sinn(x)", "“sinn” is not a name here. Did you mean sin?", 0),
        ("sine(x)", "“sine” is not a name here. Did you mean sin?", 0),
        ("qqq x", "“qqq” is not a name here. This lesson uses x.", 0),
        ("x + y^2", "This lesson uses x; y is not one of its variables.", 4),
        ("2xy + 1", "This lesson uses x; y is not one of its variables.", 2),
        ("Sin(x)", "Names are written in small letters: sin.", 0),
        ("X^2", "Names are written in small letters: x.", 0),
        ("1 + sin^-1 x", "sin^−1 can mean asin(x) or 1/sin(x): write the one you mean.", 7),
        ("sin⁻¹ x", "sin^−1 can mean asin(x) or 1/sin(x): write the one you mean.", 3),
        ("exp^-1 x", "exp^−1 can mean the inverse function or 1/exp(x): write the one you mean.", 3),
        ("sin(x, 2)", "sin takes 1 value, not 2.", 7),
        ("1 + min(x)", "min takes 2 to 9 values, not 1.", 4),
        ("log(x, 2, 3)", "log takes 1 or 2 values, not 3.", 10),
        ("sin()", "sin needs a value between its brackets.", 4),
        ("(x + 1))", "This ) closes nothing.", 7),
        ("(x}", "This } cannot close what ( has opened: ) can.", 2),
        ("()", "A value is missing before “)”.", 1),
        ("x * / 2", "A value is missing before “/”.", 4),
        ("'x'", "Primes and quotation marks have no meaning in a formula.", 0),
        ("x.real", "A dot is only the decimal point of a number.", 1),
        ("x < 2", "A comparison belongs in braces, as in {x < 0: −1, x > 0: 1}.", 2),
        ("{x < 2}", "After a condition come a colon and the value, as in {x < 0: −1}.", 6),
        ("{x}", "Braces need a condition, as in {x < 0: −1, x > 0: 1}; to group, write x^(2).", 0),
        ("1,5", "Decimals are written with a point: 1.5.", 1),
        ("x, 1", "A comma belongs between the values of a function, as in max(x, 1).", 1),
        ("1.2.3", "A number has one decimal point.", 3),
        ("x2", "A number does not stand behind x: write x^2 or 2x.", 1),
        ("2 3", "A sign is missing before this number: + − * / or ^.", 2),
        ("x_1", "A subscript belongs to log only, as in log_2(x).", 1),
        ("x!", "Factorials and ≠ are not in this language.", 1),
        ("θ + x", "The character “greek small letter theta” is not in this language.", 0),
        ("f(y) = y", "This lesson uses x; y is not one of its variables.", 2),
        ("(" * 60 + "x", "Too many brackets stand within one another here.", 51),
    ],
)
def test_a_text_is_refused_with(typed: str, sentence: str, position: int) -> None:
    error = refusal(typed)
    assert (str(error), error.position) == (sentence, position)
    assert not isinstance(error, UnfinishedExpression)
    assert isinstance(error, CalculusError)


def test_an_equals_sign_outside_a_heading_is_refused() -> None:
    assert "at the beginning" in str(refusal("x = 2"))
    assert "y is a variable of this lesson" in str(refusal("y = x^2", ("x", "y")))


def test_a_variable_in_front_is_answered_with_a_name_that_can_stand_there() -> None:
    assert str(refusal("z = x + y", ("x", "y", "z"))) == (
        "z is a variable of this lesson: write the formula alone, or f = in front."
    )
    assert parse("f = x + y", ("x", "y", "z")).tree == parse("x + y", ("x", "y", "z")).tree


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "  ",
        "x +",
        "2*",
        "x^",
        "(x",
        "sin",
        "sin(",
        "sin(x",
        "sin^",
        "sin^2",
        "x + si",
        "xsi",
        "sq",
        "|x",
        "|",
        "{",
        "{x",
        "{x <",
        "{x < 0",
        "{x < 0:",
        "{x < 0: 1",
        "{x < 0: 1,",
        "log_",
        "log_2",
        "max(x,",
        "√",
        "x + .",
        "f",
        "f(",
        "f(x",
        "f(x)",
        "f(x) =",
        "y",
        "y =",
        "e^-",
        "-",
    ],
)
def test_a_half_typed_text_is_unfinished_not_wrong(typed: str) -> None:
    assert isinstance(refusal(typed), UnfinishedExpression)


@pytest.mark.parametrize(
    "typed", ["sin^2 x + |x - 1|/√(x + 2)", "f(x) = {x < 0: log_2(3x), arctan(x)}", "max(x, e^(-x²), pi)"]
)
def test_no_error_shows_at_any_letter_of_a_formula(typed: str) -> None:
    for end in range(len(typed)):
        try:
            parse(typed[:end])
        except UnfinishedExpression:
            continue


def test_the_corpus_is_large_and_without_repetition() -> None:
    texts = [typed for _, typed in hostile()]
    assert len(texts) == len(set(texts)) >= 300


@pytest.mark.parametrize(("kind", "typed"), hostile(), ids=lambda value: repr(value)[:30])
def test_an_odd_or_hostile_text_is_a_function_a_sentence_or_unfinished(kind: str, typed: str) -> None:
    began = time.perf_counter()
    try:
        parse(typed)
        outcome = "function"
    except UnfinishedExpression:
        outcome = "unfinished"
    except ExpressionError as error:
        outcome = "refused"
        assert str(error).endswith((".", "?"))
        assert 0 <= error.position <= len(typed)
    assert outcome == kind
    assert time.perf_counter() - began < CEILING_SECONDS
