"""The learning rate as a function of the step: one row per schedule, adding one is adding a row.

Rates may be arrays: a sweep asks for the next rate of many runs at once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, pi

import numpy as np
from numpy.typing import NDArray

from core.optimizers import Knob

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Moment:
    """What a schedule may look at before step k of n, for runs that go down along −∇f.

    `value` is f(x_k), `slope_squared` ‖∇f(x_k)‖², `value_at(t)` f(x_k − t ∇f(x_k)); all of the runs' shape.
    """

    step: int
    steps: int
    value: Floats
    slope_squared: Floats
    value_at: Callable[[Floats], Floats]


Rate = Callable[..., Floats]


@dataclass(frozen=True)
class Schedule:
    """One way to choose η_k from η: `rate(eta, moment, **knobs)`.

    `fixed` says that η_k can be known before the run: it depends on k alone and not on f.
    """

    name: str
    title: str
    latex: str
    source: str
    idea: str
    rate: Rate
    knobs: tuple[Knob, ...] = ()
    fixed: bool = True


def constant(eta: Floats, moment: Moment) -> Floats:  # noqa: ARG001 - every schedule is given the moment
    """η_k = η."""
    return eta


def step_decay(eta: Floats, moment: Moment, *, factor: float, every: float) -> Floats:
    """η_k = η · factor^⌊k / every⌋."""
    return eta * factor ** (moment.step // max(int(every), 1))


def exponential(eta: Floats, moment: Moment, *, decay: float) -> Floats:
    """η_k = η · decay^k."""
    return eta * decay**moment.step


def inverse(eta: Floats, moment: Moment, *, halfway: float) -> Floats:
    """η_k = η / (1 + k / halfway): Σ η_k diverges and Σ η_k² does not (Robbins & Monro, 1951)."""
    return eta / (1 + moment.step / halfway)


def cosine(eta: Floats, moment: Moment) -> Floats:
    """η_k = η (1 + cos(π k / n)) / 2 over the n steps of the run (Loshchilov & Hutter, 2017, one period)."""
    share: float = 0.5 * (1 + cos(pi * moment.step / moment.steps))
    return eta * share


def cosine_restarts(eta: Floats, moment: Moment, *, period: float) -> Floats:
    """η_k = η (1 + cos(π (k mod T) / T)) / 2, back to η every T steps (Loshchilov & Hutter, 2017, eq. 5)."""
    length = max(int(period), 1)
    share: float = 0.5 * (1 + cos(pi * (moment.step % length) / length))
    return eta * share


def backtracking(eta: Floats, moment: Moment, *, shrink: float, enough: float) -> Floats:
    """The first t of η, η·shrink, η·shrink², … with f(x − t ∇f) ≤ f(x) − enough · t ‖∇f‖² (Armijo, 1966).

    A value that is not a number does not count as a decrease. After 60 refusals the last t stands.
    """
    rate = np.array(eta, dtype=np.float64)
    for _ in range(60):
        refused = ~(moment.value_at(rate) <= moment.value - enough * rate * moment.slope_squared)
        if not np.any(refused):
            break
        rate = np.where(refused, rate * shrink, rate)
    return rate


_ROWS = (
    Schedule(
        "constant",
        "Constant",
        r"\eta_k = \eta",
        "Cauchy, 1847",
        "The same rate at every step.",
        constant,
    ),
    Schedule(
        "step",
        "Step decay",
        r"\eta_k = \eta \cdot q^{\lfloor k / m \rfloor}",
        "Goodfellow, Bengio & Courville, Deep Learning, §8.3.1",
        "Large steps first, then a fraction of them, every m steps.",
        step_decay,
        (Knob("factor", "q", 0.5, 0.05, 1.0), Knob("every", "m", 10, 1, 100)),
    ),
    Schedule(
        "exponential",
        "Exponential",
        r"\eta_k = \eta \cdot q^k",
        "Goodfellow, Bengio & Courville, Deep Learning, §8.3.1",
        "Each step takes the same fraction of the rate before it; the path has a finite length.",
        exponential,
        (Knob("decay", "q", 0.95, 0.5, 1.0),),
    ),
    Schedule(
        "inverse",
        "1/k",
        r"\eta_k = \frac{\eta}{1 + k / m}",
        "Robbins & Monro, 1951",
        "Shrinks so slowly that any distance can still be covered.",
        inverse,
        (Knob("halfway", "m", 10, 1, 100),),
    ),
    Schedule(
        "cosine",
        "Cosine",
        r"\eta_k = \tfrac{\eta}{2}\left(1 + \cos\frac{\pi k}{n}\right)",
        "Loshchilov & Hutter, SGDR, 2017",
        "Large for a while, then gently to nothing at the last step n.",
        cosine,
    ),
    Schedule(
        "restarts",
        "Cosine with warm restarts",
        r"\eta_k = \tfrac{\eta}{2}\left(1 + \cos\frac{\pi (k \bmod T)}{T}\right)",
        "Loshchilov & Hutter, SGDR, 2017, eq. 5",
        "Settles, then jumps back to the full rate: a chance to leave a poor valley.",
        cosine_restarts,
        (Knob("period", "T", 10, 2, 100),),
    ),
    Schedule(
        "backtracking",
        "Backtracking (Armijo)",
        r"\eta_k = \max\{t = \eta q^j : f(x_k - t \nabla f) \le f(x_k) - c\,t \lVert\nabla f\rVert^2\}",
        "Armijo, 1966; Nocedal & Wright, Numerical Optimization, algorithm 3.1",
        "Lets the function decide: too long a step is halved until f falls enough.",
        backtracking,
        (Knob("shrink", "q", 0.5, 0.1, 0.9), Knob("enough", "c", 1e-4, 1e-6, 0.5, log=True)),
        fixed=False,
    ),
)

SCHEDULES: dict[str, Schedule] = {row.name: row for row in _ROWS}
