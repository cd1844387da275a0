"""The window of the map: the function's own, with room for an arrow around the point."""

from collections.abc import Sequence

from core.expression import Expression
from core.gradient import gradient_field
from core.windows import Range, Window, plane_window

ROOM = 0.12
"""What must be free between the point and the frame, in parts of the window."""

_FARTHER = 1.3
_BEHIND = 0.25  # of the way across to a point outside, as room behind it


def view_window(e: Expression, point: Sequence[float]) -> Window:
    """The window for level curves of f around (x, y); a point near the frame widens it as one outside would.

    >>> from core.expression import parse
    >>> bowl = parse("x^2 + y^2", ("x", "y"))
    >>> view_window(bowl, (1.0, 1.0)).x, view_window(bowl, (2.0, 3.0)).x
    ((-3.0, 3.0), (-5.0, 5.0))
    """
    field = gradient_field(e)
    here = (float(point[0]), float(point[1]))
    own = plane_window(e, lambda points: field.over(points)[1], here)
    if all(_has_room(at, ends) for at, ends in zip(here, (own.x, own.y), strict=True)):
        return own
    beyond = [
        (low + high) / 2 + _FARTHER * (at - (low + high) / 2)
        for at, (low, high) in zip(here, (own.x, own.y), strict=True)
    ]
    return plane_window(e, lambda points: field.over(points)[1], (beyond[0], beyond[1]))


def stretched(window: Window, point: Sequence[float]) -> Window:
    """A window that somebody chose, stretched as far as a point outside it needs to stand in it with room.

    >>> stretched(Window((-1.0, 1.0), (-1.0, 1.0)), (0.5, 3.0))
    Window(x=(-1.0, 1.0), y=(-1.0, 4.0))
    """
    x, y = (_reaching(ends, float(at)) for ends, at in zip((window.x, window.y), point, strict=True))
    return Window(x, y)


def _reaching(ends: Range, at: float) -> Range:
    low, high = ends
    return (
        low if at >= low else at - _BEHIND * (high - at),
        high if at <= high else at + _BEHIND * (at - low),
    )


def _has_room(at: float, ends: Range) -> bool:
    low, high = ends
    return min(at - low, high - at) >= ROOM * (high - low)
