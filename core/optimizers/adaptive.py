"""Methods with a rate for every coordinate: AdaGrad adds up squared slopes, RMSProp averages them."""

from typing import Any, NamedTuple

import numpy as np

from core.optimizers.optimizer import Array, Knob, Optimizer


class Squares(NamedTuple):
    """s (..., d), the squared slopes so far, added up or averaged."""

    squares: Array


def no_squares(point: Array) -> Squares:
    """s = 0."""
    return Squares(np.zeros_like(point))


def adagrad(gradient: Array, state: Squares, rate: Any, *, eps: float) -> tuple[Array, Squares]:
    """−η ∇f / (√s + ε) with s ← s + ∇f², each coordinate for itself (Duchi, Hazan & Singer, 2011).

    >>> adagrad(np.array([3.0, 0.0]), Squares(np.array([16.0, 0.0])), 5.0, eps=1e-10)[0].round(6) + 0.0
    array([-3.,  0.])
    """
    squares = state.squares + gradient * gradient
    return -(rate * (gradient / (np.sqrt(squares) + eps))), Squares(squares)


def rmsprop(gradient: Array, state: Squares, rate: Any, *, rho: float, eps: float) -> tuple[Array, Squares]:
    """−η ∇f / (√s + ε) with s ← ρs + (1 − ρ)∇f², each coordinate for itself (Hinton, lecture 6e, 2012).

    >>> rmsprop(np.array([4.0]), Squares(np.array([0.0])), 1.0, rho=0.75, eps=1e-8)[0].round(6)
    array([-2.])
    """
    squares = rho * state.squares + (1 - rho) * (gradient * gradient)
    return -(rate * (gradient / (np.sqrt(squares) + eps))), Squares(squares)


EPS = Knob("eps", "ε", 1e-8, 1e-12, 1e-2, log=True)

ROWS = (
    Optimizer(
        name="adagrad",
        title="AdaGrad",
        latex=r"s_{k+1} = s_k + \nabla f(x_k)^2,"
        r"\quad x_{k+1} = x_k - \eta\, \frac{\nabla f(x_k)}{\sqrt{s_{k+1}} + \varepsilon}",
        source="Duchi, Hazan & Singer, Adaptive subgradient methods, 2011",
        why="Each coordinate's slope is divided by all it has climbed so far, so the steps only shrink.",
        remembers="the sum of the squared slopes of each coordinate",
        knobs=(Knob("eps", "ε", 1e-10, 1e-12, 1e-2, log=True),),
        init=no_squares,
        update=adagrad,
        usual_rate=0.5,
    ),
    Optimizer(
        name="rmsprop",
        title="RMSProp",
        latex=r"s_{k+1} = \rho s_k + (1 - \rho) \nabla f(x_k)^2,"
        r"\quad x_{k+1} = x_k - \eta\, \frac{\nabla f(x_k)}{\sqrt{s_{k+1}} + \varepsilon}",
        source="Hinton, Neural networks for machine learning, lecture 6e, 2012",
        why="Each coordinate's slope is divided by its usual size of late, so a step is about η.",
        remembers="a fading average of the squared slopes of each coordinate",
        knobs=(Knob("rho", "ρ", 0.9, 0.0, 0.999), EPS),
        init=no_squares,
        update=rmsprop,
        usual_rate=0.05,
        ends="within a rate",
    ),
)
