"""What happens at one place where f′ is 0 or missing: minimum, maximum, saddle, or flat.

The kind comes from what f does on both sides (the first derivative test), which decides where f″ = 0 cannot.
"""

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from core.continuity.conditions import continuity_at
from core.expression import Expression
from core.limiting.neighbourhood import Point
from core.numbers import number, rounded_point
from core.quotients import both_sides
from core.steps import Check

Direction = Literal["rising", "falling", "constant", "undefined", "unsettled"]
"""What f does over a piece; unsettled where it turns more often than it was followed."""

Kind = Literal["minimum", "maximum", "saddle", "flat"]

LEVEL = 1e-12
"""A slope this small beside the slopes around it is 0."""

_DIGITS = 120
_KINDS: dict[tuple[Direction, Direction], Kind] = {
    ("falling", "rising"): "minimum",
    ("rising", "falling"): "maximum",
    ("rising", "rising"): "saddle",
    ("falling", "falling"): "saddle",
}
_NOTHING_KNOWN: frozenset[Direction] = frozenset(("undefined", "unsettled"))
_SIDES: dict[Kind, tuple[tuple[int, int], ...]] = {
    "minimum": ((1, 1),),
    "maximum": ((-1, -1),),
    "saddle": ((-1, 1), (1, -1)),
    "flat": ((0, 0), (0, 1), (1, 0), (0, -1), (-1, 0)),
}
_TEXTS: dict[Kind, str] = {
    "minimum": "f falls before it and rises after it, so it is a minimum.",
    "maximum": "f rises before it and falls after it, so it is a maximum.",
    "saddle": "f goes the same way before and after, so it is neither minimum nor maximum.",
    "flat": "f is constant on one side of it.",
}


@dataclass(frozen=True)
class Cell:
    """A piece of the window, low < high in exact numbers, over which f′ has one sign or is unsettled."""

    low: Fraction
    high: Fraction
    direction: Direction


@dataclass(frozen=True)
class CriticalPoint:
    """A place inside the domain with slope 0 (`is_stationary`), or a turn where f has no slope, as at |x|.

    x, value: the place and f there; `place` is x as exactly as it is known.
    """

    x: float
    value: float
    kind: Kind
    is_stationary: bool
    place: Fraction
    check: Check

    @property
    def sentence(self) -> str:
        """What it is, for a person."""
        here = f"At {rounded_point((self.x,), ('x',))}"
        slope = "f′ = 0" if self.is_stationary else "f has no slope"
        return f"{here} {slope}: {_TEXTS[self.kind]} There f is {number(self.value)}."


def critical_point(e: Expression, before: Cell, after: Cell, size: float) -> CriticalPoint | None:
    """What stands between two neighbouring cells; None for a break and for a place like any other.

    `size` is the size of the slopes around, against which a slope counts as 0.
    """
    place = before.high
    value = e.precise(place, digits=_DIGITS)
    if not value.context.isfinite(value) or _NOTHING_KNOWN & {before.direction, after.direction}:
        return None
    sides = both_sides(e, (place,), 0)
    steepest = max((abs(side.slope) for side in sides if side.settled), default=math.inf)
    level = all(side.settled for side in sides) and steepest <= LEVEL * size
    kind = _KINDS.get((before.direction, after.direction), "flat")
    if not level and (kind in ("saddle", "flat") or _has_slope(e, place)):
        return None
    if not level and not continuity_at(e, place).is_continuous:
        return None
    check = _check(e, (before, after), kind, steepest if level else math.nan)
    return CriticalPoint(float(place), float(value), kind, level, place, check)


def exact(place: Point) -> Fraction:
    """A place as a fraction: the very number an mpf is."""
    if isinstance(place, Fraction):
        return place
    sign, mantissa, exponent, _ = place._mpf_
    size = int(mantissa) * Fraction(2) ** int(exponent)
    return -size if sign else size


def _has_slope(e: Expression, place: Fraction) -> bool:
    left, right = both_sides(e, (place,), 0)
    return left.settled and right.settled and left.slope == right.slope


def _check(e: Expression, cells: tuple[Cell, Cell], kind: Kind, slope: float) -> Check:
    """f itself a little to both sides, and the difference quotient: ways that know nothing of f′."""
    place = cells[0].high
    distance = min(cell.high - cell.low for cell in cells) / 4
    here, *beside = (e.precise(x, digits=_DIGITS) for x in (place, place - distance, place + distance))
    signs = tuple(_sign(there - here) for there in beside)
    fits = signs in _SIDES[kind]
    off = 0.0 if math.isnan(slope) else slope
    shown = kind if math.isnan(slope) else f"slope 0, {kind}"
    words = [("lower", "equal", "higher")[sign + 1] for sign in signs]
    return Check(
        compared=(
            "The kind from the signs of f′ against f itself, at a distance of "
            f"{number(float(distance), 3)} to the left and to the right, and the difference quotient there."
        ),
        shown=shown,
        second=f"{words[0]} on the left, {words[1]} on the right"
        + ("" if math.isnan(slope) else f", quotient {number(slope, 3)}"),
        difference=off if fits else math.inf,
        tolerance=1e-9,
    )


def _sign(difference: Any) -> int:
    return int(difference > 0) - int(difference < 0)
