"""What a row of the table is made of: knobs, a named state, an (init, update) pair, and what it may see."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
State = tuple[Array, ...]
"""A NamedTuple of arrays; each begins with the shape of the points, so that rows of a batch can be picked."""

Update = Callable[..., tuple[Array, State]]
"""(gradient (..., d), state, rate, **knobs) → (the vector that descent adds (..., d), the next state)."""

Rows = NDArray[np.intp]
Look = Literal["hessian", "values"]
End = Literal["minimum", "within a rate", "beside", "level"]


@dataclass(frozen=True)
class Knob:
    """A number of the method that a person can turn, beside the rate; `log` asks for a logarithmic slider."""

    name: str
    label: str
    default: float
    low: float
    high: float
    log: bool = False


@dataclass(frozen=True, eq=False)
class Sight:
    """What a method may look at beside the gradient, for descent; for ascent it is all of −f.

    The points x (..., d), f there (...), and two questions that cost something: `hessian()` (..., d, d), and
    `value_at(steps (m, d), rows (m,))`, f (m,) after those steps from those points, NaN where f has no value.
    """

    x: Array
    value: Array
    hessian: Callable[[], Array]
    value_at: Callable[[Array, Rows], Array]


def no_memory(point: Array) -> State:  # noqa: ARG001 - every init is given the start
    """The state of a method that looks only at the present point."""
    return ()


@dataclass(frozen=True)
class Optimizer:
    """One method. `latex` is its rule for descent; ascent is the same rule with −∇f put in for ∇f.

    `why` says in a sentence how long a step is, `remembers` in words what the state carries from step to
    step ("" for nothing). `direction` writes the vector that the rate multiplies, given the gradient and its
    length in LaTeX; a method has none whose step is more than that. `looks` says what it asks of f beside the
    gradient; `usual_rate` is a rate to begin with.

    `ends` says where a run at a constant rate comes to rest: in a "minimum"; nowhere, for its steps stay
    about η long, but "within a rate" of one; "beside" one, where another pull balances the slope; or at any
    "level" point, ∇f = 0.
    """

    name: str
    title: str
    latex: str
    source: str
    why: str
    update: Update
    init: Callable[[Array], State] = no_memory
    remembers: str = ""
    knobs: tuple[Knob, ...] = ()
    direction: Callable[[str, str], str] | None = None
    sees: bool = False
    looks: frozenset[Look] = frozenset()
    usual_rate: float = 0.1
    ends: End = "minimum"

    @property
    def memory(self) -> str:
        """One sentence on what it remembers."""
        if self.remembers:
            return f"It remembers {self.remembers}."
        return "It remembers nothing: only what is seen at the present point counts."

    @property
    def defaults(self) -> dict[str, float]:
        """Its knobs as they stand before anybody turns them."""
        return {knob.name: knob.default for knob in self.knobs}

    def move(
        self, gradient: Array, state: State, rate: Any, knobs: Mapping[str, float], sight: Sight
    ) -> tuple[Array, State]:
        """The update of any row, whether it looks beyond the gradient or not."""
        seen = {"sight": sight} if self.sees else {}
        return self.update(gradient, state, rate, **knobs, **seen)


def one_each(rate: Any, shape: tuple[int, ...]) -> Array:
    """A rate for every point of a batch (n,): it may be one number, or already one for each, (n,) or (n, 1).

    >>> one_each(0.5, (2,)).tolist()
    [0.5, 0.5]
    """
    rates = np.asarray(rate)
    return np.broadcast_to(rates.reshape(shape) if rates.size > 1 else rates.ravel(), shape).copy()
