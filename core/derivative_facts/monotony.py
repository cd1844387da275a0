"""Where f rises and where it falls: the sign of f′ in a window, and the places where it changes.

A window is cut at the places where f may break (see `core/continuity/suspects.py`) and at the zeros of f′;
between two neighbouring cuts f′ has one sign (Spivak, Calculus, ch. 11).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

from core.continuity.conditions import continuity_at
from core.continuity.suspects import suspects
from core.continuity.zeros import zeros
from core.derivative_facts.orders import derivatives
from core.derivative_facts.turning import LEVEL, Cell, CriticalPoint, Direction, critical_point, exact
from core.expression import Expression
from core.expression.symbols import UNDEFINED

MOST_CUTS = 60
MOST_ROUNDS = 2
_LOOKS = (Fraction(1, 97), Fraction(3, 11), Fraction(1, 2), Fraction(8, 13), Fraction(96, 97))
_DIGITS = 60
_TINY = 1e-30
_SAME = Fraction(1, 10**12)


@dataclass(frozen=True)
class Stretch:
    """A stretch of the window, low < high, over which f does one thing only."""

    low: float
    high: float
    direction: Direction


@dataclass(frozen=True)
class Monotony:
    """The stretches, ascending and without gaps, and the critical points inside the window.

    `complete` is False where there are too many places to look at all of them.
    """

    stretches: tuple[Stretch, ...]
    points: tuple[CriticalPoint, ...]
    complete: bool

    @property
    def stationary(self) -> tuple[CriticalPoint, ...]:
        """The critical points with slope 0."""
        return tuple(point for point in self.points if point.is_stationary)


def monotony(e: Expression, low: float, high: float) -> Monotony:
    """Where a function of one variable rises and falls in [low, high].

    Raises ValueError for a window that is empty or not finite.

    >>> from core.expression import parse
    >>> [(part.low, part.high, part.direction) for part in monotony(parse("x^2"), -1, 2).stretches]
    [(-1.0, 0.0, 'falling'), (0.0, 2.0, 'rising')]
    """
    if not -float("inf") < low < high < float("inf"):
        raise ValueError(f"a window needs finite low < high, got {low} and {high}")
    ends = (Fraction(repr(float(low))), Fraction(repr(float(high))))
    slope = _slope(e)
    borders, complete = _borders(e, ends)
    cuts: list[Fraction] = []
    for left, right in pairwise(borders):
        inner, all_found = _turns(slope, left, right)
        cuts += [left, *inner]
        complete &= all_found
    cuts.append(ends[1])
    cells = [
        Cell(left, right, _direction(e, slope, left, right, followed=complete))
        for left, right in pairwise(cuts)
    ]
    points = tuple(_points(e, slope, cells))
    # What f itself contradicts was made up by a turn nobody saw.
    sure = tuple(point for point in points if point.check.holds)
    return Monotony(tuple(_joined(e, cells)), sure, complete and sure == points)


def _slope(e: Expression) -> Expression:
    found = derivatives(e, 1)
    return found[0] if found else Expression.of_tree(UNDEFINED, e.variables)


def _borders(e: Expression, ends: tuple[Fraction, Fraction]) -> tuple[list[Fraction], bool]:
    """The ends, and between them the places where f may break; at most `MOST_CUTS`."""
    low, high = map(float, ends)
    found: list[Fraction] = []
    complete = True
    for tree in suspects(e.tree):
        candidates = zeros(Expression.of_tree(tree, e.variables), low, high)
        complete &= candidates.complete
        found += [exact(place) for place in candidates.places]
    places = _apart([*ends, *found], ends)
    if len(places) > MOST_CUTS:
        return [*places[:MOST_CUTS], ends[1]], False
    return places, complete


def _turns(
    slope: Expression, left: Fraction, right: Fraction, rounds: int = MOST_ROUNDS
) -> tuple[list[Fraction], bool]:
    """The zeros of f′ strictly between two borders; none where f′ is 0 all along.

    Where f′ has two signs between neighbouring zeros, it is looked at again there, more closely.
    """
    if _is_flat(slope, left, right):
        return [], True
    found = zeros(slope, float(left), float(right))
    places = _apart([left, right, *(exact(place) for place in found.places)], (left, right))
    places = _true_zeros(slope, places)
    complete = found.complete
    turns: list[Fraction] = []
    for start, end in pairwise(places):
        if not _has_one_sign(slope, start, end):
            closer, settled = _turns(slope, start, end, rounds - 1) if rounds and complete else ([], False)
            turns += closer
            complete &= settled
        turns.append(end)
    return turns[:-1], complete


def _true_zeros(slope: Expression, places: list[Fraction]) -> list[Fraction]:
    """The ends, and the zeros with a larger f′ on both sides: f′ may only be too small for float64."""
    kept = [places[0]]
    for before, place, after in zip(places, places[1:], places[2:], strict=False):
        near = min(place - before, after - place) / 4
        beside = [abs(slope.precise(x, digits=_DIGITS)) for x in (place - near, place + near)]
        if abs(slope.precise(place, digits=_DIGITS)) <= LEVEL * min(beside):
            kept.append(place)
    return [*kept, places[-1]]


def _has_one_sign(slope: Expression, left: Fraction, right: Fraction) -> bool:
    values = [slope.precise(x, digits=_DIGITS) for x in _looks(left, right)]
    return len({value > 0 for value in values if value}) <= 1


def _apart(places: list[Fraction], ends: tuple[Fraction, Fraction]) -> list[Fraction]:
    """Ascending from end to end, each place once: found twice, it may differ in a late digit."""
    close = _SAME * (ends[1] - ends[0])
    kept = [ends[0]]
    for place in sorted(places):
        if place - kept[-1] > close and (place == ends[1] or ends[1] - place > close):
            kept.append(place)
    return kept


def _looks(left: Fraction, right: Fraction) -> list[Fraction]:
    return [left + part * (right - left) for part in _LOOKS]


def _is_flat(slope: Expression, left: Fraction, right: Fraction) -> bool:
    return all(_vanishes(slope, x) for x in _looks(left, right))


def _vanishes(slope: Expression, x: Fraction) -> bool:
    """Whether the value is 0, as far as digits go: 2 sin x cos x − sin 2x comes out as 10⁻⁶¹."""
    value = slope.precise(x, digits=_DIGITS)
    if value == 0 or not abs(value) < _TINY:
        return bool(value == 0)
    return bool(abs(slope.precise(x, digits=2 * _DIGITS)) <= _TINY * abs(value))


def _direction(
    e: Expression, slope: Expression, left: Fraction, right: Fraction, *, followed: bool
) -> Direction:
    """What f does between two cuts: f′ at the place farthest from both speaks for all of them.

    Unless not every turn was followed: then other places are asked, too.
    """
    middle = (left + right) / 2
    value: Any = slope.precise(middle, digits=_DIGITS)
    here: Any = e.precise(middle, digits=_DIGITS)
    if value != value or here != here:
        return "undefined"
    if _is_flat(slope, left, right):
        return "constant"
    if not followed and not _has_one_sign(slope, left, right):
        return "unsettled"
    return "rising" if value > 0 else "falling"


def _points(e: Expression, slope: Expression, cells: list[Cell]) -> Iterator[CriticalPoint]:
    for before, after in pairwise(cells):
        middles = ((cell.low + cell.high) / 2 for cell in (before, after))
        sizes = [abs(float(slope.precise(x, digits=_DIGITS))) for x in middles]
        size = max((value for value in sizes if 0 < value < float("inf")), default=1.0)
        found = critical_point(e, before, after, size)
        if found is not None:
            yield found


def _joined(e: Expression, cells: list[Cell]) -> Iterator[Stretch]:
    """Neighbours with one direction are one stretch where f runs on between them without a break."""
    first, *others = cells
    start, end, direction = first.low, first.high, first.direction
    for cell in others:
        same = cell.direction == direction
        blind = direction in ("undefined", "unsettled")
        if same and (blind or continuity_at(e, cell.low).is_continuous):
            end = cell.high
            continue
        yield Stretch(float(start), float(end), direction)
        start, end, direction = cell.low, cell.high, cell.direction
    yield Stretch(float(start), float(end), direction)
