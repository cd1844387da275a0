"""The values of f(x, y) along a path: what a walker toward (0, 0) reads off."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.expression import Expression
from core.limiting.plane.path_limits import PathLimit, limit_along
from core.limiting.plane.paths import FAMILIES, Path, Shape

FloatArray = NDArray[np.float64]

_EACH_SIDE = 40  # the first is 1/1600 of the way out: nearer than a pixel


@dataclass(frozen=True, eq=False)
class Along:
    """Places on a path and f there: t, x, y and value are (n,), t ascending; NaN where f has no value.

    (0, 0) itself is one of the places and always NaN, because a limit does not ask for it.
    """

    path: Path
    t: FloatArray
    x: FloatArray
    y: FloatArray
    value: FloatArray


@dataclass(frozen=True, eq=False)
class Row:
    """All paths of one shape, one for each stop of a slider: the walk on each, and the limit along it."""

    walks: tuple[Along, ...]
    limits: tuple[PathLimit, ...]


def row_of_paths(e: Expression, shape: Shape, reach: float) -> Row:
    """The row of `FAMILIES[shape]` within |x|, |y| ≤ reach for a function of two variables."""
    paths = FAMILIES[shape]
    return Row(
        walks=tuple(along(e, path, reach) for path in paths),
        limits=tuple(limit_along(e, path) for path in paths),
    )


def along(e: Expression, path: Path, reach: float) -> Along:
    """f in float64 on the path within |x|, |y| ≤ reach, the more often the nearer to (0, 0).

    Raises ValueError unless 0 < reach < ∞.
    """
    if not 0 < reach < np.inf:
        raise ValueError("a path is followed for a positive, finite reach")
    away = path.extent(reach) * np.linspace(0.0, 1.0, _EACH_SIDE + 1)[1:] ** 2
    t = np.concatenate([-away[::-1], [0.0], away])
    x, y = path.point(t)
    value = np.where(t == 0, np.nan, e(x, y))
    return Along(path, t, x, y, value)
