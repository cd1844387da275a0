"""Limits as a script: f ever nearer to the point, in float64 and in many digits, and what SymPy says."""

from collections.abc import Sequence

from core.expression import Expression
from core.expression.python_source import MPMATH, NUMPY, SYMPY, source
from core.limiting.point import Point, Side
from core.take_home.script import Function, written

_LEFT, _LOST_BY_ROW = 50, 4
"""So many digits are left when each row, ten times nearer, loses so many more to cancellation."""

_TABLE = """
# x = a ± 0.1, a ± 0.01, …: f(x) in float64, and in many digits
a = {place}
for name, side in {sides}:
    print(f"from the {{name}}: distance, float64, many digits")
    for k in range(1, {rows} + 1):
        near = f(np.float64(float(a) + side*float(f"1e-{{k}}")))
        print(f"1e-{{k}}  {{float(near)!r}}  {{mp.nstr(f_exact(a + side*mpf(10)**-k), 20)}}")
"""

_FAR_OUT = """
# x = 1, 10, 100, …, with the sign of the infinity: f(x) in float64, and in many digits
sign = {sign}
print("far out: distance, float64, many digits")
for k in range({rows}):
    far = f(np.float64(sign*float(f"1e{{k}}")))
    print(f"1e{{k}}  {{float(far)!r}}  {{mp.nstr(f_exact(sign*mpf(10)**k), 20)}}")
"""

_SYMBOLS = """
# t > 0 is the distance from a
t = sympy.Symbol("t", positive=True)
for name, side in {sides}:
    print(f"limit from the {{name}} =", sympy.limit(f_symbols({place} + side*t), t, 0, "+"))
"""

_SYMBOLS_FAR_OUT = """
t = sympy.Symbol("t", positive=True)
print("limit =", sympy.limit(f_symbols(sign*t), t, sympy.oo))
"""


def limits_script(
    e: Expression, point: Point, sides: Sequence[Side], rows: int = 6, exact: bool = True
) -> str:
    """The tables of the sides asked for and, where SymPy has an answer (`exact`), its limit.

    >>> from core.expression import parse
    >>> from core.limiting.point import read_point
    >>> print(limits_script(parse("2x"), read_point("3"), ["left"]).splitlines()[1])
    # f(x) = 2*x
    """
    functions = [
        Function("f", e.variables, e.tree, NUMPY, "f in float64."),
        Function("f_exact", e.variables, e.tree, MPMATH, "f in many digits."),
    ]
    if exact:
        functions.append(Function("f_symbols", e.variables, e.tree, SYMPY, "f in symbols."))
    signs = tuple((side, -1 if side == "left" else 1) for side in sides)
    if point.number is None:
        lines = _FAR_OUT.format(sign=point.infinite, rows=rows) + (_SYMBOLS_FAR_OUT if exact else "")
    else:
        lines = _TABLE.format(place=source(point.number.tree, MPMATH).text, sides=signs, rows=rows)
        if exact:
            lines += _SYMBOLS.format(place=source(point.number.tree, SYMPY).text, sides=signs)
    question = "Where would you arrive if you kept going?"
    return written(question, e, functions, lines, digits=_LEFT + _LOST_BY_ROW * rows)
