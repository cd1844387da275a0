"""A table changed by hand: every change makes new samples and leaves the old ones alone."""

from collections.abc import Sequence
from math import isfinite

import numpy as np

from core.datasets.complaint import TableError
from core.datasets.numbers_read import LARGEST
from core.datasets.reading import MOST_ROWS
from core.datasets.samples import Samples, samples_of


def with_point(samples: Samples, values: Sequence[float]) -> Samples:
    """One sample more, at the end; `values` (d + 1,) has y last.

    >>> with_point(samples_of([[1, 2]]), (3, 4)).y.tolist()
    [2.0, 4.0]
    """
    return samples_of(np.vstack([samples.table, np.array([values], dtype=np.float64)]), samples.names)


def without_point(samples: Samples, row: int) -> Samples:
    """One sample fewer; rows are counted from 0."""
    return samples_of(np.delete(samples.table, row, axis=0), samples.names)


def with_value(samples: Samples, row: int, column: int, value: float) -> Samples:
    """One cell changed; rows and columns are counted from 0, y is the last column."""
    table = samples.table
    table[row, column] = value
    return samples_of(table, samples.names)


def edited(rows: Sequence[Sequence[float | None]], names: Sequence[str]) -> Samples:
    """The samples of a table as an editor gives it back, None for an empty cell; empty rows are left out.

    Raises TableError, its line the row counted from 1, for a cell that is empty or no finite number.

    >>> edited([[1, 2], [None, None], [3, 4]], ("x", "y")).y.tolist()
    [2.0, 4.0]
    """
    filled = [(line, row) for line, row in enumerate(rows, start=1) if any(cell is not None for cell in row)]
    if len(filled) > MOST_ROWS:
        raise TableError(f"There are {len(filled)} rows, and at most {MOST_ROWS} are used.")
    for line, row in filled:
        for column, (cell, name) in enumerate(zip(row, names, strict=True), start=1):
            if cell is None or not isfinite(cell):
                raise TableError(f"{name} is missing. Fill it in, or clear the whole row.", line, column)
            if abs(cell) > LARGEST:
                raise TableError(f"{name} is beyond 10¹²; use a larger unit.", line, column)
    cells = [list(row) for _, row in filled]
    return samples_of(np.array(cells, dtype=np.float64).reshape(len(cells), len(names)), names)
