"""The symbolic witness: ∇f = 0 solved by SymPy, in a worker process that can be killed."""

import sympy

from core.expression import parse
from core.expression.printer import text
from core.expression.symbols import from_sympy, symbol

LONGEST = 80
"""Characters of a coordinate that anybody reads: nested roots of a cubic are left to decimals."""


def exact_critical_points(function: str) -> list[list[str]]:
    """The isolated real solutions (x, y) of ∇f = 0 as texts of the language, as far as they are short.

    >>> sorted(exact_critical_points("x^2 + y^4 + 2x*y"))
    [['-sqrt(2)/2', 'sqrt(2)/2'], ['0', '0'], ['sqrt(2)/2', '-sqrt(2)/2']]
    """
    e = parse(function, ("x", "y"))
    x, y = symbol("x"), symbol("y")
    solutions = sympy.solve([e.sympy.diff(x), e.sympy.diff(y)], [x, y], dict=True)
    pairs = [[solution.get(name) for name in (x, y)] for solution in solutions]
    written = [[_text(value) for value in pair] for pair in pairs]
    return [[part for part in pair if part is not None] for pair in written if None not in pair]


def _text(value: sympy.Expr | None) -> str | None:
    """The coordinate in the language; None for one that is free, not real, or has no short name."""
    if value is None or value.free_symbols or not value.is_real:
        return None
    try:
        written = text(from_sympy(value))
    except TypeError:
        # a root of a polynomial of high degree: SymPy has a name for it, the language has none
        return None
    return written if len(written) <= LONGEST else None
