"""Logistic regression has no formula: Newton's method, or the reason why it has no finite minimum."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.closed_form.least_squares import latex_names
from core.closed_form.newton_again import newton_check
from core.closed_form.result import ClosedForm
from core.datasets import Samples
from core.iterating.stopping import counted
from core.models import Model
from core.models.log_loss import log_loss, sigmoid
from core.models.worked.writing import plain
from core.numbers import number, number_latex, rounded_point
from core.steps import Step

Floats = NDArray[np.float64]

MOST_STEPS = 60
SMALL_STEP = 1e-13
"""A Newton step this short, in columns of length √n, has nothing left to mend."""

RESTING = 1e-6
"""Steps this short that no longer shrink are rounding: on the way to infinity they stay about 1."""

FLAT = 1e-11
"""A Hessian with eigenvalues so far apart is flat where all samples are as good as certain."""

ROUNDING = 1e-12
"""A sample so near to the boundary, beside the farthest one, may lie on either side of it."""


@dataclass(frozen=True, eq=False)
class Newton:
    """The iterates (k + 1, p) from 0, with the loss and ‖∇L‖ at each.

    `found`: they came to rest. `separated`: a boundary has every label right, so that they never do.
    """

    theta: Floats
    losses: Floats
    slopes: Floats
    found: bool
    separated: bool


def logistic(model: Model, samples: Samples) -> ClosedForm:
    """The least mean log-loss of σ(w·x + b), from 0 by Newton's method, to 1e-12 (ESL, §4.4.1).

    Where a straight boundary has all labels right, (w, b) times any larger number does better still, and
    there is no finite minimum: parameters is None then, and the loss is what it comes near, 0 or more.
    """
    run = newton(model, samples)
    names = model.parameters(samples.x.shape[1])
    if not run.found:
        return ClosedForm(None, 0.0 if run.separated else float(run.losses[-1]), _endless(run), (), None)
    parameters, called = run.theta[-1], tuple(map(plain, names))
    loss = float(run.losses[-1])
    taken = counted(len(run.theta) - 1)
    return ClosedForm(
        parameters=parameters,
        loss=loss,
        sentence=f"No formula gives the minimum; Newton's method finds it in {taken} from 0: the least "
        f"loss is {number(loss)}, where {rounded_point(parameters.tolist(), called)}.",
        steps=_steps(run, latex_names(names)),
        check=newton_check(parameters, samples, called),
        formula=False,
    )


def newton(model: Model, samples: Samples) -> Newton:
    """θ ← θ − H⁻¹∇L from θ = 0, each step halved until the loss does not rise.

    Worked in columns that are orthonormal up to √n and span the same as (x, 1): Newton's method does not
    notice (Nocedal & Wright, §2.2), scales do not matter, and dependent columns leave the shortest solution.
    """
    columns, back = _orthonormal(samples)
    u = np.zeros(columns.shape[1])
    path = [u]
    sides = np.where(samples.y == 1, 1.0, -1.0)
    found = separated = False
    before = np.inf
    for _ in range(MOST_STEPS):
        z = columns @ u
        separated = bool(np.all(sides * z > ROUNDING * np.abs(z).max()))
        step = None if separated else _newton_step(columns, samples.y, u)
        if step is None:
            break
        size = float(np.linalg.norm(step) / (1 + np.linalg.norm(u)))
        found = size <= SMALL_STEP or (size <= RESTING and size > before / 2)
        if found:
            break
        before = size
        u = _not_higher(columns, samples.y, u, step)
        path.append(u)
    theta = np.array(path) @ back.T
    slopes = np.linalg.norm(model.gradient(theta, samples.x, samples.y), axis=-1)
    return Newton(theta, model.loss(theta, samples.x, samples.y), slopes, found, separated)


def _orthonormal(samples: Samples) -> tuple[Floats, Floats]:
    """Q (n, r) and B (p, r) with Q = (x, 1) B and QᵀQ = n, r the rank."""
    design = np.column_stack([samples.x, np.ones(samples.size)])
    scale = np.linalg.norm(design, axis=0)
    left, sizes, right = np.linalg.svd(design / scale, full_matrices=False)
    kept = sizes > 1e-12 * sizes[0]
    root = np.sqrt(samples.size)
    back: Floats = root * (right[kept].T / sizes[kept]) / scale[:, None]
    return root * left[:, kept], back


def _newton_step(columns: Floats, y: Floats, u: Floats) -> Floats | None:
    """−H⁻¹∇L, None where H is as good as flat in some direction."""
    p = sigmoid(columns @ u)
    gradient = columns.T @ (p - y) / len(y)
    H = (columns * (p * (1 - p))[:, None]).T @ columns / len(y)
    sizes, axes = np.linalg.eigh(H)
    if sizes[0] <= FLAT:
        return None
    step: Floats = -axes @ ((axes.T @ gradient) / sizes)
    return step


def _not_higher(columns: Floats, y: Floats, u: Floats, step: Floats) -> Floats:
    """u + step, the step halved while the loss is higher there by more than rounding."""

    def loss(at: Floats) -> float:
        return float(log_loss(columns @ at, y).mean())

    here = loss(u) + 1e-14
    for halvings in range(40):
        there: Floats = u + step / 2**halvings
        if loss(there) <= here:
            return there
    return u


def _endless(run: Newton) -> str:
    if run.separated:
        return (
            "There is no minimum to reach: a straight boundary has every label right, and longer weights "
            "make it surer and the loss smaller, without end, towards 0."
        )
    return (
        "There is no minimum to reach: a straight boundary has every label right but for samples that lie on "
        f"it, and the loss only comes nearer to {number(float(run.losses[-1]))} as the weights grow."
    )


def _steps(run: Newton, names: Sequence[str]) -> tuple[Step, ...]:
    first = Step(
        "No formula",
        r"\nabla L = \frac{1}{n} \sum_i (\sigma(w \cdot x_i + b) - y_i)\,(x_i, 1) = 0",
        "The unknowns stand inside σ in every term, so the equation cannot be solved for them. Newton's "
        "method replaces it by a linear one, again and again.",
    )
    return (first, *(_step(run, k, names) for k in range(1, len(run.theta))))


def _step(run: Newton, k: int, names: Sequence[str]) -> Step:
    values = r",\; ".join(number_latex(value, 12) for value in run.theta[k].tolist())
    return Step(
        f"Newton step {k}",
        rf"({', '.join(names)}) = ({values}), \quad \lVert \nabla L \rVert = "
        rf"{number_latex(float(run.slopes[k]), 3)}",
        f"H⁻¹∇L is taken off; the loss is now {number(float(run.losses[k]), 8)}.",
    )
