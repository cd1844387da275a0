"""Why the squared error of a line is convex in (m, b): its Hessian has no direction that bends down."""

from math import sqrt

import numpy as np

from core.datasets import Samples
from core.expression.precise import context
from core.models import MODELS, Floats
from core.models.checking import compared
from core.models.many_digits import DIGITS, precise_loss
from core.numbers import number, number_latex
from core.steps import Check, Step

_SPACING_EXPONENT = 12


def line_hessian(samples: Samples) -> Floats:
    """∇²L = (1/n)·[[Σx², Σx], [Σx, n]] (2, 2) for L = (1/2n) Σ (mx + b − y)², the same at every (m, b).

    >>> from core.datasets import named_samples
    >>> line_hessian(named_samples("three_points")).round(4).tolist()
    [[4.6667, 2.0], [2.0, 1.0]]
    """
    columns = np.column_stack([samples.x, np.ones(samples.size)])
    hessian: Floats = columns.T @ columns / samples.size
    return hessian


def line_convexity_steps(samples: Samples) -> tuple[Step, ...]:
    """The Hessian, the sum of squares that vᵀHv is, and the least curvature; for one column of x."""
    return (_hessian(samples), _sum_of_squares(), _least_curvature(samples))


def _hessian(samples: Samples) -> Step:
    (a, b), (_, d) = line_hessian(samples).tolist()
    entries = " & ".join(map(number_latex, (a, b))) + r" \\ " + " & ".join(map(number_latex, (b, d)))
    general = r"\frac1n \begin{pmatrix} \sum x_i^2 & \sum x_i \\ \sum x_i & n \end{pmatrix}"
    latex = rf"\nabla^2 L = {general} \approx \begin{{pmatrix}} {entries} \end{{pmatrix}}"
    why = "L is a quadratic in m and b, so its second derivatives are the same everywhere."
    return Step("The second derivatives", latex, why)


def _sum_of_squares() -> Step:
    latex = r"\begin{pmatrix} p & q \end{pmatrix} \nabla^2 L \begin{pmatrix} p \\ q \end{pmatrix}"
    why = "In the direction (p, q) the curvature is a mean of squares, and no square is negative."
    return Step("The curvature in any direction", rf"{latex} = \frac1n \sum (p\,x_i + q)^2 \ge 0", why)


def _least_curvature(samples: Samples) -> Step:
    values, vectors = np.linalg.eigh(line_hessian(samples))
    least, largest = values.tolist()
    strict = least > 1e-12 * largest
    least = least if strict else 0.0
    smallest, greatest = number_latex(least), number_latex(largest)
    latex = rf"\lambda_{{\min}} \approx {smallest}, \quad \lambda_{{\max}} \approx {greatest}"
    alone = f"{number(least, 4)} > 0, so there is one minimum" if strict else "0: a whole line of minima"
    why = f"The least curvature of all directions is {alone}."
    return Step("The least and the largest", latex, why, _curvature_check(samples, largest, vectors[:, 1]))


def _curvature_check(samples: Samples, shown: float, direction: Floats) -> Check:
    """λ_max against the second difference of the loss along its direction, in many digits."""
    mp = context(DIGITS)
    h = mp.mpf(10) ** -_SPACING_EXPONENT
    p, q = (mp.mpf(value) for value in direction.tolist())
    low, here, high = (
        precise_loss(MODELS["line"], (way * h * p, way * h * q), samples.x, samples.y) for way in (-1, 0, 1)
    )
    second = (high - 2 * here + low) / h**2 / (p**2 + q**2)
    return compared(
        f"λ_max against (L(hv) − 2L(0) + L(−hv))/h² along its direction v, in {DIGITS} digits.",
        shown,
        second,
        sqrt(samples.size),
    )
