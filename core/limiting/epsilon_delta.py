"""ε and δ: the largest δ a fine sample can certify, or why no δ will do.

lim f = L at a: for every ε > 0 there is a δ > 0 such that 0 < |x − a| < δ puts f(x) within ε of L. At ±∞ the
distance is 1/|x|, so that δ stands for the bound N = 1/δ; where L is ±∞, "within ε" is beyond 1/ε.
"""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import SettingError
from core.expression import Expression
from core.limiting.neighbourhood import Approach, FloatArray, Point, Side, approaches, is_infinite

NEAREST = 1e-12
"""Nothing nearer than this part of the reach is looked at."""

_SAMPLES = 3000
_PARTS = 64
_HALVINGS = 44
_CHECKS = 60  # places below δ that are asked about in many digits, whatever float64 says
_CONFIRMATIONS = 3
_ENOUGH = 100  # digits: at 10^−12 the cancellation in (1 − cos x)/x² costs 24 of them
_DIGITS = 12  # δ is the edge to so many digits
_SUSPECT = 0.5  # deviations that rise to half of ε between two samples are looked at closely


@dataclass(frozen=True)
class Escape:
    """A place where f is not within ε of L: its side, its distance from a, and f there (nan: no value)."""

    side: Side
    distance: float
    value: float


@dataclass(frozen=True)
class EpsilonDelta:
    """For one ε: the largest δ found, or None where even the nearest samples escape.

    `escape` is the nearest place found where f leaves the band; None where it never does within `reach`, and
    then δ is the reach. `samples` counts the places looked at.
    """

    limit: float
    epsilon: float
    delta: float | None
    escape: Escape | None
    reach: float
    samples: int


def largest_delta(
    e: Expression,
    a: Point,
    limit: float,
    epsilon: float,
    *,
    side: Side | None = None,
    reach: float | None = None,
) -> EpsilonDelta:
    """The largest δ ≤ reach such that f keeps within ε of `limit` at distances below δ, on one or both sides.

    limit may be ±∞. `reach` is 1 + |a| unless given, and 1 at ±∞. Raises SettingError("eps") unless ε > 0.
    """
    if not 0 < epsilon < math.inf:
        raise SettingError("ε has to be a positive number.", "eps")
    ways = [way for way in approaches(a) if side in (None, way.side)]
    far = reach or (1.0 if is_infinite(a) else 1.0 + abs(float(a)))
    searches = [_Search(e, way, limit, epsilon, far) for way in ways]
    found = [escape for search in searches if (escape := search.nearest_escape()) is not None]
    nearest = min(found, key=lambda escape: escape.distance, default=None)
    samples = sum(search.samples for search in searches)
    if nearest is None:
        return EpsilonDelta(limit, epsilon, far, None, far, samples)
    delta = _rounded_down(nearest.distance) if nearest.distance > NEAREST * far else None
    return EpsilonDelta(limit, epsilon, delta, nearest, far, samples)


def within(value: Any, limit: float, epsilon: float) -> Any:
    """Whether values (floats, mpf or an array) lie within ε of the limit; NaN never does."""
    if math.isinf(limit):
        return value > 1 / epsilon if limit > 0 else value < -1 / epsilon
    return abs(value - limit) < epsilon


def _rounded_down(delta: float) -> float:
    """δ to `_DIGITS` digits, never above what was certified."""
    place = 10.0 ** (math.floor(math.log10(delta)) + 1 - _DIGITS)
    return float(f"{math.floor(delta / place * (1 + 1e-15)) * place:.{_DIGITS}g}")


class _Search:
    """The search on one side: float64 finds suspects, many digits decide."""

    def __init__(self, e: Expression, way: Approach, limit: float, epsilon: float, reach: float) -> None:
        self._e, self._way, self._limit, self._epsilon = e, way, limit, epsilon
        self._least, self._reach = NEAREST * reach, reach
        self.samples = 0

    def nearest_escape(self) -> Escape | None:
        distance = self._first_look()
        distance, outside = self._with_peaks(distance, self._outside(distance))
        first = self._first_true(distance, outside)
        edge = None
        if first is not None:
            high = float(distance[first])
            edge = self._edge(float(distance[first - 1]), high) if first else high
        edge = self._confirmed(edge)
        return None if edge is None else Escape(self._way.side, edge, float(self._way.value(self._e, edge)))

    def _confirmed(self, edge: float | None) -> float | None:
        """The edge, or a nearer one that many digits find: float64 accepts as blindly as it rejects."""
        for _ in range(_CONFIRMATIONS):
            distances = np.geomspace(self._least, self._reach if edge is None else edge, _CHECKS)[:-1]
            escaping = next((i for i, at in enumerate(distances) if self._escapes(float(at))), None)
            if escaping is None:
                break
            high = float(distances[escaping])
            edge = self._edge(float(distances[escaping - 1]), high) if escaping else high
        return edge

    def _first_look(self) -> FloatArray:
        """Distances: geometric toward a, even farther out, and shifted at random, so that no period hides."""
        near = np.geomspace(self._least, self._reach, _SAMPLES)
        even = np.linspace(0.0, self._reach, _SAMPLES + 1)[1:]
        shift = np.random.default_rng(0).uniform(0.0, 1.0, _SAMPLES - 1)
        near[1:] = near[:-1] + np.diff(near) * shift
        even[:-1] -= shift * np.diff(even)
        return np.unique(np.concatenate([[self._least], near, even, [self._reach]]))

    def _values(self, distance: FloatArray) -> FloatArray:
        self.samples += distance.size
        return self._e(self._way.floats(distance))

    def _outside(self, distance: FloatArray) -> NDArray[np.bool_]:
        return ~np.asarray(within(self._values(distance), self._limit, self._epsilon))

    def _with_peaks(
        self, distance: FloatArray, outside: NDArray[np.bool_]
    ) -> tuple[FloatArray, NDArray[np.bool_]]:
        """The samples before the first escape, denser where the deviation peaks just below ε."""
        end = int(np.argmax(outside)) if outside.any() else outside.size - 1
        if math.isinf(self._limit) or end < 2:
            return distance, outside
        off = np.abs(self._values(distance[: end + 1]) - self._limit)
        peak = (off[1:-1] >= off[:-2]) & (off[1:-1] >= off[2:]) & (off[1:-1] > _SUSPECT * self._epsilon)
        at = np.flatnonzero(peak)[-_PARTS:] + 1
        shares = np.linspace(0.0, 1.0, _PARTS + 2)[1:-1]
        left, right = distance[at - 1], distance[at + 1]
        more = (left[:, None] + (right - left)[:, None] * shares).ravel()
        together = np.unique(np.concatenate([distance, more]))
        return together, self._outside(together)

    def _first_true(self, distance: FloatArray, outside: NDArray[np.bool_]) -> int | None:
        """The first sample that is outside in many digits too: near a float64 may reject all out of noise.

        Noise fades outward, so a refuted sample sends the question on to twice its distance; then the first
        true one is sought between the last refuted and the first confirmed.
        """
        suspects = np.flatnonzero(outside)
        low, high = -1, 0
        while high < suspects.size and not self._escapes(float(distance[suspects[high]])):
            beyond = 2.0 * distance[suspects[high]]
            low, high = high, int(np.searchsorted(distance[suspects], beyond, side="right"))
        if high >= suspects.size:
            return None
        while high - low > 1:
            middle = (low + high) // 2
            escapes = self._escapes(float(distance[suspects[middle]]))
            low, high = (low, middle) if escapes else (middle, high)
        return int(suspects[high])

    def _escapes(self, distance: float) -> bool:
        self.samples += 1
        value = self._e.precise(self._way.at(distance), digits=_ENOUGH)
        return not within(value, self._limit, self._epsilon)

    def _edge(self, low: float, high: float) -> float:
        """The edge between a distance inside and one outside, by bisection in many digits."""
        for _ in range(_HALVINGS):
            middle = 0.5 * (low + high)
            low, high = (low, middle) if self._escapes(middle) else (middle, high)
        return high
