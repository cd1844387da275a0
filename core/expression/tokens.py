"""Text → tokens: numbers, words, signs, raised numbers and radicals, each with its place as typed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from core.expression.characters import CONSTANTS, RADICALS, SIGNS, SPACES, SUPERSCRIPTS, refusal
from core.expression.language_errors import ExpressionError, UnfinishedExpression

LONGEST_TEXT = 300
MOST_TOKENS = 200
MOST_DIGITS = 16
LARGEST_EXPONENT = 100

Kind = Literal["number", "word", "sign", "superscript", "radical", "variable", "constant", "function", "end"]

# re.ASCII: \d must not take the digits of other scripts
_NUMBER = re.compile(r"(\d+\.?\d*|\.\d+)(?:[eE]([+-]?\d+))?", re.ASCII)
_WORD = re.compile(r"[A-Za-z]+")
_SUPERSCRIPT = re.compile(f"[{''.join(SUPERSCRIPTS)}]+")
_LONG_SIGNS = {"**": "^", "<=": "<=", ">=": ">="}


@dataclass(frozen=True, slots=True)
class Token:
    """`text` in the language's own spelling, `start` and `end` its place as typed, `value` of a number.

    `typed` is how a sign was spelled, for a sentence about it.
    """

    kind: Kind
    text: str
    start: int
    end: int
    value: Fraction | None = None
    typed: str = ""


def tokenize(text: str) -> tuple[Token, ...]:
    """All tokens of the text, an "end" token last; words are not looked up yet.

    Raises ExpressionError for a text too long (checked first), a character or number outside the language.
    """
    if len(text) > LONGEST_TEXT:
        raise ExpressionError(
            f"This text has {len(text)} characters; the most is {LONGEST_TEXT}.", LONGEST_TEXT
        )
    tokens = []
    position = 0
    while position < len(text):
        if text[position] in SPACES:
            position += 1
            continue
        token = _token_at(text, position)
        tokens.append(token)
        position = token.end
    limit_tokens(tokens)
    return (*tokens, Token("end", "", len(text), len(text)))


def limit_tokens(tokens: list[Token]) -> None:
    """Refuses more than 200 tokens, at the first one too many."""
    if len(tokens) > MOST_TOKENS:
        sentence = f"This formula has {len(tokens)} parts; the most is {MOST_TOKENS}."
        raise ExpressionError(sentence, tokens[MOST_TOKENS].start)


def _token_at(text: str, start: int) -> Token:
    character = text[start]
    if match := _NUMBER.match(text, start):
        return _number(match)
    if match := _WORD.match(text, start):
        return Token("word", match.group(), start, match.end())
    if match := _SUPERSCRIPT.match(text, start):
        return _superscript(match)
    if text[start : start + 2] in _LONG_SIGNS:
        return _sign(_LONG_SIGNS, text[start : start + 2], start)
    if character in SIGNS:
        return _sign(SIGNS, character, start)
    if character in CONSTANTS:
        return Token("constant", CONSTANTS[character], start, start + 1)
    if character in RADICALS:
        return Token("radical", RADICALS[character], start, start + 1)
    if character == "." and start + 1 == len(text):
        raise UnfinishedExpression("A decimal point needs a digit after it.", start)
    raise ExpressionError(refusal(character), start)


def _sign(spellings: Mapping[str, str], typed: str, start: int) -> Token:
    return Token("sign", spellings[typed], start, start + len(typed), typed=typed)


def _number(match: re.Match[str]) -> Token:
    """An exact rational: digits × 10^exponent, both bounded before anything large is built."""
    whole, _, decimals = match.group(1).partition(".")
    digits = (whole + decimals).lstrip("0")
    exponent = int(match.group(2) or "0")
    # of the leading digit: 1 for 12.3, −2 for 0.012
    magnitude = exponent + len(digits) - 1 - len(decimals)
    if len(digits.rstrip("0")) > MOST_DIGITS:
        sentence = (
            f"This number has more than {MOST_DIGITS} digits, which is more than the computer can tell."
        )
        raise ExpressionError(sentence, match.start())
    if abs(exponent) > LARGEST_EXPONENT or (digits and abs(magnitude) > LARGEST_EXPONENT):
        sentence = "Numbers here lie between 1e−100 and 1e100; this one does not."
        raise ExpressionError(sentence, match.start())
    value = int(digits or "0") * Fraction(10) ** (exponent - len(decimals))
    return Token("number", match.group(), match.start(), match.end(), value)


def _superscript(match: re.Match[str]) -> Token:
    spelled = "".join(SUPERSCRIPTS[character] for character in match.group())
    digits = spelled.lstrip("+-")
    if len(spelled) - len(digits) > 1 or not digits.isdigit():
        raise ExpressionError("A raised number is written with digits only, as in x² or x⁻¹.", match.start())
    if len(digits) > MOST_DIGITS:
        raise ExpressionError(f"This power has more than {MOST_DIGITS} digits.", match.start())
    return Token("superscript", spelled, match.start(), match.end(), Fraction(int(spelled)))
