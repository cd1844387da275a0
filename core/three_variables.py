"""The gradient of f(x, y, z): the same three steps as in the plane, where no picture of the graph is left."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from core.expression import Expression
from core.gradient import Gradient, gradient_at, gradient_field, slope_check
from core.numbers import number, point
from core.slopes import gradient_steps, partial_steps
from core.slopes.standing import flat_variables
from core.steps import Check, Step

VARIABLES = ("x", "y", "z")
"""What `core.expression.parse` is told for such a function."""

_SHOWN = 5


@dataclass(frozen=True, eq=False)
class SpaceGradient:
    """f and ∇f, vector (3,), at one point (x, y, z); NaN where there is none, and `sentence` says why."""

    expression: Expression
    point: tuple[float, float, float]
    value: float
    gradient: Gradient

    @property
    def exists(self) -> bool:
        """Whether all three partial derivatives do."""
        return all(map(math.isfinite, self.gradient.vector.tolist()))

    @cached_property
    def check(self) -> Check:
        """∇f against difference quotients of f along every axis, in many digits."""
        return slope_check(self.expression, self.point)

    @property
    def sentence(self) -> str:
        """Which way f grows fastest, or why nobody can say."""
        place = point(self.point, VARIABLES)
        if math.isnan(self.value):
            return f"f has no value at {place}, so there is no slope to measure."
        if not self.exists:
            return f"At {place} there is no gradient. {self.check.compared}"
        if self._between:
            return (
                f"At {place} the formulas have no value, but along every axis both sides agree on a slope. "
                "Whether the arrow made of these three is the steepest way, they do not tell."
            )
        if self.gradient.magnitude == 0:
            return f"At {place} ∇f = 0: along every axis f starts out level.{_still(self.expression)}"
        arrow = ", ".join(number(part, _SHOWN) for part in self.gradient.vector.tolist())
        rate = number(self.gradient.magnitude, _SHOWN)
        return f"At {place} f grows fastest along ({arrow}), by {rate} per unit.{_still(self.expression)}"

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The three partial derivatives, the point put in, and the length; or what is missing."""
        worked = gradient_steps(self.expression, self.point)
        if self.exists:
            return worked
        missing = Step("No gradient here", r"\nabla f \text{ does not exist}", self.sentence, self._silent)
        return (*worked, missing)

    def partial(self, axis: int) -> tuple[Step, ...]:
        """∂f/∂x_axis, axis 0, 1 or 2: the rules with the other two variables held, and the point put in."""
        return partial_steps(self.expression, self.point, axis)

    @property
    def _between(self) -> bool:
        """Whether a slope is known from both sides alone, as that of ∛(xyz) at the origin."""
        return not all(map(math.isfinite, gradient_field(self.expression).program.scalar(*self.point)))

    @property
    def _silent(self) -> Check | None:
        """That the second way finds no slope either; None without a value to measure from."""
        return None if math.isnan(self.value) else self.check


def space_gradient(e: Expression, place: Sequence[float]) -> SpaceGradient:
    """∇f of a function of x, y and z at a point of finite coordinates; ValueError for any other.

    >>> from core.expression import parse
    >>> space_gradient(parse("2x + 3y^2 - sin z", VARIABLES), (1.0, 2.0, 0.0)).sentence
    'At (x, y, z) = (1, 2, 0) f grows fastest along (2, 12, −1), by 12.207 per unit.'
    """
    if e.variables != VARIABLES or len(place) != 3 or not all(map(math.isfinite, place)):
        raise ValueError(f"a function of {e.variables} at {tuple(place)} is none of x, y and z at a point")
    x, y, z = map(float, place)
    return SpaceGradient(e, (x, y, z), float(e(x, y, z)), gradient_at(e, (x, y, z)))


def _still(e: Expression) -> str:
    """Said of variables that f does not contain."""
    match flat_variables(e):
        case ():
            return ""
        case (name,):
            return f" f does not contain {name}: ∂f/∂{name} is 0 everywhere."
        case (one, other):
            return f" f does not contain {one} and {other}: ∂f/∂{one} and ∂f/∂{other} are 0 everywhere."
        case _:
            return " f is constant, so it is level everywhere."
