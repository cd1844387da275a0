"""f cut along the two eigenvectors of its Hessian, beside the parabolas that the Hessian draws there."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.curvature import Hessian
from core.expression import Expression
from core.gradient import gradient_field

Floats = NDArray[np.float64]

SAMPLES = 121


@dataclass(frozen=True, eq=False)
class Sections:
    """t (n,), the signed distance from the point; f and model (2, n) along each eigenvector, ascending λ.

    NaN where f has no value; no rows at all where there is no Hessian.
    """

    t: Floats
    f: Floats
    model: Floats
    eigenvalues: Floats


def sections(e: Expression, hessian: Hessian, point: Sequence[float], reach: float) -> Sections:
    """f(p + t v) and f(p) + t ∇f·v + ½λt² for both eigenvectors v and |t| ≤ reach.

    >>> from core.curvature import hessian_at
    >>> from core.expression import parse
    >>> saddle = parse("x^2 - y^2", ("x", "y"))
    >>> found = sections(saddle, hessian_at(saddle, (0.0, 0.0)), (0.0, 0.0), 1.0)
    >>> found.f[:, -1].tolist(), found.model[:, -1].tolist()
    ([-1.0, 1.0], [-1.0, 1.0])
    """
    if not np.isfinite(hessian.eigenvalues).all():
        return Sections(np.empty(0), np.empty((2, 0)), np.empty((2, 0)), hessian.eigenvalues)
    t = np.linspace(-reach, reach, SAMPLES)
    ways = hessian.eigenvectors.T
    x, y = (np.array(point)[:, None, None] + ways.T[:, :, None] * t) + 0.0
    value, gradient = gradient_field(e).at(point)
    model = value + (ways @ gradient)[:, None] * t + hessian.eigenvalues[:, None] * t * t / 2
    return Sections(t, e(x, y), model, hessian.eigenvalues)
