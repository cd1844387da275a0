"""What a method may look at beside the gradient, made from f: its Hessian, and f after a step."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from core.curvature import curvature_field
from core.expression import Expression
from core.optimizers import Rows, Sight

Floats = NDArray[np.float64]


def sight_of(
    e: Expression,
    x: Floats,
    value: Floats,
    sign: int = 1,
    asked: Callable[[int], object] = lambda count: None,  # noqa: ARG005 - nobody counts
) -> Sight:
    """The sight from one point (d,) or many (n, d), where f is `value`; sign −1 to ascend, to descend −f.

    `asked` is told each time how many values of f were looked at.

    >>> from core.expression import parse
    >>> seen = sight_of(parse("x^2"), np.array([[1.0], [3.0]]), np.array([1.0, 9.0]))
    >>> seen.hessian().tolist(), seen.value_at(np.array([[-1.0]]), np.array([1])).tolist()
    ([[[2.0]], [[2.0]]], [4.0])
    """
    points = np.atleast_2d(x)

    def hessian() -> Floats:
        field = curvature_field(e)
        return sign * (field.at(x.tolist()) if x.ndim == 1 else field.over(x))

    def value_at(steps: Floats, rows: Rows) -> Floats:
        asked(len(rows))
        values: Floats = sign * e(*(points[rows] + steps).T)
        return values

    return Sight(x, np.asarray(sign * value), hessian, value_at)
