"""det J as a formula: how much a small square or cube grows, in short where algebra finds a short form."""

from collections.abc import Sequence
from functools import lru_cache

import sympy

from core.derivation.checking import places
from core.derivation.simplifying import FORMS, Simplified, simplified
from core.derivation.terms.building import ZERO, minus, plus, times
from core.derivation.terms.tidying import tidied
from core.expression.tree import Node
from core.expression.work_limit import TooMuchWork, limited
from core.jacobian.matrix import Jacobian

_MOST_CALLS = 300_000
"""Function calls of SymPy's search among the trigonometric identities, less than half a second."""


def identities(e: sympy.Expr) -> sympy.Expr | None:
    """r·cos²t + r·sin²t → r"""
    if not e.has(sympy.Function):
        return None
    try:
        return limited(lambda: sympy.trigsimp(sympy.factor(e)), _MOST_CALLS)
    except TooMuchWork:
        return None


IDENTITIES = (identities, "sin² + cos² = 1, and like terms are collected.")


@lru_cache(maxsize=64)
def determinant_formula(matrix: Jacobian) -> tuple[Node, Simplified]:
    """det J as the sum along the first row, and in short. Raises ValueError where J is not square.

    >>> from core.jacobian import jacobian, vector_function
    >>> from core.expression.printer import text
    >>> text(determinant_formula(jacobian(vector_function("r cos t\\nr sin t", ("r", "t"))))[1].tree)
    'r'
    """
    m, n = matrix.function.shape
    if m != n:
        raise ValueError(f"a matrix of {m} × {n} has no determinant")
    whole = _along_first_row(matrix.formulas)
    inputs = matrix.function.inputs
    return whole, simplified(whole, places(whole, inputs[0], inputs), (*FORMS, IDENTITIES))


def _along_first_row(rows: Sequence[Sequence[Node]]) -> Node:
    first, *below = rows
    if not below:
        return first[0]
    total: Node = ZERO
    for j, entry in enumerate(first):
        term = times(entry, _along_first_row([[*row[:j], *row[j + 1 :]] for row in below]))
        total = tidied((minus if j % 2 else plus)(total, tidied(term)))
    return total
