"""A race: several optimisers from one start, how far each is from a minimum, and what it has spent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import hypot

import numpy as np
from numpy.typing import NDArray

from core.descent import Sense, Trace, run
from core.expression import Expression
from core.expression.tree import Negate
from core.learning_rate.stability import distances
from core.learning_rate.valleys import Valley, same_place, valley
from core.newton.run import Cost
from core.optimizers import OPTIMIZERS

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]

WITHIN = 1e-3
"""A racer has arrived when it stays this near a minimum."""

TOLERANCE = 1e-10
GONE = ("diverged", "left-domain")


@dataclass(frozen=True)
class Racer:
    """An optimiser with its rate and its knobs; knobs not named stand at their defaults."""

    optimizer: str
    rate: float
    knobs: Mapping[str, float] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The optimiser's name for people."""
        return OPTIMIZERS[self.optimizer].title


def usual(optimizer: str) -> Racer:
    """The optimiser at its usual rate.

    >>> usual("adam")
    Racer(optimizer='adam', rate=0.1, knobs={})
    """
    return Racer(optimizer, OPTIMIZERS[optimizer].usual_rate)


@dataclass(frozen=True, eq=False)
class Lane:
    """One racer's run of k steps: distance (k+1,) to the nearest of the minima found, gap (k+1,) of f.

    The gap is f(x_k) − f*, f* the lowest value of the minima found (f* − f in an ascent); both are NaN
    where no minimum was found or f has no value.
    """

    racer: Racer
    trace: Trace
    distance: Floats
    gap: Floats

    @cached_property
    def arrival(self) -> int | None:
        """The first step from which on the racer stays within 10⁻³ of a minimum; None if there is none."""
        near = self.distance <= WITHIN
        staying = np.logical_and.accumulate(near[::-1])[::-1]
        return int(np.argmax(staying)) if staying.any() else None

    @cached_property
    def evaluations(self) -> Counts:
        """What x_k has cost (k+1,): each look at ∇f or at f counts one, each Hessian d, its columns."""
        trace = self.trace
        each = 1 + trace.x.shape[1] * self._bends
        return np.concatenate([[0], np.cumsum(trace.asked + each)])

    @property
    def _bends(self) -> bool:
        return "hessian" in OPTIMIZERS[self.racer.optimizer].looks

    def cost(self, k: int) -> Cost:
        """What was worked out before x_k was known: ∇f once a step, the Hessian where it is asked for."""
        return Cost(int(self.trace.asked[:k].sum()), k, k * self._bends)


@dataclass(frozen=True, eq=False)
class Race:
    """All lanes, in the order the racers were named, and the minima found (the maxima, in an ascent)."""

    e: Expression
    lanes: tuple[Lane, ...]
    goals: tuple[Valley, ...]
    sense: Sense

    @property
    def traces(self) -> dict[str, Trace]:
        """The runs under the names that are written beside them."""
        return {lane.racer.title: lane.trace for lane in self.lanes}


def race(
    e: Expression, start: Sequence[float], racers: Sequence[Racer], steps: int = 200, sense: Sense = "descent"
) -> Race:
    """Every racer from `start` (d,), d = 1 or 2, for at most `steps`, or until ‖∇f‖ ≤ 10⁻¹⁰.

    Raises SettingError for what `run` refuses, and ValueError for an optimiser that is named twice.

    >>> from core.expression import parse
    >>> found = race(parse("x^2"), [1.0], [usual("gd"), usual("newton")])
    >>> [lane.arrival for lane in found.lanes]
    [31, 1]
    """
    return raced(e, racers, [_run(e, start, racer, steps, sense) for racer in racers])


def raced(e: Expression, racers: Sequence[Racer], traces: Sequence[Trace]) -> Race:
    """The race of runs that are there already, one for each racer: all from one start, all down or all up."""
    if len({racer.optimizer for racer in racers}) < len(racers):
        raise ValueError("an optimiser races once")
    sense = traces[0].sense
    goals = _goals(e if sense == "descent" else Expression.of_tree(Negate(e.tree), e.variables), traces)
    lanes = [_lane(racer, trace, goals) for racer, trace in zip(racers, traces, strict=True)]
    return Race(e, tuple(lanes), goals, sense)


def _run(e: Expression, start: Sequence[float], racer: Racer, steps: int, sense: Sense) -> Trace:
    return run(e, start, racer.optimizer, racer.rate, steps, sense, TOLERANCE, racer.knobs)


def _goals(downhill: Expression, traces: Sequence[Trace]) -> tuple[Valley, ...]:
    """The minima below the start and below every end, each once, the lowest first."""
    places = [trace.x[trace.last] for trace in traces if trace.status.kind not in GONE]
    found: list[Valley] = []
    for place in (traces[0].x[0], *places):
        goal = valley(downhill, place.tolist())
        if goal.has_minimum and all(not same_place(goal.point, known.point) for known in found):
            found.append(goal)
    return tuple(sorted(found, key=lambda goal: goal.value))


def _lane(racer: Racer, trace: Trace, goals: Sequence[Valley]) -> Lane:
    nothing = np.full(len(trace.x), np.nan)
    if not goals:
        return Lane(racer, trace, nothing, nothing)
    sign = 1 if trace.sense == "descent" else -1
    off = np.stack([distances(trace, goal.point) for goal in goals])
    with np.errstate(over="ignore", invalid="ignore"):
        gap = sign * trace.f - goals[0].value
    return Lane(racer, trace, off.min(axis=0), gap)


def goal_of(race: Race, lane: Lane) -> Valley | None:
    """The minimum that a racer is nearest to at its end."""
    here = lane.trace.x[lane.trace.last]
    return min(race.goals, key=lambda goal: hypot(*(goal.point - here)), default=None)
