"""Text → rows of cells: what separates the columns, and whether the commas are decimal ones."""

import csv
import re
from dataclasses import dataclass

from core.datasets.complaint import TableError

MOST_CHARACTERS = 100_000

_DECIMAL_COMMA = re.compile(r"\s*[+\-−]?\d*,\d+(e[+-]?\d+)?\s*", re.IGNORECASE | re.ASCII)
_DECIMAL_POINT = re.compile(r"\s*[+\-−]?\d*\.\d+(e[+-]?\d+)?\s*", re.IGNORECASE | re.ASCII)
_SEPARATORS = (("\t", "Tabs"), (";", "Semicolons"), (",", "Commas"), (" ", "Spaces"))


@dataclass(frozen=True)
class Row:
    """The cells of one line; lines are counted from 1, empty ones too."""

    line: int
    cells: tuple[str, ...]


def decoded(content: bytes) -> str:
    """The text of an uploaded file: UTF-8, with or without a mark at its beginning; TableError if it is not.

    >>> decoded(b"\\xef\\xbb\\xbfx,y")
    'x,y'
    """
    if len(content) > 4 * MOST_CHARACTERS:
        raise _too_long()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TableError("The file is no text in UTF-8. Save it as CSV with this encoding.") from error


def rows_of(text: str) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """The rows of a text with one sample a line, and what was found out about it, in sentences.

    Tab, semicolon, comma and space are looked for in this order, in the first line. Between tabs, semicolons
    and spaces a comma is a decimal comma, unless decimal points stand in the table too. Raises TableError.

    >>> rows_of("1,5;2")[0]
    (Row(line=1, cells=('1.5', '2')),)
    """
    if len(text) > MOST_CHARACTERS:
        raise _too_long()
    lines = [(nth, line) for nth, line in enumerate(text.splitlines(), start=1) if line.strip(" \t")]
    if not lines:
        raise TableError("There is no data yet. Write one sample a line, as in 1, 2.")
    separator, name = _separator(lines[0][1])
    rows = tuple(Row(nth, _cells(line, separator)) for nth, line in lines)
    notes = (f"{name} separate the columns.",) if len(rows[0].cells) > 1 else ()
    return _with_decimal_points(rows, notes) if separator != "," else (rows, notes)


def _separator(line: str) -> tuple[str, str]:
    for separator, name in _SEPARATORS[:-1]:
        if separator in line:
            return separator, name
    return _SEPARATORS[-1]


def _cells(line: str, separator: str) -> tuple[str, ...]:
    if separator == " ":
        return tuple(line.split())
    return tuple(
        cell.strip() for cell in next(csv.reader([line], delimiter=separator, skipinitialspace=True))
    )


def _with_decimal_points(
    rows: tuple[Row, ...], notes: tuple[str, ...]
) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """Decimal commas turned into points; TableError where the table has both."""
    written = [(row, column, cell) for row in rows for column, cell in enumerate(row.cells, start=1)]
    commas = [place for place in written if _DECIMAL_COMMA.fullmatch(place[2])]
    if not commas:
        return rows, notes
    if any(_DECIMAL_POINT.fullmatch(cell) for _, _, cell in written):
        row, column, cell = commas[0]
        raise TableError(
            f"“{cell}” has a decimal comma, and other numbers have a decimal point. Use points.",
            row.line,
            column,
        )
    changed = tuple(Row(row.line, tuple(map(_pointed, row.cells))) for row in rows)
    return changed, (*notes, "Commas were read as decimal points.")


def _pointed(cell: str) -> str:
    return cell.replace(",", ".") if _DECIMAL_COMMA.fullmatch(cell) else cell


def _too_long() -> TableError:
    return TableError(
        f"The text is longer than {MOST_CHARACTERS} characters; a table here has at most 500 rows."
    )
