"""The score of a set: right, wrong, and what was not answered or cannot be read."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.errors import CalculusError
from core.practice.question import Question, Verdict


@dataclass(frozen=True)
class Mark:
    """One answer: its verdict, or why there is none; both are missing where nothing was typed."""

    verdict: Verdict | None = None
    unread: str = ""


@dataclass(frozen=True)
class Score:
    """The marks in the order of the questions. What cannot be read is not counted as wrong."""

    marks: tuple[Mark, ...]

    @property
    def right(self) -> int:
        """How many are right."""
        return sum(mark.verdict is not None and mark.verdict.right for mark in self.marks)

    @property
    def wrong(self) -> int:
        """How many are wrong."""
        return sum(mark.verdict is not None and not mark.verdict.right for mark in self.marks)

    @property
    def unread(self) -> int:
        """How many cannot be read as answers."""
        return sum(bool(mark.unread) for mark in self.marks)

    @property
    def sentence(self) -> str:
        """The score, for a person."""
        open_ = len(self.marks) - self.right - self.wrong - self.unread
        parts = [f"{self.right} of {len(self.marks)} right"]
        parts += [f"{self.wrong} wrong"] if self.wrong else []
        parts += [f"{self.unread} that cannot be read"] if self.unread else []
        parts += [f"{open_} not answered yet"] if open_ else []
        return f"{', '.join(parts)}."


def score(questions: Sequence[Question], answers: Sequence[str]) -> Score:
    """The marks for answers in the order of the questions; "" is not answered, and so is what is missing."""
    if len(answers) > len(questions):
        raise ValueError(f"{len(answers)} answers to {len(questions)} questions")
    padded = [*answers, *[""] * (len(questions) - len(answers))]
    return Score(tuple(_mark(one, text) for one, text in zip(questions, padded, strict=True)))


def _mark(question: Question, text: str) -> Mark:
    if not text.strip():
        return Mark()
    try:
        return Mark(question.check(text))
    except CalculusError as reason:
        return Mark(unread=str(reason))
