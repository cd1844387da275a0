"""A quick look at what values do as a distance shrinks: a trend, in a few milliseconds, for any probe.

It serves where many limits are asked for at once: both sides of every suspect in a window, slopes, paths in
the plane. The verdict on one limit rests on `core.limiting.evidence`, which takes some ten times as long.

The probe is asked on three scales, d = 10^−10, 10^−30 and 10^−90, at several irregular places on each. A
limit shows as values that draw together, a pole as values that outgrow all bounds, an oscillation as a spread
that stays. What fits none of these is "undecided": 1/log(log d) moves too slowly for any sequence.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from core.expression import Expression
from core.expression.precise import context, precise_value
from core.expression.tree import Node, children
from core.limiting.neighbourhood import Approach, known_digits

Kind = Literal["finite", "+inf", "-inf", "oscillates", "undefined", "undecided"]
Probe = Callable[[Any], Any]
"""d (an mpf) ↦ the value as an mpf; nan where there is none, None where it is too large to tell."""

DIGITS = 600
_SCALES = (10, 30, 90)
_ROUNDED_SCALES = (8, 16, 32)  # toward a point known to some fifty digits only
_SPREAD = (1.0, 0.4371, 0.6113, 1.3717, 2.1179, 3.3391, 4.9037)
_HUGE = 10**6
_CLOSE = 1e-9
_ZERO = 1e-30
_STEADY = 0.9  # how much of its last rise a logarithm makes again
_SLOWEST = 0.4  # 1/log d keeps a third of its change from scale to scale


@dataclass(frozen=True)
class Trend:
    """What the values do and, where that is "finite", the value it tends to within `tolerance`.

    `band` holds the lowest and highest value seen where it oscillates.
    """

    kind: Kind
    value: Any = None
    tolerance: Any = 0
    band: tuple[float, float] | None = None

    @property
    def limit(self) -> Any:
        """The value, with 0 for what is smaller than it is known; None unless the kind is "finite"."""
        if self.value is None:
            return None
        return 0 * self.value if abs(self.value) <= max(self.tolerance, _ZERO) else self.value

    @property
    def is_infinite(self) -> bool:
        """Whether the values outgrow all bounds."""
        return self.kind in ("+inf", "-inf")

    def agrees(self, other: Any, tolerance: Any = 0) -> bool:
        """Whether this finite trend and a number are the same, as far as both are known."""
        known = max(self.tolerance, tolerance, _ZERO * max(1, abs(other)))
        return bool(abs(self.value - other) <= known)


def trend_near(e: Expression, way: Approach) -> Trend:
    """The trend of a function of one variable along a way to a point."""

    def probe(distance: Any) -> Any:
        x = way.at(distance)
        value = e.precise(x, digits=DIGITS)
        return None if value != value and _overflows(e.tree, {e.variables[0]: x}) else value

    return trend_of(probe, rounded=known_digits(way.point) < DIGITS)


def trend_of(probe: Probe, *, rounded: bool = False) -> Trend:
    """The trend of probe(d) as d → 0+. `rounded`: places nearer than 10^−40 mean nothing."""
    mp = context(DIGITS)
    scales: list[list[Any]] = []
    for exponent in _ROUNDED_SCALES if rounded else _SCALES:
        scale = [probe(mp.mpf(10) ** -exponent * mp.mpf(factor)) for factor in _SPREAD]
        if None in scale:
            return Trend("undecided")
        scales.append([mp.mpf(value) for value in scale])
    if any(mp.isnan(value) for value in scales[-1]):
        return Trend("undefined")
    if any(mp.isnan(value) for scale in scales for value in scale):
        return _settled([scales[-1]] * 3) or Trend("undecided")
    return _growing(scales) or _settled(scales) or _spread(scales) or _slow(scales) or Trend("undecided")


def _overflows(node: Node, at: Mapping[str, Any]) -> bool:
    """Whether a part of the tree is too large here, so that nan is no word on the domain."""
    value = precise_value(node, at, DIGITS)
    return bool(value.context.isinf(value)) or any(_overflows(child, at) for child in children(node))


def _growing(scales: Sequence[Sequence[Any]]) -> Trend | None:
    """One sign and the least value growing: by leaps, or steadily as logarithms do."""
    nearest = scales[-1]
    if len({value > 0 for value in nearest}) > 1:
        return None
    kind: Kind = "+inf" if nearest[0] > 0 else "-inf"
    if all(abs(value) == nearest[0].context.inf for value in nearest):
        return Trend(kind)
    least = [min(abs(value) for value in scale) for scale in scales]
    first, second = least[1] - least[0], least[2] - least[1]
    leaps = first > 0 and least[2] > _HUGE * max(1, least[1])
    steady = first > 0 and second >= _STEADY * first and all(map(_ordered, scales))
    if steady or (leaps and _ordered(nearest)):
        return Trend(kind)
    # cos²(1/x)/x leaps too, but does not grow with every step nearer.
    return Trend("undecided") if leaps else None


def _ordered(scale: Sequence[Any]) -> bool:
    """Whether the sizes only grow from the farthest place of a scale to the nearest."""
    by_distance = [abs(value) for _, value in sorted(zip(_SPREAD, scale, strict=True), reverse=True)]
    return by_distance == sorted(by_distance)


def _settled(scales: Sequence[Sequence[Any]]) -> Trend | None:
    """All values of the nearest scale together, and nearer to each other than before."""
    value, change = scales[2][0], abs(scales[2][0] - scales[1][0])
    width = _width(scales[2])
    if not width <= _CLOSE * (1 + abs(value)) or not change <= max(abs(scales[1][0] - scales[0][0]), width):
        return None
    if change > 0.2 * (1 + abs(value)):
        return None
    return Trend("finite", value, max(change, width))


def _spread(scales: Sequence[Sequence[Any]]) -> Trend | None:
    """The values of one scale stay apart, however near."""
    widths = [_width(scale) for scale in scales]
    drift = max(abs(scales[2][0] - scales[1][0]), abs(scales[1][0] - scales[0][0]))
    if not (widths[2] >= 0.3 * widths[0] and widths[2] >= 0.3 * widths[1] and drift <= 3 * widths[2]):
        return None
    seen = [value for scale in scales for value in scale]
    return Trend("oscillates", band=(float(min(seen)), float(max(seen))))


def _slow(scales: Sequence[Sequence[Any]]) -> Trend | None:
    """Aitken's Δ² on the three scales: 1/log d shrinks by a third from one to the next, and tends to 0."""
    first, second = scales[1][0] - scales[0][0], scales[2][0] - scales[1][0]
    ratio = second / first if first else None
    if ratio is None or not 0 <= ratio <= _SLOWEST:
        return None
    return Trend("finite", scales[2][0] + second * ratio / (1 - ratio), abs(second))


def _width(scale: Sequence[Any]) -> Any:
    return max(scale) - min(scale)
