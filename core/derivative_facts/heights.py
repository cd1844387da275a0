"""How high a derivative's picture has to be: its values where f itself is seen."""

import numpy as np

from core.expression import Expression
from core.sampling import robust_range

_LOOKS = 1001


def heights(
    e: Expression, derivative: Expression, low: float, high: float, view: tuple[float, float]
) -> tuple[float, float]:
    """The (low, high) of a derivative over those x of [low, high] at which f lies in `view`.

    Where f leaves its picture f′ is often far larger than anywhere else, and would flatten the rest.

    >>> from core.expression import parse
    >>> low, high = heights(parse("x^3"), parse("3x^2"), -10, 10, (-1, 1))
    >>> bool(high < 3.2)
    True
    """
    x = np.linspace(low, high, _LOOKS)
    values = e(x)
    seen = (values >= view[0]) & (values <= view[1])
    return robust_range(derivative(x[seen] if seen.any() else x))
