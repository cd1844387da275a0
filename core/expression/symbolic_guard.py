"""What SymPy makes of a guarded tree must be real, finite and short too: 1/(x − x) shows only there."""

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import chain

import sympy

from core.expression.language_errors import ExpressionError
from core.expression.measure import post_order
from core.expression.symbols import to_sympy
from core.expression.tree import Binary, Node, Number, Piecewise, Variable
from core.expression.work_limit import TooMuchWork, limited

LONGEST_NUMBER = 13_000
"""Binary digits: Python prints whole numbers of up to 4300 decimal digits."""

MOST_CALLS = 100_000
"""Function calls of SymPy: some 50 ms. Ordinary formulas take a few thousand."""

_FOREIGN = (sympy.oo, -sympy.oo, sympy.zoo, sympy.nan, sympy.I)

# SymPy's way of failing on numbers such as 1/log(1.000000000000001), or on (−1)^(x + 1e100)
_FAILURES = (ArithmeticError, ValueError, TypeError, RecursionError)


def guard_symbols(tree: Node, starts: Mapping[int, int]) -> None:
    """Raises ExpressionError where the SymPy form holds ∞, nan or i, or takes too much work or digits."""
    _warm_up()
    try:
        expression = limited(lambda: _real_form(tree, starts), MOST_CALLS)
    except (TooMuchWork, *_FAILURES) as failure:
        raise ExpressionError("This formula is too hard to work out exactly.", starts[id(tree)]) from failure
    numbers = expression.atoms(sympy.Rational)
    if any(max(abs(number.p), number.q).bit_length() > LONGEST_NUMBER for number in numbers):
        sentence = "Worked out exactly, a number in this formula would have thousands of digits."
        raise ExpressionError(sentence, starts[id(tree)])


@lru_cache
def _warm_up() -> None:
    """SymPy imports a large part of itself at the first sum of powers: that is not the formula's work."""
    x = Variable("x")
    to_sympy(Binary("-", Binary("^", x, Number(Fraction(2))), x))


def _real_form(tree: Node, starts: Mapping[int, int]) -> sympy.Expr:
    for node in post_order(tree):
        if isinstance(node, Piecewise):
            # before the whole is built: SymPy compares only what is real
            for operand in chain.from_iterable(branch.condition.operands for branch in node.branches):
                _refuse_foreign(operand, starts)
    return _refuse_foreign(tree, starts)


def _refuse_foreign(tree: Node, starts: Mapping[int, int]) -> sympy.Expr:
    """The SymPy form, which is real and finite throughout; else raises at the smallest part that is not."""
    expression = to_sympy(tree)
    if not _is_foreign(expression):
        return expression
    culprit = next(node for node in post_order(tree) if _is_foreign(to_sympy(node)))
    raise ExpressionError("This part has no real value, whatever the variables are.", starts[id(culprit)])


def _is_foreign(expression: sympy.Expr) -> bool:
    """Whether ∞, nan or i occurs in it, or a root of a negative number, which SymPy writes as (−1)^(1/6)."""
    if expression.has(*_FOREIGN):
        return True
    return any(
        power.base.is_Rational and power.base < 0 and power.exp.is_Rational and not power.exp.is_Integer
        for power in expression.atoms(sympy.Pow)
    )
