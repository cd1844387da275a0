"""Tree → Python source: the same function as a person would write it with NumPy, mpmath or SymPy.

Written from the guarded tree, so that nothing a person typed is ever code. Nothing is evaluated here.
"""

from core.expression.python_source.dialect import Dialect
from core.expression.python_source.in_mpmath import MPMATH
from core.expression.python_source.in_numpy import COMPLEX, NUMPY
from core.expression.python_source.in_sympy import SYMPY
from core.expression.python_source.writer import Source, source

__all__ = ["COMPLEX", "MPMATH", "NUMPY", "SYMPY", "Dialect", "Source", "source"]
