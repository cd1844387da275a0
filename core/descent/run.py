"""Gradient descent and ascent with one loop: `run` → `Trace`.

How a run ends is a result with a sentence (`Trace.status`), divergence included; only a setting that cannot
be used raises `SettingError`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.errors import SettingError
from core.expression import Expression
from core.gradient import Field, gradient_field
from core.iterating.beginning import start_keys as start_keys
from core.iterating.beginning import start_of
from core.iterating.sights import sight_of
from core.iterating.stopping import Status, StoppingRule, no_step
from core.optimizers import OPTIMIZERS, Optimizer, Sight
from core.schedules import SCHEDULES, Moment

Floats = NDArray[np.float64]
Sense = Literal["descent", "ascent"]

MOST_STEPS = 1000

ALIKE = 1e-3
"""Quotients of step lengths within this part of each other follow one law."""

LATELY = 3
"""So many quotients at the end of a run, all alike, tell how it moves of late."""


@dataclass(frozen=True)
class Measured:
    """The last step beside the one before it.

    `ratio` is the quotient of their lengths. `law` says for which pairs of steps the quotient is the same to
    10⁻³: "all" of the run (two pairs or more), "lately" the last three, or the "last" alone; `spread` is by
    which part those quotients differ at most, `turns` whether in all those pairs the later step goes back
    against the earlier. Read off the trace, nothing predicted.
    """

    ratio: float
    law: Literal["all", "lately", "last"]
    spread: float
    turns: bool


@dataclass(frozen=True, eq=False)
class Trace:
    """Every iterate of one run of k steps in d variables.

    x (k+1, d), f (k+1,) and gradient (k+1, d) belong to the iterates; rate (k,) and step (k, d) to the steps
    between them: x[j+1] = x[j] + step[j]. An iterate that left the domain is kept in x, with f NaN.
    asked (k,) is how often f was looked at for each step, beside f and ∇f at the iterates.
    """

    x: Floats
    f: Floats
    gradient: Floats
    rate: Floats
    step: Floats
    status: Status
    sense: Sense
    optimizer: str
    knobs: Mapping[str, float]
    tolerance: float
    schedule: str
    asked: NDArray[np.int64]

    @property
    def steps(self) -> int:
        """How many steps were taken, k."""
        return len(self.rate)

    @property
    def last(self) -> int:
        """The index of the last finite iterate at which f has a finite value."""
        return int(np.flatnonzero(np.isfinite(self.f) & np.isfinite(self.x).all(axis=1))[-1])

    @property
    def measured(self) -> Measured | None:
        """How the last steps' lengths compare; None unless the last two are longer than rounding."""
        with np.errstate(over="ignore", invalid="ignore"):
            length = np.linalg.norm(self.step, axis=1)
            rounding = 1e-12 * (1 + np.linalg.norm(self.x[:-1], axis=1))
            lost = np.flatnonzero(~(np.isfinite(length) & (length > rounding)))
        first = int(lost[-1]) + 1 if len(lost) else 0
        length, step = length[first:], self.step[first:]
        if len(length) < 2:
            return None
        ratios, unit = length[1:] / length[:-1], step / length[:, np.newaxis]
        back = np.sum(unit[1:] * unit[:-1], axis=1) < 0
        spread = np.abs(ratios / ratios[-1] - 1)
        if len(ratios) > 1 and first == 0 and spread.max() <= ALIKE:
            law: Literal["all", "lately", "last"] = "all"
        else:
            law = "lately" if len(ratios) >= LATELY and spread[-LATELY:].max() <= ALIKE else "last"
        pairs = {"all": len(ratios), "lately": LATELY, "last": 1}[law]
        return Measured(float(ratios[-1]), law, float(spread[-pairs:].max()), bool(back[-pairs:].all()))


def run(
    e: Expression,
    start: Sequence[float],
    optimizer: str = "gd",
    rate: float = 0.1,
    steps: int = 50,
    sense: Sense = "descent",
    tolerance: float = 1e-6,
    knobs: Mapping[str, float] | None = None,
    schedule: str = "constant",
    schedule_knobs: Mapping[str, float] | None = None,
) -> Trace:
    """x_{k+1} = x_k + step(∇f(x_k)) from `start` (d,), until ‖∇f‖ ≤ tolerance or `steps` (1 … 1000) are done.

    A schedule makes the rate of every step from `rate`; backtracking looks along ∓∇f, where "gd" goes.

    Ascent is descent with −∇f put in for ∇f: with the plain gradient, x_k + η ∇f(x_k). Plain float64, no
    clipping, no repair. Raises SettingError, naming the control, for a start outside the domain and for a
    number that is no rate, no step count or no tolerance.

    >>> from core.expression import parse
    >>> run(parse("x^2 - 4x + 4"), [0.0], rate=0.4, steps=5).x[:, 0].tolist()
    [0.0, 1.6, 1.92, 1.984, 1.9968, 1.99936]
    """
    method = _method(optimizer)
    _require_settings(rate, steps, sense, tolerance)
    settings = {knob.name: knob.default for knob in method.knobs} | dict(knobs or {})
    path = _Path(gradient_field(e))
    path.visit(start_of(e, start))
    rule = StoppingRule.from_start(e, path.x[0], path.f[0], steps, tolerance)
    state = method.init(path.x[0])
    rate_of = _rates(schedule, schedule_knobs, rate, steps, sense)
    with np.errstate(over="ignore", invalid="ignore"):
        while (status := rule.status(len(path.step), path.x[-1], path.f[-1], path.gradient[-1])) is None:
            downhill_from = path.gradient[-1] if sense == "descent" else -path.gradient[-1]
            eta = rate_of(path, downhill_from)
            step, state = method.move(downhill_from, state, eta, settings, path.sight(e, sense))
            if np.isnan(step).any():
                status = no_step(len(path.step), path.x[-1], e.variables)
                break
            path.go(step, eta)
    return path.trace(status, sense, optimizer, settings, tolerance, schedule)


class _Path:
    """The iterates so far, each visited once."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self.x: list[Floats] = []
        self.f: list[float] = []
        self.gradient: list[Floats] = []
        self.rate: list[float] = []
        self.step: list[Floats] = []
        self.asked: list[int] = []
        self._asked = 0

    def ask(self, count: int) -> None:
        """f was looked at so many times more."""
        self._asked += count

    def sight(self, e: Expression, sense: Sense) -> Sight:
        """What a method may see from the last iterate."""
        sign = 1 if sense == "descent" else -1
        return sight_of(e, self.x[-1], np.array(self.f[-1]), sign, self.ask)

    def go(self, step: Floats, rate: float) -> None:
        """One step, and what it has cost."""
        self.rate.append(rate)
        self.step.append(step)
        self.asked.append(self._asked)
        self._asked = 0
        self.visit(self.x[-1] + step)

    def visit(self, x: Floats) -> None:
        f, gradient = self.field.at(x.tolist())
        self.x.append(x)
        self.f.append(f)
        self.gradient.append(gradient)

    def trace(
        self,
        status: Status,
        sense: Sense,
        optimizer: str,
        knobs: Mapping[str, float],
        tolerance: float,
        schedule: str,
    ) -> Trace:
        x = np.array(self.x)
        return Trace(
            x=x,
            f=np.array(self.f),
            gradient=np.array(self.gradient),
            rate=np.array(self.rate, dtype=np.float64),
            step=np.array(self.step, dtype=np.float64).reshape(len(self.step), x.shape[1]),
            status=status,
            sense=sense,
            optimizer=optimizer,
            knobs=knobs,
            tolerance=tolerance,
            schedule=schedule,
            asked=np.array(self.asked, dtype=np.int64),
        )


def _rates(
    name: str, knobs: Mapping[str, float] | None, eta: float, steps: int, sense: Sense
) -> Callable[[_Path, Floats], float]:
    """The rate of the next step, from the path so far and the gradient that is to be gone down along."""
    if name not in SCHEDULES:
        raise SettingError(
            f"There is no schedule of this name; there are {', '.join(SCHEDULES)}.", "schedule"
        )
    row = SCHEDULES[name]
    settings = {knob.name: knob.default for knob in row.knobs} | dict(knobs or {})
    if name == "constant":
        return lambda path, downhill_from: eta  # noqa: ARG005 - nothing but η counts
    sign = 1 if sense == "descent" else -1

    def rate(path: _Path, downhill_from: Floats) -> float:
        def value_at(t: Floats) -> Floats:
            path.ask(1)
            return np.array(sign * path.field.at((path.x[-1] - t * downhill_from).tolist())[0])

        squared = np.array(downhill_from @ downhill_from)
        moment = Moment(len(path.step), steps, np.array(sign * path.f[-1]), squared, value_at)
        return float(row.rate(np.array(eta), moment, **settings))

    return rate


def _method(optimizer: str) -> Optimizer:
    if optimizer not in OPTIMIZERS:
        known = ", ".join(OPTIMIZERS)
        raise SettingError(f"There is no optimiser of this name; there are {known}.", "optimizer")
    return OPTIMIZERS[optimizer]


def _require_settings(rate: float, steps: int, sense: str, tolerance: float) -> None:
    if not (isfinite(rate) and rate > 0):
        raise SettingError("The learning rate η must be a number greater than 0.", "eta")
    if not 1 <= steps <= MOST_STEPS:
        raise SettingError(f"The number of steps must be between 1 and {MOST_STEPS}.", "steps")
    if sense not in ("descent", "ascent"):
        raise SettingError("The sense of a run is descent or ascent.", "sense")
    if not (isfinite(tolerance) and tolerance >= 0):
        raise SettingError("The tolerance must be a number, 0 or greater.", "tolerance")
