"""The sentences for tokens that stand where they cannot, or are missing where they must stand."""

from collections.abc import Sequence
from fractions import Fraction

from core.expression.functions import FUNCTIONS
from core.expression.language_errors import ExpressionError, UnfinishedExpression
from core.expression.tokens import Token

BRACES = "{x < 0: −1, x > 0: 1}"

_RELATION = f"A comparison belongs in braces, as in {BRACES}."
_MISPLACED = {
    "<": _RELATION,
    "<=": _RELATION,
    ">": _RELATION,
    ">=": _RELATION,
    "=": "An equals sign belongs at the beginning, as in f(x) = x^2, or in a condition, as in {x = 0: 1, 2}.",
    ":": f"A colon belongs in braces, after a condition, as in {BRACES}.",
    ",": "A comma belongs between the values of a function, as in max(x, 1).",
    "_": "A subscript belongs to log only, as in log_2(x).",
    ")": "This ) closes nothing.",
    "}": "This } closes nothing.",
    "|": "This | closes nothing.",
}


def misplaced(tokens: Sequence[Token], index: int) -> ExpressionError:
    """Why the token cannot follow the value before it."""
    token, before = tokens[index], tokens[index - 1]
    touching = before.end == token.start
    if token.kind == "number":
        if before.kind == "number" and touching:
            return ExpressionError("A number has one decimal point.", token.start)
        if before.kind == "variable":
            name = before.text
            sentence = (
                f"A number does not stand behind {name}: write {name}^{token.text} or {token.text}{name}."
            )
            return ExpressionError(sentence, token.start)
        return ExpressionError("A sign is missing before this number: + − * / or ^.", token.start)
    if token.text == "," and before.kind == tokens[index + 1].kind == "number":
        return ExpressionError("Decimals are written with a point: 1.5.", token.start)
    return ExpressionError(_MISPLACED.get(token.text, f"“{token.text}” cannot stand here."), token.start)


def missing(token: Token) -> ExpressionError:
    """A value should stand where this token stands."""
    if token.kind == "end":
        return UnfinishedExpression("A value is missing at the end.", token.start)
    if token.kind == "superscript":
        return ExpressionError("A raised number needs a value in front of it.", token.start)
    return ExpressionError(f"A value is missing before “{token.typed or token.text}”.", token.start)


def wrong_closing(closing: Token, opened: Token, expected: str) -> ExpressionError:
    """A bracket closes what another kind of bracket opened."""
    sentence = f"This {closing.text} cannot close what {opened.text} has opened: {expected} can."
    return ExpressionError(sentence, closing.start)


def negative_power(name: str, power: Fraction, position: int) -> ExpressionError:
    """sin^−1 is written for asin and for 1/sin; other functions have no arc-name, but the same trouble."""
    if abs(power) != 1:
        return ExpressionError(
            f"A negative power of {name} is written ({name}(x))^(−{abs(power)}).", position
        )
    inverse = next((row.name for row in FUNCTIONS.values() if row.name == f"a{name}"), None)
    meant = f"{inverse}(x)" if inverse else "the inverse function"
    return ExpressionError(f"{name}^−1 can mean {meant} or 1/{name}(x): write the one you mean.", position)


def check_arity(function: Token, places: Sequence[int]) -> None:
    """Refuses too few values (at the function) and too many (at the first one too many)."""
    least, most = FUNCTIONS[function.text].arity
    count = len(places)
    if least <= count <= most:
        return
    wanted = f"{least}" if least == most else f"{least} {'or' if most == least + 1 else 'to'} {most}"
    values = "value" if wanted == "1" else "values"
    sentence = f"{function.text} takes {wanted} {values}, not {count}."
    raise ExpressionError(sentence, function.start if count < least else places[most])
