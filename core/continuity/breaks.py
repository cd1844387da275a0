"""A scan of a window for all places where a function breaks: no limit, no value, or no slope.

Where f is continuous, the quotient (f(a + h) − f(a))/h is followed from both sides: two finite slopes that
differ make a corner, infinite ones of the same sign a vertical tangent, of opposite signs a cusp.
"""

from dataclasses import dataclass
from typing import Any, Literal

from core.continuity.conditions import Continuity, continuity_at
from core.continuity.suspects import suspects
from core.continuity.zeros import zeros
from core.expression import Expression
from core.limiting.neighbourhood import Approach, Point, approaches, known_digits, many_digits
from core.limiting.trend import DIGITS as TREND_DIGITS
from core.limiting.trend import Trend, trend_of

BreakKind = Literal[
    "removable",
    "jump",
    "infinite",
    "oscillating",
    "end of the domain",
    "isolated",
    "undecided",
    "corner",
    "cusp",
    "vertical tangent",
    "oscillating slope",
]
MOST_BREAKS = 60


@dataclass(frozen=True)
class Break:
    """One place: x, its kind, the checklist there, and the slopes from both sides where f is continuous."""

    x: float
    kind: BreakKind
    continuity: Continuity
    left_slope: Trend | None = None
    right_slope: Trend | None = None


@dataclass(frozen=True)
class Breaks:
    """All breaks in the window, ascending; `complete` is False where there are too many to look at."""

    places: tuple[Break, ...]
    complete: bool


def breaks(e: Expression, low: float, high: float) -> Breaks:
    """The breaks of a function of one variable in [low, high]."""
    found: dict[float, Break] = {}
    complete = True
    for tree in suspects(e.tree):
        candidates = zeros(Expression.of_tree(tree, e.variables), low, high)
        complete &= candidates.complete
        for place in candidates.places:
            x = float(place)
            if x in found or len(found) == MOST_BREAKS:
                complete &= x in found
                continue
            broken = break_at(e, place)
            if broken is not None:
                found[x] = broken
    places = tuple(found[x] for x in sorted(found))
    # What cannot be decided may be a place where infinitely many others crowd, as in 1/sin(1/x) at 0.
    return Breaks(places, complete and all(place.kind != "undecided" for place in places))


def break_at(e: Expression, place: Point) -> Break | None:
    """The break at a point; None where f is smooth there, or not defined around it."""
    checklist = continuity_at(e, place)
    x = float(place)
    if checklist.kind == "outside the domain":
        return None
    if checklist.kind != "continuous":
        return Break(x, checklist.kind, checklist)
    left, right = (side_slope(e, way) for way in approaches(place))
    kind = slope_kind(left, right)
    return None if kind is None else Break(x, kind, checklist, left, right)


def side_slope(e: Expression, way: Approach) -> Trend:
    """The slope from one side: the trend of (f(a ± d) − f(a))/(±d) as d → 0."""
    here = e.precise(many_digits(way.point), digits=TREND_DIGITS)

    def quotient(distance: Any) -> Any:
        there = e.precise(way.at(distance), digits=TREND_DIGITS)
        return (there - here) / (-distance if way.side == "left" else distance)

    return trend_of(quotient, rounded=known_digits(way.point) < TREND_DIGITS)


def slope_kind(left: Trend, right: Trend) -> BreakKind | None:
    """What the slopes of the two sides make of a point of continuity; None for one common slope."""
    if left.kind == right.kind == "finite":
        return None if left.agrees(right.value, right.tolerance) else "corner"
    if left.is_infinite and right.is_infinite:
        return "vertical tangent" if left.kind == right.kind else "cusp"
    if "oscillates" in (left.kind, right.kind):
        return "oscillating slope"
    return "corner" if left.is_infinite or right.is_infinite else None
