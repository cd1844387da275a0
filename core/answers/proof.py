"""Equal by symbols: the difference of two formulas worked out, within a bounded number of calls.

A proof is a bonus. What SymPy cancels may enlarge the domain, so it never stands without the numbers.
"""

from collections.abc import Callable

import sympy

from core.expression.work_limit import TooMuchWork, limited
from core.sympy_failures import GIVING_UP

MOST_CALLS = 60_000
"""About a twentieth of a second."""

LONGEST = 200
"""In operations of the difference; beyond it a proof takes longer than a reader waits."""

Rewriting = Callable[[sympy.Expr], sympy.Expr]

REWRITINGS: tuple[Rewriting, ...] = (
    sympy.expand,
    lambda difference: sympy.cancel(sympy.together(difference)),
    lambda difference: sympy.expand(difference.rewrite(sympy.exp)),
    lambda difference: sympy.cancel(sympy.together(sympy.expand(difference.doit().rewrite(sympy.exp)))),
)
"""From the quickest to the strongest: sums, fractions, and both again with sin and tanh as exponentials."""


def proved_equal(one: sympy.Expr, other: sympy.Expr) -> bool:
    """Whether one − other works out as 0; False says nothing.

    >>> x = sympy.Symbol("x", real=True)
    >>> proved_equal((x + 1)**2, x**2 + 2*x + 1), proved_equal(x, x + 1)
    (True, False)
    """
    difference = one - other
    if difference.is_zero:
        return True
    if difference.count_ops() > LONGEST:
        return False
    return any(_vanishes(rewriting, difference) for rewriting in REWRITINGS)


def _vanishes(rewriting: Rewriting, difference: sympy.Expr) -> bool:
    try:
        return bool(limited(lambda: rewriting(difference), MOST_CALLS).is_zero)
    except (TooMuchWork, *GIVING_UP):
        return False
