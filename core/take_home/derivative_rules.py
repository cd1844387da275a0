"""Derivative Rules as a script: the formulas the rules give, their values, and SymPy's own derivatives."""

from collections.abc import Sequence

from core.expression import Expression
from core.expression.measure import post_order
from core.expression.powers import exact_value
from core.expression.python_source import MPMATH, NUMPY, SYMPY
from core.expression.tree import Binary, Call, Node, Piecewise
from core.take_home.script import Function, written

_CORNERS = {"abs", "sign", "floor", "ceil", "min", "max", "relu", "step", "cbrt"}

_LINES = """
def quotients(g, x, h):
    \"\"\"The slope of g from the left and from the right, by difference quotients in 50 digits.\"\"\"
    return [(4*g(x + s*h) - 3*g(x) - g(x + 2*s*h))/(2*s*h) for s in (-1, 1)]


x0 = {x0!r}
value = f(np.float64(x0))
print("f =", float(value))
for name, slope, below in [{rows}]:
    there = slope(np.float64(x0)) if np.isfinite(value) else np.nan
    # the formula before it, looked at from both sides and from two distances
    sides, nearer = (quotients(below, mpf("{x0!r}"), mpf(10)**-k) for k in (18, 20))
    if np.isfinite(value) and np.isnan(there) and max(abs(s - sides[0]) for s in sides + nearer) < 1e-12:
        there = sides[0]  # the formula has no value here, and yet there is a slope
    print(name, "=", float(there))
    print(name, "by quotients =", *(mp.nstr(mp.chop(side, 1e-15), 12) for side in sides))
"""

_SYMBOLS = """
# the same derivatives by SymPy's own rules
x = sympy.Symbol("x", real=True)
for order in range(1, {order} + 1):
    print("SymPy, order", order, ":", sympy.diff(f_symbols(x), x, order))
"""


def derivative_rules_script(e: Expression, formulas: Sequence[Expression], x0: float) -> str:
    """f and its derivatives f′, f″, … (`formulas`) at x₀, with SymPy's own formulas beside them.

    SymPy's derivative of |x| is 0 at the corner, so a function with corners goes without.
    """
    functions = [Function("f", e.variables, e.tree, NUMPY, "f in float64.")]
    functions += [Function("f_exact", e.variables, e.tree, MPMATH, "f in 50 digits.")]
    rows, below = [], "f_exact"
    for order, formula in enumerate(formulas, 1):
        name = f"f{order}"
        tree, doc = formula.tree, f"Derivative {order} by the rules."
        functions.append(Function(name, e.variables, tree, NUMPY, doc))
        functions.append(Function(f"{name}_exact", e.variables, tree, MPMATH, f"{doc[:-1]}, in 50 digits."))
        rows.append(f"({name!r}, {name}, {below})")
        below = f"{name}_exact"
    lines = _LINES.format(x0=x0, rows=", ".join(rows))
    if _is_smooth(e.tree):
        functions.append(Function("f_symbols", e.variables, e.tree, SYMPY, "f in symbols."))
        lines += _SYMBOLS.format(order=len(formulas))
    return written("How does every derivative come from a few rules?", e, functions, lines)


def _is_smooth(tree: Node) -> bool:
    """Whether SymPy's derivative is the language's own: no corners, no lines, no odd roots."""
    for node in post_order(tree):
        match node:
            case Piecewise():
                return False
            case Call(function) if function in _CORNERS:
                return False
            case Binary("^", _, exponent) if (exact_value(exponent) or 0).denominator in range(3, 10**9, 2):
                return False
    return True
