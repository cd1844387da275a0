"""Who arrived when, and at what cost: the table of a race, and its sentence."""

from dataclasses import dataclass
from math import inf
from typing import Literal

from core.curvature import hessian_at
from core.descent import Sense
from core.gradient import slope_check
from core.iterating.stopping import counted
from core.newton.run import Cost
from core.numbers import number, rounded_point
from core.race.race import WITHIN, Lane, Race, goal_of
from core.steps import Check

By = Literal["steps", "evaluations"]
GOALS: dict[Sense, str] = {"descent": "minimum", "ascent": "maximum"}


@dataclass(frozen=True)
class Place:
    """One racer's row: `rank` from 1, None for who did not arrive; `steps` and `cost` up to there, or in all.

    `goal` says which minimum it came to, or is nearest to at its end, `end` where it is then, and `said` how
    its run ended.
    """

    rank: int | None
    optimizer: str
    title: str
    rate: float
    steps: int
    evaluations: int
    cost: Cost
    goal: str
    end: str
    value: float
    said: str


def places(race: Race, names: tuple[str, ...], by: By = "steps") -> tuple[Place, ...]:
    """The rows, the first to arrive first, the others after them in the order they were named.

    Who needs as much as another shares the rank.
    """
    lanes = sorted(race.lanes, key=lambda lane: _needed(lane, by))
    needed = [_needed(lane, by) for lane in lanes]
    ranks = [None if need == inf else needed.index(need) + 1 for need in needed]
    return tuple(_place(race, lane, rank, names) for lane, rank in zip(lanes, ranks, strict=True))


def _needed(lane: Lane, by: By) -> float:
    if lane.arrival is None:
        return inf
    return float(lane.arrival if by == "steps" else lane.evaluations[lane.arrival])


def _place(race: Race, lane: Lane, rank: int | None, names: tuple[str, ...]) -> Place:
    trace, goal = lane.trace, goal_of(race, lane)
    k = lane.arrival if lane.arrival is not None else trace.steps
    return Place(
        rank=rank,
        optimizer=lane.racer.optimizer,
        title=lane.racer.title,
        rate=lane.racer.rate,
        steps=k,
        evaluations=int(lane.evaluations[k]),
        cost=lane.cost(k),
        goal="" if goal is None else rounded_point(goal.point.tolist(), names, 4),
        end=rounded_point(trace.x[trace.last].tolist(), names, 4),
        value=float(trace.f[trace.last]),
        said=_said(race, lane),
    )


def _said(race: Race, lane: Lane) -> str:
    """How the run ended; where it is level without being what was raced for, what is there."""
    status, wanted = lane.trace.status, GOALS[race.sense]
    if status.kind != "converged" or lane.arrival is not None:
        return status.sentence
    kind = hessian_at(race.e, lane.trace.x[-1].tolist()).kind
    if kind in ("degenerate", wanted):
        return status.sentence
    return f"{status.sentence} There is a {kind}, no {wanted}."


def sentence(race: Race, names: tuple[str, ...], by: By = "steps") -> str:
    """Who won, by what, and who is still on the way or lost."""
    kind = GOALS[race.sense]
    if not race.goals:
        return f"No {kind} was found, so nobody arrives."
    rows = places(race, names, by)
    first = [row for row in rows if row.rank == 1]
    near = f"within {number(WITHIN)} of a {kind}"
    if not first:
        return f"Nobody stays {near}."
    won = " and ".join(_together(first, goal) for goal in dict.fromkeys(row.goal for row in first))
    be = "is" if len(first) == 1 else "are"
    left = sum(row.rank is None for row in rows)
    rest = f" {left} of {len(rows)} {'does' if left == 1 else 'do'} not arrive." if left else ""
    return f"{won} {be} first {near}: {_needs(first, by)}.{rest}"


def _together(rows: list[Place], goal: str) -> str:
    """Who came to one goal: "A at x = 0", "A, B and C at x = 0"."""
    *others, last = (row.title for row in rows if row.goal == goal)
    return f"{', '.join(others)} and {last} at {goal}" if others else f"{last} at {goal}"


def _needs(first: list[Place], by: By) -> str:
    """What the winner has spent; of several, what they have in common."""
    row = first[0]
    if len(first) == 1:
        return f"{counted(row.steps)}, {_spent(row.cost)}"
    return counted(row.steps) if by == "steps" else f"{row.evaluations} evaluations"


def _spent(cost: Cost) -> str:
    counts = [(cost.gradients, "gradient"), (cost.values, "value"), (cost.hessians, "Hessian")]
    return ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for count, name in counts if count)


def goal_checks(race: Race) -> tuple[Check, ...]:
    """Each minimum found is a place without slope: by the rules, and by difference quotients."""
    return tuple(slope_check(race.e, goal.point.tolist()) for goal in race.goals)
