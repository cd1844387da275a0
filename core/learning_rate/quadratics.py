"""Quadratic functions in exact arithmetic: ½ xᵀH x + bᵀx + c with rational H, b, c; eigenvalues c ± √r.

Gradient descent on a quadratic has an exact theory, and its borders (ηλ = 1, ηλ = 2) are single points: only
exact arithmetic can stand on them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import isqrt, sqrt

from core.expression import Expression
from core.expression.tree import Binary, Negate, Node, Number, Variable

Vector = tuple[Fraction, ...]
Polynomial = dict[tuple[int, ...], Fraction]

HIGHEST_POWER = 8
"""Intermediate results may reach this degree and cancel: x³ − x³ + x² is a quadratic."""

LARGEST = Fraction(10) ** 100
"""Coefficients beyond 10^±100 are left to floating point: their squares must still be float64."""


@dataclass(frozen=True)
class Eigenvalue:
    """centre + sign·√radicand, exactly; sign is −1, 0 or 1 and radicand ≥ 0."""

    centre: Fraction
    sign: int = 0
    radicand: Fraction = Fraction(0)

    def compare(self, other: Fraction) -> int:
        """−1, 0 or 1 as the eigenvalue is below, at or above a rational, decided by squares.

        >>> Eigenvalue(Fraction(5), -1, Fraction(2)).compare(Fraction(7, 2))
        1
        """
        ahead = self.centre - other
        if self.sign == 0 or self.radicand == 0:
            return _sign(ahead)
        if ahead == 0 or _sign(ahead) == self.sign:
            return self.sign
        return self.sign * _sign(self.radicand - ahead * ahead)

    def __float__(self) -> float:
        """Correct to rounding even where centre and root nearly cancel: then c ± √r = (c² − r)/(c ∓ √r)."""
        root = self.sign * sqrt(self.radicand)
        if float(self.centre) * root >= 0:
            return float(self.centre) + root
        return float(self.centre**2 - self.radicand) / (float(self.centre) - root)


@dataclass(frozen=True)
class Quadratic:
    """½ xᵀH x + bᵀx + c in one or two variables."""

    H: tuple[Vector, ...]
    b: Vector
    c: Fraction

    def gradient(self, x: Vector) -> Vector:
        """H x + b."""
        return tuple(left + right for left, right in zip(self.bend(x), self.b, strict=True))

    def bend(self, v: Vector) -> Vector:
        """H v."""
        return tuple(sum((h * part for h, part in zip(row, v, strict=True)), Fraction(0)) for row in self.H)

    @property
    def eigenvalues(self) -> tuple[Eigenvalue, ...]:
        """Ascending; in two variables the roots of λ² − tr(H) λ + det(H)."""
        if len(self.b) == 1:
            return (Eigenvalue(self.H[0][0]),)
        (a, b), (_, d) = self.H
        centre, radicand = (a + d) / 2, ((a - d) / 2) ** 2 + b * b
        return tuple(_simplest(centre, sign, radicand) for sign in (-1, 1))

    def active(self, start: Vector) -> tuple[Eigenvalue, ...]:
        """The eigenvalues, ascending, whose eigenvectors have a part in ∇f(start): all that a run ever feels.

        From an eigenvector (H g parallel to g) a run never leaves it; a start with ∇f = 0 feels none.
        """
        g = self.gradient(start)
        if not any(g):
            return ()
        if len(g) == 1:
            return self.eigenvalues
        bent = self.bend(g)
        if g[0] * bent[1] != g[1] * bent[0]:
            return self.eigenvalues
        return (Eigenvalue((g[0] * bent[0] + g[1] * bent[1]) / (g[0] ** 2 + g[1] ** 2)),)

    def stationary(self, start: Vector) -> Vector | None:
        """The point with ∇f = 0 straight across from the start, moved only along ∇f(start)'s eigenvectors.

        None where f has no such point. For a singular H it lies on the floor of a valley (or on a ridge).
        """
        g = self.gradient(start)
        across = _pseudo_solve(self.H, g)
        point = tuple(x - part for x, part in zip(start, across, strict=True))
        return point if not any(self.gradient(point)) else None


@lru_cache(maxsize=256)
def read_quadratic(e: Expression) -> Quadratic | None:
    """The quadratic that the typed tree spells out with rational numbers, or None when it is something else.

    >>> from core.expression import parse
    >>> read_quadratic(parse("(x - 2)^2")).b
    (Fraction(-4, 1),)
    """
    if len(e.variables) > 2:
        return None
    terms = _polynomial(e.tree, e.variables)
    if terms is None or any(sum(powers) > 2 for powers in terms):
        return None
    if not all(1 / LARGEST <= abs(value) <= LARGEST for value in terms.values()):
        return None
    axes = range(len(e.variables))

    def coefficient(*of: int) -> Fraction:
        return terms.get(tuple(of.count(axis) for axis in axes), Fraction(0))

    H = tuple(tuple((2 if i == j else 1) * coefficient(i, j) for j in axes) for i in axes)
    return Quadratic(H, tuple(coefficient(i) for i in axes), coefficient())


def as_typed(values: Sequence[float]) -> Vector:
    """The numbers as the decimals they were written as: 0.1 is 1/10, not the float64 beside it.

    >>> as_typed([0.1])
    (Fraction(1, 10),)
    """
    return tuple(Fraction(repr(float(value))) for value in values)


def _sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)


def _simplest(centre: Fraction, sign: int, radicand: Fraction) -> Eigenvalue:
    """The same number without its root where the radicand is the square of a rational."""
    above, below = isqrt(radicand.numerator), isqrt(radicand.denominator)
    if above * above == radicand.numerator and below * below == radicand.denominator:
        return Eigenvalue(centre + sign * Fraction(above, below))
    return Eigenvalue(centre, sign, radicand)


def _pseudo_solve(H: tuple[Vector, ...], g: Vector) -> Vector:
    """The shortest solution v of H v = g where there is one (H symmetric): H⁺ g for d ≤ 2."""
    if len(g) == 1:
        return (g[0] / H[0][0],) if H[0][0] else (Fraction(0),)
    (a, b), (_, d) = H
    determinant = a * d - b * b
    if determinant:
        return ((d * g[0] - b * g[1]) / determinant, (a * g[1] - b * g[0]) / determinant)
    trace = a + d
    # a singular symmetric 2 × 2 matrix is λ v vᵀ with λ its trace: on its range it is multiplication by λ
    return (g[0] / trace, g[1] / trace) if trace else (Fraction(0), Fraction(0))


def _polynomial(node: Node, variables: tuple[str, ...]) -> Polynomial | None:
    match node:
        case Number(value):
            return {(0,) * len(variables): value} if value else {}
        case Variable(name):
            return {tuple(int(other == name) for other in variables): Fraction(1)}
        case Negate(operand):
            terms = _polynomial(operand, variables)
            return None if terms is None else {powers: -value for powers, value in terms.items()}
        case Binary():
            return _combined(node, variables)
        case _:
            return None


def _combined(node: Binary, variables: tuple[str, ...]) -> Polynomial | None:
    left, right = _polynomial(node.left, variables), _polynomial(node.right, variables)
    if left is None or right is None:
        return None
    match node.operator:
        case "+":
            return _sum(left, right, 1)
        case "-":
            return _sum(left, right, -1)
        case "*":
            return _product(left, right)
    constant = _constant(right)
    if constant is None:
        return None
    if node.operator == "/":
        return {powers: value / constant for powers, value in left.items()} if constant else None
    return _power(left, constant, variables)


def _constant(terms: Polynomial) -> Fraction | None:
    """The value of a polynomial without variables."""
    return sum(terms.values(), Fraction(0)) if all(not any(powers) for powers in terms) else None


def _sum(left: Polynomial, right: Polynomial, sign: int) -> Polynomial:
    total = dict(left)
    for powers, value in right.items():
        total[powers] = total.get(powers, Fraction(0)) + sign * value
    return {powers: value for powers, value in total.items() if value}


def _product(left: Polynomial, right: Polynomial) -> Polynomial | None:
    total: Polynomial = {}
    for ours, a in left.items():
        for theirs, b in right.items():
            powers = tuple(i + j for i, j in zip(ours, theirs, strict=True))
            if sum(powers) > HIGHEST_POWER:
                return None
            total[powers] = total.get(powers, Fraction(0)) + a * b
    return {powers: value for powers, value in total.items() if value}


def _power(base: Polynomial, exponent: Fraction, variables: tuple[str, ...]) -> Polynomial | None:
    if exponent.denominator != 1 or not 0 <= exponent <= HIGHEST_POWER:
        return None
    result: Polynomial | None = {(0,) * len(variables): Fraction(1)}
    for _ in range(int(exponent)):
        if result is None:
            return None
        result = _product(result, base)
    return result
