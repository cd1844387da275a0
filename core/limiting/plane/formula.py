"""The limit along y = m·x or y = m·x² as a formula in m, by algebra alone."""

import sympy

from core.expression import Expression
from core.expression.latex import latex
from core.expression.symbols import from_sympy, symbol
from core.expression.work_limit import TooMuchWork, limited
from core.limiting.plane.paths import Path, Shape

M = sympy.Symbol("m", real=True)
_MOST_CALLS = 200_000  # about a quarter of a second


def limit_formula(e: Expression, shape: Shape) -> sympy.Expr | None:
    """The limit along almost every path of a shape, for a quotient of polynomials in x and y.

    xy/(x² + y²) gives m/(1 + m²) along the lines. Put in, the path leaves a quotient of polynomials in x
    whose common factors cancel; what stays at x = 0 is the limit. None for other functions, where the limit
    is infinite, and where the algebra would take long.
    """
    x, y = (symbol(name) for name in e.variables)
    if not e.sympy.is_rational_function(x, y):
        return None
    on_path = M * x if shape == "line" else M * x**2
    try:
        return limited(lambda: _at_origin(e.sympy.subs(y, on_path), x), _MOST_CALLS)
    except TooMuchWork:
        return None


def _at_origin(quotient: sympy.Expr, x: sympy.Symbol) -> sympy.Expr | None:
    above, below = sympy.fraction(sympy.cancel(sympy.together(quotient)))
    rest = below.subs(x, 0)
    return None if rest == 0 else sympy.factor(above.subs(x, 0) / rest)


def formula_value(formula: sympy.Expr, path: Path) -> float | None:
    """The formula at the path's m; None for the y-axis and where the formula has a pole."""
    m = sympy.Float(path.number)
    value = formula.subs(M, m) if m.is_finite else sympy.nan
    return float(value) if value.is_finite else None


def formula_latex(e: Expression, shape: Shape) -> str | None:
    r"""The formula as a line of mathematics, None where there is none.

    >>> from core.expression import parse
    >>> print(formula_latex(parse("x y/(x^2 + y^2)", ("x", "y")), "line"))
    \lim_{x \to 0} f(x,\, m x) = \frac{m}{m^{2} + 1}
    """
    formula = limit_formula(e, shape)
    if formula is None:
        return None
    on_path = "m x" if shape == "line" else "m x^{2}"
    return rf"\lim_{{x \to 0}} f(x,\, {on_path}) = {latex(from_sympy(formula))}"
