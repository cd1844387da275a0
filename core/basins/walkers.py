"""Many runs at once: every start takes its own steps until it is over. One row per method."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from core.gradient import gradient_field
from core.newton.line_search import MeritAt, Rows, halved
from core.newton.linear import newton_step
from core.newton.methods import Move, Sight, damped, levenberg
from core.newton.target import Target

Floats = NDArray[np.float64]
Ends = tuple[Floats, NDArray[np.int16], NDArray[np.bool_]]
"""The ends (n, d), the steps taken (n,), and which of them arrived (n,)."""

SHORT = 1e-9
"""Of a step, relative beyond 1."""

FAR = 1e9
DESCENT_SHORT = 1e-5
LONGEST_RATE = 1.0


@dataclass(frozen=True)
class Walker:
    """A method over many starts: `walk(target, starts (n, d), steps)`.

    `steps` is how many it is given, `cells` how many starts along a side it can take in a moment.
    """

    name: str
    title: str
    walk: Callable[[Target, Floats, int], Ends]
    steps: int
    cells: int


class _Crowd:
    """All runs: the places `here` (m, d) of those under way, which these are, and the ends of all."""

    def __init__(self, starts: Floats) -> None:
        self.here = starts
        self.running = np.arange(len(starts))
        self.x = starts.copy()
        self.steps = np.zeros(len(starts), dtype=np.int16)
        self.arrived = np.zeros(len(starts), dtype=np.bool_)

    def move(self, step: Floats, short: float, k: int) -> None:
        """Take the steps (m, d) of those under way: a short one arrives, one without end is lost.

        The step that shows the arrival is not counted, as in a single run.
        """
        length, size = _lengths(step), np.maximum(1.0, _lengths(self.here))
        there, lost = length <= short * size, ~(length + size <= FAR)
        over, moved = there | lost, self.here + step
        ended = self.running[over]
        self.x[ended] = np.where(lost[over, None], self.here[over], moved[over])
        self.arrived[ended] = there[over]
        self.steps[self.running] = k
        self.steps[ended] -= there[over]
        self.here, self.running = moved[~over], self.running[~over]

    @property
    def ends(self) -> Ends:
        self.x[self.running] = self.here
        return self.x, self.steps, self.arrived


Stepper = Callable[[Target, Floats], Floats]
"""The next steps (m, d) from the points (m, d); NaN where there is none."""


def _walk(target: Target, starts: Floats, steps: int, stepper: Stepper) -> Ends:
    crowd = _Crowd(starts)
    with np.errstate(over="ignore", invalid="ignore"):
        for k in range(1, steps + 2):
            if not len(crowd.running):
                break
            crowd.move(stepper(target, crowd.here), SHORT, k)
    return crowd.ends


def newton_walk(target: Target, starts: Floats, steps: int) -> Ends:
    """J·s = −F at every start, again and again."""

    def stepper(target: Target, here: Floats) -> Floats:
        field, jacobian = target.over(tuple(here.T))
        step = newton_step(field, jacobian)
        step[(field == 0).all(axis=1)] = 0.0
        return step

    return _walk(target, starts, steps, stepper)


def searched_walk(move: Callable[[Sight, float], Move], target: Target, starts: Floats, steps: int) -> Ends:
    """The steps of a method that searches along its direction until the merit falls enough."""

    def stepper(target: Target, here: Floats) -> Floats:
        field, jacobian = target.over(tuple(here.T))
        step = np.full_like(here, np.nan)
        # Where F is 0 no direction leads down, and the search would be one for rounding.
        step[(field == 0).all(axis=1)] = 0.0
        known = np.isfinite(field).all(axis=1) & np.isfinite(jacobian).all(axis=(1, 2))
        rows = np.flatnonzero(known & (field != 0).any(axis=1))
        if len(rows):
            step[rows] = move(_sight(target, here[rows], field[rows], jacobian[rows]), 0.0).step
        return step

    return _walk(target, starts, steps, stepper)


def descent_walk(target: Target, starts: Floats, steps: int) -> Ends:
    """−t·∇f with Armijo's backtracking from twice the last t, so that one or two looks are enough."""
    crowd = _Crowd(starts)
    field = gradient_field(target.expression)
    rate = np.full(len(starts), LONGEST_RATE)
    with np.errstate(over="ignore", invalid="ignore"):
        for k in range(1, steps + 2):
            here = crowd.here
            if not len(here):
                break
            value, gradient = field.over(here)
            first = np.minimum(2 * rate[crowd.running], LONGEST_RATE)
            squared = np.einsum("nd,nd->n", gradient, gradient)
            t, _ = halved(-gradient, value, squared, _merits(target, here), first)
            rate[crowd.running] = t
            crowd.move(-t[:, None] * gradient, DESCENT_SHORT, k)
    return crowd.ends


def _sight(target: Target, here: Floats, field: Floats, jacobian: Floats) -> Sight:
    merit = target.merit(target.expression(*here.T))
    return Sight(field, jacobian, merit, target.merit_slope(field, jacobian), _merits(target, here))


def _merits(target: Target, here: Floats) -> MeritAt:
    def merit_at(step: Floats, rows: Rows) -> Floats:
        merit: Floats = target.merit(target.expression(*(here[rows] + step).T))
        return merit

    return merit_at


def _lengths(vectors: Floats) -> Floats:
    lengths: Floats = np.sqrt(np.einsum("nd,nd->n", vectors, vectors))
    return lengths


_ROWS = (
    Walker("newton", "Newton", newton_walk, 60, 200),
    Walker("damped", "Damped Newton", partial(searched_walk, damped), 60, 160),
    Walker("levenberg", "Levenberg shift", partial(searched_walk, levenberg), 60, 120),
    Walker("descent", "Gradient descent", descent_walk, 300, 80),
)

WALKERS: dict[str, Walker] = {row.name: row for row in _ROWS}
