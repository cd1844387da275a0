"""What SymPy raises where it knows no way; anything else is a mistake of ours and must be seen."""

from sympy.core.function import PoleError
from sympy.polys.polyerrors import BasePolynomialError

GIVING_UP = (
    NotImplementedError,
    ArithmeticError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    RecursionError,
    PoleError,
    BasePolynomialError,
)
