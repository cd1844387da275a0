"""The local shape of f as a conic: ½ sᵀHs = ±c about a point, an ellipse or a hyperbola, with its axes.

In the eigenvectors' coordinates it is λ₁u² + λ₂v² = ±2c: half an axis is √(2c/|λ|), so the steep direction is
the short one (Strang, Introduction to Linear Algebra, §6.5).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.curvature import Hessian

Floats = NDArray[np.float64]
Form = Literal["ellipse", "hyperbola", "parallel lines", "none"]

POINTS = 73
FLAT = 1e-8
"""Beside the larger eigenvalue; what is flatter is drawn as flat."""

REACH_OF_BRANCH = 2.2


@dataclass(frozen=True, eq=False)
class Conic:
    """The curve as vertices x, y (n,) with the number of its piece, and the axes.

    axes (2, 2, 2): for each eigenvalue, ascending, both ends of its axis. lengths (2,): half of each, ∞ where
    the eigenvalue is 0; its axis then goes as far as the picture.
    """

    form: Form
    x: Floats
    y: Floats
    piece: NDArray[np.int32]
    axes: Floats
    lengths: Floats


def local_conic(hessian: Hessian, point: Sequence[float], reach: float) -> Conic:
    """The conic about a point whose longest half axis is `reach`; no curve where H is 0 or missing.

    >>> from core.curvature import hessian_at
    >>> from core.expression import parse
    >>> bowl = hessian_at(parse("x^2 + 4y^2", ("x", "y")), (0.0, 0.0))
    >>> conic = local_conic(bowl, (0.0, 0.0), 1.0)
    >>> conic.form, conic.lengths.tolist()
    ('ellipse', [1.0, 0.5])
    """
    centre, values = np.array(point, dtype=np.float64), hessian.eigenvalues
    largest = float(np.abs(values).max())
    if not np.isfinite(values).all() or largest == 0:
        nothing = np.empty(0)
        return Conic("none", nothing, nothing, nothing.astype(np.int32), np.empty((0, 2, 2)), nothing)
    curved = np.abs(values) > FLAT * largest
    with np.errstate(divide="ignore"):
        lengths = np.where(curved, np.abs(values) ** -0.5, np.inf)
    lengths *= reach / lengths[curved].max()
    seen = np.where(curved, lengths, reach)
    ends = centre + np.array([[-1.0], [1.0]])[None] * (hessian.eigenvectors * seen).T[:, None]
    form, pieces = _pieces(values, curved, lengths, reach)
    curve = [centre + piece @ hessian.eigenvectors.T for piece in pieces]
    xy = np.concatenate(curve)
    numbers = np.repeat(np.arange(len(curve), dtype=np.int32), [len(piece) for piece in curve])
    return Conic(form, xy[:, 0], xy[:, 1], numbers, ends, lengths)


def _pieces(
    values: Floats, curved: NDArray[np.bool_], lengths: Floats, reach: float
) -> tuple[Form, list[Floats]]:
    """The curve's pieces in the coordinates of the eigenvectors."""
    if not curved.all():
        along = np.linspace(-reach, reach, 2) * REACH_OF_BRANCH
        across = float(lengths[curved][0])
        pairs = [(side * across, along) for side in (-1.0, 1.0)]
        first = bool(curved[0])
        return "parallel lines", [
            np.column_stack([np.full(2, at), line] if first else [line, np.full(2, at)]) for at, line in pairs
        ]
    a, b = lengths
    if values[0] * values[1] > 0:
        turn = np.linspace(0, 2 * np.pi, POINTS)
        return "ellipse", [np.column_stack([a * np.cos(turn), b * np.sin(turn)])]
    turn = np.linspace(-1, 1, POINTS) * float(np.arcsinh(REACH_OF_BRANCH))
    rise, side = np.cosh(turn), np.sinh(turn)
    pairs = [(a * rise, b * side), (-a * rise, b * side), (a * side, b * rise), (a * side, -b * rise)]
    return "hyperbola", [np.column_stack(pair) for pair in pairs]
