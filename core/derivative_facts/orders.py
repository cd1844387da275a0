"""f′, f″ and so on, as functions of their own."""

from dataclasses import dataclass
from functools import lru_cache

import sympy

from core.expression import Expression
from core.expression.latex import written_size
from core.expression.symbols import from_sympy, symbol
from core.expression.work_limit import TooMuchWork, limited

HIGHEST = 8
MOST_CALLS = 300_000
"""Of SymPy for one derivative; about a third of a second."""

LONGEST = 20_000
"""Numbers, names and signs in one derivative, written out: beyond it the next one is not worth the wait."""


@dataclass(frozen=True)
class Order:
    """One derivative in both readings: in the language, and in SymPy, from which the next one comes."""

    function: Expression
    symbols: sympy.Expr


def derivatives(e: Expression, order: int) -> tuple[Expression, ...]:
    """(f′, …, f⁽ᵒʳᵈᵉʳ⁾) of a function of one variable; fewer where the formulas grow too long.

    Raises ValueError for an order that is not 0 to 8.

    >>> from core.expression import parse
    >>> [str(f) for f in derivatives(parse("x^3"), 4)]
    ['3*x^2', '6*x', '6', '0']
    """
    return tuple(found.function for found in orders(e, order)[1:])


def orders(e: Expression, order: int) -> tuple[Order, ...]:
    """The same from order 0 on, f itself, with SymPy's reading."""
    if not 0 <= order <= HIGHEST or len(e.variables) != 1:
        raise ValueError(f"orders go from 0 to {HIGHEST}, of functions of one variable")
    found = [Order(e, e.sympy)]
    for k in range(1, order + 1):
        following = _order(e, k)
        if following is None:
            break
        found.append(following)
    return tuple(found)


@lru_cache(maxsize=512)
def _order(e: Expression, k: int) -> Order | None:
    """The derivative of order k, None where the one before is missing or too long to go on from."""
    before = Order(e, e.sympy) if k == 1 else _order(e, k - 1)
    if before is None or written_size(before.function.tree) > LONGEST:
        return None
    try:
        return limited(lambda: _derivative(before), MOST_CALLS)
    except TooMuchWork:
        return None


def _derivative(before: Order) -> Order:
    (name,) = before.function.variables
    symbols = before.symbols.diff(symbol(name))
    return Order(Expression.of_tree(from_sympy(symbols), (name,)), symbols)
