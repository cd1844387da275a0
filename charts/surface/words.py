"""The surface in words: what it is over, where the point stands, which way is up, what is laid over it."""

import math
from collections.abc import Sequence

from charts.clipping import Box
from core.numbers import number, rounded_point


def surface_words(
    window: Box,
    heights: tuple[float, float],
    point: tuple[float, float, float] | None,
    gradient: tuple[float, float] | None,
    sheets: Sequence[str],
) -> str:
    """One or a few sentences.

    >>> window, heights = ((-4.0, 4.0), (-4.0, 4.0)), (0.0, 32.0)
    >>> print(surface_words(window, heights, (2.0, 3.0, 13.0), (4.0, 6.0), ["tangent plane"]))
    The surface z = f(x, y) for x from −4 to 4, y from −4 to 4 and z from 0 to 32. The point stands at
    (x, y) = (2, 3), 13 high. On the floor an arrow shows ∇f = (4, 6). Laid over it: the tangent plane.
    """
    ends = zip("xyz", (*window, heights), strict=True)
    x, y, z = (f"{name} from {number(low)} to {number(high)}" for name, (low, high) in ends)
    words = [f"The surface z = f(x, y) for {x}, {y} and {z}."]
    if point is not None:
        words.append(f"The point stands at {rounded_point(point[:2], ('x', 'y'))}, {number(point[2])} high.")
    if point is not None and gradient is not None and 0 < math.hypot(*gradient) < math.inf:
        arrow = ", ".join(number(part) for part in gradient)
        words.append(f"On the floor an arrow shows ∇f = ({arrow}).")
    if sheets:
        words.append(f"Laid over it: {' and '.join(f'the {name}' for name in sheets)}.")
    return " ".join(words)
