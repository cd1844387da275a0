"""Basins of attraction: for every start in a window, the place it is taken to and in how many steps."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.basins.goals import Goal, goals_of
from core.basins.walkers import WALKERS
from core.expression import Expression
from core.newton.target import Aim, Target

Floats = NDArray[np.float64]
Window = tuple[tuple[float, float], ...]

MOST_CELLS = 250_000
NOWHERE = -1
IN_A_ROW = 600


@dataclass(frozen=True, eq=False)
class Basins:
    """The starts of a window, row by row from the bottom (one row in one variable), and their ends.

    goal (rows, columns) is the place in `goals`, −1 where a start is taken nowhere; steps (rows, columns) is
    how many it took, or how many were done. `x` (columns,) and `y` (rows,) are the middles of the cells.
    """

    x: Floats
    y: Floats
    goal: NDArray[np.int16]
    steps: NDArray[np.int16]
    goals: tuple[Goal, ...]
    method: str
    window: Window

    @property
    def shares(self) -> tuple[float, ...]:
        """Which part of the starts is taken to each of the goals."""
        counts = np.bincount(self.goal[self.goal >= 0].ravel(), minlength=len(self.goals))
        return tuple((counts / self.goal.size).tolist())

    @property
    def nowhere(self) -> float:
        """Which part of the starts is taken nowhere."""
        return float(np.mean(self.goal == NOWHERE))

    def at(self, point: Sequence[float]) -> tuple[Goal | None, int]:
        """The goal of the cell that holds a point, and its steps."""
        row = int(np.abs(self.y - point[1]).argmin()) if len(self.window) > 1 else 0
        column = int(np.abs(self.x - point[0]).argmin())
        place = int(self.goal[row, column])
        return (None if place == NOWHERE else self.goals[place]), int(self.steps[row, column])


def basins(
    e: Expression,
    window: Window,
    method: str = "newton",
    *,
    aim: Aim = "minimum",
    cells: int | None = None,
    steps: int | None = None,
) -> Basins:
    """The basins in a window of one or two ranges, `cells` along each side; each method has its own default.

    `method` is a row of `WALKERS`; only "newton" and "damped" look for a root. Every start runs until its
    step is short, f has no value, or it is far away. Plain Newton looks for any level place, so that its
    goals are minima, maxima and saddles. Raises ValueError for a window that does not fit the function and
    for more than 250 000 cells.

    >>> from core.expression import parse
    >>> found = basins(parse("x^4 - 2x^2"), ((-2.0, 2.0),), cells=50)
    >>> [(goal.point.round(6).tolist(), goal.kind) for goal in found.goals]
    [([-1.0], 'minimum'), ([0.0], 'maximum'), ([1.0], 'minimum')]
    """
    walker = WALKERS[method]
    cells = cells or (walker.cells if len(window) > 1 else IN_A_ROW)
    if len(window) != len(e.variables) or not 1 <= cells ** len(window) <= MOST_CELLS:
        raise ValueError("basins need a range for each variable, and at most 250 000 cells")
    x, y = middles(window[0], cells), middles(window[1], cells) if len(window) > 1 else np.zeros(1)
    starts = [part.ravel() for part in np.meshgrid(x, y)][: len(window)]
    target = Target(e, aim)
    end, taken, arrived = walker.walk(target, np.stack(starts, axis=1), steps or walker.steps)
    places = np.full(len(end), NOWHERE, dtype=np.int16)
    goals, places[arrived] = goals_of(target, end[arrived])
    shape = (len(y), len(x))
    return Basins(x, y, places.reshape(shape), taken.reshape(shape), goals, method, window)


def middles(ends: tuple[float, float], cells: int) -> Floats:
    """The middles of so many cells between two ends."""
    low, high = ends
    return low + (high - low) * (np.arange(cells) + 0.5) / cells
