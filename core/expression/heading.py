"""The f(x) = that people write in front of a formula."""

from collections.abc import Sequence

from core.expression.language_errors import ExpressionError, UnfinishedExpression
from core.expression.names import available
from core.expression.tokens import Token

NAMES = frozenset("fghwyz")


def without_heading(tokens: Sequence[Token], variables: tuple[str, ...]) -> Sequence[Token]:
    """The tokens behind f(x) =, y =, f(x, y) = or z =, or all of them where there is no such heading.

    Raises UnfinishedExpression when the text ends within the heading, ExpressionError when the heading does
    not suit the lesson's variables.
    """
    name = tokens[0]
    if name.kind != "word" or name.text not in NAMES:
        return tokens
    if name.text in variables:
        if tokens[1].text == "=":
            free = next(other for other in ("z", "f", "g") if other not in variables)
            sentence = (
                f"{name.text} is a variable of this lesson: write the formula alone, or {free} = in front."
            )
            raise ExpressionError(sentence, name.start)
        return tokens
    arguments = _arguments(tokens)
    after = tokens[1 + len(arguments)]
    if after.kind == "end":
        raise UnfinishedExpression("An equals sign and the formula are missing.", after.start)
    if after.text != "=":
        return tokens
    for argument in arguments:
        if argument.kind == "word" and argument.text not in variables:
            sentence = f"{available(variables)[:-1]}; {argument.text} is not one of its variables."
            raise ExpressionError(sentence, argument.start)
    return tokens[2 + len(arguments) :]


def _arguments(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens of (x, y) behind the name, as far as the text goes; none where something else stands."""
    expected: tuple[str, ...] = ("(",)
    for index, token in enumerate(tokens[1:], start=1):
        if token.kind == "end":
            return tokens[1:index]
        if token.text not in expected and token.kind not in expected:
            return ()
        if token.text == ")":
            return tokens[1 : index + 1]
        expected = (",", ")") if token.kind == "word" else ("word",)
    return ()
