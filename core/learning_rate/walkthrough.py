"""How large a learning rate may be, on the blackboard: curvature at the minimum, limit, first steps."""

from collections.abc import Sequence
from functools import partial
from math import hypot, inf

import numpy as np
from numpy.typing import NDArray

from core.curvature import Hessian, curvature_check, curvature_field, hessian_at
from core.descent import Trace
from core.descent.walkthrough import LONGEST_SUBSTITUTION, worked_step
from core.expression import Expression
from core.expression.tree import Node
from core.gradient import gradient_field, slope_check
from core.learning_rate.stability import Prediction
from core.learning_rate.verdict import Outcome
from core.numbers import is_whole, number, number_latex, point
from core.steps import Check, LazySteps, Step
from core.substitution import as_factor, column, formula_latex, shown_length, substituted_latex

Floats = NDArray[np.float64]

FIRST_STEPS = 3


def rate_steps(e: Expression, trace: Trace, result: Outcome) -> LazySteps:
    """The stability limit for this function at the point its run heads for, then the first three steps.

    Where there is no point with ∇f = 0 ahead, or no second derivative, the first step says so and the run's
    steps follow at once.
    """
    walk = [partial(worked_step, e, trace, k) for k in range(1, min(FIRST_STEPS, trace.steps) + 1)]
    return LazySteps([*_head(e, result), *walk])


def _head(e: Expression, result: Outcome) -> list[partial[Step]]:
    """The steps up to the factor for this η."""
    prediction = result.prediction
    if prediction is None or not np.isfinite(prediction.eigenvalues).all():
        return [partial(_no_curvature, e, result)]
    curvature = (_curvature,) if len(e.variables) == 1 else (_hessian, _eigenvalues)
    return [
        partial(_derivatives, e, result),
        *(partial(step, e, result) for step in curvature),
        partial(_limit, e, result, prediction),
        partial(_factor, result, prediction),
    ]


def _no_curvature(e: Expression, result: Outcome) -> Step:
    latex = rf"f({', '.join(e.variables)}) = {e.latex}"
    why = f"{result.heading.sentence(e.variables)} No curvature there gives a limit for η."
    return Step("No limit to compute", latex, why)


def _derivatives(e: Expression, result: Outcome) -> Step:
    """f, its slope and its curvature for every point at once, and where the slope is 0."""
    field = gradient_field(e)
    x = _point(result)
    if len(e.variables) == 1:
        name = e.variables[0]
        second = curvature_field(e).trees[0][0]
        lines = [
            rf"f({name}) &= {e.latex}",
            rf"f'({name}) &= {formula_latex(field.trees[0])}",
            rf"f''({name}) &= {formula_latex(second)}",
            rf"f'({name}^*) &= 0 \quad\text{{at}}\quad {name}^* {_equals(x)} {number_latex(x[0])}",
        ]
        title = "Slope, curvature, and where the slope is 0"
    else:
        names = ", ".join(e.variables)
        lines = [
            rf"f({names}) &= {e.latex}",
            rf"\nabla f &= {column([formula_latex(slope) for slope in field.trees])}",
            rf"\nabla f &= 0 \quad\text{{at}}\quad {column(e.variables)} {_equals(x)} "
            rf"{column([number_latex(value) for value in x])}",
        ]
        title = "The gradient, and where it is 0"
    why = "Near the point where the slope is 0, the curvature alone decides what a step does to the distance."
    return Step(title, _aligned(lines), why, slope_check(e, x))


def _curvature(e: Expression, result: Outcome) -> Step:
    """λ = f″(x*), with the number put in."""
    x, name = _point(result), e.variables[0]
    value = float(hessian_at(e, x).matrix[0, 0])
    inserted = _inserted(curvature_field(e).trees[0][0], e, x)
    middle = "" if inserted in ("", number_latex(value)) else f" = {inserted}"
    latex = rf"\lambda = f''({name}^*){middle} {_equals([value, *x])} {number_latex(value)}"
    here = point(x, e.variables)
    why = f"The slope grows by about λ = {number(value)} for every unit of distance from {here}."
    return Step("The curvature there", latex, why, curvature_check(e, x))


def _hessian(e: Expression, result: Outcome) -> Step:
    """The matrix of second partials, as formulas and at the point."""
    x = _point(result)
    matrix = hessian_at(e, x).matrix
    formulas = [[formula_latex(entry) for entry in row] for row in curvature_field(e).trees]
    values = _matrix([[number_latex(float(entry)) for entry in row] for row in matrix])
    lines = [rf"H &= {_matrix(formulas)}", rf"H^* &{_equals([*matrix.ravel(), *x])} {values}"]
    why = f"The Hessian at {point(x, e.variables)} holds the curvature in every direction."
    return Step("The Hessian there", _aligned(lines), why, curvature_check(e, x))


def _eigenvalues(e: Expression, result: Outcome) -> Step:
    """det(H − λI) = 0 and its two roots, each with its direction."""
    hessian = hessian_at(e, _point(result))
    matrix = hessian.matrix
    (a, b), (_, d) = [[number_latex(float(entry)) for entry in row] for row in matrix]
    shifted = _matrix([[rf"{a} - \lambda", b], [b, rf"{d} - \lambda"]])
    trace = float(np.trace(matrix))
    determinant = float(matrix[0, 0] * matrix[1, 1] - matrix[0, 1] ** 2)
    linear = _signed(-trace, r"\lambda")
    polynomial = rf"\lambda^2 {linear} {_signed(determinant)} = 0"
    lines = [rf"\det(H^* - \lambda I) &= \det {shifted} = {polynomial}"]
    for index, name in enumerate((r"\min", r"\max")):
        root = float(hessian.eigenvalues[index])
        along = rf"\quad\text{{along}}\quad {_direction(hessian, index)}"
        lines.append(rf"\lambda_{{{name}}} &{_equals([root])} {number_latex(root)} {along}")
    why = "Along these two directions the Hessian only stretches, so each part of the error goes its own way."
    return Step("Its eigenvalues", _aligned(lines), why, _eigen_check(hessian))


def _eigen_check(hessian: Hessian) -> Check:
    """H v = λ v, put in."""
    residual = hessian.matrix @ hessian.eigenvectors - hessian.eigenvectors * hessian.eigenvalues
    return Check(
        compared="H times each direction, against λ times that direction.",
        shown="0",
        second=number(float(np.max(np.abs(residual))), 3),
        difference=float(np.max(np.abs(residual))),
        tolerance=1e-12 * max(1.0, float(np.max(np.abs(hessian.matrix)))),
    )


def _limit(e: Expression, result: Outcome, prediction: Prediction) -> Step:
    """2/λ_max, and in two variables 2/(λ_min + λ_max) beside it."""
    limit, least = prediction.limit, float(prediction.eigenvalues[0])
    if not 0 < limit < inf:
        latex = rf"\lambda {_equals([least])} {number_latex(least)}"
        why = "Without a curvature above 0 in every direction no rate has a factor below 1."
        return Step("No limit", latex, why)
    steepest = r"\lambda" if len(e.variables) == 1 else r"\lambda_{\max}"
    bound = rf"\frac{{2}}{{{steepest}}} {_equals([limit])} {number_latex(limit)}"
    lines = [rf"|1 - \eta {steepest}| < 1 \iff 0 < \eta &< {bound}"]
    why = "A step multiplies the error by 1 − ηλ, and the error shrinks only if that lies between −1 and 1."
    if len(e.variables) > 1:
        best = prediction.best
        formula = r"\frac{2}{\lambda_{\min} + \lambda_{\max}}"
        lines.append(rf"\eta_{{\text{{best}}}} &= {formula} {_equals([best])} {number_latex(best)}")
        why = _steepest_and_flattest(prediction)
    return Step("The stability limit", _aligned(lines), why, _limit_check(e, result, limit))


def _steepest_and_flattest(prediction: Prediction) -> str:
    """Why the steepest direction sets the limit and the flattest sets the time."""
    condition = prediction.condition
    if condition == inf:
        return "The steepest direction sets the limit; in the flattest, without curvature, no rate helps."
    if condition - 1 < 1e-9:
        return "All directions are equally steep (condition number 1), so one rate is best for all of them."
    return (
        "The steepest direction sets the limit; the flattest sets the time: it is "
        f"{number(condition, 4)} times flatter (the condition number) and moves by steps made for the other."
    )


def _limit_check(e: Expression, result: Outcome, limit: float) -> Check:
    """At η = 2/λ_max one step from close beside the minimum must land as far on the other side."""
    at = np.array(_point(result))
    hessian = hessian_at(e, at.tolist())
    aside = 1e-5 * (1 + hypot(*at)) * hessian.eigenvectors[:, -1]
    beside = (at + aside).tolist()
    slope = gradient_field(e).at(beside)[1]
    landed = float((aside - limit * slope) @ aside / (aside @ aside))
    change = limit * float(np.linalg.norm(curvature_field(e).at(beside) - hessian.matrix))
    return Check(
        compared="With η at the limit, one step from close beside the point lands as far on the other side.",
        shown="−1",
        second=number(landed),
        difference=abs(landed + 1),
        tolerance=change + 1e-8,
    )


def _factor(result: Outcome, prediction: Prediction) -> Step:
    """1 − ηλ for the chosen η, in every direction."""
    names = (r"\lambda",) if len(prediction.factors) == 1 else (r"\lambda_{\min}", r"\lambda_{\max}")
    eta = number_latex(prediction.rate)
    lines = []
    for name, eigenvalue, factor in zip(names, prediction.eigenvalues, prediction.factors, strict=True):
        shown = as_factor(number_latex(float(eigenvalue)))
        value = f"{_equals([eigenvalue, factor])} {number_latex(float(factor))}"
        lines.append(rf"1 - \eta {name} &= 1 - {eta} \cdot {shown} {value}")
    return Step("The factor for this η", _aligned(lines), result.sentence, result.check)


def _point(result: Outcome) -> list[float]:
    where = result.prediction.point if result.prediction is not None else result.heading.point
    coordinates: list[float] = where.tolist()
    return coordinates


def _inserted(formula: Node, e: Expression, x: Sequence[float]) -> str:
    """The formula with the numbers put in, "" where that would be too long to read."""
    latex = substituted_latex(formula, dict(zip(e.variables, x, strict=True)))
    return latex if shown_length(latex) <= LONGEST_SUBSTITUTION else ""


def _direction(hessian: Hessian, index: int) -> str:
    vector = hessian.eigenvectors[:, index]
    vector = vector * np.sign(vector[np.argmax(np.abs(vector))])
    return column([number_latex(round(part, 4) + 0.0, 4) for part in vector.tolist()])


def _matrix(rows: Sequence[Sequence[str]]) -> str:
    return r"\begin{pmatrix} " + r" \\ ".join(" & ".join(row) for row in rows) + r" \end{pmatrix}"


def _signed(value: float, name: str = "") -> str:
    """A term of a sum with its sign, nothing for 0."""
    return f"{'-' if value < 0 else '+'} {number_latex(abs(value))} {name}".strip() if value else ""


def _equals(values: Sequence[float]) -> str:
    return "=" if all(is_whole(float(value)) for value in values) else r"\approx"


def _aligned(lines: Sequence[str]) -> str:
    return r"\begin{aligned} " + r" \\ ".join(lines) + r" \end{aligned}"
