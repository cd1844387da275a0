"""Newton's method on the blackboard: the formulas first, then every step with its numbers."""

from functools import partial
from math import hypot

import numpy as np
from numpy.typing import NDArray

from core.curvature import curvature_check, curvature_field
from core.expression import Expression
from core.expression.tree import Node
from core.gradient import gradient_field, slope_check
from core.newton.methods import METHODS
from core.newton.replay import newton_step_check
from core.newton.run import NewtonRun
from core.numbers import is_whole, number, number_latex, point
from core.steps import Check, LazySteps, Step
from core.substitution import as_factor, column, formula_latex, shown_length, substituted_latex

Floats = NDArray[np.float64]

LONGEST_SUBSTITUTION = 100
RESIDUAL = 1e-9


def newton_steps(run: NewtonRun) -> LazySteps:
    """[0] the formulas of F and J, [k] the step to x_k."""
    walk = [partial(worked_step, run, k) for k in range(1, run.steps + 1)]
    return LazySteps([partial(formulas_step, run), *walk])


def formulas_step(run: NewtonRun) -> Step:
    """f and the derivatives that the step needs, checked at the start."""
    e = run.target.expression
    start = run.x[0].tolist()
    if run.target.aim == "root":
        why = "The tangent at x meets the axis at x − f/f′. That is the next x."
        return Step("f and its slope", _aligned(_curve_lines(e, 1)), why, slope_check(e, start))
    check = curvature_check(e, start) if np.isfinite(run.jacobian[0]).all() else None
    if len(e.variables) == 1:
        why = "At a minimum the slope is 0, so the step looks for a root of f′: it divides f′ by f″."
        return Step("f′ and f″", _aligned(_curve_lines(e, 2)), why, check)
    why = "The quadratic model at a point is level where its slope ∇f + H·s is 0. Newton's method goes there."
    return Step("The gradient and the Hessian", _plane_formulas(e), why, check)


def worked_step(run: NewtonRun, k: int) -> Step:
    """The step from x_{k−1} to x_k, 1 ≤ k ≤ run.steps."""
    names = run.target.expression.variables
    last = (run.outcome.sentence,) if k == run.steps else ()
    reason = (METHODS[run.method].reason,) if k == 1 and run.said[0] else ()
    why = " ".join((_movement(run, k), *reason, *last))
    title = f"Step {k}: to {point(run.x[k].tolist(), names)}"
    check = newton_step_check(run, k)
    if len(names) == 1:
        return Step(title, _curve_latex(run, k), why, check)
    return Step(title, _plane_latex(run, k), why, check, _elimination(run, k))


def _movement(run: NewtonRun, k: int) -> str:
    if run.said[k - 1]:
        return run.said[k - 1]
    moved = number(hypot(*run.step[k - 1]), 3)
    if run.target.aim == "root":
        side = "right" if run.step[k - 1, 0] > 0 else "left"
        return f"The tangent at x = {number(run.x[k - 1, 0])} meets the axis {moved} to the {side}."
    size = "|f′|" if len(run.step[0]) == 1 else "‖∇f‖"
    before, after = (number(hypot(*run.field[j]), 3) for j in (k - 1, k))
    return f"The step is {moved} long, and {size} goes from {before} to {after}."


def _curve_lines(e: Expression, order: int) -> list[str]:
    (name,) = e.variables
    lines = [rf"f({name}) &= {e.latex}", rf"f'({name}) &= {formula_latex(gradient_field(e).trees[0])}"]
    if order == 2:
        lines.append(rf"f''({name}) &= {formula_latex(curvature_field(e).trees[0][0])}")
    return lines


def _plane_formulas(e: Expression) -> str:
    gradient = column([formula_latex(tree) for tree in gradient_field(e).trees])
    rows = [" & ".join(formula_latex(tree) for tree in row) for row in curvature_field(e).trees]
    hessian = rf"\begin{{pmatrix}} {(_BREAK).join(rows)} \end{{pmatrix}}"
    return _aligned([rf"\nabla f &= {gradient}", rf"H &= {hessian}"])


def _curve_latex(run: NewtonRun, k: int) -> str:
    """The rule, the numbers put in, the two values, and x_k."""
    e = run.target.expression
    (name,) = e.variables
    above, below = ("f", "f'") if run.target.aim == "root" else ("f'", "f''")
    trees = (e.tree, gradient_field(e).trees[0])
    if run.target.aim == "minimum":
        trees = (gradient_field(e).trees[0], curvature_field(e).trees[0][0])
    before, here, there = (number_latex(float(run.x[j, 0])) for j in (k - 1, k - 1, k))
    values = (float(run.field[k - 1, 0]), float(run.jacobian[k - 1, 0, 0]))
    sign = "=" if all(map(is_whole, (*values, float(run.x[k, 0])))) else r"\approx"
    lines = []
    if run.method == "newton":
        rule = rf"\frac{{{above}({name}_{{{k - 1}}})}}{{{below}({name}_{{{k - 1}}})}}"
        lines.append(rf"{name}_{{{k}}} &= {name}_{{{k - 1}}} - {rule}")
        inserted = _inserted(trees, name, float(run.x[k - 1, 0]))
        lines += [rf"&= {before} - \frac{{{inserted[0]}}}{{{inserted[1]}}}"] if inserted else []
        shown = [number_latex(value) for value in values]
        lines.append(rf"&{sign} {here} - \frac{{{shown[0]}}}{{{shown[1]}}} {sign} {there}")
    else:
        move = as_factor(number_latex(float(run.step[k - 1, 0])))
        lines.append(rf"{name}_{{{k}}} &= {here} + {move} {sign} {there}")
    return _aligned(lines)


def _inserted(trees: tuple[Node, Node], name: str, value: float) -> list[str]:
    """Both formulas with the number put in; none where one would be too long to read."""
    if max(shown_length(formula_latex(tree)) for tree in trees) > LONGEST_SUBSTITUTION:
        return []
    return [substituted_latex(tree, {name: value}) for tree in trees]


def _plane_latex(run: NewtonRun, k: int) -> str:
    names = run.target.expression.variables
    after, before = (column([f"{name}_{{{j}}}" for name in names]) for j in (k, k - 1))
    here, move, there = (_numbers(values) for values in (run.x[k - 1], run.step[k - 1], run.x[k]))
    sign = "=" if all(is_whole(float(value)) for value in run.x[k]) else r"\approx"
    return _aligned([rf"{after} &= {before} + s", rf"&{sign} {here} + {move} {sign} {there}"])


def _elimination(run: NewtonRun, k: int) -> tuple[Step, ...]:
    """H·s = −∇f by elimination: the equations, one unknown gone, both unknowns."""
    if run.method != "newton":
        return ()
    p, q = (-run.field[k - 1]).tolist()
    (a, b), (c, d) = run.jacobian[k - 1].tolist()
    s1, s2 = run.step[k - 1].tolist()
    determinant = a * d - b * c
    equations = rf"{_matrix(run.jacobian[k - 1])} s = {_numbers(-run.field[k - 1])}"
    det = _aligned(
        [
            rf"\det H &= {_product(a, d)} - {_product(b, c)} \approx {number_latex(determinant)}",
            rf"s_1 &= \frac{{{_product(d, p)} - {_product(b, q)}}}{{{number_latex(determinant)}}}"
            rf" \approx {number_latex(s1)}",
            rf"s_2 &= \frac{{{_product(a, q)} - {_product(c, p)}}}{{{number_latex(determinant)}}}"
            rf" \approx {number_latex(s2)}",
        ]
    )
    return (
        Step("The equation", equations, "H and ∇f at the point where the step begins."),
        Step(
            "Solved by determinants",
            det,
            "Cramer's rule: two equations with two unknowns need three determinants.",
            residual_check(run, k),
        ),
    )


def residual_check(run: NewtonRun, k: int) -> Check:
    """H·s put back into the equation, beside −∇f."""
    jacobian, field, step = run.jacobian[k - 1], run.field[k - 1], run.step[k - 1]
    left = jacobian @ step
    scale = float(np.max(np.abs(jacobian) @ np.abs(step)))
    return Check(
        compared="H·s, multiplied out with the solution, against −∇f.",
        shown=_listed(-field),
        second=_listed(left),
        difference=float(np.max(np.abs(left + field))),
        tolerance=RESIDUAL * scale,
    )


_BREAK = r" \\[4pt] "


def _matrix(matrix: Floats) -> str:
    rows = (" & ".join(number_latex(float(entry)) for entry in row) for row in matrix)
    return rf"\begin{{pmatrix}} {_BREAK.join(rows)} \end{{pmatrix}}"


def _numbers(values: Floats) -> str:
    return column([number_latex(float(value)) for value in values])


def _product(left: float, right: float) -> str:
    return rf"{as_factor(number_latex(left))} \cdot {as_factor(number_latex(right))}"


def _listed(values: Floats) -> str:
    return f"({', '.join(number(float(value), 12) for value in values)})"


def _aligned(lines: list[str]) -> str:
    return r"\begin{aligned} " + r" \\ ".join(lines) + r" \end{aligned}"
