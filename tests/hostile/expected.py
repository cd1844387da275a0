"""What has to become of a text that is typed: read by the language itself, without a page."""

from collections.abc import Callable
from dataclasses import dataclass

from core.datasets import read_table
from core.errors import CalculusError
from core.expression import ExpressionError, UnfinishedExpression, parse
from ui.training.cells import STAY

LONGEST_TYPED = 1000
"""Characters that a field for functions takes at all."""


@dataclass(frozen=True)
class Typed:
    """A text, what of it is shown beside its sentence, and the sentence: "" where it is read.

    None where no sentence is due: the field does not take it, or it is no text at all.
    """

    text: str
    shown: str = ""
    sentence: str | None = None


Expected = Callable[[str], Typed]


def as_function(*variables: str) -> Expected:
    """What the field of a function of these variables says."""

    def expected(text: str) -> Typed:
        line = text.replace("\r", "").replace("\n", "")
        if len(line) > LONGEST_TYPED or _is_no_text(line):
            return Typed(text)
        try:
            parse(line, variables)
        except UnfinishedExpression as error:
            return Typed(text, sentence=str(error))
        except ExpressionError as error:
            shown = "".join(letter if letter.isprintable() else " " for letter in line)
            return Typed(text, shown, str(error))
        return Typed(text, sentence="")

    return expected


def as_table(text: str) -> Typed:
    """What the field for a table says."""
    if _is_no_text(text) or not text.strip():
        return Typed(text)
    try:
        read_table(text.replace("\r\n", "\n"))
    except CalculusError as error:
        return Typed(text, sentence=f"{error} {STAY}")
    return Typed(text)


def _is_no_text(text: str) -> bool:
    """Half a character: no server gets it, because it cannot be written in UTF-8."""
    return any("\ud800" <= letter <= "\udfff" for letter in text)
