"""The chain rule for vector functions: the Jacobian of f∘g is J_f at g(x) times J_g at x.

Entry (i, j) adds up Σ_k ∂f_i/∂u_k · ∂g_k/∂x_j over the outputs of g (Spivak, Calculus on Manifolds, 2-2).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from core.derivation.checking import places
from core.derivation.simplifying import FORMS, simplified
from core.derivation.terms.building import ZERO, plus, times
from core.derivation.terms.slots import fill
from core.derivation.terms.tidying import tidied
from core.errors import CalculusError
from core.expression import Expression
from core.expression.composed import composed
from core.expression.tree import Node
from core.jacobian.matrix import LocalMap, jacobian
from core.jacobian.typed import VectorFunction
from core.jacobian.volume import IDENTITIES

Formulas = tuple[tuple[Node, ...], ...]


@dataclass(frozen=True, eq=False)
class Composition:
    """f∘g: `whole` has the inputs of `inner` and the outputs of `outer`."""

    outer: VectorFunction
    inner: VectorFunction
    whole: VectorFunction

    @cached_property
    def outer_inside(self) -> Formulas:
        """J_f with g(x) put in for f's inputs."""
        put_in = dict(zip(self.outer.inputs, (g.tree for g in self.inner.components), strict=True))
        return tuple(
            tuple(fill(tree, put_in, tidied) for tree in row) for row in jacobian(self.outer).formulas
        )

    @cached_property
    def product(self) -> Formulas:
        """J_f(g(x))·J_g(x), each entry in short."""
        columns = list(zip(*jacobian(self.inner).formulas, strict=True))
        return tuple(
            tuple(
                self._short(summed(row, column), f, name)
                for column, name in zip(columns, self.inner.inputs, strict=True)
            )
            for row, f in zip(self.outer_inside, self.whole.components, strict=True)
        )

    def at(self, point: tuple[float, ...]) -> tuple[LocalMap, LocalMap, LocalMap]:
        """f at g(p), g at p and f∘g at p; the first matrix times the second is the third."""
        inside = jacobian(self.inner).at(point)
        return jacobian(self.outer).at(inside.value.tolist()), inside, jacobian(self.whole).at(point)

    def _short(self, entry: Node, f: Expression, name: str) -> Node:
        where = places(f.tree, name, f.variables, entry)
        return simplified(entry, where, (*FORMS, IDENTITIES)).tree


@lru_cache(maxsize=64)
def composition(outer: VectorFunction, inner: VectorFunction) -> Composition:
    """f∘g. Raises CalculusError where g's outputs are not f's inputs in number, or f∘g is too large.

    >>> from core.expression.printer import text
    >>> from core.jacobian.typed import vector_function
    >>> f, g = vector_function("x^2 + y^2", ("x", "y")), vector_function("r cos t\\nr sin t", ("r", "t"))
    >>> [text(entry) for entry in composition(f, g).product[0]]
    ['2*r', '0']
    """
    taken, given = len(outer.inputs), len(inner.components)
    if taken != given:
        raise CalculusError(
            f"The outer function takes {taken} input{'s' if taken > 1 else ''} and the inner one gives "
            f"{given}: give the inner one {taken} component{'s' if taken > 1 else ''}."
        )
    put_in = dict(zip(outer.inputs, (g.tree for g in inner.components), strict=True))
    whole = (composed(fill(f.tree, put_in), inner.inputs) for f in outer.components)
    return Composition(outer, inner, VectorFunction(tuple(whole)))


def summed(row: Sequence[Node], column: Sequence[Node]) -> Node:
    """The row times the column, tidied."""
    total: Node = ZERO
    for outer, inner in zip(row, column, strict=True):
        total = tidied(plus(total, tidied(times(outer, inner))))
    return total
