"""The directional derivative on the blackboard: a unit vector, the projection, and why ∇f is the steepest."""

import math
from collections.abc import Sequence

from core.expression import Expression
from core.gradient import Gradient, directional_derivative, gradient_at
from core.numbers import number, number_latex
from core.slopes.angles import Degrees, bearing, degrees_text, unit
from core.slopes.blackboard.checks import compare, way_check
from core.slopes.blackboard.sides import side_steps
from core.slopes.blackboard.writing import equals, numbers, place
from core.slopes.standing import WITHOUT_GRADIENT, standing
from core.steps import Step
from core.substitution import as_factor

ROUNDED = 2
"""The digits of (0.71, 0.71), which is no unit vector."""


def direction_steps(e: Expression, point: Sequence[float], angle: Degrees) -> tuple[Step, ...]:
    """D_u f at a point (x, y) for u = (cos θ, sin θ); from both sides where there is no gradient."""
    found = gradient_at(e, point)
    if standing(e, point).kind in WITHOUT_GRADIENT:
        return (unit_step(angle), *side_steps(e, point, (angle % 360,)))
    first = (unit_step(angle), _projection(e, point, found, angle))
    if found.magnitude == 0:
        return first
    return (*first, _by_the_angle(e, point, found, angle), _steepest(e, point, found))


def unit_step(angle: Degrees) -> Step:
    """u of length 1 for an angle; what rounding it does is folded below."""
    u = unit(angle)
    theta = rf"{number_latex(round(angle, 6))}^\circ"
    latex = rf"u = \begin{{pmatrix}} \cos {theta} \\ \sin {theta} \end{{pmatrix}} {equals(*u)} {numbers(u)}"
    latex += r", \qquad \left\lVert u \right\rVert = 1"
    why = "A direction says which way, not how far: only with length 1 is the answer a slope per unit."
    rounded = tuple(round(part, ROUNDED) for part in u)
    folded = () if math.isclose(math.hypot(*rounded), 1.0, abs_tol=1e-12) else (normalised_step(rounded),)
    return Step("A direction of length 1", latex, why, None, folded)


def normalised_step(direction: Sequence[float]) -> Step:
    """u = v/|v| for any vector that has a length; raises ValueError for one that has none.

    >>> print(normalised_step((0.71, 0.71)).why)
    (0.71, 0.71) is 1.00409 long and would make every slope 0.409 % too large. Divide by its length.
    """
    length = math.hypot(*direction)
    if not (0 < length < math.inf):
        raise ValueError(f"a direction needs a length, {tuple(direction)} has none")
    u = [part / length for part in direction]
    squares = " + ".join(f"{as_factor(number_latex(float(part)))}^2" for part in direction)
    size = rf"\left\lVert v \right\rVert = \sqrt{{{squares}}} {equals(length)} {number_latex(length)}"
    latex = rf"{size}, \qquad u = \frac{{v}}{{\left\lVert v \right\rVert}} {equals(*u)} {numbers(u)}"
    vector = f"({', '.join(number(float(part)) for part in direction)})"
    excess = 100 * (length - 1)
    wrong = f"{number(abs(excess), 3)} % too {'large' if excess > 0 else 'small'}"
    why = f"{vector} is {number(length)} long and would make every slope {wrong}. "
    why += "Divide by its length."
    check = compare("The length of u, from its components.", 1.0, math.hypot(*u))
    return Step("Normalise", latex, why, check)


def _projection(e: Expression, point: Sequence[float], found: Gradient, angle: Degrees) -> Step:
    u = unit(angle)
    slope = directional_derivative(e, point, u)
    terms = " + ".join(
        rf"{as_factor(number_latex(part))} \cdot {as_factor(number_latex(way))}"
        for part, way in zip(found.vector.tolist(), u, strict=True)
    )
    latex = (
        rf"\begin{{aligned}} D_u f{place(point)} &= \nabla f \cdot u = \frac{{\partial f}}{{\partial x}} u_x"
    )
    latex += rf" + \frac{{\partial f}}{{\partial y}} u_y \\ &{equals(*found.vector, *u)} {terms} "
    latex += rf"{equals(slope)} {number_latex(slope)} \end{{aligned}}"
    why = f"Of the gradient only what points along u counts. {_meaning(slope, angle)}"
    return Step("Project the gradient", latex, why, way_check(slope, e, point, angle))


def _meaning(slope: float, angle: Degrees) -> str:
    size = number(abs(slope), 5)
    if abs(slope) < 1e-12:
        return f"Towards {degrees_text(angle)} f neither climbs nor falls."
    return f"Towards {degrees_text(angle)} f {'climbs' if slope > 0 else 'falls'} by {size} per unit."


def _by_the_angle(e: Expression, point: Sequence[float], found: Gradient, angle: Degrees) -> Step:
    """|∇f| cos φ with φ from ∇f to u."""
    steepest = bearing(found.vector.tolist())
    between = abs((angle - steepest + 180) % 360 - 180)
    slope = found.magnitude * math.cos(math.radians(between))
    shown = rf"{number_latex(round(between, 2))}^\circ"
    latex = r"D_u f = \left\lVert \nabla f \right\rVert \left\lVert u \right\rVert \cos\varphi "
    latex += (
        rf"{equals(found.magnitude, round(between, 9))} {number_latex(found.magnitude)} \cdot \cos {shown} "
    )
    latex += rf"{equals(slope)} {number_latex(slope)}"
    why = (
        f"A dot product is both lengths times the cosine of the angle between: from ∇f at "
        f"{degrees_text(steepest)} to u at {degrees_text(angle)} it is {degrees_text(between)}."
    )
    compared = "Lengths and angle, against the sum of products."
    return Step("The same by the angle", latex, why, compare(compared, slope, _dot(e, point, angle)))


def _dot(e: Expression, point: Sequence[float], angle: Degrees) -> float:
    return directional_derivative(e, point, unit(angle))


def _steepest(e: Expression, point: Sequence[float], found: Gradient) -> Step:
    size = number_latex(found.magnitude)
    norm = r"\left\lVert \nabla f \right\rVert"
    latex = (
        rf"-1 \le \cos\varphi \le 1 \implies -{norm} \le D_u f \le {norm} {equals(found.magnitude)} {size}"
    )
    steepest = bearing(found.vector.tolist())
    why = (
        f"cos φ is largest, 1, at φ = 0: no way climbs faster than ∇f, towards {degrees_text(steepest)}. "
        "It is 0 at a right angle, along the level curve, and −1 the opposite way."
    )
    return Step(
        "Why the gradient is the steepest", latex, why, way_check(found.magnitude, e, point, steepest)
    )
