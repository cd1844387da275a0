"""A place in a row of tokens: looks one token ahead and never goes back."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from core.expression.complaints import misplaced, wrong_closing
from core.expression.language_errors import ExpressionError, UnfinishedExpression
from core.expression.tokens import Token

DEEPEST_NESTING = 50
"""Brackets, signs and powers within one another: twice the depth the guard allows, as printing needs."""

Read = TypeVar("Read")


class Cursor:
    """The tokens, the index of the next one, and how deep in brackets it is."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.index = 0
        self.nesting = 0
        self.in_bars = False

    @property
    def next(self) -> Token:
        return self.tokens[self.index]

    def at(self, *signs: str) -> bool:
        """Whether the next token is one of these signs."""
        return self.next.kind == "sign" and self.next.text in signs

    def take(self) -> Token:
        """The next token, and on to the one after it; the end is never passed."""
        token = self.next
        if token.kind != "end":
            self.index += 1
        return token

    def takes(self, sign: str) -> bool:
        """Whether the next token is this sign; if so, goes past it."""
        return self.at(sign) and bool(self.take())

    def close(self, sign: str, opened: Token) -> None:
        """Goes past the sign that closes what `opened`; raises where it is missing."""
        if self.takes(sign):
            return
        if self.next.kind == "end":
            raise UnfinishedExpression(f"What {opened.text} has opened is not closed yet.", self.next.start)
        if self.at(")", "}"):
            raise wrong_closing(self.next, opened, sign)
        raise misplaced(self.tokens, self.index)

    def nested(self, read: Callable[[], Read]) -> Read:
        """What `read` reads, one level further in; refuses more levels than the stack can hold."""
        if self.nesting == DEEPEST_NESTING:
            raise ExpressionError("Too many brackets stand within one another here.", self.next.start)
        self.nesting += 1
        result = read()
        self.nesting -= 1
        return result

    def inside(self, read: Callable[[], Read], bars: bool = False) -> Read:
        """What `read` reads behind a bracket; behind a | the next | in the place of a sign closes."""
        outside, self.in_bars = self.in_bars, bars
        result = self.nested(read)
        self.in_bars = outside
        return result
