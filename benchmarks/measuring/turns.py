"""Taking turns: what else the machine does meanwhile weighs on all that is compared, not on one of them."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Found = TypeVar("Found")


def in_turns(measures: Sequence[Callable[[int], Iterable[Found]]], rounds: int) -> list[list[Found]]:
    """Call each with the number of the round, round by round; what each found, one list for each.

    >>> in_turns([lambda nth: [nth], lambda nth: [10 * nth]], rounds=3)
    [[0, 1, 2], [0, 10, 20]]
    """
    found: list[list[Found]] = [[] for _ in measures]
    for nth in range(rounds):
        for measure, mine in zip(measures, found, strict=True):
            mine.extend(measure(nth))
    return found
