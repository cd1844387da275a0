"""Worked solutions: every one in the app is a sequence of `Step`s, and every number has its `Check`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import overload


@dataclass(frozen=True)
class Check:
    """The same number found a second way, and by how much the two differ.

    `difference` is absolute, `tolerance` what the second way can promise; the check holds when
    difference ≤ tolerance. `compared` says in a sentence what was held against what.
    """

    compared: str
    shown: str
    second: str
    difference: float
    tolerance: float

    @property
    def holds(self) -> bool:
        """|shown − second| ≤ tolerance; a difference that is not a number never holds.

        >>> Check("slope, exactly and by differences", "2", "2.0000", 1e-9, 1e-6).holds
        True
        """
        return self.difference <= self.tolerance


@dataclass(frozen=True)
class Step:
    """One line on the blackboard: a title, the mathematics in LaTeX, one sentence of why.

    `latex` may hold only what was printed from a guarded expression or from numbers, never typed text.
    """

    title: str
    latex: str
    why: str
    check: Check | None = None
    substeps: tuple["Step", ...] = field(default=())


class LazySteps(Sequence[Step]):
    """Steps that are worked out one by one, when they are asked for.

    >>> steps = LazySteps([lambda: Step("one", "1", "first"), lambda: Step("two", "2", "then")])
    >>> len(steps), steps[1].title
    (2, 'two')
    """

    def __init__(self, makers: Sequence[Callable[[], Step]]) -> None:
        self._makers = makers

    def __len__(self) -> int:
        return len(self._makers)

    @overload
    def __getitem__(self, index: int) -> Step: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Step, ...]: ...
    def __getitem__(self, index: int | slice) -> Step | tuple[Step, ...]:
        if isinstance(index, slice):
            return tuple(make() for make in self._makers[index])
        return self._makers[index]()
