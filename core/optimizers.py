"""How an iterative method turns a gradient into a step: one row per method, each a pure (init, update) pair.

A row knows nothing of f, of descent or ascent, or of when to stop; `core/descent.py` does. The arrays may
hold float64 or many-digit numbers: an update is plain arithmetic on whatever they hold.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
State = tuple[Array, ...]
Update = Callable[..., tuple[Array, State]]
"""(gradient (..., d), state, rate, **knobs) → (the vector that descent adds (..., d), the next state)."""


@dataclass(frozen=True)
class Knob:
    """A number of the method that a person can turn, beside the rate; `log` asks for a logarithmic slider."""

    name: str
    label: str
    default: float
    low: float
    high: float
    log: bool = False


@dataclass(frozen=True)
class Optimizer:
    """One method. `latex` is its rule for descent; ascent is the same rule with −∇f put in for ∇f.

    `why` says in a sentence how long a step is, `remembers` in words what the state carries from step to
    step ("" for nothing). `direction` writes the vector that the rate multiplies, given the gradient and its
    length in LaTeX; a method with a memory has none.
    """

    name: str
    title: str
    latex: str
    source: str
    why: str
    remembers: str
    knobs: tuple[Knob, ...]
    init: Callable[[Array], State]
    update: Update
    direction: Callable[[str, str], str] | None = None


def no_memory(point: Array) -> State:  # noqa: ARG001 - every init is given the start
    """The state of a method that looks only at the present gradient."""
    return ()


def plain_gradient(gradient: Array, state: State, rate: Any) -> tuple[Array, State]:
    """−η ∇f (Cauchy, 1847).

    >>> plain_gradient(np.array([-4.0]), (), 0.4)
    (array([1.6]), ())
    """
    return -(rate * gradient), state


def normalised_gradient(gradient: Array, state: State, rate: Any) -> tuple[Array, State]:
    """−η ∇f / ‖∇f‖: every step has length η (Nesterov, Introductory Lectures on Convex Optimization, §3.2.3).

    Where ∇f = 0 the quotient has no value and no direction is downhill: the step is 0.
    Divided by its largest component first, so that a long gradient does not overflow when squared.

    >>> normalised_gradient(np.array([3.0, -4.0]), (), 10.0)
    (array([-6.,  8.]), ())
    """
    largest = np.max(np.abs(gradient), axis=-1, keepdims=True)
    scaled = gradient / np.where(largest > 0, largest, 1)
    squared = np.sum(scaled * scaled, axis=-1, keepdims=True)
    return -(rate * (scaled / np.sqrt(np.where(largest > 0, squared, 1)))), state


_ROWS = (
    Optimizer(
        name="gd",
        title="Gradient",
        latex=r"x_{k+1} = x_k - \eta\, \nabla f(x_k)",
        source="Cauchy, 1847",
        why="The steeper f is, the longer the step.",
        remembers="",
        knobs=(),
        init=no_memory,
        update=plain_gradient,
        direction=lambda gradient, _: gradient,
    ),
    Optimizer(
        name="normalised",
        title="Normalised gradient",
        latex=r"x_{k+1} = x_k - \eta\, \frac{\nabla f(x_k)}{\lVert \nabla f(x_k) \rVert}",
        source="Nesterov, Introductory Lectures on Convex Optimization, §3.2.3",
        why="The length of the gradient is divided away, so every step is η long.",
        remembers="",
        knobs=(),
        init=no_memory,
        update=normalised_gradient,
        direction=lambda gradient, length: rf"\frac{{{gradient}}}{{{length}}}",
    ),
)

OPTIMIZERS: dict[str, Optimizer] = {row.name: row for row in _ROWS}
