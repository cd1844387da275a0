"""The functions of a script for f, its gradient and its Hessian, each derivative by itself."""

from core.curvature import curvature_field
from core.expression import Expression
from core.expression.python_source import NUMPY
from core.gradient import gradient_field
from core.take_home.script import Collected, Function


def value(e: Expression) -> Function:
    """f in float64."""
    return Function("f", e.variables, e.tree, NUMPY, "f in float64.")


def gradient(e: Expression) -> tuple[Function | Collected, ...]:
    """df_dx, df_dy and the gradient made of them."""
    slopes = tuple(
        Function(f"df_d{name}", e.variables, tree, NUMPY, f"The slope of f along {name}.")
        for name, tree in zip(e.variables, gradient_field(e).trees, strict=True)
    )
    names = tuple(slope.name for slope in slopes)
    return *slopes, Collected("gradient", e.variables, names, "The gradient of f.")


def hessian(e: Expression) -> tuple[Function | Collected, ...]:
    """d2f_dxdx, d2f_dxdy, d2f_dydy and the Hessian made of them; the mixed one stands once."""
    named: dict[str, Function] = {}
    rows = []
    for i, first in enumerate(e.variables):
        row = []
        for j, second in enumerate(e.variables):
            name = f"d2f_d{min(first, second)}d{max(first, second)}"
            doc = f"The second derivative of f by {min(first, second)} and {max(first, second)}."
            tree = curvature_field(e).trees[i][j]
            named.setdefault(name, Function(name, e.variables, tree, NUMPY, doc))
            row.append(name)
        rows.append(tuple(row))
    return *named.values(), Collected("hessian", e.variables, tuple(rows), "The Hessian of f.")
