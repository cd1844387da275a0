"""One cell of a table, as text, read as a number; or the sentence that says why it is none."""

import re
from math import isfinite

from core.datasets.complaint import TableError

LARGEST = 1e12
"""Squares of larger numbers, added up, leave little of float64."""

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE | re.ASCII)
_MISSING = {"", "nan", "na", "n/a", "null", "none", "?", "-", "−"}
_SHOWN = 20


def is_number(cell: str) -> bool:
    """Whether the cell is written as a number: 2, −0.5, .5, 1e-3.

    >>> is_number("−0.5"), is_number("1,5"), is_number("0x10"), is_number("1_000")
    (True, False, False, False)
    """
    return _NUMBER.fullmatch(_plain(cell)) is not None


def is_missing(cell: str) -> bool:
    """Whether the cell is empty or says that there is no number.

    >>> is_missing(" "), is_missing("NaN"), is_missing("0")
    (True, True, False)
    """
    return cell.strip().lower() in _MISSING


def number_of(cell: str, name: str, line: int, column: int) -> float:
    """The number in a cell of the column of this name; TableError, with its place, if there is none."""
    if is_missing(cell):
        raise TableError(f"{name} is missing. Fill it in, or leave the whole line out.", line, column)
    text = _plain(cell)
    if text.lower().lstrip("+-") in ("inf", "infinity", "∞"):
        raise TableError(f"{name} is infinite, and a sample needs a number.", line, column)
    if not is_number(text):
        raise TableError(f"{name} is no number: “{_shown(cell)}”.{_remedy(text)}", line, column)
    value = float(text)
    if not isfinite(value) or abs(value) > LARGEST:
        raise TableError(f"{name} is beyond 10¹²; use a larger unit.", line, column)
    return value


def _plain(cell: str) -> str:
    return cell.strip().replace("−", "-")


def _remedy(text: str) -> str:
    """A hint for what people write most often."""
    if re.fullmatch(r"[+-]?\d{1,3}([.,' ]\d{3})+([.,]\d*)?", text):
        return " Leave the signs between thousands out."
    if re.fullmatch(r"[+-]?\d*,\d+", text):
        return " Write a decimal point in place of the comma."
    if text.endswith("%"):
        return " Write the share without %."
    return ""


def _shown(cell: str) -> str:
    text = cell.strip()
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
