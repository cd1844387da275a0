"""Worked solutions: every one in the app is a sequence of `Step`s, and every number has its `Check`."""

from dataclasses import dataclass, field


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
