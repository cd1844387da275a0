"""Gradient descent and ascent with one loop: `run` → `Trace`.

How a run ends is a result with a sentence (`Trace.status`), divergence included; only a setting that cannot
be used raises `SettingError`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite, isnan
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.errors import SettingError
from core.expression import Expression
from core.expression.precise import undefined_part
from core.gradient import Field, gradient_field
from core.numbers import point
from core.optimizers import OPTIMIZERS, Optimizer
from core.schedules import SCHEDULES, Moment
from core.stopping import Status, StoppingRule, undefined

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
    path.visit(_start(e, start))
    _require_value(e, path)
    rule = StoppingRule.from_start(e, path.x[0], path.f[0], steps, tolerance)
    state = method.init(path.x[0])
    rate_of = _rates(schedule, schedule_knobs, rate, steps, sense)
    with np.errstate(over="ignore", invalid="ignore"):
        while (status := rule.status(len(path.step), path.x[-1], path.f[-1], path.gradient[-1])) is None:
            downhill_from = path.gradient[-1] if sense == "descent" else -path.gradient[-1]
            path.rate.append(rate_of(path, downhill_from))
            step, state = method.update(downhill_from, state, path.rate[-1], **settings)
            path.step.append(step)
            path.visit(path.x[-1] + step)
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
            return np.array(sign * path.field.at((path.x[-1] - t * downhill_from).tolist())[0])

        squared = np.array(downhill_from @ downhill_from)
        moment = Moment(len(path.step), steps, np.array(sign * path.f[-1]), squared, value_at)
        return float(row.rate(np.array(eta), moment, **settings))

    return rate


def start_keys(dimension: int) -> tuple[str, ...]:
    """The keys of the start in the address: "x0" in one variable, "px" and "py" in two."""
    return ("x0",) if dimension == 1 else ("px", "py")


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


def _start(e: Expression, start: Sequence[float]) -> Floats:
    """The start as floats, one for each variable of f."""
    names = e.variables
    keys = start_keys(len(names))
    if len(start) != len(names):
        raise SettingError(f"The start needs one number for each of {', '.join(names)}.", keys[0])
    for key, name, value in zip(keys, names, start, strict=True):
        if not isfinite(value):
            raise SettingError(f"The start {name} must be a finite number.", key)
    return np.array(start, dtype=np.float64)


def _require_value(e: Expression, path: _Path) -> None:
    """A run can begin only where f has a value that float64 can hold."""
    if isfinite(path.f[0]):
        return
    where = tuple(path.x[0].tolist())
    here = point(where, e.variables)
    part = undefined_part(e.tree, e.variables, where) if isnan(path.f[0]) else None
    reason = undefined(part, here) if part is not None else f"f is too large to compute at {here}"
    raise SettingError(f"The run cannot start here: {reason}.", start_keys(len(where))[0])
