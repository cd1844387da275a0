"""What holds for any text and any tree of the language."""

import sys
import time
from contextlib import suppress
from typing import Any

import pytest
import sympy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.expression import Expression, ExpressionError, UnfinishedExpression, parse
from core.expression.guard import guard
from core.expression.names import resolve
from core.expression.parser import Parser
from core.expression.printer import text
from core.expression.tokens import tokenize
from core.expression.tree import Node
from tests.core.expression.grammar import trees

VARIABLES = ("x", "y")
ALPHABET = "xyze0123456789.+-*/^()|{},:<>=_ sincotalgqr²³⁻√π−×·÷≤≥\"'\\$;!θ∞\u202e\ud800\U0001d465"

# what a busy machine may need for one text; the benchmark holds the real time
CEILING_SECONDS = 2.0


def outcome(typed: str) -> Expression | ExpressionError:
    try:
        return parse(typed, VARIABLES)
    except ExpressionError as error:
        assert 0 <= error.position <= len(typed)
        assert str(error).endswith((".", "?"))
        return error


@given(st.text(max_size=320))
def test_any_text_is_a_function_or_a_sentence(typed: str) -> None:
    outcome(typed)


@given(st.text(alphabet=ALPHABET, max_size=60))
def test_any_text_in_the_characters_of_the_language_is_a_function_or_a_sentence(typed: str) -> None:
    outcome(typed)


@given(trees(VARIABLES), st.data())
def test_any_damaged_formula_is_a_function_or_a_sentence(tree: Node, data: st.DataObject) -> None:
    typed = text(tree)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(typed)))
        end = data.draw(st.integers(start, min(start + 4, len(typed))))
        typed = typed[:start] + data.draw(st.text(alphabet=ALPHABET, max_size=4)) + typed[end:]
    outcome(typed)


@given(trees(VARIABLES))
def test_a_tree_of_the_grammar_is_accepted_and_survives_printing_and_reading(tree: Node) -> None:
    assert parse(text(tree), VARIABLES).tree == tree


@given(trees(VARIABLES))
def test_what_a_function_prints_is_read_as_an_equal_function(tree: Node) -> None:
    read = parse(text(tree), VARIABLES)
    again = parse(str(read), VARIABLES)
    assert again == read
    assert hash(again) == hash(read)


@given(trees(VARIABLES))
def test_typographic_signs_mean_the_same_as_plain_ones(tree: Node) -> None:
    typed = text(tree)
    for plain, typographic in (("-", "−"), ("*", "·"), ("/", "÷"), ("<=", "≤"), (">=", "≥"), ("pi", "π")):
        if plain != "-" or "e-" not in typed:
            typed = typed.replace(plain, typographic)
    assert parse(typed, VARIABLES).tree == tree


@given(trees(VARIABLES), st.data())
def test_no_error_shows_while_a_formula_is_typed(tree: Node, data: st.DataObject) -> None:
    typed = text(tree)
    half = typed[: data.draw(st.integers(0, len(typed)))]
    with suppress(UnfinishedExpression):
        parse(half, VARIABLES)


@given(trees(VARIABLES))
def test_sympy_gets_only_real_and_finite_parts(tree: Node) -> None:
    form = parse(text(tree), VARIABLES).sympy
    assert isinstance(form, sympy.Expr)
    assert not form.has(sympy.oo, -sympy.oo, sympy.zoo, sympy.nan, sympy.I)
    assert {symbol.name for symbol in form.free_symbols} <= set(VARIABLES)


def calls_made(typed: str) -> int:
    """Python functions entered while the text is read and guarded; SymPy's part is bounded by time below."""
    count = 0

    def on_event(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal count
        count += event == "call"

    previous = sys.getprofile()
    sys.setprofile(on_event)
    try:
        parser = Parser(resolve(tokenize(typed), VARIABLES))
        guard(parser.tree(), parser.starts)
    except ExpressionError:
        pass
    finally:
        sys.setprofile(previous)
    return count


LONG = [
    "x" * 300,
    "x" * 3_000_000,
    "(" * 300,
    "|" * 300,
    "{" * 300,
    "-" * 300,
    "sin " * 75,
    "x^" * 150,
    "2^" * 149 + "x",
    "x+" * 99 + "x",
    "(x+1)" * 60,
    "((((x" * 60,
    "|x|" * 100,
    "||x|-1|" * 40,
    "sin" * 100,
    "a" * 300,
    "sinsinx" * 42,
    "9" * 300,
    "9^" * 100 + "9",
    "1.5^100*" * 30 + "x",
    "{x<0:" * 60,
    "x²" * 150,
    "√" * 300,
    "log_2 " * 50,
    "max(" * 75,
]


@pytest.mark.parametrize("typed", LONG, ids=lambda typed: typed[:12])
def test_reading_takes_work_in_proportion_to_the_text(typed: str) -> None:
    assert calls_made(typed) <= 20_000 + 600 * min(len(typed), 300)


@pytest.mark.parametrize("typed", LONG, ids=lambda typed: typed[:12])
def test_no_text_takes_long(typed: str) -> None:
    start = time.perf_counter()
    outcome(typed)
    assert time.perf_counter() - start < CEILING_SECONDS


@settings(deadline=CEILING_SECONDS * 1000)
@example(parse("(x+1)^30(x-1)^30(x+2)^30(x^2+3)^30").tree)
@given(trees(VARIABLES))
def test_no_formula_takes_long(tree: Node) -> None:
    outcome(text(tree))
