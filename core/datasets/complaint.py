"""What can be wrong with a table of numbers: one sentence, and the place in the table."""

from core.errors import CalculusError


class TableError(CalculusError):
    """The text is not a table of numbers.

    line: counted from 1, 0 where the table as a whole is meant. column: counted from 1, 0 for the whole line.
    """

    def __init__(self, sentence: str, line: int = 0, column: int = 0) -> None:
        super().__init__(f"Line {line}: {sentence}" if line else sentence)
        self.line = line
        self.column = column
