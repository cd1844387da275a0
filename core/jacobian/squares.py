"""A small square and its image: under the magnifying glass it becomes the parallelogram of the Jacobian.

Of the square with corner p and side s, the picture shows (f(p + s·w) − f(p))/s for w in [0, 1]². As s falls
this becomes J·w, a parallelogram whose sides are the columns of J and whose signed area is det J.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.jacobian.matrix import LocalMap, jacobian
from core.jacobian.typed import VectorFunction

FloatArray = NDArray[np.float64]

STOPS = 25
LINES = (0.0, 0.5, 1.0)
ALONG = 17
_FINE = 512
"""Pieces of each side for the area; with the half of them it is extrapolated to an error of n⁻⁴."""


@dataclass(frozen=True, eq=False)
class Squares:
    """The images of squares at one point, each divided by its side.

    side: (k,) falling. grid: (lines, vertices, 2) in the square, three lines each way; the first and the
    third of either way are its sides. images: (k, lines, vertices, 2), NaN where f has no value. area: (k,),
    the signed area of the image over that of the square, NaN unless the whole border has an image. local: J
    at the point.
    """

    local: LocalMap
    side: FloatArray
    grid: FloatArray
    images: FloatArray
    area: FloatArray

    @property
    def linear(self) -> FloatArray:
        """J·w for the vertices of the grid: (lines, vertices, 2)."""
        found: FloatArray = self.grid @ self.local.matrix.T
        return found


def squares(function: VectorFunction, point: tuple[float, float], widest: float = 1.0) -> Squares:
    """The images of squares with sides from `widest` down to a hundredth of it, in even ratios.

    Raises ValueError unless the function has two inputs and two outputs, and 0 < widest < ∞.
    """
    if function.shape != (2, 2) or not 0 < widest < np.inf:
        raise ValueError("a square needs two inputs, two outputs and a finite side")
    side = np.array([float(f"{size:.3g}") for size in widest * np.geomspace(1.0, 0.01, STOPS)])
    grid, border = grid_lines(), _border()
    return Squares(
        local=jacobian(function).at(point),
        side=side,
        grid=grid,
        images=np.stack([_image(function, point, s, grid) for s in side.tolist()]),
        area=np.array([_area(_image(function, point, s, border)) for s in side.tolist()]),
    )


def grid_lines() -> FloatArray:
    """The lines across the unit square, then those upwards: (6, 17, 2)."""
    along = np.linspace(0.0, 1.0, ALONG)
    across = [np.column_stack([along, np.full(ALONG, level)]) for level in LINES]
    return np.stack([*across, *(line[:, ::-1] for line in across)])


def _border() -> FloatArray:
    """Once around the unit square, counterclockwise: (4·_FINE, 2)."""
    t = np.arange(_FINE) / _FINE
    zero, one = np.zeros(_FINE), np.ones(_FINE)
    sides = ((t, zero), (one, t), (1 - t, one), (zero, 1 - t))
    return np.concatenate([np.column_stack(side) for side in sides])


def _image(function: VectorFunction, point: tuple[float, float], side: float, w: FloatArray) -> FloatArray:
    """(f(p + s·w) − f(p))/s for places w (…, 2)."""
    here = function(*point)
    there = function(*(point[axis] + side * w[..., axis] for axis in (0, 1)))
    with np.errstate(all="ignore"):
        image: FloatArray = (np.moveaxis(there, 0, -1) - here) / side
    return np.where(np.isfinite(image).all(axis=-1, keepdims=True), image, np.nan)


def _area(border: FloatArray) -> float:
    """The signed area within a closed curve, ½ ∮ (u dv − v du), from polygons of n and n/2 vertices."""
    fine, coarse = _polygon_area(border), _polygon_area(border[::2])
    return (4 * fine - coarse) / 3


def _polygon_area(vertices: FloatArray) -> float:
    """½ Σ (uₖvₖ₊₁ − uₖ₊₁vₖ) (Gauss)."""
    u, v = vertices.T
    return float(np.sum(u * np.roll(v, -1) - np.roll(u, -1) * v) / 2)
