"""A table that somebody pasted or uploaded, read with a sentence for each thing that is wrong."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.datasets.complaint import TableError
from core.datasets.numbers_read import is_missing, is_number, number_of
from core.datasets.rows import Row, rows_of
from core.datasets.samples import Samples, samples_of, usual_names

MOST_ROWS = 500
MOST_COLUMNS = 8
LIMITS = (
    f"One sample a line, at most {MOST_ROWS} lines and {MOST_COLUMNS} columns; "
    "the last column is the one to be predicted."
)

# No sign that means something in Markdown, LaTeX or HTML.
_NAME = re.compile(r"[^\W\d_][\w .()%/°-]{0,29}")


@dataclass(frozen=True)
class Reading:
    """The samples, and how the text was understood, in sentences."""

    samples: Samples
    notes: tuple[str, ...]


def read_table(text: str) -> Reading:
    """The samples of a text, one a line; the first line may name the columns, the last column is y.

    Raises TableError, with the line and the column where there is one.

    >>> read_table("hours, points\\n1, 2\\n2, 5").samples.names
    ('hours', 'points')
    """
    rows, notes = rows_of(text)
    return Reading(samples_of_rows(rows), notes)


def samples_of_rows(rows: Sequence[Row]) -> Samples:
    """The samples of rows of cells, the first of which may hold names."""
    names = _names(rows[0])
    body = rows if names is None else rows[1:]
    _require_size(rows[0], body)
    width = len(rows[0].cells)
    labels = names or usual_names(width)
    return samples_of([_numbers(row, labels) for row in body], labels)


def _names(row: Row) -> tuple[str, ...] | None:
    """The names in a first row, None where it holds numbers already."""
    if all(is_number(cell) or is_missing(cell) for cell in row.cells):
        return None
    mixed = next((column for column, cell in enumerate(row.cells, start=1) if is_number(cell)), None)
    if mixed is not None:
        # More likely a number that went wrong than a name.
        other = next(column for column, cell in enumerate(row.cells, start=1) if not is_number(cell))
        number_of(row.cells[other - 1], f"column {other}", row.line, other)
    for column, cell in enumerate(row.cells, start=1):
        if not _NAME.fullmatch(cell):
            raise TableError(
                f"The name of column {column} must begin with a letter, go on with letters, digits, spaces "
                "or _ . ( ) % / ° -, and have at most 30 signs.",
                row.line,
                column,
            )
    if len(set(row.cells)) < len(row.cells):
        raise TableError("Two columns have the same name.", row.line)
    return row.cells


def _require_size(first: Row, body: Sequence[Row]) -> None:
    width = len(first.cells)
    if width > MOST_COLUMNS:
        raise TableError(f"There are {width} columns, and at most {MOST_COLUMNS} are read.", first.line)
    if not body:
        raise TableError("There are names of columns and no numbers below them.", first.line)
    if len(body) > MOST_ROWS:
        raise TableError(f"There are {len(body)} rows, and at most {MOST_ROWS} are read.")
    for row in body:
        if len(row.cells) != width:
            raise TableError(f"{_cells(len(row.cells))} where line {first.line} has {width}.", row.line)


def _cells(count: int) -> str:
    return "There is 1 cell" if count == 1 else f"There are {count} cells"


def _numbers(row: Row, names: Sequence[str]) -> list[float]:
    cells = enumerate(zip(row.cells, names, strict=True), start=1)
    return [number_of(cell, name, row.line, column) for column, (cell, name) in cells]
