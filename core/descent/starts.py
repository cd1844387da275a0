"""A start from which something happens, for when the one in hand has no value or no slope."""

from collections.abc import Sequence

import numpy as np

from core.expression import Expression
from core.gradient import gradient_field
from core.windows import Window

_PLACES = 17
_ORDINARY = (0.3, 3.0)


def better_start(e: Expression, window: Window, start: Sequence[float]) -> tuple[float, ...] | None:
    """The place of a coarse grid over the window, nearest to `start` (d,), with a value and a slope.

    None when the start itself has both, or no place of the grid does. The slope there is an ordinary one:
    between 0.3 and 3 times the median over the grid, neither next to a turning point nor to a pole.

    >>> from core.expression import parse
    >>> better_start(parse("x^2"), Window((-4.0, 4.0), (0.0, 16.0)), (0.0,))
    (-1.0,)
    """
    ranges = (window.x, window.y)[: len(start)]
    axes = [np.linspace(low, high, _PLACES)[1:-1] for low, high in ranges]
    places = np.stack([axis.ravel() for axis in np.meshgrid(*axes)], axis=1)
    value, gradient = gradient_field(e).over(np.vstack([np.array(start), places]))
    slope = np.linalg.norm(gradient, axis=1)
    usable = np.isfinite(value) & (slope > 0) & (slope < np.inf)
    if usable[0] or not usable.any():
        return None
    ordinary = slope / np.median(slope[usable])
    usable &= (ordinary >= _ORDINARY[0]) & (ordinary <= _ORDINARY[1])
    distance = np.linalg.norm(places - np.array(start), axis=1)
    nearest = int(np.argmin(np.where(usable[1:], distance, np.inf)))
    digits = [int(np.ceil(-np.log10((high - low) / _PLACES))) + 1 for low, high in ranges]
    return tuple(round(float(x), max(n, 0)) for x, n in zip(places[nearest], digits, strict=True))
