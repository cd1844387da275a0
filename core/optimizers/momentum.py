"""Methods with a velocity: the heavy ball, and Nesterov's look ahead."""

from typing import Any, NamedTuple

import numpy as np

from core.optimizers.optimizer import Array, Knob, Optimizer


class Velocity(NamedTuple):
    """v (..., d), the fading sum of all gradients so far."""

    velocity: Array


def at_rest(point: Array) -> Velocity:
    """v = 0."""
    return Velocity(np.zeros_like(point))


def heavy_ball(gradient: Array, state: Velocity, rate: Any, *, beta: float) -> tuple[Array, Velocity]:
    """−η v with v ← βv + ∇f (Polyak, 1964): x_{k+1} = x_k − η∇f(x_k) + β(x_k − x_{k−1}) while η stays.

    >>> heavy_ball(np.array([2.0]), Velocity(np.array([4.0])), 0.5, beta=0.5)
    (array([-2.]), Velocity(velocity=array([4.])))
    """
    velocity = beta * state.velocity + gradient
    return -(rate * velocity), Velocity(velocity)


def nesterov(gradient: Array, state: Velocity, rate: Any, *, beta: float) -> tuple[Array, Velocity]:
    """−η(∇f + βv) with v ← βv + ∇f: the heavy ball's step as it will be after one more push.

    The iterates are the points where Nesterov's method (1983) looks at the slope; so written by Sutskever,
    Martens, Dahl & Hinton, On the importance of initialization and momentum in deep learning, 2013.

    >>> nesterov(np.array([2.0]), Velocity(np.array([4.0])), 0.5, beta=0.5)[0]
    array([-2.])
    """
    velocity = beta * state.velocity + gradient
    return -(rate * (gradient + beta * velocity)), Velocity(velocity)


BETA = Knob("beta", "β", 0.9, 0.0, 0.999)

ROWS = (
    Optimizer(
        name="momentum",
        title="Momentum",
        latex=r"v_{k+1} = \beta v_k + \nabla f(x_k),\quad x_{k+1} = x_k - \eta\, v_{k+1}",
        source="Polyak, Some methods of speeding up the convergence of iteration methods, 1964",
        why="A heavy ball: the step is η times all gradients so far, each older one fading by β once more.",
        remembers="its velocity, the fading sum of all gradients so far",
        knobs=(BETA,),
        init=at_rest,
        update=heavy_ball,
        usual_rate=0.02,
    ),
    Optimizer(
        name="nesterov",
        title="Nesterov",
        latex=r"v_{k+1} = \beta v_k + \nabla f(x_k),"
        r"\quad x_{k+1} = x_k - \eta\, (\nabla f(x_k) + \beta v_{k+1})",
        source="Nesterov, 1983; in this form Sutskever, Martens, Dahl & Hinton, 2013",
        why="The slope is looked at where the velocity is about to lead, so that it brakes in time.",
        remembers="its velocity, the fading sum of all gradients so far",
        knobs=(BETA,),
        init=at_rest,
        update=nesterov,
        usual_rate=0.02,
    ),
)
