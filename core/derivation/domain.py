"""Where a derivative exists: the places of a window without one, each with its kind and a sentence.

The places come from `core.continuity.breaks`, which looks at the function itself from both sides in many
digits; the rules are not asked. Where the formula of the derivative is silent (a border, x·|x| at 0) although
both sides agree, the slope they agree on is told.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from core.continuity.breaks import Break, BreakKind, breaks
from core.continuity.suspects import suspects
from core.continuity.zeros import zeros
from core.expression import Expression
from core.expression.precise import context
from core.limiting.trend import Trend
from core.numbers import number
from core.quotients import agree, both_sides

WINDOW = (-10.0, 10.0)
DIGITS = 50


@dataclass(frozen=True)
class Gap:
    """One place without a derivative: x, the kind of point it is, a sentence, the slopes of the two sides.

    A slope is None where that side has none that settles, and ±inf where it grows without bound.
    """

    x: float
    kind: BreakKind
    sentence: str
    left: float | None = None
    right: float | None = None


@dataclass(frozen=True)
class Silence:
    """One place where the formula has no value although the function has this slope."""

    x: float
    slope: float
    sentence: str


@dataclass(frozen=True)
class Domain:
    """Where f is differentiable in the window: everywhere it is defined but at the gaps.

    suspects: the parts that may break it, each where it is 0; for a function of several variables nothing
    more is known, and the window is None. complete is False where the gaps are too many to list, or crowd
    together. empty: no value was found in the window.
    """

    suspects: tuple[Expression, ...]
    window: tuple[float, float] | None = None
    gaps: tuple[Gap, ...] = ()
    silences: tuple[Silence, ...] = ()
    complete: bool = True
    empty: bool = False

    @property
    def sentence(self) -> str:
        """The whole in one sentence."""
        if self.window is None:
            parts = " = 0 or ".join(str(part).replace("-", "−") for part in self.suspects)
            if not parts:
                return "The function has a derivative wherever it is defined."
            return f"The function has a derivative wherever it is defined, but perhaps not where {parts} = 0."
        low, high = (number(end) for end in self.window)
        where = f"for x from {low} to {high}"
        if self.empty:
            return f"The function has no values {where}, and so no derivative."
        if not self.gaps:
            return f"The function has a derivative wherever it is defined, {where}."
        places = ", ".join(number(gap.x) for gap in self.gaps[:_MOST_LISTED])
        more = "" if self.complete and len(self.gaps) <= _MOST_LISTED else " and at more places"
        return f"There is no derivative at x = {places}{more}; {where} there is one at all other points of f."


_MOST_LISTED = 8
_LOOKS = 20_011
_FLAT = 1e-15

SENTENCES: dict[BreakKind, str] = {
    "removable": "A hole: the limit exists, but it is not the value, so there is no slope.",
    "jump": "A jump: the function leaps here, and a leap has no slope.",
    "infinite": "A pole: the function grows beyond all bounds here.",
    "oscillating": "The function oscillates without settling here, so it has no limit and no slope.",
    "end of the domain": "The domain ends here: there is one side only, and no slope from both.",
    "isolated": "A single point: nothing beside it to make a slope with.",
    "undecided": "The numbers do not settle what happens here.",
    "corner": "A corner: the slope is {left} from the left and {right} from the right.",
    "cusp": "A cusp: both sides become vertical, one downwards and one upwards.",
    "vertical tangent": "A vertical tangent: the slope grows beyond all bounds.",
    "oscillating slope": "The slopes from the side oscillate and settle nowhere.",
}


def domain_of(f: Expression, derivative: Expression, window: tuple[float, float] = WINDOW) -> Domain:
    """The domain of the derivative; for a function of one variable in a window of it."""
    parts = tuple(Expression.of_tree(tree, f.variables) for tree in suspects(f.tree))
    if len(f.variables) > 1:
        return Domain(parts)
    found = breaks(f, *window)
    gaps = tuple(_gap(place) for place in found.places)
    known = {gap.x for gap in gaps}
    silences = [one for one in _silences(f, derivative, parts, window) if one.x not in known]
    return Domain(parts, window, gaps, tuple(silences), found.complete, _is_empty(f, window))


def _gap(place: Break) -> Gap:
    left, right = _slope(place.left_slope), _slope(place.right_slope)
    sides = {"left": _shown(left), "right": _shown(right)}
    return Gap(place.x, place.kind, SENTENCES[place.kind].format(**sides), left, right)


def _slope(trend: Trend | None) -> float | None:
    if trend is None:
        return None
    if trend.is_infinite:
        return math.inf if trend.kind == "+inf" else -math.inf
    return float(trend.limit) if trend.kind == "finite" else None


def _shown(slope: float | None) -> str:
    return "unsettled" if slope is None else number(slope)


def _silences(
    f: Expression, derivative: Expression, parts: Sequence[Expression], window: tuple[float, float]
) -> list[Silence]:
    found: dict[Fraction, Silence] = {}
    for part in parts:
        for place in zeros(part, *window).places:
            if isinstance(place, Fraction) and place not in found and _is_silent(f, derivative, place):
                left, right = both_sides(f, (place,), 0)
                if left.settled and right.settled and agree((left.slope, right.slope)):
                    found[place] = _silence(float(place), right.slope)
    return list(found.values())


def _is_silent(f: Expression, derivative: Expression, place: Fraction) -> bool:
    mp = context(DIGITS)
    return not mp.isnan(f.precise(place)) and bool(mp.isnan(derivative.precise(place)))


def _silence(x: float, slope: float) -> Silence:
    flat = 0.0 if abs(slope) < _FLAT else slope
    sentence = (
        f"At x = {number(x)} the formula has no value, but both sides agree: the slope is {number(flat)}."
    )
    return Silence(x, flat, sentence)


def _is_empty(f: Expression, window: tuple[float, float]) -> bool:
    return bool(np.isnan(f(np.linspace(*window, _LOOKS))).all())
