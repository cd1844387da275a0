"""The Hessian on the blackboard: partial derivatives, matrix, eigenvalues by hand, and what they prove."""

from collections.abc import Sequence
from functools import partial
from math import inf, isfinite

import numpy as np

from core.critical_points.around import look_around
from core.curvature import curvature_check, curvature_field
from core.derivation import differentiate
from core.derivation.checking import pair_check, places
from core.derivation.higher import LARGEST
from core.derivation.writing.hand import rows
from core.expression import Expression
from core.expression.latex import written_size
from core.expression.tree import Node
from core.gradient import gradient_field, slope_check
from core.hessian.eigen_steps import eigenvalue_steps, eigenvector_step
from core.hessian.reading import REASONS, SHAPES, HessianReading, hessian_reading
from core.hessian.writing import equals, matrix, value_latex
from core.learning_rate.quadratics import as_typed
from core.numbers import number, number_latex, rounded_point
from core.steps import Check, LazySteps, Step
from core.substitution import column, formula_latex, shown_length, substituted_latex

LONGEST_INSERTED = 60


def hessian_steps(e: Expression, point: Sequence[float]) -> LazySteps:
    """From f(x, y) to what the point is, each line with its check; worked out one by one when asked for.

    Where f has no second derivatives at the point the matrix is derived, and the last step says what is
    missing and what is still true.
    """
    place = tuple(float(at) for at in point)
    x, y = e.variables
    derived = [
        partial(_first, e, place),
        *(partial(_second, e, first, then) for first, then in ((x, x), (x, y), (y, x), (y, y))),
        partial(_matrix, e, place),
    ]
    found = hessian_reading(e, place)
    if not found.exists:
        return LazySteps([*derived, partial(_nothing, found)])
    return LazySteps(
        [
            *derived,
            *(partial(step, found) for step in eigenvalue_steps(found)),
            partial(eigenvector_step, found),
            partial(_definite, found),
            partial(_condition, found),
            partial(_conclusion, e, found),
        ]
    )


def _formula(e: Expression, variable: str) -> Expression:
    """∂f/∂variable as the rules of a course leave it, or SymPy's form where that would be too long."""
    if written_size(e.tree) <= LARGEST:
        return differentiate(e, variable).formula
    axis = e.variables.index(variable)
    return Expression.of_tree(gradient_field(e).trees[axis], e.variables)


def _first(e: Expression, point: tuple[float, ...]) -> Step:
    """Both first partial derivatives, their derivations folded in."""
    names = ", ".join(e.variables)
    lines = [rf"f({names}) &= {e.latex}"]
    lines += [
        rf"\frac{{\partial f}}{{\partial {name}}} &= {formula_latex(_formula(e, name).tree)}"
        for name in e.variables
    ]
    short = written_size(e.tree) <= LARGEST
    inner = [step for name in e.variables for step in differentiate(e, name).steps] if short else []
    why = "Each partial derivative holds the other variable constant."
    latex = r"\begin{aligned} " + r" \\ ".join(lines) + r" \end{aligned}"
    return Step("The first partial derivatives", latex, why, slope_check(e, point), tuple(inner))


def _second(e: Expression, first: str, then: str) -> Step:
    """∂/∂then of ∂f/∂first, with its derivation; a mixed one against the other order."""
    slope = _formula(e, first)
    found = _formula(slope, then)
    top = r"\partial^2 f"
    below = rf"\partial {first}^2" if first == then else rf"\partial {then} \, \partial {first}"
    name = rf"\frac{{{top}}}{{{below}}}"
    waiting = rf"\frac{{\partial}}{{\partial {then}}}\left({formula_latex(slope.tree)}\right)"
    latex = rows(name, waiting, formula_latex(found.tree))
    short = written_size(slope.tree) <= LARGEST
    inner = differentiate(slope, then).steps if short else ()
    title = f"Differentiate ∂f/∂{first} with respect to {then}"
    return Step(title, latex, _order(first, then), _order_check(e, found.tree, first, then), inner)


def _order(first: str, then: str) -> str:
    if first == then:
        return f"How fast the slope along {first} changes along {first}: the curvature in that direction."
    return (
        f"How fast the slope along {first} changes along {then}. The other order gives the same wherever "
        "both are continuous (Schwarz), so H is symmetric."
    )


def _order_check(e: Expression, found: Node, first: str, then: str) -> Check | None:
    """The rules in this order against SymPy in the other one, both in many digits."""
    other = curvature_field(e).trees[e.variables.index(then)][e.variables.index(first)]
    where = places(e.tree, then, e.variables, found)
    compared = "This derivative by the rules against SymPy's, taken in the other order, in 50 digits"
    return pair_check(found, other, then, where, compared)


def _matrix(e: Expression, point: tuple[float, ...]) -> Step:
    """H as formulas, with the numbers put in, and its values."""
    trees = [[_formula(_formula(e, first), then).tree for then in e.variables] for first in e.variables]
    formulas = [[formula_latex(tree) for tree in row] for row in trees]
    found = hessian_reading(e, point)
    why = f"The four second derivatives in a square, at {rounded_point(point, e.variables)}."
    shown = _entries(found) if found.exists else formulas
    if shown == formulas:
        return Step("The Hessian", rows("H", matrix(formulas)), why, _matrix_check(e, found))
    values = dict(zip(e.variables, point, strict=True))
    inserted = [[substituted_latex(tree, values) for tree in row] for row in trees]
    middle = f"{matrix(inserted)} = " if inserted != shown and _readable(inserted) else ""
    here = ", ".join(number_latex(at) for at in point)
    entries = [entry for row in found.exact or found.hessian.matrix.tolist() for entry in row]
    sign = equals(*entries, *point)
    latex = (
        rf"\begin{{aligned}} H &= {matrix(formulas)} \\[6pt] "
        rf"H({here}) &{sign} {middle}{matrix(shown)} \end{{aligned}}"
    )
    return Step("The Hessian", latex, why, _matrix_check(e, found))


def _matrix_check(e: Expression, found: HessianReading) -> Check | None:
    return curvature_check(e, found.point) if found.exists else None


def _readable(texts: Sequence[Sequence[str]]) -> bool:
    return max(shown_length(text) for row in texts for text in row) <= LONGEST_INSERTED


def _entries(found: HessianReading) -> list[list[str]]:
    return [[value_latex(entry) for entry in row] for row in found.exact or found.hessian.matrix.tolist()]


def _definite(found: HessianReading) -> Step:
    """The name of the matrix by its eigenvalues, checked by Sylvester's minors."""
    low, high = found.eigenvalues
    latex = (
        rf"\lambda_1 {equals(low)} {number_latex(low)}, \quad \lambda_2 {equals(high)} {number_latex(high)}"
    )
    why = f"{REASONS[found.definiteness]}: {SHAPES[found.definiteness]}."
    return Step(f"H is {found.name}", latex, why, _minors_check(found))


def _minors_check(found: HessianReading) -> Check:
    """Sylvester's criterion: the signs of a and of det H name the matrix without any eigenvalue."""
    (a, b), (_, d) = found.exact or found.hessian.matrix.tolist()
    determinant = a * d - b * b
    scale = max(abs(a), abs(b), abs(d))
    singular = abs(determinant) <= 1e-12 * scale * scale if found.exact is None else determinant == 0
    corner = a if abs(a) >= abs(d) else d
    if singular:
        name = "zero" if not scale else f"{'positive' if corner > 0 else 'negative'} semidefinite"
    elif determinant < 0:
        name = "indefinite"
    else:
        name = f"{'positive' if a > 0 else 'negative'} definite"
    shown = number(0.0 if singular else float(determinant))
    return Check(
        compared="The signs of the eigenvalues, against Sylvester's criterion: those of H₁₁ and det H.",
        shown=found.definiteness,
        second=f"{name}: H₁₁ = {number(float(a))}, det H = {shown}",
        difference=0.0 if name == found.definiteness else inf,
        tolerance=0.0,
    )


def _condition(found: HessianReading) -> Step:
    """κ = |λ| largest / |λ| smallest."""
    if not isfinite(found.condition):
        why = "An eigenvalue is 0: H has no inverse, and Newton's step H⁻¹∇f does not exist here."
        return Step("The condition number", r"\det H = 0 \quad\Rightarrow\quad \kappa = \infty", why)
    sizes = sorted(map(abs, found.eigenvalues))
    ratio = rf"\frac{{{number_latex(sizes[1])}}}{{{number_latex(sizes[0])}}}"
    kappa = rf"{equals(found.condition)} {number_latex(found.condition)}"
    latex = rf"\kappa = \frac{{|\lambda|_{{\max}}}}{{|\lambda|_{{\min}}}} \approx {ratio} {kappa}"
    why = "How many times as strongly f bends in one direction as in the other: level curves are √κ narrow."
    second = float(np.linalg.cond(found.hessian.matrix))
    check = Check(
        compared="The quotient of the eigenvalues, against ‖H‖·‖H⁻¹‖ by singular values.",
        shown=number(found.condition, 10),
        second=number(second, 10),
        difference=abs(second - found.condition),
        tolerance=1e-9 * found.condition * max(1.0, found.condition * 1e-6),
    )
    return Step("The condition number", latex, why, check)


def _conclusion(e: Expression, found: HessianReading) -> Step:
    """What the point is, checked by f itself around it."""
    slopes = column([number_latex(part) for part in found.gradient.tolist()])
    names = ", ".join(number_latex(at) for at in found.point)
    if found.kind is None:
        latex = rf"\nabla f({names}) {equals(*found.gradient.tolist())} {slopes} \ne 0"
        return Step("No critical point", latex, found.sentence, slope_check(e, found.point))
    look = look_around(e, as_typed(found.point))
    agrees = found.kind == "degenerate" or look.finding in (found.kind, f"flat {found.kind}")
    check = Check(
        compared="The verdict of the eigenvalues, against f itself on two small circles, in many digits.",
        shown=found.kind,
        second=look.finding,
        difference=0.0 if agrees else inf,
        tolerance=0.0,
    )
    told = f" {look.sentence}" if found.kind == "degenerate" else ""
    title = "The Hessian cannot tell" if found.kind == "degenerate" else f"It is a {found.kind}"
    return Step(title, rf"\nabla f({names}) = 0", f"{found.sentence}{told}", check)


def _nothing(found: HessianReading) -> Step:
    names = ", ".join(number_latex(at) for at in found.point)
    return Step("No Hessian there", rf"H({names}) \text{{ does not exist}}", found.sentence)
