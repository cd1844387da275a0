"""Which rows of a list a person means."""

from collections.abc import Callable, Iterable
from typing import TypeVar

Row = TypeVar("Row")


def found(rows: Iterable[Row], wanted: str, text_of: Callable[[Row], str]) -> tuple[Row, ...]:
    """The rows whose text holds every word of `wanted`, whatever the case; all rows for no words.

    >>> found(["Slope 0 at a point", "The slope along x"], "POINT slope", str)
    ('Slope 0 at a point',)
    """
    words = wanted.casefold().split()
    return tuple(row for row in rows if all(word in text_of(row).casefold() for word in words))
