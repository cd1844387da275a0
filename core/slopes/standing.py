"""Standing at a point of the surface: which way is up and how steep, or why that cannot be said."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from core.derivation.terms.slots import fill
from core.expression import Expression
from core.expression.precise import undefined_part
from core.expression.printer import text
from core.expression.tree import Node, Variable, children
from core.gradient import Gradient, directional_derivative, gradient_at, gradient_field, slope_check
from core.numbers import LARGEST, number, point
from core.slopes.angles import bearing, degrees_text, unit
from core.slopes.sides import WAYS, Sides, side_slopes, side_values
from core.steps import Check

Kind = Literal["climbs", "flat", "too steep", "no gradient", "not differentiable", "no value"]

WITHOUT_GRADIENT = frozenset(("no gradient", "not differentiable", "no value", "too steep"))
"""Kinds of points where ∇f·u is not the slope towards u."""

_SHOWN = 5
_AGREE = 1e-9
"""How far a slope along a diagonal may be from ∇f·u, relative above 1."""


@dataclass(frozen=True, eq=False)
class Standing:
    """What can be said of f(x, y) at one point.

    `sides`: the slopes from both sides on the ways of `WAYS` where there is no gradient or f is not
    differentiable, and what f tends to on them where f has no value; empty where all is well.
    """

    expression: Expression
    point: tuple[float, ...]
    kind: Kind
    value: float
    gradient: Gradient
    sides: tuple[Sides, ...]

    @property
    def sentence(self) -> str:
        """The verdict, with the numbers in it."""
        return _SENTENCES[self.kind](self)

    @cached_property
    def check(self) -> Check | None:
        """∇f against difference quotients in many digits; where there is none, they have to say so too.

        None beyond float64.
        """
        return None if self.kind == "too steep" else slope_check(self.expression, self.point)

    @property
    def place(self) -> str:
        """The point as a person writes it: (2, 3)."""
        return f"({', '.join(map(number, self.point))})"


def standing(e: Expression, place: Sequence[float]) -> Standing:
    """The verdict for a function of two variables. Raises ValueError for a point that is not finite.

    >>> from core.expression import parse
    >>> print(standing(parse("x^2 + y^2", ("x", "y")), (2.0, 3.0)).sentence.split(",")[0:2])
    ['At (2', ' 3) the surface climbs fastest towards 56.31°']
    """
    if not all(map(math.isfinite, place)):
        raise ValueError(f"nobody stands at {tuple(place)}")
    here = tuple(float(coordinate) for coordinate in place)
    value, *slopes = gradient_field(e).program.scalar(*here)
    gradient = gradient_at(e, here)
    if math.isnan(value):
        sides = tuple(side_values(e, here, angle) for angle in WAYS)
        return Standing(e, here, "no value", value, gradient, sides)
    if any(map(math.isnan, gradient.vector)):
        sides = tuple(side_slopes(e, here, angle) for angle in WAYS)
        return Standing(e, here, "no gradient", value, gradient, sides)
    if math.isinf(gradient.magnitude):
        return Standing(e, here, "too steep", value, gradient, ())
    if any(map(math.isnan, slopes)):
        sides = tuple(side_slopes(e, here, angle) for angle in WAYS)
        if any(_denies(e, here, way) for way in sides):
            return Standing(e, here, "not differentiable", value, gradient, sides)
    return Standing(e, here, "flat" if gradient.magnitude == 0 else "climbs", value, gradient, ())


def flat_variables(e: Expression) -> tuple[str, ...]:
    """The variables that f does not contain: along them every cut is level.

    >>> from core.expression import parse
    >>> flat_variables(parse("x^2 + 1", ("x", "y")))
    ('y',)
    """
    used: set[str] = set()
    waiting: list[Node] = [e.tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Variable):
            used.add(node.name)
        waiting += children(node)
    return tuple(name for name in e.variables if name not in used)


def one_variable_text(e: Expression) -> str | None:
    """The same function as one of x, for a lesson in one variable; None where it has both or none.

    >>> from core.expression import parse
    >>> one_variable_text(parse("y^2 + 1", ("x", "y")))
    'x^2 + 1'
    """
    flat = flat_variables(e)
    if len(flat) != len(e.variables) - 1:
        return None
    (used,) = (name for name in e.variables if name not in flat)
    return text(fill(e.tree, {used: Variable("x")}))


def one_variable_sentence(e: Expression) -> str | None:
    """Said beside a function that lacks one of its variables; None where it has them all."""
    match flat_variables(e):
        case ():
            return None
        case (name,):
            (other,) = (used for used in e.variables if used != name)
            return (
                f"This function depends on {other} alone: ∂f/∂{name} is 0 everywhere, and the gradient "
                f"points along {other}. The lessons in one variable say more about it."
            )
        case _:
            return "This function is constant: its gradient is 0 everywhere, and no way leads up."


def _denies(e: Expression, place: Sequence[float], way: Sides) -> bool:
    """Whether the slope on a way is another than ∇f·u, as it cannot be where f is differentiable."""
    expected = directional_derivative(e, place, unit(way.angle))
    return way.common is None or abs(way.common - expected) > _AGREE * max(1.0, abs(expected))


def _climbs(here: Standing) -> str:
    steepest = bearing(here.gradient.vector.tolist())
    left, right = sorted((_within(steepest + 90), _within(steepest - 90)), reverse=True)
    rate = number(here.gradient.magnitude, _SHOWN)
    return (
        f"At {here.place} the surface climbs fastest towards {degrees_text(steepest)}, by {rate} per unit, "
        f"and falls as fast the opposite way. Towards {degrees_text(left)} and {degrees_text(right)}, along "
        "the level curve, it neither climbs nor falls."
    )


def _within(angle: float) -> float:
    return angle - 360 if angle > 180 else angle + 360 if angle <= -180 else angle


def _flat(here: Standing) -> str:
    level = f"At {here.place} ∇f = 0: the tangent plane is level and every direction starts out flat."
    if len(flat_variables(here.expression)) == len(here.point):
        return level
    return f"{level} Slopes alone do not tell whether it is a valley, a summit or a saddle."


def _too_steep(here: Standing) -> str:
    return f"At {here.place} the surface is steeper than {LARGEST} per unit, beyond the numbers of float64."


def _no_gradient(here: Standing) -> str:
    x, y, *_ = here.sides
    missing = [way for way in (x, y) if way.common is None]
    whys = " and ".join(f"{way.name} the slope {_verb(way)} {way.words}" for way in missing)
    existing = [way for way in here.sides if way.common is not None]
    if not existing:
        rest = "Along both diagonals there is no slope either."
    else:
        rest = "It has one " + _listed([f"{way.name} ({way.words})" for way in existing]) + "."
    return f"At {here.place} there is no gradient: {whys}. {rest}"


def _verb(way: Sides) -> str:
    known = all(trend.kind == "finite" or trend.is_infinite for trend in (way.before, way.after))
    return "is" if known else "comes to"


def _not_differentiable(here: Standing) -> str:
    against = next(way for way in here.sides if _denies(here.expression, here.point, way))
    expected = number(directional_derivative(here.expression, here.point, unit(against.angle)))
    slopes = " and ".join(number(slope) for slope in here.gradient.vector.tolist())
    return (
        f"At {here.place} both partial derivatives exist, {slopes}, and yet f is not differentiable: "
        f"{against.name} ∇f·u would be {expected}, but the slope {_verb(against)} {against.words}."
    )


def _no_value(here: Standing) -> str:
    part = undefined_part(here.expression.tree, here.expression.variables, here.point)
    what = "" if part is None or part == here.expression.tree else f", because {_plain(part)} has none there"
    opening = f"f has no value at {point(here.point, here.expression.variables)}{what}"
    known = [way for way in here.sides if {way.before.kind, way.after.kind} != {"undefined"}]
    if not known:
        return f"{opening}, nor around it: there is no surface to stand on."
    values = {way.words for way in known if way.common is not None}
    if len(values) == 1 and all(way.common is not None for way in known):
        return f"{opening}: there is a hole. On every way with values f tends to {values.pop()}."
    near = _listed([f"{way.words} {way.name}" for way in known])
    mend = ", so no value would mend it" if len(values) > 1 else ""
    return f"{opening}. Beside it f comes to {near}{mend}."


def _plain(part: Node) -> str:
    return text(part).replace("-", "−").replace("*", "·")


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


_SENTENCES = {
    "climbs": _climbs,
    "flat": _flat,
    "too steep": _too_steep,
    "no gradient": _no_gradient,
    "not differentiable": _not_differentiable,
    "no value": _no_value,
}
