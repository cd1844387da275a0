"""A sum of squared errors of a model that is linear in its parameters, expanded in exact rationals."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from core.closed_form.elimination import Row
from core.datasets import Samples
from core.hessian.writing import term
from core.learning_rate.quadratics import as_typed


@dataclass(frozen=True)
class Squares:
    """E(u) = Σᵢ (rᵢ·(u, 1))² = (u, 1)ᵀ G (u, 1) for the rows r (n, p + 1) of residuals; G (p + 1, p + 1).

    For a line r is (x, 1, −y) and u is (m, b).
    """

    residuals: tuple[Row, ...]
    gram: tuple[Row, ...]

    @property
    def normal_equations(self) -> tuple[Row, ...]:
        """∂E/∂u_j = 2 G_j·(u, 1) = 0, one row (p + 1) for each parameter."""
        return tuple(tuple(2 * entry for entry in row) for row in self.gram[:-1])

    def value(self, u: Sequence[Fraction]) -> Fraction:
        """E(u), from the residuals one by one.

        >>> squares_of([(Fraction(1), Fraction(-2)), (Fraction(1), Fraction(-4))]).value([Fraction(3)])
        Fraction(2, 1)
        """
        return sum((_dot(row, (*u, Fraction(1))) ** 2 for row in self.residuals), start=Fraction(0))

    def expanded_latex(self, names: Sequence[str]) -> str:
        """E written out, squares first, then the constant, the products and what is linear."""
        p = len(names)
        squares = [term(self.gram[j][j], f"{names[j]}^2") for j in range(p)]
        pairs = [(i, j) for i in range(p) for j in range(i + 1, p)]
        products = [term(2 * self.gram[i][j], f"{names[i]} {names[j]}") for i, j in pairs]
        linear = [term(2 * self.gram[j][p], names[j]) for j in range(p)]
        terms = [*squares, term(self.gram[p][p]), *products, *linear]
        return " ".join(filter(None, terms)).removeprefix("+ ") or "0"


def squares_of(residuals: Sequence[Row]) -> Squares:
    """The sum of squares of these residuals: G = RᵀR."""
    columns = list(zip(*residuals, strict=True))
    return Squares(tuple(residuals), tuple(tuple(_dot(one, other) for other in columns) for one in columns))


def residuals_of(samples: Samples) -> tuple[Row, ...]:
    """ŷ − y for ŷ = w·x + b as rows (x, 1, −y), every number the decimal it was written as."""
    return tuple(
        (*as_typed(x), Fraction(1), -as_typed([y])[0])
        for x, y in zip(samples.x.tolist(), samples.y.tolist(), strict=True)
    )


def _dot(one: Sequence[Fraction], other: Sequence[Fraction]) -> Fraction:
    return sum((a * b for a, b in zip(one, other, strict=True)), start=Fraction(0))
