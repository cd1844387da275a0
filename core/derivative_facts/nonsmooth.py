"""Where a function has no derivative: corner, cusp, jump and vertical tangent, told apart by two slopes."""

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from core.continuity.breaks import break_at, side_slope
from core.errors import SettingError
from core.expression import Expression
from core.limiting.neighbourhood import Approach, Point, approaches, as_point, is_infinite
from core.limiting.trend import Trend
from core.numbers import number, number_latex
from core.steps import Check, Step

SPACINGS = tuple(Fraction(1, 10**k) for k in range(1, 8))
NEAREST = Fraction(1, 10**30)
_LARGE = 1e6
_TOLERANCE = 1e-6


@dataclass(frozen=True)
class Kink:
    """A textbook example: its kind, the function, where it happens, and what to notice."""

    kind: str
    f: str
    a: float
    notice: str


KINKS = (
    Kink("corner", "|x|", 0.0, "Both sides have a slope, −1 and 1, and they differ."),
    Kink("cusp", "|x|^(2/3)", 0.0, "The slope falls to −∞ on the left and comes from ∞ on the right."),
    Kink("jump", "step(x)", 0.0, "f is not continuous, so there is nothing for a tangent to touch."),
    Kink("vertical tangent", "cbrt(x)", 0.0, "The tangent exists, but it stands upright: its slope is ∞."),
)


@dataclass(frozen=True)
class SlopeReport:
    """What both sides say of the slope at a.

    kind: "differentiable", or one of the kinds of `core.continuity.breaks`. `rows` holds (h, quotient on the
    left, quotient on the right) for falling h, NaN where f has no value.
    """

    a: float
    kind: str
    left: Trend
    right: Trend
    rows: tuple[tuple[float, float, float], ...]
    steps: tuple[Step, ...]

    @property
    def sentence(self) -> str:
        """The verdict, for a person."""
        here = f"At x = {number(self.a)}"
        sides = f"from the left the slope {_says(self.left)}, from the right it {_says(self.right)}"
        if self.kind == "differentiable":
            return f"{here} f is differentiable: {sides}."
        return f"{here} f has no derivative ({self.kind}): {sides}."


def slope_report(e: Expression, a: Point) -> SlopeReport:
    """The slopes of a function of one variable from both sides of a.

    Raises SettingError("x0") where f has no value at a, or a is not finite.
    """
    place = as_point(a)
    if is_infinite(place) or not math.isfinite(e.precise(place)):
        raise SettingError("f needs a value at the point where its slope is asked for.", "x0")
    left_way, right_way = approaches(place)
    left, right = side_slope(e, left_way), side_slope(e, right_way)
    broken = break_at(e, place)
    kind = "differentiable" if broken is None else broken.kind
    rows = tuple(
        (float(h), float(_quotient(e, left_way, h)), float(_quotient(e, right_way, h))) for h in SPACINGS
    )
    steps = (_side_step(e, left_way, left), _side_step(e, right_way, right), _verdict(kind))
    return SlopeReport(float(left_way.at(0)), kind, left, right, rows, steps)


def _quotient(e: Expression, way: Approach, h: Fraction) -> Any:
    here, there = way.value(e, 0), way.value(e, h)
    rise = here - there if way.side == "left" else there - here
    return rise * h.denominator / h.numerator


def _side_step(e: Expression, way: Approach, slope: Trend) -> Step:
    a, sign = number_latex(float(way.at(0))), "-" if way.side == "left" else "+"
    quotient = rf"\frac{{f({a} + h) - f({a})}}{{h}}"
    return Step(
        f"From the {way.side}",
        rf"\lim_{{h \to 0^{{{sign}}}}} {quotient} {_latex(slope)}",
        f"The slope of f seen from the {way.side} alone.",
        _check(e, way, slope),
    )


def _check(e: Expression, way: Approach, slope: Trend) -> Check | None:
    """The trend against one quotient very near; None where there is no trend to hold it against."""
    near = float(_quotient(e, way, NEAREST))
    if slope.kind == "finite":
        shown, gap = number(float(slope.limit), 12), abs(float(slope.limit) - near)
    elif slope.is_infinite:
        sign = 1 if slope.kind == "+inf" else -1
        shown, gap = number(sign * math.inf), 0.0 if sign * near > _LARGE else math.inf
    else:
        return None
    compared = f"The limit against the quotient for h = 10⁻³⁰ on the {way.side}."
    return Check(compared, shown, number(near, 12), gap, _TOLERANCE)


def _verdict(kind: str) -> Step:
    latex = r"f'(a) \text{ exists}" if kind == "differentiable" else r"f'(a) \text{ does not exist}"
    return Step("Compare", latex, _WHY.get(kind, "A derivative needs one finite slope for both sides."))


_WHY = {
    "differentiable": "Both sides come to the same finite slope.",
    "corner": "The two slopes differ, so that no single line touches f here.",
    "cusp": "The slopes run to −∞ and ∞: f comes to a point.",
    "jump": "A function that jumps is not continuous, and a differentiable function always is.",
    "vertical tangent": "Both slopes run to the same infinity: the tangent is upright and has no slope.",
}


def _says(slope: Trend) -> str:
    match slope.kind:
        case "finite":
            return f"tends to {number(float(slope.limit))}"
        case "+inf":
            return "grows beyond all bounds"
        case "-inf":
            return "falls below all bounds"
        case "undefined":
            return "has no value"
        case "oscillates":
            return "keeps oscillating"
        case _:
            return "does not settle"


def _latex(slope: Trend) -> str:
    match slope.kind:
        case "finite":
            return f"= {number_latex(float(slope.limit))}"
        case "+inf":
            return r"= \infty"
        case "-inf":
            return r"= -\infty"
        case _:
            return r"\text{ does not exist}"
