"""Methods that ask for the curvature: Newton's step times η, and the same halved until f falls enough."""

from typing import Any

import numpy as np

from core.newton.line_search import halved
from core.newton.linear import newton_step
from core.optimizers.optimizer import Array, Optimizer, Sight, State, one_each


def newton(gradient: Array, state: State, rate: Any, *, sight: Sight) -> tuple[Array, State]:
    """ηs with H·s = −∇f, d = 1 or 2; NaN where H is singular (Nocedal & Wright, §2.2).

    It goes to where the quadratic model is level, be that low or high: ascent takes the same step.
    """
    return rate * newton_step(gradient, sight.hessian()), state


def damped_newton(gradient: Array, state: State, rate: Any, *, sight: Sight) -> tuple[Array, State]:
    """ts with t = η, η/2, η/4, … until f falls enough; −∇f in place of an s that does not lead down.

    Nocedal & Wright, Numerical Optimization, §3.3, and algorithm 3.1.
    """
    step = newton_step(gradient, sight.hessian())
    down = np.sum(step * gradient, axis=-1, keepdims=True) < 0
    return searched(np.where(down, step, -gradient), gradient, rate, sight), state


def searched(direction: Array, gradient: Array, rate: Any, sight: Sight) -> Array:
    """t times a direction (..., d) that leads down, t the first of η, η/2, … after which f is low enough."""
    steps, slope = (np.atleast_2d(vectors) for vectors in (direction, gradient))
    promise = -np.sum(steps * slope, axis=-1)
    first = one_each(rate, promise.shape)
    t, _ = halved(steps, np.atleast_1d(sight.value), promise, sight.value_at, first)
    found: Array = (t[:, None] * steps).reshape(direction.shape)
    return found


ROWS = (
    Optimizer(
        name="newton",
        title="Newton",
        latex=r"x_{k+1} = x_k + \eta\, s,\quad H(x_k)\, s = -\nabla f(x_k)",
        source="Nocedal & Wright, Numerical Optimization, §2.2",
        why="The step goes η of the way to where the quadratic model is level, be that low or high.",
        update=newton,
        sees=True,
        looks=frozenset({"hessian"}),
        usual_rate=1.0,
        ends="level",
    ),
    Optimizer(
        name="damped",
        title="Damped Newton",
        latex=r"x_{k+1} = x_k + t\,s,\quad H(x_k)\, s = -\nabla f(x_k),"
        r"\quad t \in \{\eta, \tfrac{\eta}{2}, \tfrac{\eta}{4}, \dots\}",
        source="Nocedal & Wright, Numerical Optimization, §3.3 and algorithm 3.1",
        why="Newton's step if it leads down, else −∇f, from η times that halved until f falls enough.",
        update=damped_newton,
        sees=True,
        looks=frozenset({"hessian", "values"}),
        usual_rate=1.0,
    ),
)
