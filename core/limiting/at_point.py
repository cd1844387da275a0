"""The value at the point itself, which a limit never asks for, and what it has to do with the limit."""

from collections.abc import Sequence
from math import isinf
from typing import Any

from core.limiting.approach import digits_text
from core.limiting.point import Point, Side
from core.numbers import number

_SAME = 1e-40


def at_point_sentence(
    point: Point, value: Any, limit: Any, sides: Sequence[Side], *, known: bool = True, isolated: bool = False
) -> str:
    """f(a) beside the limit; `limit` is an mpf, None where there is no finite one or it is not `known`.

    `isolated` says that f has no values beside a.
    """
    if point.infinite:
        return ""
    where = str(point).replace("-", "−")
    if value != value:
        if limit is not None:
            return (
                f"f({where}) has no value. The limit does not ask for one: it looks next to the point only."
            )
        return f"f({where}) has no value."
    named = f"f({where}) = {_shown(value)}"
    if isolated:
        return f"{named}, and none beside it: {where} is an isolated point of the domain."
    if limit is None and not known:
        return f"{named}."
    if limit is None:
        return f"{named}, but a value at the point makes no limit."
    if not _near(value, limit):
        return f"{named} is another number. The limit looks next to the point, never at it."
    from_side = "" if len(sides) > 1 else f" from the {sides[0]}"
    return f"{named} is the same number: f is continuous there{from_side}."


def _shown(value: Any) -> str:
    """As any number, also where float64 ends."""
    return digits_text(value, 6) if isinf(float(value)) else number(float(value))


def _near(one: Any, other: Any) -> bool:
    return bool(abs(one - other) <= _SAME * max(1, abs(other)))
