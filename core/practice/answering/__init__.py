"""The kinds of answers: each reads a text, compares it with the right answer, and says what it found."""

from core.practice.answering.answer import AnswerKind, Finding
from core.practice.answering.choices import ChoiceAnswer, Option
from core.practice.answering.formulas import DerivativeAnswer, FormulaAnswer
from core.practice.answering.limits import LimitAnswer
from core.practice.answering.numbers import NumberAnswer, PointAnswer

__all__ = [
    "AnswerKind",
    "ChoiceAnswer",
    "DerivativeAnswer",
    "Finding",
    "FormulaAnswer",
    "LimitAnswer",
    "NumberAnswer",
    "Option",
    "PointAnswer",
]
