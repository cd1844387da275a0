"""The rows of the panel beside the map: curves cut at its edge, and the range of its values."""

from collections.abc import Sequence

import numpy as np

from charts.clipping import Box, Floats
from charts.derivatives_data import panel_rows
from charts.picture import Columns
from core.windows import rounded_outward

ROOM = 0.08
BEFORE = 10
"""A label is about as wide as this many samples."""

BEYOND = 0.6
"""How far a model may reach beyond the values of f, in parts of their range."""


class Line:
    """One curve: x and y (n,), and the part it plays: f, or its model q."""

    def __init__(self, x: Floats, y: Floats, part: str, label: str = "") -> None:
        self.x, self.y, self.part, self.label = x, y, part, label


NO_LINE = Line(np.zeros(2), np.full(2, np.nan), "f")


def frame_columns(across: tuple[float, float], values: tuple[float, float], words: str, says: str) -> Columns:
    """The one row behind the picture: the ranges of the panel, the description, and the line above."""
    ends = {"t_low": across[0], "t_high": across[1], "value_low": values[0], "value_high": values[1]}
    row = {name: np.array([end], dtype=np.float64) for name, end in ends.items()}
    return {**row, "words": np.array([words]), "says": np.array([says])}


def line_rows(lines: Sequence[Line], box: Box) -> Columns:
    """t, value, piece and part of all lines, cut to the box; every line has pieces of its own."""
    rows = [panel_rows(line, box) for line in lines or [NO_LINE]]
    first = np.cumsum([0, *(int(row["piece"].max(initial=-1)) + 1 for row in rows)])
    return {
        "t": np.concatenate([row["x"] for row in rows]),
        "value": np.concatenate([row["y"] for row in rows]),
        "piece": np.concatenate([row["piece"] + start for row, start in zip(rows, first, strict=False)]),
        "part": np.concatenate(
            [np.full(len(row["x"]), line.part) for row, line in zip(rows, lines or [NO_LINE], strict=True)]
        ),
    }


def label_rows(lines: Sequence[Line], box: Box) -> Columns:
    """The label of each line where it leaves the box, or at its end; `up` is −1 where the line falls to it.

    The words stand left of the end, so those of a falling line go below it, where the line is not.
    """
    ends = []
    for line in lines:
        rows = panel_rows(line, box) if line.label else {"x": np.empty(0)}
        if len(rows["x"]):
            x, y = (float(rows[name][-1]) for name in ("x", "y"))
            falls = y < float(rows["y"][max(-1 - BEFORE, -len(rows["y"]))])
            ends.append((x, y, line.label, line.part, -1 if falls else 1))
    return {
        "t": np.array([end[0] for end in ends]),
        "value": np.array([end[1] for end in ends]),
        "label": np.array([end[2] for end in ends], dtype=np.str_),
        "part": np.array([end[3] for end in ends], dtype=np.str_),
        "up": np.array([end[4] for end in ends], dtype=np.int8),
    }


def value_range(lines: Sequence[Line], middle: float) -> tuple[float, float]:
    """The range of f's finite values, held to what the models promise twice over, with room for those.

    Its ends are round numbers, so that the axis keeps still while the point moves a little.
    """
    f, q = (_values(lines, part, middle) for part in ("f", "q"))
    reach = 2 * float(np.abs(q - middle).max()) or float(np.abs(f - middle).max())
    low, high = (float(end) for end in np.clip([f.min(), f.max()], middle - reach, middle + reach))
    beyond = BEYOND * (high - low)
    low, high = min(low, max(float(q.min()), low - beyond)), max(high, min(float(q.max()), high + beyond))
    spare = ROOM * (high - low) or max(abs(high), 1.0) / 2
    return rounded_outward(low - spare, high + spare)


def _values(lines: Sequence[Line], part: str, middle: float) -> Floats:
    """The finite values of all lines of a part, and the middle."""
    known = [line.y[np.isfinite(line.y)] for line in lines if line.part == part]
    values: Floats = np.concatenate([[middle], *known])
    return values
