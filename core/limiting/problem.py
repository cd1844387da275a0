"""A limit to be worked out on the blackboard, and what a rule may answer."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import sympy
from sympy.calculus.accumulationbounds import AccumulationBounds

from core.expression.symbols import from_sympy
from core.limiting.one_side import T, X, destination, place, resolved
from core.limiting.point import Point, Side
from core.limiting.symbols import exact_limit
from core.substitution import as_factor, formula_latex
from core.sympy_failures import GIVING_UP

Kind = Literal["same function", "same limit"]


@dataclass(frozen=True)
class Problem:
    """lim f(x) for x → point, from the sides given."""

    function: sympy.Expr
    point: Point
    sides: tuple[Side, ...]

    def of(self, function: sympy.Expr) -> "Problem":
        """The same limit of another function."""
        return replace(self, function=function)

    def limit(self, function: sympy.Expr | None = None) -> sympy.Expr | None:
        """The limit of f, or of another function, from all sides alike; None where there is none."""
        wanted = self.function if function is None else function
        values = {_side_limit(wanted, self.point, side) for side in self.sides}
        value = values.pop()
        settled = value is not None and not value.has(AccumulationBounds, sympy.nan, sympy.zoo, sympy.Limit)
        return value if not values and settled else None

    @property
    def sign(self) -> str:
        r"""\lim with what stands under it."""
        one = not self.point.infinite and len(self.sides) == 1
        mark = {"left": "^-", "right": "^+"}[self.sides[0]] if one else ""
        return rf"\lim_{{x \to {self.point.latex}{mark}}}"

    def latex(self, function: str | None = None) -> str:
        r"""\lim f(x), f in brackets when it is a sum."""
        return rf"{self.sign} {as_factor(latex(self.function) if function is None else function)}"


@dataclass(frozen=True)
class Move:
    """What a rule does with a limit: a title, the line in LaTeX after "=", one sentence of why.

    One of three goes with it. value: the result. following: the limit that is left to do. through: limits to
    be worked out on the way, and `join`, which makes the result of theirs.
    kind: what the check of the line compares.
    """

    title: str
    latex: str
    why: str
    value: sympy.Expr | None = None
    following: Problem | None = None
    through: tuple[Problem, ...] = ()
    join: Callable[..., sympy.Expr] | None = None
    kind: Kind = "same limit"


Rule = Callable[[Problem], Move | None]


def latex(function: sympy.Expr) -> str:
    r"""A formula of x, or a value, in LaTeX; as the language writes it.

    >>> print(latex(sympy.log(X)), latex(-sympy.oo))
    \log\left(x\right) -\infty
    """
    if function.is_infinite and not function.has(X):
        return r"\infty" if function is sympy.oo else r"-\infty"
    return formula_latex(from_sympy(function))


def _side_limit(function: sympy.Expr, point: Point, side: Side) -> sympy.Expr | None:
    try:
        seen = resolved(function.doit().subs(X, place(point, side)), destination(point))
        return exact_limit(seen, destination(point))
    except GIVING_UP:
        return None


def back_in_x(seen: sympy.Expr, point: Point, side: Side) -> sympy.Expr:
    """A function of the distance t as a function of x."""
    if point.infinite:
        return seen.subs(T, point.infinite * X)
    return seen.subs(T, X - point.sympy if side == "right" else point.sympy - X)
