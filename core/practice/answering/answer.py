"""What an answer is: how it is read, when it is right, and how it is said."""

from dataclasses import dataclass
from typing import Any, Protocol

from core.steps import Step


@dataclass(frozen=True)
class Finding:
    """What a comparison of two answers found.

    `reason` says why in a sentence; `name` names the misconception and `step` shows where it was, if either
    can be told.
    """

    right: bool
    reason: str = ""
    name: str = ""
    step: Step | None = None


class AnswerKind(Protocol):
    """One kind of answer. Its values are its own: numbers, a formula, the name of a choice."""

    @property
    def invitation(self) -> str:
        """What may be typed, for the field: "a number, such as 0.25 or 1/3"."""

    @property
    def tolerance(self) -> str:
        """How close is close enough, and why, in a sentence."""

    def read(self, text: str) -> Any:
        """The answer a text means; CalculusError with a sentence where it means none."""

    def weigh(self, typed: Any, right: Any) -> Finding:
        """Whether what was typed is the right answer."""

    def written(self, answer: Any) -> str:
        """The answer as a person reads it."""
