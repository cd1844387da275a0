"""A question: what is asked, how an answer is judged, three hints, and the worked solution."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from core.errors import CalculusError
from core.practice.answering import AnswerKind
from core.practice.learning import Learning
from core.practice.situation import Situation
from core.steps import Step

Hints = tuple[Step, Step, Step]


class Unsuitable(CalculusError):  # noqa: N818 - a situation that has no such question is no mistake
    """There is no such question about this function at this place; the sentence says why."""


@dataclass(frozen=True, eq=False)
class Slip:
    """A wrong answer that can be told: its value, what was done, and the worked step where it happened."""

    name: str
    value: Any
    sentence: str
    step: Step


@dataclass(frozen=True, eq=False)
class Worked:
    """The right answer with its reason, the whole solution, three hints, and the slips that can be told.

    `reason` is "" where the last step says it.
    `turn` is the step where somebody goes wrong when nothing better is known, without its result.
    """

    answer: Any
    reason: str
    steps: Sequence[Step]
    hints: Hints
    turn: Step
    slips: tuple[Slip, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """What an answer is worth.

    `sentence` gives the reason. Of a wrong answer `slip` names the misconception, "" where none was told, and
    `step` is the worked step where it went wrong.
    """

    right: bool
    sentence: str
    slip: str = ""
    step: Step | None = None


@dataclass(frozen=True, eq=False)
class Question:
    """One question. `text` is plain, `latex` holds what was printed from guarded trees and numbers.

    `situation` says where it can be seen on the page of its lesson. `waits`: its answer is asked from SymPy
    in another process, so `check` and what is worked may take a second or two.
    """

    lesson: str
    kind: str
    text: str
    latex: str
    expects: AnswerKind
    situation: Situation | Learning
    work: Callable[[], Worked] = field(repr=False)
    waits: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """Two questions are the same when these are."""
        return (self.kind, self.text, self.latex)

    @cached_property
    def worked(self) -> Worked:
        """All that is found out only when it is asked for. Raises Unsuitable where there is no answer."""
        return self.work()

    @property
    def answer(self) -> str:
        """The right answer, for a person."""
        return self.expects.written(self.worked.answer)

    @property
    def hints(self) -> Hints:
        """Three, each saying more than the one before, none the answer."""
        return self.worked.hints

    @property
    def solution(self) -> Sequence[Step]:
        """The lesson's own worked steps."""
        return self.worked.steps

    def check(self, answer_text: str) -> Verdict:
        """The verdict on an answer; CalculusError where the text is none: that is not wrong, it is unread."""
        typed = self.expects.read(answer_text)
        worked = self.worked
        found = self.expects.weigh(typed, worked.answer)
        if found.right:
            said = "" if found.reason.startswith("Right") else f"Right: {self.answer}."
            parts = (said, found.reason, worked.reason or worked.steps[-1].why)
            return Verdict(True, " ".join(filter(None, parts)))
        for slip in worked.slips:
            if self.expects.weigh(typed, slip.value).right:
                return Verdict(False, slip.sentence, slip.name, slip.step)
        return Verdict(False, found.reason, found.name, found.step or worked.turn)
