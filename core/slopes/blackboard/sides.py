"""Slopes from both sides on the blackboard, for a point without a gradient."""

from collections.abc import Sequence
from fractions import Fraction

from core.expression import Expression
from core.gradient import CHECK_TOLERANCE, SHOWN_DIGITS
from core.limiting.trend import Trend
from core.numbers import number, number_latex
from core.quotients import DIGITS, Side, both_sides
from core.slopes.angles import Degrees, unit
from core.slopes.blackboard.writing import numbers
from core.slopes.cuts import straight_cut
from core.slopes.sides import WAYS, Sides, side_slopes
from core.steps import Check, Step

_LARGE = 1e6
"""A quotient at h = 10⁻⁴⁰ beyond this is on its way to ∞."""


def side_steps(e: Expression, point: Sequence[float], angles: Sequence[Degrees] = WAYS) -> tuple[Step, ...]:
    """One step for each way through the point (x, y): the slope before it and after it.

    Empty where f has no value at the point: then there is nothing to measure from.
    """
    value = e.precise(*(Fraction(repr(float(at))) for at in point))
    if value != value:
        return ()
    return tuple(_step(e, point, side_slopes(e, point, angle)) for angle in angles)


def _step(e: Expression, point: Sequence[float], way: Sides) -> Step:
    quotient = r"\frac{f(p + t\,u) - f(p)}{t}"
    u = numbers(unit(way.angle))
    lines = [
        rf"\lim_{{t \to 0^{{{sign}}}}} {quotient} &{_limit(trend)}"
        for sign, trend in (("-", way.before), ("+", way.after))
    ]
    latex = rf"\begin{{aligned}} u &= {u} \\ {lines[0]} \\ {lines[1]} \end{{aligned}}"
    title = way.name[0].upper() + way.name[1:]
    return Step(title, latex, _why(way), _check(e, point, way))


def _limit(trend: Trend) -> str:
    match trend.kind:
        case "finite":
            return f"= {number_latex(float(trend.limit))}"
        case "+inf":
            return r"= \infty"
        case "-inf":
            return r"= -\infty"
    return r"\text{ does not exist}"


def _why(way: Sides) -> str:
    if way.common is not None:
        return f"Both sides agree: {way.name} f has the slope {number(way.common)}."
    match way.break_kind:
        case "corner":
            return "The two sides have different slopes: the cut has a corner, and no single line touches it."
        case "cusp":
            return "The slopes run to −∞ and ∞: the cut comes to a point."
        case "vertical tangent":
            return "Both slopes run to the same infinity: the cut stands upright here."
        case "oscillating slope":
            return "The quotients keep oscillating, however near."
    if "undefined" in (way.before.kind, way.after.kind):
        return "The function has no values on one side, so there is nothing to compare."
    return "The quotients do not settle as far as the numbers go."


def _check(e: Expression, point: Sequence[float], way: Sides) -> Check | None:
    """Both trends against quotients at one tiny step; None where a side has neither a limit nor ∞."""
    trends = (way.before, way.after)
    if not all(trend.kind == "finite" or trend.is_infinite for trend in trends):
        return None
    near = both_sides(straight_cut(e, point, way.angle), (Fraction(0),), 0)
    gaps = [_gap(trend, side) for trend, side in zip(trends, near, strict=True)]
    return Check(
        compared="The limits against the quotients at t = −10⁻⁴⁰ and t = 10⁻⁴⁰ "
        f"in {DIGITS} digits (before | after).",
        shown=" | ".join(_shown(trend) for trend in trends),
        second=" | ".join(number(side.slope, SHOWN_DIGITS) for side in near),
        difference=max(gaps),
        tolerance=CHECK_TOLERANCE * max(1.0, *(abs(side.slope) for side in near if side.settled), 1.0),
    )


def _gap(trend: Trend, side: Side) -> float:
    if trend.kind == "finite":
        return abs(float(trend.limit) - side.slope)
    sign = 1 if trend.kind == "+inf" else -1
    return 0.0 if sign * side.slope > _LARGE else float("inf")


def _shown(trend: Trend) -> str:
    if trend.kind == "finite":
        return number(float(trend.limit), SHOWN_DIGITS)
    return "∞" if trend.kind == "+inf" else "−∞"
