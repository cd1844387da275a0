"""What a method had in mind before each step of a run: its states, worked out again from the gradients met.

A run keeps no states. They follow from its gradients, in float64 bit by bit, and in many digits where a step
is to be checked. How far a line search went is read off the step that was taken.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.descent import Trace
from core.expression.precise import context
from core.optimizers import OPTIMIZERS, Array, Rows, Sight, State
from core.quotients import DIGITS

SAME = 1e-6
"""A step halved once more is half as long; two this near are the same one."""


def state_before(trace: Trace, k: int, many_digits: bool = False) -> State:
    """The state with which step k, 1 ≤ k ≤ steps + 1, is or would be begun.

    >>> from core.descent import run
    >>> from core.expression import parse
    >>> trace = run(parse("x^2"), [1.0], "momentum", 0.25, 2, knobs={"beta": 0.5})
    >>> state_before(trace, 3)
    Velocity(velocity=array([2.]))
    """
    return _retraced(trace, many_digits).before(k)


def sign_of(trace: Trace) -> int:
    """+1 for descent, −1 for ascent, which descends −f."""
    return 1 if trace.sense == "descent" else -1


def sight_at(trace: Trace, k: int, x: Array, hessian: Callable[[], Array]) -> Sight:
    """What step k saw; of f only whether the step looked at is the one that was taken."""
    taken = trace.step[k - 1]

    def value_at(steps: Array, rows: Rows) -> Array:  # noqa: ARG001 - a run has one point
        off = np.abs(steps.astype(np.float64) - taken).max(axis=-1)
        return np.where(off <= SAME * np.abs(taken).max(), -np.inf, np.inf)

    return Sight(x, np.zeros(()), hessian, value_at)


def exactly(values: NDArray[np.float64]) -> Array:
    """The same numbers with many digits."""
    mp = context(DIGITS)
    return np.array([mp.mpf(value) for value in values.tolist()], dtype=object)


@lru_cache(maxsize=8)
def _retraced(trace: Trace, many_digits: bool) -> "_Retraced":
    return _Retraced(trace, exactly if many_digits else np.asarray)


class _Retraced:
    """The states so far; each is worked out once."""

    def __init__(self, trace: Trace, read: Callable[[NDArray[np.float64]], Array]) -> None:
        self.trace = trace
        self.read = read
        self.method = OPTIMIZERS[trace.optimizer]
        self.states = [self.method.init(read(trace.x[0]))]

    def before(self, k: int) -> State:
        if not self.method.remembers:
            return self.states[0]
        while len(self.states) < k:
            self.states.append(self._after(len(self.states)))
        return self.states[k - 1]

    def _after(self, k: int) -> State:
        trace = self.trace
        gradient = self.read(sign_of(trace) * trace.gradient[k - 1])
        sight = sight_at(trace, k, self.read(trace.x[k - 1]), _not_remembered)
        with np.errstate(over="ignore", invalid="ignore"):
            rate: Any = float(trace.rate[k - 1])
            _, state = self.method.move(gradient, self.states[-1], rate, trace.knobs, sight)
        return state


def _not_remembered() -> Array:
    raise LookupError("a method that remembers asks for no Hessian")
