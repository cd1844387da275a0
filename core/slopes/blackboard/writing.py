"""How slopes are written: names of partial derivatives, columns of numbers, = or ≈."""

from collections.abc import Sequence

from core.numbers import is_whole, number_latex
from core.substitution import column


def partial_name(*variables: str) -> str:
    r"""∂f/∂x, or ∂²f/∂y∂x: differentiated by the last name first.

    >>> print(partial_name("x"), partial_name("y", "x"))
    \frac{\partial f}{\partial x} \frac{\partial^2 f}{\partial y \, \partial x}
    """
    power = "" if len(variables) == 1 else f"^{len(variables)}"
    below = r" \, ".join(rf"\partial {name}" for name in variables)
    return rf"\frac{{\partial{power} f}}{{{below}}}"


def equals(*values: float) -> str:
    """= where the shown digits are the whole numbers, else ≈."""
    return "=" if all(is_whole(float(value)) for value in values) else r"\approx"


def numbers(values: Sequence[float]) -> str:
    """Numbers as a column vector."""
    return column([number_latex(float(value)) for value in values])


def place(values: Sequence[float]) -> str:
    r"""The point as an argument.

    >>> place((2.0, -0.5))
    '(2, -0.5)'
    """
    return f"({', '.join(number_latex(float(value)) for value in values)})"
