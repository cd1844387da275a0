"""Characters and numbers: what is read, what is refused by name, and where."""

import unicodedata
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.expression.characters import CONSTANTS, HINTS, RADICALS, SIGNS, SPACES, SUPERSCRIPTS
from core.expression.language_errors import ExpressionError, UnfinishedExpression
from core.expression.names import resolve
from core.expression.tokens import LONGEST_TEXT, MOST_TOKENS, tokenize

KNOWN = {*SIGNS, *SPACES, *CONSTANTS, *RADICALS, *SUPERSCRIPTS}


def values(typed: str) -> list[Fraction | None]:
    return [token.value for token in tokenize(typed) if token.kind == "number"]


@pytest.mark.parametrize(
    ("typed", "numerator", "denominator"),
    [
        ("2", 2, 1),
        (".5", 1, 2),
        ("5.", 5, 1),
        ("0.1", 1, 10),
        ("1e-3", 1, 1000),
        ("1E3", 1000, 1),
        ("2.50e+1", 25, 1),
        ("007", 7, 1),
        ("1e100", 10**100, 1),
        ("1e-100", 1, 10**100),
        ("1234567890123456", 1234567890123456, 1),
        ("10000000000000000000", 10**19, 1),
    ],
)
def test_a_number_is_the_exact_rational_that_was_typed(typed: str, numerator: int, denominator: int) -> None:
    assert values(typed) == [Fraction(numerator, denominator)]


@pytest.mark.parametrize("typed", ["1e101", "1e-101", "9" * 17, "0." + "0" * 100 + "1", "1e" + "9" * 200])
def test_a_number_beyond_the_limits_is_refused_at_its_first_digit(typed: str) -> None:
    with pytest.raises(ExpressionError) as refused:
        tokenize("x + " + typed)
    assert refused.value.position == 4


def test_e_after_a_number_without_digits_is_the_constant() -> None:
    assert [token.text for token in tokenize("2e - 3")] == ["2", "e", "-", "3", ""]
    assert [token.text for token in tokenize("2e-3")] == ["2e-3", ""]


@pytest.mark.parametrize(
    ("typed", "plain"),
    [("−", "-"), ("×", "*"), ("·", "*"), ("÷", "/"), ("**", "^"), ("≤", "<="), ("≥", ">=")],
)
def test_typographic_signs_are_read_as_the_plain_ones(typed: str, plain: str) -> None:
    assert tokenize(typed)[0].text == plain


def test_a_token_knows_its_place_in_the_text_as_typed() -> None:
    assert [(token.start, token.end) for token in tokenize(" 2·π** x²")] == [
        (1, 2),
        (2, 3),
        (3, 4),
        (4, 6),
        (7, 8),
        (8, 9),
        (9, 9),
    ]


@given(st.characters(exclude_characters="".join(KNOWN)).filter(lambda c: not (c.isascii() and c.isalnum())))
def test_every_other_character_is_refused_at_its_place(character: str) -> None:
    with pytest.raises(ExpressionError) as refused:
        tokenize("x+" + character + "+1")
    assert refused.value.position == 2


@given(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co"), min_codepoint=0x100))
def test_an_unknown_character_is_refused_by_its_unicode_name(character: str) -> None:
    assume(character not in KNOWN and character not in HINTS)
    name = unicodedata.name(character, f"U+{ord(character):04X}")
    with pytest.raises(ExpressionError) as refused:
        tokenize(character)
    assert name.lower() in str(refused.value).lower()


def test_fullwidth_letters_are_not_normalised_into_plain_ones() -> None:
    with pytest.raises(ExpressionError, match="fullwidth latin small letter x"):
        tokenize("ｘ")


def test_the_length_is_checked_before_anything_else() -> None:
    with pytest.raises(ExpressionError, match=r"301 characters; the most is 300") as refused:
        tokenize("\ud800" * (LONGEST_TEXT + 1))
    assert refused.value.position == LONGEST_TEXT
    assert len(tokenize(" " * LONGEST_TEXT)) == 1


def test_two_hundred_tokens_are_read_and_one_more_is_refused_at_its_place() -> None:
    assert len(tokenize("-" * MOST_TOKENS)) == MOST_TOKENS + 1
    with pytest.raises(ExpressionError) as refused:
        tokenize("-" * (MOST_TOKENS + 1))
    assert refused.value.position == MOST_TOKENS


def test_letters_written_together_count_as_tokens_of_their_own() -> None:
    with pytest.raises(ExpressionError, match="201 parts"):
        resolve(tokenize("x" * 201), ("x",))


def test_a_point_at_the_end_is_unfinished_and_elsewhere_wrong() -> None:
    with pytest.raises(UnfinishedExpression):
        tokenize("x + .")
    with pytest.raises(ExpressionError, match="decimal point") as refused:
        tokenize("x.real")
    assert refused.value.position == 1
    assert not isinstance(refused.value, UnfinishedExpression)
