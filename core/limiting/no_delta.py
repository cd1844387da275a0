"""Why no δ will do: in every neighbourhood of a, however small, a witness against the limit.

Two places within δ of a whose values differ by 2ε or more cannot both be within ε of any L (Cauchy's
criterion), so one pair for every δ refutes every L at once. One place without a value does so too.
"""

import math
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from core.errors import SettingError
from core.expression import Expression
from core.limiting.neighbourhood import Approach, FloatArray, Point, Side, approaches

MOST_LEVELS = 16
_SAMPLES = 600
_PLAIN = 12  # places per side that are looked at in many digits where float64 finds nothing


@dataclass(frozen=True)
class Place:
    """One place within δ: its side, its distance from a, and f there; NaN where f has no value."""

    side: Side
    distance: float
    value: float


@dataclass(frozen=True)
class Witness:
    """For one δ: two places nearer than δ with values 2ε or more apart, or one place without a value."""

    delta: float
    places: tuple[Place, ...]

    @property
    def apart(self) -> float:
        """|f(x₁) − f(x₂)|; NaN for a place without a value."""
        return abs(self.places[0].value - self.places[-1].value)


def witnesses(
    e: Expression, a: Point, epsilon: float, *, side: Side | None = None, levels: int = 12
) -> tuple[Witness, ...]:
    """A witness for each δ = 0.1, 0.01, … (`levels` of them) as far as there are; all the way or not at all.

    An empty tuple says that ε is too large to refute the limit, or that there is one. Raises
    SettingError("eps") unless ε > 0, ValueError unless 1 ≤ levels ≤ 16.
    """
    if not 0 < epsilon < math.inf:
        raise SettingError("ε has to be a positive number.", "eps")
    if not 1 <= levels <= MOST_LEVELS:
        raise ValueError(f"levels must lie between 1 and {MOST_LEVELS}, not {levels}")
    ways = tuple(way for way in approaches(a) if side in (None, way.side))
    # From the nearest outward: where there is a limit, the first question already has no answer.
    found = []
    for level in range(levels, 0, -1):
        witness = _witness(e, ways, Fraction(1, 10**level), epsilon)
        if witness is None:
            return ()
        found.append(witness)
    return tuple(reversed(found))


def _witness(e: Expression, ways: tuple[Approach, ...], delta: Fraction, epsilon: float) -> Witness | None:
    for places in (_extremes(e, ways, float(delta)), _plain(ways, float(delta))):
        true = [_true_place(e, way, distance) for way, distance in places]
        lacking = next((place for place in true if math.isnan(place.value)), None)
        if lacking is not None:
            return Witness(float(delta), (lacking,))
        low, high = min(true, key=_value), max(true, key=_value)
        if high.value - low.value >= 2 * epsilon:
            return Witness(float(delta), (low, high))
    return None


def _value(place: Place) -> float:
    return place.value


def _true_place(e: Expression, way: Approach, distance: float) -> Place:
    return Place(way.side, distance, float(way.value(e, distance)))


def _extremes(e: Expression, ways: tuple[Approach, ...], delta: float) -> list[tuple[Approach, float]]:
    """The lowest and the highest float64 value within δ on each side, and a place without one."""
    chosen = []
    for way in ways:
        distance = _distances(delta)
        value = e(way.floats(distance))
        chosen += [(way, float(distance[i])) for i in {int(np.argmin(value)), int(np.argmax(value))}]
    return chosen


def _distances(delta: float) -> FloatArray:
    """Between a tenth of δ and δ, at random: no period hides."""
    shares = np.random.default_rng(1).uniform(0.1, 1.0, _SAMPLES)
    return np.asarray(delta * shares, dtype=np.float64)


def _plain(ways: tuple[Approach, ...], delta: float) -> list[tuple[Approach, float]]:
    """A few places on each side, whatever float64 says of them."""
    return [(way, float(distance)) for way in ways for distance in _distances(delta)[:_PLAIN]]
