"""What a lesson gives away: one row for each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from core.expression import Expression
from core.steps import Step
from ui.take_home.asked import Asked

Columns = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class TakeHome:
    """What a lesson is about at the moment, what it is set by, and its files.

    subject: a name and what stands for it, such as ("f(x)", "x^2"); the files are called by it. settings: the
    keys it is set by. script: Python source. steps: the worked steps, part by part. table: the numbers in
    full precision. All raise CalculusError for what cannot be computed.
    """

    subject: Callable[[Asked], tuple[str, str]]
    settings: Callable[[Asked], tuple[str, ...]]
    script: Callable[[Asked], str]
    steps: Callable[[Asked], Mapping[str, Sequence[Step]]]
    table: Callable[[Asked], Columns]


def named(function: Expression) -> tuple[str, str]:
    """A function as the subject of a lesson: ("f(x)", "x^2")."""
    return f"f({', '.join(function.variables)})", str(function)


def column(values: Sequence[float]) -> list[str]:
    """Every digit that tells a float64 from the next.

    >>> column([0.1, 2.0])
    ['0.1', '2.0']
    """
    return [repr(float(value)) for value in values]
