"""The look around a point, which tells where the Hessian cannot: f on small circles, in many digits."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any, Literal

from core.critical_points.places import many_digits
from core.expression import Expression
from core.expression.precise import context
from core.numbers import number

Finding = Literal["minimum", "maximum", "saddle", "flat minimum", "flat maximum", "level", "unclear"]

DIGITS = 60
RADII = (Fraction(1, 10**3), Fraction(1, 10**5))
"""In units of the scale that is given."""

_ZERO = 45
"""A difference below 10^−45 of |f| and 1 is 0."""

_SAME = 1e-15
"""A refined difference this small beside the largest of the circle is 0: refining stops short of a zero."""

_CLOSER = 45
_GOLDEN = 0.6180339887498949
_TANGENTS = tuple(Fraction(k, 12) for k in range(-12, 12))
_HALF = tuple(((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t)) for t in _TANGENTS)
CIRCLE = (*_HALF, *((-x, -y) for x, y in _HALF))
"""48 rational points of the unit circle in order of their angle, the axes among them."""

_SENTENCES: dict[Finding, str] = {
    "minimum": "f is higher at every place of small circles about it, so it looks like a minimum",
    "maximum": "f is lower at every place of small circles about it, so it looks like a maximum",
    "saddle": "f is higher at some places of small circles about it and lower at others, so it is a saddle",
    "flat minimum": "f is nowhere lower on small circles about it and equal at some places: a flat minimum",
    "flat maximum": "f is nowhere higher on small circles about it and equal at some places: a flat maximum",
    "level": "f does not change at all on small circles about it",
    "unclear": "small circles about it do not agree with each other, or f has no value on them",
}


@dataclass(frozen=True)
class LookAround:
    """What f does on circles about a point, against f there.

    radii: largest first. signs: for each radius the signs of f − f(point) at the places of `CIRCLE`, in
    order of the angle; None where f has no value. lowest, highest: the extreme differences, refined between
    the places, as signs (−1, 0, 1).
    """

    radii: tuple[float, ...]
    signs: tuple[tuple[int | None, ...], ...]
    lowest: tuple[int, ...]
    highest: tuple[int, ...]

    @cached_property
    def finding(self) -> Finding:
        """What all circles agree on."""
        if any(None in row for row in self.signs):
            return "unclear"
        found = {_finding(*seen) for seen in zip(self.lowest, self.highest, self.signs, strict=True)}
        return found.pop() if len(found) == 1 else "unclear"

    @property
    def changes(self) -> int:
        """How often the sign changes once around the smallest circle: 4 at a saddle, 6 at a monkey saddle."""
        row = [sign for sign in self.signs[-1] if sign]
        return sum(one != other for one, other in zip(row, row[1:] + row[:1], strict=True))

    @property
    def sentence(self) -> str:
        """What was seen, for a person."""
        radii = " and ".join(number(radius, 3) for radius in self.radii)
        seen = f"On circles of radius {radii}, in {DIGITS} digits: {_SENTENCES[self.finding]}."
        if self.finding != "saddle":
            return seen
        if not self.changes:
            return f"{seen} One of the two only in a wedge between the 48 places looked at first."
        return f"{seen} The sign changes {self.changes} times once around."


def look_around(e: Expression, place: Sequence[Any], scale: float = 1.0) -> LookAround:
    """f(x, y) around a place, given as exactly as it is known; `scale` is the size of a window.

    Between the 48 places of a circle the lowest and the highest value are followed by golden section, so that
    a narrow wedge in which f is lower, as of (y − x²)(y − 2x²), is met.

    >>> from core.expression import parse
    >>> look = look_around(parse("x^3 - 3x y^2", ("x", "y")), (0, 0))
    >>> look.finding, look.changes
    ('saddle', 6)
    """
    mp = context(DIGITS)
    x, y = (
        mp.mpf(one.numerator) / one.denominator if isinstance(one, Fraction) else mp.mpf(one) for one in place
    )
    here = e.precise(x, y, digits=DIGITS)
    radii = [radius * Fraction(scale) for radius in RADII]
    rows = [_Circle(e, (x, y), here, many_digits(radius, mp)) for radius in radii]
    return LookAround(
        radii=tuple(map(float, radii)),
        signs=tuple(tuple(map(row.sign, row.values)) for row in rows),
        lowest=tuple(row.extreme(1) for row in rows),
        highest=tuple(row.extreme(-1) for row in rows),
    )


class _Circle:
    """f − f(point) at the places of one circle."""

    def __init__(self, e: Expression, centre: tuple[Any, Any], here: Any, radius: Any) -> None:
        self.e, self.centre, self.here, self.radius = e, centre, here, radius
        self.mp = context(DIGITS)
        self.tiny = self.mp.mpf(10) ** -_ZERO * max(1, abs(here))
        self.corners = [tuple(many_digits(part, self.mp) for part in spot) for spot in CIRCLE]
        self.values = [self.rise(*spot) for spot in self.corners]

    def rise(self, u: Any, v: Any) -> Any:
        """f at the place in direction (u, v), minus f at the centre."""
        x, y = self.centre
        return self.e.precise(x + self.radius * u, y + self.radius * v, digits=DIGITS) - self.here

    def sign(self, rise: Any) -> int | None:
        """−1, 0 or 1; None for no value."""
        if rise != rise:
            return None
        return 0 if abs(rise) <= self.tiny else int(self.mp.sign(rise))

    def extreme(self, way: int) -> int:
        """The sign of the lowest (way = 1) or highest (−1) rise on the whole circle."""
        if any(rise != rise for rise in self.values):
            return 0
        at = min(range(len(self.values)), key=lambda k: way * self.values[k])
        before, after = self.corners[at - 1], self.corners[(at + 1) % len(self.corners)]
        found = min(self.values[at], self._between(before, after, way), key=lambda rise: way * rise)
        largest = max(map(abs, self.values))
        return 0 if abs(found) <= _SAME * largest else self.sign(found) or 0

    def _between(self, before: Sequence[Any], after: Sequence[Any], way: int) -> Any:
        """The lowest rise (times `way`) at the end of a golden-section search of the arc."""
        start, end = self.mp.atan2(before[1], before[0]), self.mp.atan2(after[1], after[0])
        end += 2 * self.mp.pi * (end < start)
        inner = [end - _GOLDEN * (end - start), start + _GOLDEN * (end - start)]
        values = [self._at(angle) for angle in inner]
        for _ in range(_CLOSER):
            if way * values[0] < way * values[1]:
                end = inner[1]
                inner = [end - _GOLDEN * (end - start), inner[0]]
                values = [self._at(inner[0]), values[0]]
            else:
                start = inner[0]
                inner = [inner[1], start + _GOLDEN * (end - start)]
                values = [values[1], self._at(inner[1])]
        return min(values, key=lambda rise: way * rise)

    def _at(self, angle: Any) -> Any:
        return self.rise(self.mp.cos(angle), self.mp.sin(angle))


def _finding(lowest: int, highest: int, row: Sequence[int | None]) -> Finding:
    if lowest < 0 < highest:
        return "saddle"
    if not lowest and not highest:
        return "level"
    if lowest >= 0:
        return "flat minimum" if 0 in row or not lowest else "minimum"
    return "flat maximum" if 0 in row or not highest else "maximum"
