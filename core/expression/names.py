"""Words → names: xy is x·y, pix is π·x, sinx is sin x; unknown words are answered with a guess."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import lru_cache

from core.expression.functions import FUNCTIONS
from core.expression.language_errors import ExpressionError, UnfinishedExpression
from core.expression.tokens import Kind, Token, limit_tokens

CONSTANTS = ("pi", "e")
ELSEWHERE = "xyzt"
"""Letters that are variables in other lessons: where they are not, the sentence says so."""

# nobody means a name by a word longer than this, and matching costs the square of its length
_LONGEST_GUESS = 20

_HINTS = {
    "and": "Write a chain such as 0 < x < 1 instead of “and”.",
    "or": "Write one line of the braces for each case instead of “or”.",
    "if": "Write cases in braces: {x < 0: −1, x > 0: 1}.",
    "else": "The last value in braces, without a condition, stands for all other cases.",
    "inf": "∞ is not a number, so it cannot stand in a formula.",
    "oo": "∞ is not a number, so it cannot stand in a formula.",
    "infinity": "∞ is not a number, so it cannot stand in a formula.",
    "nan": "“nan” is not a number.",
}

Name = tuple[Kind, str]
"""What a word stands for: the kind of token and the canonical name."""


@lru_cache(maxsize=64)
def vocabulary(variables: tuple[str, ...]) -> dict[str, Name]:
    """Every word the lesson knows; a variable wins over a constant of the same name."""
    names: dict[str, Name] = {}
    for row in FUNCTIONS.values():
        for word in (row.name, *row.aliases):
            names[word] = ("function", row.name)
    names |= {word: ("constant", word) for word in CONSTANTS}
    return names | {word: ("variable", word) for word in variables}


def resolve(tokens: Sequence[Token], variables: tuple[str, ...]) -> tuple[Token, ...]:
    """The tokens with each word looked up, and split where it is several names written together.

    Raises ExpressionError for a word that is no name here, UnfinishedExpression where the text ends within a
    name.
    """
    names = vocabulary(variables)
    resolved: list[Token] = []
    spelling = ""
    for token in tokens:
        if token.kind == "word":
            pieces = _segment(token.text, names)
            if pieces is None:
                raise _unknown(token, variables, at_end=token.end == tokens[-1].start)
            resolved.extend(_placed(pieces, names, token.start))
            spelling = pieces[-1]
        elif (
            spelling
            and token.start == resolved[-1].end
            and token.kind == "number"
            and spelling + token.text in names
        ):
            # log and 2 written together are one name
            resolved[-1] = Token(*names[spelling + token.text], resolved[-1].start, token.end)
            spelling = ""
        else:
            resolved.append(token)
            spelling = ""
    limit_tokens(resolved[:-1])
    return tuple(resolved)


def _placed(pieces: tuple[str, ...], names: dict[str, Name], start: int) -> Iterator[Token]:
    for piece in pieces:
        yield Token(*names[piece], start, start + len(piece))
        start += len(piece)


def _segment(word: str, names: dict[str, Name]) -> tuple[str, ...] | None:
    """The word as names written together, the longest first name that leaves a rest of names; else None.

    A function may run into what follows (sinx), but not into e: “sine” is a word, not sin(e).
    """
    longest = max(map(len, names))
    tails: dict[int, tuple[str, ...]] = {len(word): ()}
    for start in range(len(word) - 1, -1, -1):
        for end in range(min(start + longest, len(word)), start, -1):
            piece, rest = word[start:end], tails.get(end)
            if piece not in names or rest is None:
                continue
            if rest and names[piece][0] == "function" and names[rest[0]] == ("constant", "e"):
                continue
            tails[start] = (piece, *rest)
            break
    return tails.get(0)


def _unknown(word: Token, variables: tuple[str, ...], at_end: bool) -> ExpressionError:
    """Why the word is refused, most helpful reason first."""
    names, text = vocabulary(variables), word.text
    if text in _HINTS:
        return ExpressionError(_HINTS[text], word.start)
    if at_end and (tail := _unfinished_tail(text, names)):
        return UnfinishedExpression(
            f"“{tail}” is not a name yet. {available(variables)}", word.end - len(tail)
        )
    if text != text.lower() and _segment(text.lower(), names):
        return ExpressionError(f"Names are written in small letters: {text.lower()}.", word.start)
    if (stranger := _stranger(text, variables)) is not None:
        sentence = f"{available(variables)[:-1]}; {text[stranger]} is not one of its variables."
        return ExpressionError(sentence, word.start + stranger)
    shown = text if len(text) <= _LONGEST_GUESS else text[:_LONGEST_GUESS] + "…"
    guess = _guess(text, names) if shown == text else None
    advice = f"Did you mean {guess}?" if guess else available(variables)
    return ExpressionError(f"“{shown}” is not a name here. {advice}", word.start)


def _guess(word: str, names: dict[str, Name]) -> str | None:
    """The longest name that the word begins with (the cos of cosine), else one spelled much alike."""
    begun = [name for name in names if len(name) > 2 and word.startswith(name)]
    return max(begun, key=len) if begun else next(iter(get_close_matches(word, names, n=1)), None)


def _stranger(word: str, variables: tuple[str, ...]) -> int | None:
    """Where a variable of another lesson stands in the word, if with those the word would be names."""
    if len(word) == 1:
        return 0
    names = vocabulary(variables)
    pieces = _segment(
        word, vocabulary((*variables, *(letter for letter in ELSEWHERE if letter not in names)))
    )
    if pieces is None:
        return None
    first = next(index for index, piece in enumerate(pieces) if piece not in names)
    return sum(map(len, pieces[:first]))


def _unfinished_tail(word: str, names: dict[str, Name]) -> str | None:
    """The longest end of the word that begins a name, after names written together: the si of xsi."""
    for start in range(len(word)):
        tail = word[start:]
        if _segment(word[:start], names) is not None and any(name.startswith(tail) for name in names):
            return tail
    return None


def available(variables: tuple[str, ...]) -> str:
    """
    >>> available(("x", "y"))
    'This lesson uses x and y.'
    """
    *first, last = variables
    return f"This lesson uses {', '.join(first)} and {last}." if first else f"This lesson uses {last}."
