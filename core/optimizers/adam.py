"""Adam, a fading average of gradients over one of their squares, and AdamW, which decays x beside it."""

from typing import Any, NamedTuple

import numpy as np

from core.optimizers.adaptive import EPS
from core.optimizers.optimizer import Array, Knob, Optimizer, Sight


class Moments(NamedTuple):
    """The fading averages of ∇f and of ∇f² (..., d), and how many gradients they hold (..., 1)."""

    mean: Array
    square: Array
    steps: Array


def no_moments(point: Array) -> Moments:
    """Nothing seen yet."""
    return Moments(np.zeros_like(point), np.zeros_like(point), np.zeros_like(point[..., :1]))


def adam(
    gradient: Array, state: Moments, rate: Any, *, beta1: float, beta2: float, eps: float
) -> tuple[Array, Moments]:
    """−η m̂ / (√v̂ + ε), m ← β₁m + (1 − β₁)∇f, v ← β₂v + (1 − β₂)∇f² (Kingma & Ba, 2015, algorithm 1).

    m̂ = m/(1 − β₁ᵏ) and v̂ = v/(1 − β₂ᵏ) take out the zeros that the averages began with.

    >>> adam(np.array([5.0]), no_moments(np.zeros(1)), 0.1, beta1=0.9, beta2=0.999, eps=1e-8)[0].round(6)
    array([-0.1])
    """
    mean = beta1 * state.mean + (1 - beta1) * gradient
    square = beta2 * state.square + (1 - beta2) * (gradient * gradient)
    steps = state.steps + 1
    average, size = mean / (1 - beta1**steps), np.sqrt(square / (1 - beta2**steps))
    return -(rate * (average / (size + eps))), Moments(mean, square, steps)


def adamw(
    gradient: Array, state: Moments, rate: Any, *, decay: float, sight: Sight, **knobs: float
) -> tuple[Array, Moments]:
    """Adam's step and, beside it, −ηλx: x decays towards 0 (Loshchilov & Hutter, 2019, algorithm 2)."""
    step, moments = adam(gradient, state, rate, **knobs)
    return step - rate * (decay * sight.x), moments


KNOBS = (Knob("beta1", "β₁", 0.9, 0.0, 0.999), Knob("beta2", "β₂", 0.999, 0.0, 0.9999), EPS)

ROWS = (
    Optimizer(
        name="adam",
        title="Adam",
        latex=r"\begin{aligned} m_{k+1} &= \beta_1 m_k + (1 - \beta_1) \nabla f(x_k) \\"
        r" v_{k+1} &= \beta_2 v_k + (1 - \beta_2) \nabla f(x_k)^2 \\"
        r" x_{k+1} &= x_k - \eta\, \frac{m_{k+1} / (1 - \beta_1^{k+1})}"
        r"{\sqrt{v_{k+1} / (1 - \beta_2^{k+1})} + \varepsilon} \end{aligned}",
        source="Kingma & Ba, Adam: a method for stochastic optimization, 2015, algorithm 1",
        why="The average gradient is divided by the gradients' usual size, so η sets its length.",
        remembers="fading averages of the gradients and of their squares, and how many there were",
        knobs=KNOBS,
        init=no_moments,
        update=adam,
        ends="within a rate",
    ),
    Optimizer(
        name="adamw",
        title="AdamW",
        latex=r"x_{k+1} = x_k - \eta \left( \frac{\hat m_{k+1}}{\sqrt{\hat v_{k+1}} + \varepsilon}"
        r" + \lambda x_k \right)",
        source="Loshchilov & Hutter, Decoupled weight decay regularization, 2019, algorithm 2",
        why="Adam's step, and beside it a pull of ηλ times x towards 0.",
        remembers="fading averages of the gradients and of their squares, and how many there were",
        knobs=(*KNOBS, Knob("decay", "λ", 0.01, 0.0, 1.0)),
        init=no_moments,
        update=adamw,
        sees=True,
        ends="beside",
    ),
)
