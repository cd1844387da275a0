"""Questions about second derivatives, what a level point is, and Newton's next iterate."""

from functools import partial
from math import isfinite

import numpy as np

from core.curvature import curvature_field
from core.gradient import gradient_field
from core.hessian import hessian_reading, hessian_steps
from core.newton import NewtonRun, newton_minimise, newton_root
from core.newton.worked import newton_steps
from core.numbers import number, point
from core.practice.answering import ChoiceAnswer, NumberAnswer, Option, PointAnswer
from core.practice.hinting import first_row, line, unfinished, words
from core.practice.question import Question, Slip, Unsuitable, Worked
from core.practice.situation import Situation
from core.practice.wording import definition
from core.second_derivative import second_derivative_steps, second_derivative_test
from core.steps import Step

LESSON = "hessian_newton"

IN_THE_PLANE = ChoiceAnswer(
    (
        Option(
            "minimum", "a minimum", "both eigenvalues of H are above 0, so f bends up in every direction."
        ),
        Option(
            "maximum", "a maximum", "both eigenvalues of H are below 0, so f bends down in every direction."
        ),
        Option("saddle", "a saddle", "the eigenvalues have opposite signs: up one way, down another."),
        Option("degenerate", "the Hessian cannot tell", "an eigenvalue is 0 and the others have one sign."),
    )
)


def classify_question(s: Situation) -> Question:
    """What is this point, by the eigenvalues of H?"""
    where = point(s.point, s.e.variables)
    text = f"At {where} the gradient of f is 0. What does the Hessian say that this point is?"
    return Question(LESSON, "classify", text, definition(s.e), IN_THE_PLANE, s, partial(_classify, s))


def _classify(s: Situation) -> Worked:
    found = hessian_reading(s.e, s.point)
    if found.kind is None:
        raise Unsuitable(f"There is nothing to classify. {found.sentence}")
    steps = hessian_steps(s.e, s.point)
    titles = [step.title for step in steps]
    matrix = steps[titles.index("The Hessian")]
    definite = next(k for k, title in enumerate(titles) if title.startswith("H is "))
    idea = Step(
        "What decides", "", "The signs of the eigenvalues of H say in how many directions f bends up."
    )
    values = next(
        step for step in steps[definite - 2 : definite][::-1] if step.title.startswith("The eigenvalues")
    )
    hints = (idea, line(matrix), line(values))
    return Worked(found.kind, found.sentence, steps, hints, hints[2])


ON_A_CURVE = ChoiceAnswer(
    (
        Option(
            "minimum",
            "a minimum",
            "f″ is above 0, or the first derivative not 0 is of even order and above 0.",
        ),
        Option(
            "maximum",
            "a maximum",
            "f″ is below 0, or the first derivative not 0 is of even order and below 0.",
        ),
        Option(
            "inflection",
            "a level inflection point",
            "f′ = 0, and the first derivative not 0 is of odd order.",
        ),
        Option("not level", "none of these: f′ is not 0", "the tangent there is not level."),
    )
)


def level_question(s: Situation) -> Question:
    """The second-derivative test, and the higher derivatives where f″ = 0."""
    text = f"What is the point of f at {point(s.point, s.e.variables)}?"
    return Question(
        LESSON, "second derivative test", text, definition(s.e), ON_A_CURVE, s, partial(_level, s)
    )


def _level(s: Situation) -> Worked:
    found = second_derivative_test(s.e, s.point[0])
    if found.verdict in ("undefined", "no derivative", "undecided"):
        raise Unsuitable(f"Derivatives do not settle this point. {found.sentence}")
    steps = tuple(second_derivative_steps(s.e, s.point[0]))
    why = "The first derivative that is not 0 decides: by its order, even or odd, and by its sign."
    formulas = [first_row(step, f"Derivative {k + 1}") for k, step in enumerate(steps[:-1])]
    values = steps[-2] if len(steps) > 1 else steps[0]
    hints = (Step("What decides", "", why), formulas[0], Step("The last derivative needed", values.latex, ""))
    return Worked(found.verdict, found.sentence, steps, hints, hints[2])


def newton_question(aim: str, s: Situation) -> Question:
    """Newton's next iterate, towards a root of f or a level place."""
    purpose = "looks for a root of f" if aim == "root" else "looks for a minimum of f"
    text = (
        f"Newton's method {purpose} and stands at {point(s.point, s.e.variables)}. Where is its next iterate?"
    )
    kind = "Newton for a root" if aim == "root" else "Newton for a minimum"
    expects = NumberAnswer() if len(s.e.variables) == 1 else PointAnswer()
    work = partial(_newton, aim, s) if len(s.e.variables) == 1 else partial(_newton_plane, s)
    return Question(LESSON, kind, text, definition(s.e), expects, s, work)


def _newton(aim: str, s: Situation) -> Worked:
    here = s.point[0]
    run = newton_root(s.e, here, steps=1) if aim == "root" else newton_minimise(s.e, s.point, steps=1)
    _require_step(run)
    above, below = float(run.field[0, 0]), float(run.jacobian[0, 0, 0])
    top, bottom = ("f", "f′") if aim == "root" else ("f′", "f″")
    steps = newton_steps(run)[:2]
    hints = (first_row(steps[1], "The rule"), line(steps[0]), unfinished(steps[1], "Put the numbers in"))
    slips = [
        Slip(
            "sign", here + above / below, f"The quotient {top}/{bottom} is subtracted, not added.", hints[0]
        ),
        Slip("step alone", -above / below, "That is the step itself: it starts at x.", hints[0]),
        Slip("quotient", above / below, f"That is {top}/{bottom}. It is subtracted from x.", hints[0]),
        Slip("product", here - above * below, f"{top} is divided by {bottom}, not multiplied.", hints[0]),
        Slip("no slope", here - above, f"That is x − {top}: the division by {bottom} is missing.", hints[0]),
    ]
    if above:
        told = f"The quotient is upside down: it is {top}/{bottom}."
        slips.append(Slip("upside down", here - below / above, told, hints[0]))
    slips += _other_aim(aim, s, hints[0])
    return Worked(float(run.x[1, 0]), "", steps, hints, hints[2], tuple(slips))


def _other_aim(aim: str, s: Situation, rule: Step) -> list[Slip]:
    """The step of the other of the two methods that have one name."""
    here = s.point[0]
    value, (slope,) = gradient_field(s.e).at(s.point)
    second = float(curvature_field(s.e).at(s.point)[0, 0])
    if aim == "root" and second:
        told = "That is the step towards a level place, x − f′/f″. A root wants x − f/f′."
        return [Slip("other aim", here - float(slope) / second, told, rule)]
    if aim != "root" and slope:
        told = "That is the step towards a root of f, x − f/f′. A minimum wants x − f′/f″."
        return [Slip("other aim", here - value / float(slope), told, rule)]
    return []


def _newton_plane(s: Situation) -> Worked:
    run = newton_minimise(s.e, s.point, steps=1)
    _require_step(run)
    gradient, here = run.gradient[0], np.array(s.point)
    steps = newton_steps(run)[:2]
    solve = steps[1].substeps
    idea = Step("The rule", r"H \cdot s = -\nabla f, \qquad x_1 = x_0 + s", steps[0].why)
    hints = (idea, line(steps[0]), line(solve[0]) if solve else line(steps[0]))
    slips = (
        Slip(
            "gradient step",
            tuple((here - gradient).tolist()),
            "That is x − ∇f: the inverse of H is missing.",
            idea,
        ),
        Slip("sign", tuple((here - run.step[0]).tolist()), "The step has the wrong sign: H·s is −∇f.", idea),
        Slip(
            "step alone", tuple(run.step[0].tolist()), "That is the step s. It starts at the iterate.", idea
        ),
        Slip("diagonal", _by_the_diagonal(run), "There only the diagonal of H was used.", hints[1]),
    )
    return Worked(tuple(run.x[1].tolist()), "", steps, hints, hints[2], slips)


def _by_the_diagonal(run: NewtonRun) -> tuple[float, ...]:
    """x − f_x/f_xx in each coordinate alone; the start itself where an entry is 0."""
    diagonal = np.diag(run.jacobian[0])
    safe = np.where(diagonal == 0, 1.0, diagonal)
    moved = run.x[0] - np.where(diagonal == 0, 0.0, run.gradient[0] / safe)
    return tuple(moved.tolist())


def _require_step(run: NewtonRun) -> None:
    if run.steps < 1 or not np.isfinite(run.x[1]).all():
        raise Unsuitable(f"There is no step to ask about. {run.outcome.sentence}")


def mixed_question(s: Situation) -> Question:
    """The entry of H off the diagonal."""
    text = f"What is the mixed second derivative ∂²f/∂x∂y at {point(s.point, s.e.variables)}?"
    return Question(LESSON, "mixed derivative", text, definition(s.e), NumberAnswer(), s, partial(_mixed, s))


def _mixed(s: Situation) -> Worked:
    matrix = curvature_field(s.e).at(s.point)
    if not np.isfinite(matrix).all():
        raise Unsuitable(f"f has no second derivatives at {point(s.point, s.e.variables)}.")
    steps = hessian_steps(s.e, s.point)
    used = (steps[0], steps[2], steps[5])
    hints = (words(steps[2], "What to do"), line(steps[0]), line(steps[2]))
    slips = (
        Slip(
            "along x",
            float(matrix[0, 0]),
            "That is ∂²f/∂x²: the second differentiation is along y.",
            hints[2],
        ),
        Slip("along y", float(matrix[1, 1]), "That is ∂²f/∂y²: one of the two is along x.", hints[2]),
        Slip("determinant", float(np.linalg.det(matrix)), "That is the determinant of H.", hints[2]),
    )
    told = "First along x, then along y, and the point put in at the end."
    return Worked(float(matrix[0, 1]), told, used, hints, hints[2], slips)


def eigenvalue_question(s: Situation) -> Question:
    """The larger eigenvalue of H: the steepest bend."""
    where = point(s.point, s.e.variables)
    text = f"What is the larger eigenvalue of the Hessian of f at {where}?"
    return Question(LESSON, "eigenvalue", text, definition(s.e), NumberAnswer(), s, partial(_eigenvalue, s))


def _eigenvalue(s: Situation) -> Worked:
    found = hessian_reading(s.e, s.point)
    if not found.exists or not isfinite(found.eigenvalues[0]):
        raise Unsuitable(found.sentence)
    low, high = found.eigenvalues
    steps = hessian_steps(s.e, s.point)
    titles = [step.title for step in steps]
    matrix = titles.index("The Hessian")
    end = (
        next(k for k, title in enumerate(titles) if title.startswith("The eigenvectors"))
        if "The eigenvectors" in titles
        else matrix + 3
    )
    idea = Step(
        "What to solve",
        r"\det(H - \lambda I) = 0",
        "An eigenvalue is a λ for which H − λI takes some direction to 0.",
    )
    polynomial_step = steps[matrix + 1]
    hints = (
        idea,
        line(steps[matrix]),
        unfinished(polynomial_step, polynomial_step.title, polynomial_step.why),
    )
    slips = (
        Slip("smaller", low, "That is the smaller of the two.", hints[2]),
        Slip("trace", low + high, "That is the sum of both, the trace of H.", hints[2]),
        Slip("determinant", low * high, "That is the product of both, the determinant of H.", hints[2]),
        Slip(
            "diagonal",
            float(np.diag(found.hessian.matrix).max()),
            "That is an entry of the diagonal: H has more.",
            hints[1],
        ),
    )
    reason = f"The other one is {number(low)}."
    return Worked(high, reason, steps[:end], hints, hints[2], slips)
