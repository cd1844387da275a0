"""Eigenvalues and eigenvectors of a symmetric 2 × 2 matrix by hand: det(H − λI) = 0, its roots, H v = λ v."""

from collections.abc import Callable
from fractions import Fraction
from math import hypot

import numpy as np

from core.hessian.reading import Floats, HessianReading
from core.hessian.writing import equals, matrix, root_latex, term, value_latex
from core.numbers import number, number_latex
from core.steps import Check, Step
from core.substitution import as_factor, column

TOLERANCE = 1e-12
"""Beside the largest entry of H."""

_DIRECTION_DIGITS = 4


def eigenvalue_steps(found: HessianReading) -> tuple[Callable[[HessianReading], Step], ...]:
    """The quadratic and its roots; a diagonal matrix shows them at once."""
    return (_on_the_diagonal,) if _entries(found)[1] == 0 else (_polynomial, _roots)


def _entries(found: HessianReading) -> tuple[Fraction | float, Fraction | float, Fraction | float]:
    """a, b, d of ((a, b), (b, d))."""
    (a, b), (_, d) = found.exact or found.hessian.matrix.tolist()
    return a, b, d


def _determinant(found: HessianReading) -> Fraction | float:
    """ad − b², 0 where rounding is all that is left of it."""
    a, b, d = _entries(found)
    return a * d - b * b if all(found.signs) else 0.0


def _on_the_diagonal(found: HessianReading) -> Step:
    a, _, d = _entries(found)
    shifted = matrix([[_shifted(a), "0"], ["0", _shifted(d)]])
    product = rf"\left({_shifted(a)}\right)\left({_shifted(d)}\right) = 0"
    low, high = sorted((a, d))
    roots = rf"\lambda_1 {equals(low)} {value_latex(low)}, \quad \lambda_2 {equals(high)} {value_latex(high)}"
    latex = rf"\begin{{aligned}} \det{shifted} &= {product} \\ {roots.replace('=', '&=', 1)} \end{{aligned}}"
    why = "Off the diagonal H is 0, so the numbers on the diagonal are its eigenvalues."
    return Step("The eigenvalues", latex, why, _root_check(found))


def _polynomial(found: HessianReading) -> Step:
    """det(H − λI), multiplied out: λ² − (a + d)λ + (ad − b²)."""
    a, b, d = _entries(found)
    shifted = matrix([[_shifted(a), value_latex(b)], [value_latex(b), _shifted(d)]])
    corner = as_factor(value_latex(b))
    product = rf"\left({_shifted(a)}\right)\left({_shifted(d)}\right) - {corner} \cdot {corner}"
    determinant = _determinant(found)
    sign = equals(a + d, determinant)
    polynomial = " ".join(filter(None, (r"\lambda^2", term(-(a + d), r"\lambda"), term(determinant))))
    latex = (
        rf"\begin{{aligned}} \det(H - \lambda I) &= \det {shifted} \\ &= {product} \\ "
        rf"&{sign} {polynomial} \end{{aligned}}"
    )
    why = "λ is an eigenvalue when H − λI takes some direction to 0, and that is when its determinant is 0."
    return Step("The characteristic polynomial", latex, why, _polynomial_check(found))


def _polynomial_check(found: HessianReading) -> Check:
    """Its values at the eigenvalues that LAPACK finds without any polynomial."""
    a, b, d = map(float, _entries(found))
    values = [root * root - (a + d) * root + (a * d - b * b) for root in found.hessian.eigenvalues.tolist()]
    largest = max(map(abs, values))
    return Check(
        compared="The polynomial's values at the eigenvalues that LAPACK's eigh finds, against 0.",
        shown="0",
        second=number(largest, 3),
        difference=largest,
        tolerance=10 * TOLERANCE * _scale(found) ** 2,
    )


def _roots(found: HessianReading) -> Step:
    """λ = (a + d)/2 ± √(((a − d)/2)² + b²), exactly where H is."""
    a, b, d = _entries(found)
    trace, inside = a + d, (a - d) ** 2 + 4 * b * b
    start = f"{value_latex(trace)} " if trace else ""
    formula = rf"\frac{{{start}\pm \sqrt{{{value_latex(inside)}}}}}{{2}}"
    lines = [rf"\lambda_{{1,2}} &{equals(trace, inside)} {formula}"]
    for k, near in enumerate(found.eigenvalues):
        surd = root_latex(found.roots[k]) if found.roots else None
        decimal = f"{equals(near)} {number_latex(near)}"
        exact = f"= {surd} {decimal}" if surd is not None and surd != number_latex(near) else decimal
        lines.append(rf"\lambda_{k + 1} &{exact}")
    latex = r"\begin{aligned} " + r" \\[4pt] ".join(lines) + r" \end{aligned}"
    low, high = found.eigenvalues
    why = (
        f"The sum of the roots, {number(low + high)}, is the sum of the diagonal, and their product, "
        f"{number(float(_determinant(found)))}, is det H. Under the root stands (a − d)² + 4b², never "
        "below 0: a symmetric matrix has real eigenvalues."
    )
    return Step("The eigenvalues", latex, why, _root_check(found))


def _root_check(found: HessianReading) -> Check:
    """Against LAPACK, which finds them by rotations."""
    second = found.hessian.eigenvalues.tolist()
    return Check(
        compared="The roots, against the eigenvalues that LAPACK's eigh finds by rotations.",
        shown=", ".join(number(root, 12) for root in found.eigenvalues),
        second=", ".join(number(root, 12) for root in second),
        difference=max(abs(one - other) for one, other in zip(found.eigenvalues, second, strict=True)),
        tolerance=TOLERANCE * _scale(found),
    )


def eigenvector_step(found: HessianReading) -> Step:
    """(H − λI)v = 0 for both roots: v ∝ (b, λ − a), or (λ − d, b) where that is longer."""
    a, b, d = _entries(found)
    low, high = found.eigenvalues
    if b == 0 and a == d:
        latex = rf"H v = {value_latex(a)} \, v \quad\text{{for every }} v"
        why = (
            "Both eigenvalues are the same: every direction is an eigenvector, and level curves are circles."
        )
        return Step("The eigenvectors", latex, why, _vector_check(found, np.eye(2)))
    vectors = np.column_stack([_vector(a, b, d, root) for root in (low, high)])
    lines = [
        rf"\lambda_{k + 1} {equals(root)} {number_latex(root)}: \quad "
        rf"& \left(H - \lambda_{k + 1} I\right) v = 0 \;\Rightarrow\; v_{k + 1} {_direction(vectors[:, k])}"
        for k, root in enumerate((low, high))
    ]
    latex = r"\begin{aligned} " + r" \\[8pt] ".join(lines) + r" \end{aligned}"
    why = (
        "Along an eigenvector H only stretches, by λ: these are the axes of the local ellipse or hyperbola, "
        "and they stand at right angles."
    )
    return Step("The eigenvectors", latex, why, _vector_check(found, vectors))


def _vector(a: Fraction | float, b: Fraction | float, d: Fraction | float, root: float) -> Floats:
    x, y = float(b), root - float(a)
    if hypot(x, y) < hypot(root - float(d), float(b)):
        x, y = root - float(d), float(b)
    length = hypot(x, y)
    sign = -1.0 if (x if abs(x) >= abs(y) else y) < 0 else 1.0
    return np.array([x, y]) * (sign / length)


def _direction(vector: Floats) -> str:
    parts = [round(part, 12) + 0.0 for part in vector.tolist()]
    written = column([number_latex(part, _DIRECTION_DIGITS) for part in parts])
    whole = all(part in (-1.0, 0.0, 1.0) for part in parts)
    sign = "=" if whole else r"\approx"
    return f"{sign} {written}"


def _vector_check(found: HessianReading, vectors: Floats) -> Check:
    """H v = λ v, put in."""
    residual = found.hessian.matrix @ vectors - vectors * np.array(found.eigenvalues)
    gap = float(np.abs(residual).max())
    return Check(
        compared="H times each direction, against λ times that direction.",
        shown="0",
        second=number(gap, 3),
        difference=gap,
        tolerance=TOLERANCE * _scale(found),
    )


def _shifted(entry: Fraction | float) -> str:
    return r"-\lambda" if entry == 0 else rf"{value_latex(entry)} - \lambda"


def _scale(found: HessianReading) -> float:
    return max(1e-300, float(np.abs(found.hessian.matrix).max()))
