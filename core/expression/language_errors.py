"""What can be wrong with a typed function: one sentence and the place."""

from core.errors import CalculusError


class ExpressionError(CalculusError):
    """The text is not a function of this language; `position` is an index into the text as typed.

    The position lies in 0 … len(text): the end of the text is a place too.
    """

    def __init__(self, sentence: str, position: int) -> None:
        super().__init__(sentence)
        self.position = position


class UnfinishedExpression(ExpressionError):  # noqa: N818 — it is not an error yet
    """The text is not a function yet, and may become one by typing on."""
