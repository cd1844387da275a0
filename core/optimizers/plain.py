"""Methods of the present gradient alone: the gradient, its direction, and one coordinate at a time."""

from typing import Any, NamedTuple

import numpy as np

from core.optimizers.optimizer import Array, Optimizer, State


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


class Turn(NamedTuple):
    """How many steps were taken (..., 1): the remainder by d is the coordinate whose turn it is."""

    steps: Array


def first_turn(point: Array) -> Turn:
    """The first coordinate begins."""
    return Turn(np.zeros_like(point[..., :1]))


def one_coordinate(gradient: Array, state: Turn, rate: Any) -> tuple[Array, Turn]:
    """−η ∂f/∂x_i for one i, the next at the next step, round and round (Wright, 2015, algorithm 1).

    >>> one_coordinate(np.array([3.0, -4.0]), Turn(np.array([1.0])), 0.5)[0]
    array([0., 2.])
    """
    d = gradient.shape[-1]
    chosen = np.arange(d) == state.steps % d
    return np.where(chosen, -(rate * gradient), 0 * gradient), Turn(state.steps + 1)


ROWS = (
    Optimizer(
        name="gd",
        title="Gradient",
        latex=r"x_{k+1} = x_k - \eta\, \nabla f(x_k)",
        source="Cauchy, 1847",
        why="The steeper f is, the longer the step.",
        update=plain_gradient,
        direction=lambda gradient, _: gradient,
    ),
    Optimizer(
        name="normalised",
        title="Normalised gradient",
        latex=r"x_{k+1} = x_k - \eta\, \frac{\nabla f(x_k)}{\lVert \nabla f(x_k) \rVert}",
        source="Nesterov, Introductory Lectures on Convex Optimization, §3.2.3",
        why="The length of the gradient is divided away, so every step is η long.",
        update=normalised_gradient,
        ends="within a rate",
        direction=lambda gradient, length: rf"\frac{{{gradient}}}{{{length}}}",
    ),
)

COORDINATE = Optimizer(
    name="coordinate",
    title="Coordinate descent",
    latex=r"x_{k+1} = x_k - \eta\, \frac{\partial f}{\partial x_i}(x_k)\, e_i,\quad i = 1 + (k \bmod d)",
    source="Wright, Coordinate descent algorithms, 2015, algorithm 1",
    why="One coordinate moves at a time, by η times its own slope; the others wait.",
    remembers="whose turn it is",
    init=first_turn,
    update=one_coordinate,
)
