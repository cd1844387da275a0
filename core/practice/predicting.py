"""Predict, then see: a worked step whose last value is typed before it is shown."""

import re
from dataclasses import dataclass
from typing import Any

from core.errors import CalculusError
from core.practice.answering import AnswerKind, NumberAnswer, PointAnswer
from core.practice.hinting import result, without_result
from core.practice.question import Verdict
from core.steps import Step

# How the app's own LaTeX of a number reads in the language; what stays LaTeX cannot be read as a number.
_WRITTEN = (
    (re.compile(r"\\frac\{([^{}]*)\}\{([^{}]*)\}"), r"((\1)/(\2))"),
    (re.compile(r"\\sqrt\{([^{}]*)\}"), r"sqrt(\1)"),
    (re.compile(r"\\left\(|\\right\)"), ""),
    (re.compile(r"\\cdot"), "*"),
    (re.compile(r"\\pi"), "pi"),
    (re.compile(r"\{([^{}]*)\}"), r"(\1)"),
)
_COLUMN = re.compile(r"\\begin\{pmatrix\} (.*) \\\\(?:\[\d+pt\])? (.*) \\end\{pmatrix\}")


@dataclass(frozen=True)
class Prediction:
    """A step whose result is still hidden: `title` and `latex` say nothing of it."""

    step: Step
    title: str
    latex: str
    expects: AnswerKind
    value: Any

    def check(self, answer_text: str) -> Verdict:
        """The verdict on what was typed; CalculusError where it is no such value."""
        found = self.expects.weigh(self.expects.read(answer_text), self.value)
        return Verdict(found.right, f"Right. {self.step.why}" if found.right else found.reason, found.name)


def prediction(step: Step) -> Prediction | None:
    """The step to be predicted, None where its line does not end with one number or a column of two.

    >>> found = prediction(Step("Step 1: to x = 1.6", r"x_1 = 0 - 0.4 \\cdot (-4) = 1.6", "Down."))
    >>> found.title, found.latex, found.check("8/5").right
    ('Step 1', 'x_1 = 0 - 0.4 \\\\cdot (-4)', True)
    """
    shown = result(step.latex)
    title, latex = step.title.split(":")[0], without_result(step.latex)
    column = _COLUMN.fullmatch(shown)
    expects: AnswerKind = PointAnswer() if column else NumberAnswer()
    text = f"{_typed(column[1])}, {_typed(column[2])}" if column else _typed(shown)
    try:
        return Prediction(step, title, latex, expects, expects.read(text))
    except CalculusError:
        return None


def _typed(latex: str) -> str:
    """A number in LaTeX as the language writes it."""
    for pattern, replacement in _WRITTEN:
        latex = pattern.sub(replacement, latex)
    return latex
