"""BFGS: the inverse Hessian learnt from how the gradient changed along the steps."""

from typing import Any, NamedTuple

import numpy as np

from core.optimizers.optimizer import Array, Optimizer, Sight
from core.optimizers.second_order import searched


class Learnt(NamedTuple):
    """B (..., d, d) in the place of H⁻¹, and the gradient and the step (..., d) of the last time."""

    inverse: Array
    gradient: Array
    step: Array


def nothing_learnt(point: Array) -> Learnt:
    """B = I: the first direction is −∇f."""
    unit = np.zeros_like(point)[..., None] + np.eye(point.shape[-1])
    return Learnt(unit, np.zeros_like(point), np.zeros_like(point))


def bfgs(gradient: Array, state: Learnt, rate: Any, *, sight: Sight) -> tuple[Array, Learnt]:
    """−tB∇f with t = η, η/2, … until f falls enough; B is first taught what the last step has shown.

    Broyden, Fletcher, Goldfarb & Shanno, 1970; Nocedal & Wright, Numerical Optimization, algorithm 6.1.
    """
    inverse = taught(state.inverse, state.step, gradient - state.gradient)
    direction = -(inverse @ gradient[..., None])[..., 0]
    step = searched(direction, gradient, rate, sight)
    return step, Learnt(inverse, gradient, step)


def taught(inverse: Array, step: Array, change: Array) -> Array:
    """(I − ρsyᵀ) B (I − ρysᵀ) + ρssᵀ with ρ = 1/y·s: the B nearest to the old one that has B·y = s.

    s is the last step, y by how much ∇f changed along it. Where y·s ≤ 0 the slope did not rise, no positive
    definite B fits, and the old one stays (Nocedal & Wright, (6.17) and §6.1).

    >>> taught(np.eye(1), np.array([2.0]), np.array([8.0]))
    array([[0.25]])
    """
    rise = np.sum(step * change, axis=-1, keepdims=True)[..., None]
    risen = rise > 0
    rho = 1 / np.where(risen, rise, 1)
    keep = np.eye(step.shape[-1]) - rho * (step[..., :, None] * change[..., None, :])
    better = keep @ inverse @ np.swapaxes(keep, -1, -2) + rho * (step[..., :, None] * step[..., None, :])
    chosen: Array = np.where(risen, better, inverse)
    return chosen


ROW = Optimizer(
    name="bfgs",
    title="BFGS",
    latex=r"\begin{aligned} x_{k+1} &= x_k - t\, B_k \nabla f(x_k),"
    r"\quad t \in \{\eta, \tfrac{\eta}{2}, \dots\} \\"
    r" s &= x_{k+1} - x_k,\quad \rho = \tfrac{1}{y^{\mathsf T} s} \\"
    r" y &= \nabla f(x_{k+1}) - \nabla f(x_k) \\"
    r" B_{k+1} &= (I - \rho s y^{\mathsf T}) B_k (I - \rho y s^{\mathsf T}) + \rho s s^{\mathsf T}"
    r" \end{aligned}",
    source="Broyden, Fletcher, Goldfarb & Shanno, 1970; Nocedal & Wright, algorithm 6.1",
    why="The gradient is bent by a matrix learnt from the steps so far, then halved until f falls enough.",
    remembers="a matrix in the place of H⁻¹, with the last step and the last gradient to teach it",
    init=nothing_learnt,
    update=bfgs,
    sees=True,
    looks=frozenset({"values"}),
    usual_rate=1.0,
)
