"""`STENCILS`: the ways to estimate f′(x) from values of f near x. Adding one is adding a row."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

_QUARTER, _HALF = Fraction(1, 4), Fraction(1, 2)


@dataclass(frozen=True)
class Difference:
    """times·(f(x + ahead·h) − f(x + behind·h)); ahead and behind are dyadic."""

    ahead: Fraction | int
    behind: Fraction | int
    times: int


@dataclass(frozen=True)
class Stencil:
    """One estimate of f′(x): (the sum of its differences)/(over·h), or Im f(x + ih)/h without differences.

    All properties follow from the differences (Fornberg 1988, "Generation of finite difference formulas").
    """

    name: str
    label: str
    latex: str
    differences: tuple[Difference, ...]
    over: int = 1

    @property
    def is_complex(self) -> bool:
        """Whether it steps into the complex plane."""
        return not self.differences

    @cached_property
    def offsets(self) -> tuple[Fraction, ...]:
        """The places x + offset·h at which f is evaluated, ascending."""
        ends = {Fraction(end) for part in self.differences for end in (part.ahead, part.behind)}
        return tuple(sorted(ends))

    @property
    def evaluations(self) -> int:
        """How many values of f one estimate takes; a complex one counts once."""
        return len(self.offsets) or 1

    @cached_property
    def weight(self) -> Fraction:
        """Σ|w| of the estimate Σ w·f(x + offset·h)/h: how much errors of the values of f can add up to.

        >>> float(STENCILS["forward"].weight), float(STENCILS["central"].weight)
        (2.0, 1.0)
        """
        return Fraction(sum(2 * abs(part.times) for part in self.differences), self.over)

    def moment(self, n: int) -> Fraction:
        """Σ w·offsetⁿ: the estimate is Σ_n moment(n)·f⁽ⁿ⁾(x)·hⁿ⁻¹/n! by Taylor's formula.

        >>> [int(STENCILS["five_point"].moment(n)) for n in range(1, 6)], STENCILS["complex_step"].moment(3)
        ([1, 0, 0, 0, -4], Fraction(-1, 1))
        """
        if self.is_complex:
            return Fraction((0, 1, 0, -1)[n % 4])
        parts = (
            part.times * (Fraction(part.ahead) ** n - Fraction(part.behind) ** n) for part in self.differences
        )
        return sum(parts, Fraction(0)) / self.over

    @cached_property
    def order(self) -> int:
        """p of the truncation error C·hᵖ on a function whose derivatives are all different from 0.

        >>> [row.order for row in STENCILS.values()]
        [1, 1, 2, 4, 6, 2]
        """
        n = 2
        while not self.moment(n):
            n += 1
        return n - 1


_ROWS = (
    Stencil("forward", "forward", r"\frac{f(x+h) - f(x)}{h}", (Difference(1, 0, 1),)),
    Stencil("backward", "backward", r"\frac{f(x) - f(x-h)}{h}", (Difference(0, -1, 1),)),
    Stencil("central", "central", r"\frac{f(x+h) - f(x-h)}{2h}", (Difference(1, -1, 1),), 2),
    Stencil(
        "five_point",
        "five-point",
        r"\frac{8\,[f(x+h) - f(x-h)] - [f(x+2h) - f(x-2h)]}{12h}",
        (Difference(1, -1, 8), Difference(2, -2, -1)),
        12,
    ),
    # (D(h) − 20·D(h/2) + 64·D(h/4))/45 of the central difference D: two rounds of Richardson's extrapolation.
    Stencil(
        "richardson",
        "Richardson",
        r"\frac{64\,D(h/4) - 20\,D(h/2) + D(h)}{45}, \quad D(h) = \frac{f(x+h) - f(x-h)}{2h}",
        (Difference(_QUARTER, -_QUARTER, 256), Difference(_HALF, -_HALF, -40), Difference(1, -1, 1)),
        90,
    ),
    # Squire and Trapp 1998, "Using complex variables to estimate derivatives of real functions".
    Stencil("complex_step", "complex step", r"\frac{\operatorname{Im} f(x + ih)}{h}", ()),
)

STENCILS: dict[str, Stencil] = {row.name: row for row in _ROWS}
"""Every stencil by its name."""
