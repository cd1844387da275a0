"""One-sided slopes on straight ways through a point: which exist where there is no gradient, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.continuity.breaks import BreakKind, side_slope, slope_kind
from core.expression import Expression
from core.limiting.neighbourhood import approaches
from core.limiting.trend import Trend, trend_near
from core.numbers import number
from core.slopes.angles import Degrees, degrees_text
from core.slopes.cuts import straight_cut

WAYS: tuple[Degrees, ...] = (0.0, 90.0, 45.0, 135.0)
"""Along x, along y, and along both diagonals."""


@dataclass(frozen=True)
class Sides:
    """f on the way p + t·u at t = 0, seen from t < 0 (`before`) and from t > 0 (`after`).

    Both are the trends of the slope (f(p + t·u) − f(p))/t, and of f itself where f has no value at p.
    """

    angle: Degrees
    name: str
    before: Trend
    after: Trend

    @property
    def break_kind(self) -> BreakKind | None:
        """Why there is no common slope, None where there is one or none was found at all."""
        return slope_kind(self.before, self.after)

    @property
    def common(self) -> float | None:
        """The slope (or the value) that both sides share, None where they do not."""
        if self.before.kind == self.after.kind == "finite" and self.break_kind is None:
            return float(self.after.limit)
        return None

    @property
    def words(self) -> str:
        """What both sides come to: "2", or "−1 before the point and 1 after it"."""
        if self.common is not None:
            return number(self.common)
        if self.before.kind == self.after.kind != "finite":
            return _word(self.before)
        return f"{_word(self.before)} before the point and {_word(self.after)} after it"


def side_slopes(e: Expression, point: Sequence[float], angle: Degrees) -> Sides:
    """The slopes of f on both sides of a point where f has a value, in many digits."""
    cut = straight_cut(e, point, angle)
    before, after = (side_slope(cut, way) for way in approaches(0))
    return Sides(angle, _name(e, angle), before, after)


def side_values(e: Expression, point: Sequence[float], angle: Degrees) -> Sides:
    """What f itself tends to on both sides of a point."""
    cut = straight_cut(e, point, angle)
    before, after = (trend_near(cut, way) for way in approaches(0))
    return Sides(angle, _name(e, angle), before, after)


def _name(e: Expression, angle: Degrees) -> str:
    x, y = e.variables
    return {0.0: f"along {x}", 90.0: f"along {y}"}.get(angle) or f"along {degrees_text(angle)}"


def _word(trend: Trend) -> str:
    match trend.kind:
        case "finite":
            return number(float(trend.limit))
        case "+inf":
            return "∞"
        case "-inf":
            return "−∞"
        case "oscillates":
            return "no limit (it oscillates)"
        case "undefined":
            return "no value"
    return "no limit that can be told"
