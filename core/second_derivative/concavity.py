"""Where a curve bends up and where it bends down: f is concave up exactly where f′ rises.

So the pieces are those of the monotony of f′, and inflection points are its turning points
(Spivak, Calculus, ch. 11, appendix).
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import groupby, pairwise
from math import inf
from typing import Literal

from core.continuity.breaks import breaks
from core.derivative_facts.monotony import Monotony, Stretch, monotony
from core.derivative_facts.orders import derivatives
from core.derivative_facts.turning import CriticalPoint, Direction
from core.expression import Expression
from core.expression.symbols import UNDEFINED, ZERO
from core.expression.tree import Binary
from core.gradient import slope_across
from core.numbers import number, rounded_point
from core.steps import Check

Bend = Literal["up", "down", "straight", "undefined", "unsettled"]

BENDS: dict[Direction, Bend] = {
    "rising": "up",
    "falling": "down",
    "constant": "straight",
    "undefined": "undefined",
    "unsettled": "unsettled",
}
_NAMES: dict[Bend, str] = {
    "up": "concave up (convex)",
    "down": "concave down",
    "straight": "straight",
    "undefined": "without a derivative",
    "unsettled": "bending to and fro more often than it was followed",
}


@dataclass(frozen=True)
class BendPiece:
    """A piece of the window, low < high, over which f bends one way."""

    low: float
    high: float
    bend: Bend

    @property
    def sentence(self) -> str:
        """What f does there, for a person."""
        return f"From x = {number(self.low, 4)} to {number(self.high, 4)} f is {_NAMES[self.bend]}."


@dataclass(frozen=True)
class Inflection:
    """A point of the curve where the bend changes from up to down or back.

    level: whether f″ = 0 there; it may also be missing, as for x|x| at 0. place: x as exactly as it is known.
    """

    x: float
    value: float
    slope: float
    before: Bend
    after: Bend
    level: bool
    place: Fraction
    check: Check

    @property
    def sentence(self) -> str:
        """What happens, for a person."""
        second = "f″ = 0" if self.level else "f″ does not exist"
        here = rounded_point((self.x,), ("x",))
        return (
            f"Inflection point at {here}: f bends {self.before} before it and {self.after} after, {second}."
        )


@dataclass(frozen=True)
class Concavity:
    """The pieces, ascending and without gaps; the inflection points; and places with f″ = 0 that are none.

    slopes: what f′ does, from which all of it follows. `complete` is False where there is too much to see.
    """

    pieces: tuple[BendPiece, ...]
    inflections: tuple[Inflection, ...]
    false_alarms: tuple[float, ...]
    slopes: Monotony
    complete: bool

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The pieces as stretches of f′, for pictures."""
        return self.slopes.stretches

    def around(self, x: float) -> tuple[float, float]:
        """The ends of the part of the window about x, or nearest to it, without an undefined piece."""
        parts = [list(group) for known, group in groupby(self.pieces, _is_known) if known]
        ends = [(part[0].low, part[-1].high) for part in parts]
        whole = (self.pieces[0].low, self.pieces[-1].high)
        return min(ends, key=lambda pair: max(pair[0] - x, x - pair[1], 0.0), default=whole)

    @property
    def sentence(self) -> str:
        """The whole window in one sentence, for a person."""
        bends = {piece.bend for piece in self.pieces}
        if len(bends) == 1 and len(self.pieces) == 1 and bends <= {"up", "down"}:
            return f"f is {_NAMES[self.pieces[0].bend]} all over this window."
        if bends <= {"straight"}:
            where = "all over this window" if len(self.pieces) == 1 else "on every piece, with breaks between"
            return f"f is straight {where}: f″ = 0 wherever it exists."
        count = len(self.inflections)
        if not count:
            return " ".join(piece.sentence for piece in self.pieces[:6])
        places = ", ".join(number(one.x, 4) for one in self.inflections[:6])
        more = ", …" if count > 6 else ""
        return f"The bend changes at {count} inflection point{'s' if count > 1 else ''}: x = {places}{more}."


@lru_cache(maxsize=128)
def concavity(e: Expression, low: float, high: float) -> Concavity:
    """Where a function of one variable bends up and down in [low, high].

    Raises ValueError for a window that is empty or not finite.

    >>> from core.expression import parse
    >>> found = concavity(parse("x^3"), -1, 2)
    >>> [(piece.low, piece.high, piece.bend) for piece in found.pieces]
    [(-1.0, 0.0, 'down'), (0.0, 2.0, 'up')]
    """
    slopes = monotony(_slope(e), low, high)
    pieces = tuple(BendPiece(part.low, part.high, BENDS[part.direction]) for part in slopes.stretches)
    level = [point for point in slopes.points if point.is_stationary]
    changing = [_level(e, point) for point in level if point.kind in ("minimum", "maximum")]
    known = {one.x for one in changing}
    borders = [pair for pair in pairwise(pieces) if _changes(*pair) and pair[0].high not in known]
    changing += _unlevel(e, borders, (low, high))
    still = tuple(point.x for point in level if point.kind == "saddle")
    return Concavity(pieces, tuple(sorted(changing, key=_x)), still, slopes, slopes.complete)


def _is_known(piece: BendPiece) -> bool:
    return piece.bend != "undefined"


def _slope(e: Expression) -> Expression:
    """f′ + 0·f, which has no value where f has none: 1/x alone goes on where log x ends."""
    found = derivatives(e, 1)
    tree = Binary("+", found[0].tree, Binary("*", ZERO, e.tree)) if found else UNDEFINED
    return Expression.of_tree(tree, e.variables)


def _x(inflection: Inflection) -> float:
    return inflection.x


def _changes(before: BendPiece, after: BendPiece) -> bool:
    return {before.bend, after.bend} == {"up", "down"}


def _level(e: Expression, point: CriticalPoint) -> Inflection:
    """A minimum of f′ is where the bend goes from down to up."""
    before: Bend = "down" if point.kind == "minimum" else "up"
    return _inflection(e, point.place, point.value, before, level=True)


def _unlevel(
    e: Expression, borders: list[tuple[BendPiece, BendPiece]], ends: tuple[float, float]
) -> list[Inflection]:
    """Where the bend changes and f″ is missing, but f has one tangent, perhaps an upright one: x|x|, ∛x."""
    broken = {place.x: place.kind for place in breaks(e, *ends).places} if borders else {}
    found = []
    for before, after in borders:
        kind = broken.get(before.high, "smooth")
        if kind in ("smooth", "vertical tangent"):
            place = Fraction(repr(before.high))
            steep = inf if after.bend == "down" else -inf
            tangent = steep if kind == "vertical tangent" else slope_across(e, (before.high,), 0)
            found.append(_inflection(e, place, tangent, before.bend, level=False))
    return found


def _inflection(e: Expression, place: Fraction, slope: float, before: Bend, *, level: bool) -> Inflection:
    after: Bend = "up" if before == "down" else "down"
    check = _check(e, place, before)
    return Inflection(float(place), float(e.precise(place)), slope, before, after, level, place, check)


def _check(e: Expression, place: Fraction, before: Bend) -> Check:
    """f beside its chords: the second difference of f changes its sign there, without any derivative."""
    step = Fraction(1, 10**6) * max(Fraction(1), abs(place))
    bends = []
    for side in (-1, 1):
        middle = place + 2 * side * step
        left, here, right = (e.precise(middle + k * step, digits=60) for k in (-1, 0, 1))
        bends.append(left - 2 * here + right)
    changes = bends[0] < 0 < bends[1] if before == "down" else bends[0] > 0 > bends[1]
    signs = ["below 0" if bend < 0 else "above 0" if bend > 0 else "0" for bend in bends]
    return Check(
        compared="The change of bend by f′, against second differences f(x−h) − 2f(x) + f(x+h) of f on both "
        "sides, in 60 digits.",
        shown="down, then up" if before == "down" else "up, then down",
        second=f"{signs[0]} on the left, {signs[1]} on the right",
        difference=0.0 if changes else float("inf"),
        tolerance=0.0,
    )
