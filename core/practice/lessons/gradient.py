"""Questions about the gradient: its parts, its length, its direction, and the slope on any way."""

from collections.abc import Sequence
from functools import partial
from math import hypot, isfinite

from core.derivation import differentiate
from core.gradient import Gradient, directional_derivative, gradient_at
from core.numbers import number, number_latex, point
from core.practice.answering import FormulaAnswer, NumberAnswer, PointAnswer
from core.practice.draws import Draws
from core.practice.hinting import line, plan, unfinished, words
from core.practice.lessons.kinds import Kind
from core.practice.question import Hints, Question, Slip, Unsuitable, Worked
from core.practice.situation import Situation
from core.practice.wording import definition, surface, terms
from core.slopes.angles import bearing
from core.slopes.blackboard.direction import direction_steps, normalised_step
from core.slopes.blackboard.gradient import gradient_steps
from core.steps import Step
from core.substitution import as_factor, column

LESSON = "gradient"


def vector_question(s: Situation) -> Question:
    """∇f at a point."""
    text = f"What is the gradient of f at {point(s.point, s.e.variables)}?"
    return Question(LESSON, "gradient", text, definition(s.e), PointAnswer(), s, partial(_vector, s))


def _vector(s: Situation) -> Worked:
    found, steps = _found(s), gradient_steps(s.e, s.point)
    hints = (words(steps[0], "What to do"), line(steps[0]), unfinished(steps[1], "Put the point in"))
    fx, fy = found.vector.tolist()
    slips = [
        Slip("order", (fy, fx), "The first number is the slope along x, the second that along y.", hints[1]),
        Slip("sign", (-fx, -fy), "That is −∇f, the way of steepest descent.", hints[1]),
        Slip(
            "point",
            s.point,
            "That is the point itself. It has to be put into the partial derivatives.",
            hints[1],
        ),
    ]
    if found.magnitude:
        told = "That is the direction of ∇f. The gradient has its length too."
        slips.append(Slip("unit", tuple(found.direction.tolist()), told, hints[2]))
    return Worked((fx, fy), "", steps[:2], hints, hints[2], tuple(slips))


def partial_question(s: Situation) -> Question:
    """∂f/∂x or ∂f/∂y as a formula, by which way the direction goes."""
    name = _axis(s)
    text = f"Differentiate f with respect to {name}, the other variable held constant."
    return Question(
        LESSON,
        "partial derivative",
        text,
        definition(s.e),
        FormulaAnswer(s.e.variables),
        s,
        partial(_partial, s),
    )


def _axis(s: Situation) -> str:
    return s.e.variables[0 if abs(s.direction[0]) >= abs(s.direction[1]) else 1]


def _partial(s: Situation) -> Worked:
    name = _axis(s)
    other = next(one for one in s.e.variables if one != name)
    derivation, swapped = differentiate(s.e, name), differentiate(s.e, other)
    hold = f"{other} is held constant: treat it as a number such as 7."
    rule = derivation.steps[1]
    waiting = bool(derivation.tree.inner)
    hints = (
        Step("What to do", "", hold),
        plan(derivation.steps),
        line(rule) if waiting else unfinished(rule, rule.title, rule.why),
    )
    both = f"({swapped.formula}) + ({derivation.formula})"
    slips = (
        Slip(
            "other variable",
            swapped.formula,
            f"That is ∂f/∂{other}: there {name} was held constant.",
            hints[0],
        ),
        Slip("both", surface(both), f"There {other} was differentiated too. It is held constant.", hints[0]),
        Slip(
            "mixed",
            differentiate(derivation.formula, other).formula,
            "That is differentiated by both, one after the other.",
            hints[0],
        ),
    )
    return Worked(derivation.formula, "", derivation.steps, hints, hints[2], slips)


def length_question(s: Situation) -> Question:
    """‖∇f‖, the steepest slope."""
    text = f"How steep is f at {point(s.point, s.e.variables)} on the steepest way up?"
    return Question(LESSON, "steepest slope", text, definition(s.e), NumberAnswer(), s, partial(_length, s))


def _length(s: Situation) -> Worked:
    found, steps = _found(s), gradient_steps(s.e, s.point)
    fx, fy = found.vector.tolist()
    idea = Step("What to do", "", "The steepest slope is the length of the gradient.")
    hints = (idea, line(steps[1]), unfinished(steps[2], "Its length"))
    slips = (
        Slip(
            "sum",
            abs(fx) + abs(fy),
            "The parts were added. The length is the root of the sum of their squares.",
            hints[2],
        ),
        Slip(
            "sum of parts",
            fx + fy,
            "The parts were added. The length is the root of the sum of their squares.",
            hints[2],
        ),
        Slip(
            "no root", fx * fx + fy * fy, "That is the square of the length: the root is missing.", hints[2]
        ),
        Slip("along x", abs(fx), "That is the slope along x alone.", hints[2]),
        Slip("along y", abs(fy), "That is the slope along y alone.", hints[2]),
    )
    return Worked(found.magnitude, "", steps[:3], hints, hints[2], slips)


def steepest_question(s: Situation) -> Question:
    """∇f/‖∇f‖."""
    text = f"Which unit vector points the steepest way up at {point(s.point, s.e.variables)}?"
    return Question(
        LESSON, "steepest direction", text, definition(s.e), PointAnswer(), s, partial(_steepest, s)
    )


def _steepest(s: Situation) -> Worked:
    found, steps = _found(s, directed=True), gradient_steps(s.e, s.point)
    unit_step = normalised_step(found.vector.tolist())
    fx, fy = found.vector.tolist()
    ux, uy = found.direction.tolist()
    idea = Step(
        "What to do", "", "The gradient points the steepest way up; divided by its length it has length 1."
    )
    hints = (idea, line(steps[1]), unfinished(unit_step, "Divide by the length"))
    slips = (
        Slip(
            "length",
            (fx, fy),
            "That is the gradient. A unit vector has length 1: divide by the length.",
            hints[2],
        ),
        Slip("opposite", (-ux, -uy), "That is the steepest way down.", hints[0]),
        Slip("level", (-uy, ux), "On this way f stays level: it is at a right angle to ∇f.", hints[0]),
        Slip("level", (uy, -ux), "On this way f stays level: it is at a right angle to ∇f.", hints[0]),
    )
    reason = f"The gradient is {number(found.magnitude)} long, and divided by that it has length 1."
    return Worked((ux, uy), reason, (*steps[:3], unit_step), hints, hints[2], slips)


def way_question(s: Situation) -> Question:
    """D_u f for a direction given by any vector."""
    way = f"({', '.join(map(number, s.direction))})"
    where = point(s.point, s.e.variables)
    text = f"What is the slope of f at {where} in the direction of the vector {way}?"
    return Question(
        LESSON, "directional derivative", text, definition(s.e), NumberAnswer(), s, partial(_way, s)
    )


def _way(s: Situation) -> Worked:
    found = _found(s)
    slope = directional_derivative(s.e, s.point, s.direction)
    length = hypot(*s.direction)
    unit = [part / length for part in s.direction]
    steps = (*gradient_steps(s.e, s.point)[:2], normalised_step(s.direction), _product(found, unit, slope))
    hints: Hints = (words(steps[2], "What to do"), line(steps[1]), unfinished(steps[3], "Project"))
    first, second = (part * way for part, way in zip(found.vector.tolist(), unit, strict=True))
    slips = (
        Slip(
            "not normalised",
            slope * length,
            "The vector was not divided by its length: a slope is per unit walked.",
            hints[2],
        ),
        Slip("steepest", found.magnitude, "That is the slope on the steepest way.", hints[2]),
        Slip("difference", first - second, "The two products are added.", hints[2]),
        Slip("along x", first, "Only the part along x was counted.", hints[2]),
        Slip("along y", second, "Only the part along y was counted.", hints[2]),
    )
    folded = direction_steps(s.e, s.point, bearing(s.direction))
    reason = folded[-1].why if slope == found.magnitude else ""
    return Worked(slope, reason, steps, hints, hints[2], slips)


def _product(found: Gradient, unit: Sequence[float], slope: float) -> Step:
    """∇f·u."""
    parts = [number_latex(part) for part in found.vector.tolist()]
    ways = [number_latex(part) for part in unit]
    total = " + ".join(
        rf"{as_factor(part)} \cdot {as_factor(way)}" for part, way in zip(parts, ways, strict=True)
    )
    latex = (
        rf"D_u f = \nabla f \cdot u = {column(parts)} \cdot {column(ways)} = {total} = {number_latex(slope)}"
    )
    return Step("Project the gradient", latex, "Of the gradient only what points along u counts.")


def _found(s: Situation, directed: bool = False) -> Gradient:
    """The gradient; Unsuitable where there is none, or where it has to have a direction and is 0."""
    found = gradient_at(s.e, s.point)
    if not isfinite(found.magnitude):
        raise Unsuitable(f"f has no gradient at {point(s.point, s.e.variables)}.")
    if directed and found.magnitude == 0:
        raise Unsuitable(f"At {point(s.point, s.e.variables)} the gradient is 0: it has no direction.")
    return found


TRIPLES = ((3, 4), (4, 3), (6, 8), (8, 6), (5, 12), (12, 5))


def _mixed(draws: Draws) -> Situation:
    """k xᵖyᵠ and a square or a line."""
    p, q, k = draws.whole(1, 3), draws.whole(1, 2), draws.whole(1, 4)
    powers = " ".join(name if n == 1 else f"{name}^{n}" for name, n in (("x", p), ("y", q)))
    text = terms((draws.whole(1, 3), "x^2"), (k, powers), (draws.whole(-5, 5, 0), "y"))
    direction = draws.pick(((1.0, 0.0), (0.0, 1.0)))
    return Situation(
        surface(text), (float(draws.whole(-2, 3, 0)), float(draws.whole(-2, 3))), direction=direction
    )


def _right_angled(draws: Draws) -> Situation:
    """a x² + c y² + d x + e y with a gradient whose length is a whole number."""
    a, c = draws.whole(1, 3), draws.whole(1, 3)
    x, y = draws.whole(-2, 3), draws.whole(-2, 3)
    fx, fy = draws.pick(TRIPLES)
    fx, fy = draws.pick((-1, 1)) * fx, draws.pick((-1, 1)) * fy
    text = terms((a, "x^2"), (c, "y^2"), (fx - 2 * a * x, "x"), (fy - 2 * c * y, "y"))
    return Situation(surface(text), (float(x), float(y)))


def _on_a_way(draws: Draws) -> Situation:
    """A product and a direction along the sides 3, 4, 5."""
    s = _mixed(draws)
    way = draws.pick(((3.0, 4.0), (4.0, 3.0), (-3.0, 4.0), (4.0, -3.0), (6.0, 8.0)))
    return Situation(s.e, s.point, direction=way)


KINDS: tuple[Kind[Situation], ...] = (
    Kind("gradient", "The gradient at a point", 2, _mixed, vector_question),
    Kind("partial derivative", "A partial derivative", 2, _mixed, partial_question),
    Kind("steepest slope", "The steepest slope", 2, _right_angled, length_question),
    Kind("directional derivative", "The slope on a way", 2, _on_a_way, way_question),
    Kind("steepest direction", "The direction of steepest ascent", 2, _right_angled, steepest_question),
)
