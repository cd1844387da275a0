"""The chain rule for two inputs: z depends on x and y, both depend on t, and dz/dt = z_x·x′ + z_y·y′.

The tree of dependencies has an edge for each derivative, and the sum runs over the paths from z to t
(Stewart, Calculus, §14.5).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import sympy
from sympy.simplify.fu import TR8

from core.derivation.checking import Place, formula_check, places
from core.derivation.derivation import Derivation, differentiate
from core.derivation.simplifying import FORMS, Simplified, simplified
from core.derivation.terms.building import plus, times
from core.derivation.terms.slots import fill
from core.derivation.terms.tidying import tidied
from core.expression import Expression
from core.expression.composed import composed
from core.expression.tree import Node
from core.steps import Check


@dataclass(frozen=True, eq=False)
class Dependencies:
    """z(x(t), y(t)) and its tree.

    variable: t, the end of every path. partials: ∂z/∂x by name. slopes: dx/dt by name. composite: z as a
    function of t. total: dz/dt as the sum over the paths, in t alone; simplification: the same in short.
    """

    variable: str
    partials: Mapping[str, Derivation]
    slopes: Mapping[str, Derivation]
    composite: Expression
    total: Node
    simplification: Simplified
    places: tuple[Place, ...]

    @cached_property
    def formula(self) -> Expression:
        """dz/dt as a function of t."""
        return Expression.of_tree(self.simplification.tree, (self.variable,))

    def check(self, formula: Node) -> Check | None:
        """A formula for dz/dt against the difference quotient of z(x(t), y(t)) itself."""
        return formula_check(
            formula, self.composite.tree, self.variable, self.places, "The sum over the paths"
        )


def waves_added(e: sympy.Expr) -> sympy.Expr:
    """sin a · cos b → (sin(a + b) + sin(a − b))/2: products of waves become sums of waves."""
    return TR8(sympy.expand(e))


WAVES = (waves_added, "Products of sines and cosines become sums, and like terms are collected.")


def dependencies(outer: Expression, inner: Mapping[str, Expression]) -> Dependencies:
    """dz/dt for z(x, y) with x(t) and y(t): one inner function of the same single variable for each input.

    Raises ValueError where an input has no inner function, or they depend on different variables, and
    CalculusError where z(x(t), y(t)) is too large a formula.

    >>> from core.expression import parse
    >>> x, y = (parse(text, ("t",)) for text in ("3sin(2t)", "4cos(2t)"))
    >>> str(dependencies(parse("x^2 - 3x y + 2y^2", ("x", "y")), {"x": x, "y": y}).formula)
    '-46*sin(4*t) - 72*cos(4*t)'
    """
    ends = {e.variables for e in inner.values()}
    if set(inner) != set(outer.variables) or len(ends) != 1 or any(len(end) != 1 for end in ends):
        raise ValueError("each input needs an inner function, all of the same single variable")
    ((t,),) = ends
    trees = {name: e.tree for name, e in inner.items()}
    composite = composed(fill(outer.tree, trees), (t,))
    partials = {name: differentiate(outer, name) for name in outer.variables}
    slopes = {name: differentiate(inner[name], t) for name in outer.variables}
    total = _over_paths(partials, slopes, trees)
    where = places(composite.tree, t, (t,))
    return Dependencies(
        t, partials, slopes, composite, total, simplified(total, where, (*FORMS, WAVES)), where
    )


def _over_paths(
    partials: Mapping[str, Derivation], slopes: Mapping[str, Derivation], trees: Mapping[str, Node]
) -> Node:
    first, *others = (
        tidied(times(fill(partial.formula.tree, trees), slopes[name].formula.tree))
        for name, partial in partials.items()
    )
    total = first
    for term in others:
        total = tidied(plus(total, term))
    return total
