"""The named outcomes of a run with a learning rate, and how a run gets its name.

On a quadratic with a constant rate the name comes from exact theory (`quadratic_fate.py`); elsewhere from the
prediction at the minimum the run heads for and from what the run did.
"""

from dataclasses import dataclass
from math import hypot, isfinite, nan

import numpy as np
from numpy.typing import NDArray

from core.curvature import hessian_at
from core.descent import Trace
from core.expression import Expression
from core.learning_rate.quadratic_fate import Fate, fate
from core.learning_rate.quadratics import as_typed, read_quadratic
from core.learning_rate.stability import Prediction, distances, measured_factor, predict
from core.learning_rate.valleys import Valley, same_place, valley

Floats = NDArray[np.float64]

SAME_AGAIN = 1e-6
"""A run repeats itself when it returns to a point within this part of its last step."""

LONGEST_CYCLE = 8
SETTLING = 1 - 1e-6


@dataclass(frozen=True)
class OutcomeKind:
    """A named outcome and what it means."""

    name: str
    title: str
    definition: str


_ROWS = (
    OutcomeKind("one-step", "There in one step", "The first step lands on the minimum: ηλ = 1."),
    OutcomeKind(
        "converges",
        "Converges",
        "The error shrinks at every step without changing sign (0 < ηλ ≤ 1), and the steps suffice.",
    ),
    OutcomeKind(
        "crawls",
        "Crawls",
        "It converges, but to come within 10⁻⁶ of the minimum it needs more steps than it was given.",
    ),
    OutcomeKind(
        "overshoots",
        "Overshoots and converges",
        "1 < ηλ < 2 in some direction: each step passes the minimum, and the error shrinks all the same.",
    ),
    OutcomeKind(
        "cycles", "Cycles", "It visits the same points again and again: ηλ = 2, or a corner it steps across."
    ),
    OutcomeKind(
        "wanders", "Never settles", "It stays within bounds, and neither settles nor repeats itself."
    ),
    OutcomeKind(
        "diverges",
        "Diverges",
        "ηλ > 2: each step overshoots by more than the error it came from, without end.",
    ),
    OutcomeKind(
        "escapes",
        "Escapes to another valley",
        "A step was so long that it ended in another minimum's valley.",
    ),
    OutcomeKind("leaves-domain", "Leaves the domain", "A step ended where f has no value."),
    OutcomeKind(
        "runs-off", "Runs off", "f has no minimum this way, and the run follows it down without end."
    ),
    OutcomeKind("stalls", "Stalls", "It came to rest where no step is possible, and that is not a minimum."),
    OutcomeKind("still", "Stays", "The slope at the start is 0, so no step is taken."),
)

OUTCOMES: dict[str, OutcomeKind] = {row.name: row for row in _ROWS}
"""Every way a run can turn out, by name."""


@dataclass(frozen=True, eq=False)
class Case:
    """All that is known about a run when its outcome is named.

    heading: the end of the way downhill from the start; prediction: what η does there, if ∇f = 0 there and f
    is smooth; fate: the exact theory, on a quadratic with a constant rate; steps: how many the run was given.
    """

    e: Expression
    trace: Trace
    rate: float
    steps: int
    heading: Valley
    prediction: Prediction | None
    fate: Fate | None

    @property
    def constant(self) -> bool:
        """Whether every step had the same rate."""
        return bool((self.trace.rate == self.rate).all())

    @property
    def end(self) -> Floats:
        """The last iterate at which f has a finite value."""
        end: Floats = self.trace.x[self.trace.last]
        return end

    @property
    def measured(self) -> float:
        """The measured factor towards the predicted point, else towards the minimum; NaN without one."""
        if self.prediction is not None:
            return measured_factor(self.trace, self.prediction.point)
        return measured_factor(self.trace, self.heading.point) if self.heading.has_minimum else nan


def case_of(e: Expression, trace: Trace, rate: float, steps: int) -> Case:
    """Put together what is known about a run of plain gradient descent."""
    start = trace.x[0].tolist()
    heading = valley(e, start)
    quadratic = read_quadratic(e)
    stationary = quadratic.stationary(as_typed(start)) if quadratic is not None else None
    if stationary is not None:
        prediction: Prediction | None = predict(e, [float(value) for value in stationary], rate)
    else:
        smooth = quadratic is None and heading.kind in ("minimum", "flat")
        prediction = predict(e, heading.point.tolist(), rate) if smooth else None
    constant = bool((trace.rate == rate).all())
    exact = fate(quadratic, start, rate, steps) if quadratic is not None and constant else None
    return Case(e, trace, rate, steps, heading, prediction, exact)


def kind_of_outcome(case: Case) -> str:
    """The key in `OUTCOMES`: exact theory where there is one, else the end of the run, else how it moves."""
    if case.fate is not None:
        return case.fate.kind
    match case.trace.status.kind:
        case "critical-start":
            return "still"
        case "left-domain":
            return "leaves-domain"
        case "no-gradient":
            at_corner = case.heading.has_minimum and same_place(case.end, case.heading.point)
            return "converges" if at_corner else "stalls"
        case "diverged":
            return "runs-off" if _falls_without_end(case) else "diverges"
    if case.trace.status.kind == "converged" and _rests_on_no_minimum(case):
        return "stalls"
    return _under_way(case)


def _falls_without_end(case: Case) -> bool:
    """Whether f itself has no end on the way down and fell at every step: no fault of the rate."""
    f = case.trace.f
    return case.heading.kind == "none" and bool((np.diff(f[np.isfinite(f)]) < 0).all())


def _rests_on_no_minimum(case: Case) -> bool:
    """Whether the run came to rest at a saddle, a maximum, or a flat point with lower ground beside it."""
    hessian = hessian_at(case.e, case.end.tolist())
    if hessian.kind in ("saddle", "maximum"):
        return True
    if case.heading.has_minimum or not np.isfinite(hessian.eigenvalues).all():
        return False
    # no minimum ahead, and Newton's step is short: an inflection; where f levels off Newton's step is long
    steepest = float(np.max(np.abs(hessian.eigenvalues)))
    slope = hypot(*case.trace.gradient[case.trace.last].tolist())
    return slope <= steepest * 0.01 * (1 + hypot(*case.end))


def _under_way(case: Case) -> str:
    """The run neither left nor stopped at a wrong place: where is it, and how does it move?"""
    here = valley(case.e, case.end.tolist())
    if not case.heading.has_minimum:
        if here.has_minimum:
            return "escapes"
        if case.heading.kind == "unfound":
            return "crawls"
        return "stalls" if _rests_on_no_minimum(case) else "runs-off"
    if here.has_minimum and not _one_valley(case.heading, here):
        return "escapes"
    if case.heading.kind == "corner":
        return _at_corner(case)
    if not case.measured < SETTLING and case.trace.status.kind != "converged":
        return _unsettled(case)
    if not case.constant or case.prediction is None:
        return "converges" if case.trace.status.kind == "converged" else "crawls"
    return _settling(case, case.prediction)


def _one_valley(one: Valley, other: Valley) -> bool:
    """The same minimum, or two points of one flat floor at one height."""
    if same_place(one.point, other.point):
        return True
    return one.kind == other.kind == "flat" and abs(one.value - other.value) <= 1e-9 * (1 + abs(one.value))


def _settling(case: Case, prediction: Prediction) -> str:
    """The error shrinks: by the prediction at the minimum, in which way, and in time?"""
    if (prediction.factors < -1 - 1e-9).any():
        return "wanders"
    if (prediction.factors < -1e-9).any():
        return "overshoots"
    distance = float(distances(case.trace, prediction.point)[case.trace.last])
    arrived = case.trace.status.kind == "converged"
    late = case.trace.last + prediction.steps(distance) > case.steps
    return "crawls" if late and not arrived else "converges"


def _unsettled(case: Case) -> str:
    """The error does not shrink: does the run repeat itself, grow, or neither?"""
    if period(case.trace) is not None:
        return "cycles"
    return "diverges" if _grows(case) else "wanders"


def _grows(case: Case) -> bool:
    """Whether each of the last steps was longer than the one before."""
    length = np.linalg.norm(case.trace.step[-4:], axis=1)
    return len(length) > 1 and bool((np.diff(length) > 1e-6 * length[:-1]).all())


def _at_corner(case: Case) -> str:
    """Towards a corner the slope does not fade: the run walks at full speed until it steps across."""
    if period(case.trace) is not None:
        return "cycles"
    distance = distances(case.trace, case.heading.point)
    if distance[-1] <= 1e-6:
        return "converges"
    nearer = bool((np.diff(distance[-3:]) < 0).all())
    return "crawls" if nearer or shrinking(case) else "wanders"


def shrinking(case: Case) -> bool:
    """Whether the schedule has made the steps shorter, so that hops across a corner shrink with them."""
    return not case.constant and bool(case.trace.rate[-1] < case.trace.rate[0])


def period(trace: Trace) -> int | None:
    """The least p ≥ 2, at most 8, with x_k back at x_{k−p}, close beside the length of the last step."""
    if trace.steps < 2 or not isfinite(trace.f[-1]):
        return None
    stride = hypot(*trace.step[-1].tolist())
    for p in range(2, min(LONGEST_CYCLE, trace.steps) + 1):
        if stride > 0 and hypot(*(trace.x[-1] - trace.x[-1 - p])) <= SAME_AGAIN * stride:
            return p
    return None
