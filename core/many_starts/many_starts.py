"""Many runs from many starts: where each ends, the best of them, and the share that each valley takes."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.basins import Goal
from core.basins.goals import NEAR, goals_of
from core.descent import Sense
from core.errors import SettingError
from core.expression import Expression
from core.many_starts.walking import IS_STILL, UNDER_WAY, Crowd, Rule, Walked
from core.newton.linear import newton_step
from core.newton.target import Target
from core.optimizers import OPTIMIZERS
from core.schedules import SCHEDULES

Floats = NDArray[np.float64]
Places = NDArray[np.int16]

MOST_STEPS = 2000
NOWHERE = -1


@dataclass(frozen=True, eq=False)
class ManyStarts:
    """n runs of one optimiser: starts and ends (n, d), f there (n,), steps (n,).

    goal (n,) is the place in `goals` that a run has come to, −1 for none; `end` (n,) says how it ended, as in
    `core.many_starts.walking.ENDS`. Where the rate begins anew, `rest` (p, n) is the goal that each run had
    come to after each of p periods.
    """

    starts: Floats
    ends: Floats
    f: Floats
    steps: NDArray[np.int16]
    end: NDArray[np.int8]
    goal: Places
    goals: tuple[Goal, ...]
    rest: Places
    sense: Sense

    @property
    def shares(self) -> tuple[float, ...]:
        """Which part of the runs has come to each of the goals."""
        counts = np.bincount(self.goal[self.goal >= 0], minlength=len(self.goals))
        return tuple((counts / len(self.goal)).tolist())

    @property
    def under_way(self) -> float:
        """Which part of the runs is in the plane, but at no goal."""
        waiting = (self.goal == NOWHERE) & ((self.end == UNDER_WAY) | (self.end == IS_STILL))
        return float(np.mean(waiting))

    @property
    def lost(self) -> float:
        """Which part of the runs has left: far away, out of the domain, or without a next step."""
        return float(np.mean((self.goal == NOWHERE) & (self.end != UNDER_WAY) & (self.end != IS_STILL)))

    @property
    def best(self) -> int | None:
        """The run that ended lowest (highest, when climbing), None where f has a value at no end."""
        known = np.flatnonzero(np.isfinite(self.f) & np.isfinite(self.ends).all(axis=1))
        if not len(known):
            return None
        values = self.f[known] if self.sense == "descent" else -self.f[known]
        return int(known[values.argmin()])

    @property
    def seen(self) -> NDArray[np.int64]:
        """In how many different goals each run has rested (n,), its last one among them."""
        stays = np.vstack([self.rest, self.goal[None]])
        return np.array([len(set(stay[stay >= 0].tolist())) for stay in stays.T], dtype=np.int64)


def many_starts(
    e: Expression,
    starts: Floats,
    optimizer: str = "gd",
    rate: float = 0.1,
    steps: int = 200,
    sense: Sense = "descent",
    knobs: Mapping[str, float] | None = None,
    schedule: str = "constant",
    schedule_knobs: Mapping[str, float] | None = None,
) -> ManyStarts:
    """Every start (n, d) with the same optimiser and rate, up to so many steps (1 … 2000), d = 1 or 2.

    A run has come to a goal when Newton's step from its end is shorter than 10⁻⁴: the slope is 0 close by.
    With the schedule "restarts" no run stops early, for the rate may still throw it out. Raises SettingError,
    naming the control, for a name that is none and for a number that is no rate or no step count.

    >>> from core.expression import parse
    >>> found = many_starts(parse("x^4 - 2x^2"), np.array([[-2.0], [-0.5], [0.3]]), rate=0.05)
    >>> found.goal.tolist(), [goal.point.tolist() for goal in found.goals]
    ([0, 0, 1], [[-1.0], [1.0]])
    """
    rule = _rule(optimizer, rate, steps, sense, knobs, schedule, schedule_knobs)
    walked = Crowd(e, np.array(starts, dtype=np.float64), rule).walk()
    goal, rest, goals = _goals(Target(e, "minimum"), walked)
    return ManyStarts(
        np.array(starts, dtype=np.float64),
        walked.x,
        walked.f,
        walked.steps,
        walked.end,
        goal,
        goals,
        rest,
        sense,
    )


def _rule(
    optimizer: str,
    rate: float,
    steps: int,
    sense: Sense,
    knobs: Mapping[str, float] | None,
    schedule: str,
    schedule_knobs: Mapping[str, float] | None,
) -> Rule:
    for name, table, setting in ((optimizer, OPTIMIZERS, "optimizer"), (schedule, SCHEDULES, "schedule")):
        if name not in table:
            raise SettingError(f"There is no {setting} of this name; there are {', '.join(table)}.", setting)
    if not 0 < rate < np.inf:
        raise SettingError("The learning rate η must be a number greater than 0.", "eta")
    if not 1 <= steps <= MOST_STEPS:
        raise SettingError(f"The number of steps must be between 1 and {MOST_STEPS}.", "steps")
    method, row = OPTIMIZERS[optimizer], SCHEDULES[schedule]
    settings = {knob.name: knob.default for knob in row.knobs} | dict(schedule_knobs or {})
    return Rule(method, method.defaults | dict(knobs or {}), rate, row, settings, steps, sense)


def _goals(target: Target, walked: Walked) -> tuple[Places, Places, tuple[Goal, ...]]:
    """The goal of each end (n,) and of each rest (p, n), and the goals of all of them."""
    places = np.concatenate([walked.x[None], walked.rests]).reshape(-1, walked.x.shape[1])
    level = np.flatnonzero(_is_level(target, places))
    goals, found = goals_of(target, places[level])
    goal = np.full(len(places), NOWHERE, dtype=np.int16)
    goal[level] = found
    stays = goal.reshape(-1, len(walked.x))
    return stays[0], stays[1:], goals


def _is_level(target: Target, places: Floats) -> NDArray[np.bool_]:
    """Whether the slope is 0 within `NEAR` of each place (n,), as Newton's step judges it."""
    level = np.zeros(len(places), dtype=np.bool_)
    finite = np.flatnonzero(np.isfinite(places).all(axis=1))
    with np.errstate(over="ignore", invalid="ignore"):
        field, jacobian = target.over(tuple(places[finite].T))
        step = np.linalg.norm(newton_step(field, jacobian), axis=1)
        size = np.maximum(1.0, np.linalg.norm(places[finite], axis=1))
    level[finite] = (step <= NEAR / 3 * size) | (field == 0).all(axis=1)
    return level
