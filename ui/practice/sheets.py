"""What somebody did with a question, as long as the session lasts: the text, its mark, hints, solution."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast
from zlib import crc32

import streamlit as st

from core.practice import Mark, Question, Score, score
from core.practice.question import Verdict

_SHEETS = "practice: sheets"


@dataclass
class Sheet:
    """One question as it was answered so far.

    name: short and safe, for the widgets. typed: the text of the field, of whatever worth. refused: how often
    that could not be read.
    """

    name: str
    typed: str = ""
    mark: Mark = field(default_factory=Mark)
    hints: int = 0
    refused: int = 0
    solved: bool = False

    @property
    def verdict(self) -> Verdict | None:
        """None as long as nothing was answered that can be read."""
        return self.mark.verdict

    @property
    def done(self) -> bool:
        """Whether there is nothing left to find out."""
        return self.solved or (self.verdict is not None and self.verdict.right)


def sheet_of(question: Question, seed: str) -> Sheet:
    """The sheet of a question in the set of a seed, or about the function on screen: ""."""
    sheets = cast("dict[tuple[str, ...], Sheet]", st.session_state.setdefault(_SHEETS, {}))
    key = (question.lesson, seed, *question.key)
    if key not in sheets:
        sheets[key] = Sheet(f"{crc32(repr(key).encode()):08x}")
    return sheets[key]


def forget(questions: Sequence[Question], seed: str) -> None:
    """New sheets for a set."""
    for one in questions:
        st.session_state[_SHEETS].pop((one.lesson, seed, *one.key), None)


def score_of(questions: Sequence[Question], seed: str) -> Score:
    """The score so far, from marks that were given once."""
    return Score(tuple(sheet_of(one, seed).mark for one in questions))


def mark(sheet: Sheet, question: Question) -> None:
    """Judge what was typed; what cannot be read is a sentence and no verdict."""
    if sheet.typed.strip():
        (sheet.mark,) = score((question,), (sheet.typed,)).marks
    else:
        sheet.mark = Mark(unread=f"Nothing was answered yet. Asked for is {question.expects.invitation}.")
    sheet.refused += bool(sheet.mark.unread)
