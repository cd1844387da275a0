"""A typed function: one tree and all its readings."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from mpmath import mpf
from numpy.typing import ArrayLike, NDArray
from sympy import Expr

from core.expression import latex as tree_latex
from core.expression import printer
from core.expression.numeric import Program
from core.expression.precise import precise_value
from core.expression.symbols import to_sympy
from core.expression.tree import Node


@dataclass(frozen=True)
class Expression:
    """A function of `variables`; two are equal when their trees and variables are, however they were typed.

    text: as typed, or as printed when made from a tree. str(e) is the canonical text, and
    parse(str(e), e.variables) gives the same tree.
    """

    text: str = field(compare=False)
    tree: Node
    variables: tuple[str, ...]

    @classmethod
    def of_tree(cls, tree: Node, variables: tuple[str, ...]) -> "Expression":
        """The function of a tree made from guarded trees, such as −f."""
        return cls(printer.text(tree), tree, variables)

    def __str__(self) -> str:
        return printer.text(self.tree)

    @cached_property
    def latex(self) -> str:
        """LaTeX in the shape it was typed."""
        return tree_latex.latex(self.tree)

    @cached_property
    def sympy(self) -> Expr:
        """The SymPy expression, over real symbols."""
        return to_sympy(self.tree)

    @cached_property
    def _program(self) -> Program:
        return Program((self.tree,), self.variables)

    def __call__(self, *values: ArrayLike) -> NDArray[np.float64]:
        """float64 values of the arguments, one per variable, broadcast; no warnings.

        NaN off the domain, ±inf only for values too large. Raises TypeError for a wrong number of arguments.
        """
        if len(values) != len(self.variables):
            raise TypeError(f"{len(self.variables)} arguments expected, {len(values)} given")
        (result,) = self._program(*values)
        return result

    def precise(self, *values: float | mpf, digits: int = 50) -> mpf:
        """The value to `digits` digits by mpmath, a way that shares no compiled code with `__call__`."""
        at = dict(zip(self.variables, values, strict=True))
        return precise_value(self.tree, at, digits)
