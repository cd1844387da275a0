"""A common false statement, and the counterexample that is computed when it is shown."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Counterexample:
    """What the computation found: one sentence with its numbers, and whether they refute the myth."""

    sentence: str
    refutes: bool


@dataclass(frozen=True)
class Myth:
    """A statement, what is true instead, the address of a counterexample, and its computation."""

    lesson: str
    name: str
    statement: str
    truth: str
    values: dict[str, str]
    compute: Callable[[], Counterexample]
