"""One step of a run as its method saw it: where it stood, the gradient, and what it had in mind."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from math import isfinite
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.descent import Trace
from core.descent.retracing import exactly, sign_of, state_before
from core.expression import Expression
from core.numbers import number
from core.optimizers import Array, State
from core.slopes.blackboard.writing import equals as equal_sign
from core.slopes.blackboard.writing import numbers
from core.steps import Check, Step
from core.substitution import as_factor

Floats = NDArray[np.float64]
Kind = Literal["memory", "gradient", "decay"]

PROMISE = 1e-12
"""What float64 keeps of a few additions and multiplications, relative to the numbers in them."""


@dataclass(frozen=True, eq=False)
class Part:
    """What one cause adds to the step (d,): the past, the present gradient, or a pull towards 0."""

    kind: Kind
    vector: Floats


@dataclass(frozen=True)
class Cartoon:
    """How a method's step is taken apart: parts that add up to it, and its lines on the blackboard."""

    parts: Callable[["Instant"], tuple[Part, ...]]
    lines: Callable[["Instant"], tuple[Step, ...]]


@dataclass(frozen=True, eq=False)
class Instant:
    """Step k of a run, 1 ≤ k ≤ steps, from x to x + step; g is ∇f at x, and −∇f in an ascent, all (d,)."""

    e: Expression
    trace: Trace
    k: int

    @property
    def x(self) -> Floats:
        return np.asarray(self.trace.x[self.k - 1])

    @property
    def g(self) -> Floats:
        return np.asarray(sign_of(self.trace) * self.trace.gradient[self.k - 1])

    @property
    def step(self) -> Floats:
        return np.asarray(self.trace.step[self.k - 1])

    @property
    def rate(self) -> float:
        return float(self.trace.rate[self.k - 1])

    @cached_property
    def before(self) -> Any:
        """The state with which the step began."""
        return self._state(self.k)

    @cached_property
    def after(self) -> Any:
        """The state it left."""
        return self._state(self.k + 1)

    def _state(self, k: int) -> State:
        return state_before(self.trace, k)

    def knob(self, name: str) -> float:
        return float(self.trace.knobs[name])

    def exact_rate(self) -> Any:
        """η with many digits."""
        return exactly(np.array([self.rate]))[0]

    def past(self) -> Array:
        """Every g up to this step (k, d), with many digits."""
        rows = sign_of(self.trace) * self.trace.gradient[: self.k]
        return np.array([exactly(row) for row in rows])


def faded(past: Array, factor: float) -> Array:
    """Σ factor^(k−j) g_j over all k rows of the past (k, d), written out: the newest counts whole.

    >>> [float(value) for value in faded(np.array([[4.0], [2.0], [1.0]]), 0.5)]
    [3.0]
    """
    weights = exactly(np.array([factor]))[0] ** np.arange(len(past) - 1, -1, -1, dtype=object)
    total: Array = np.sum(weights[:, None] * past, axis=0)
    return total


def vector_check(compared: str, shown: Floats, second: Array, size: float = 0.0) -> Check:
    """A vector (d,) in float64 beside the same in many digits; `size` is that of the numbers it came from."""
    gaps = [abs(float(there - float(here))) for there, here in zip(second, shown, strict=True)]
    scale = max(float(np.max(np.abs(shown))), size)
    # beyond float64 there is no promise to keep
    scale = scale if isfinite(scale) else 0.0
    return Check(compared, told(shown), told(second), max(gaps), PROMISE * scale)


def scaled_step(at: Instant, latex: str, why: str, second: Array, shown: Floats | None = None) -> Step:
    """The line whose result is the step, or `shown` of it, beside the same with every sum written out."""
    check = vector_check(
        "The product in float64, and again in many digits with every sum written out.",
        at.step if shown is None else shown,
        second,
        float(np.max(np.abs(at.step))),
    )
    return Step("Scaled", latex, why, check)


def told(values: Array) -> str:
    """The vector for a check: a number, or "(1, −2)"."""
    texts = [number(float(value), 12) for value in values]
    return texts[0] if len(texts) == 1 else f"({', '.join(texts)})"


def vector(values: Array) -> str:
    """The vector in LaTeX."""
    return numbers(values.tolist())


def factor(values: Array) -> str:
    """The vector in LaTeX as a factor or a summand."""
    return as_factor(vector(values))


def equals(*arrays: Array) -> str:
    """= where the digits shown of all the numbers are all there are, else ≈."""
    return equal_sign(*(value for array in arrays for value in np.ravel(array)))


def aligned(*lines: str) -> str:
    return r"\begin{aligned} " + r" \\ ".join(lines) + r" \end{aligned}"
