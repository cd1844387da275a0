"""Matrices and their entries in LaTeX."""

from collections.abc import Sequence

from core.derivation.writing.hand import Hand
from core.jacobian.typed import VectorFunction
from core.numbers import number_latex
from core.substitution import column


def matrix_latex(rows: Sequence[Sequence[str]]) -> str:
    r"""The entries in round brackets, one row below the other.

    >>> print(matrix_latex([["1", "0"], ["x", "2"]]))
    \begin{pmatrix} 1 & 0 \\ x & 2 \end{pmatrix}
    """
    lines = [" & ".join(row) for row in rows]
    return column(lines) if len(lines) > 1 else rf"\begin{{pmatrix}} {lines[0]} \end{{pmatrix}}"


def numbers_latex(rows: Sequence[Sequence[float]]) -> str:
    """The same for numbers."""
    return matrix_latex([[number_latex(value) for value in row] for row in rows])


def entry_names(function: VectorFunction) -> list[list[str]]:
    """∂f_i/∂x_j for every entry, or df_i/dx where there is one input."""
    hand = Hand.for_variables(function.inputs)
    return [[hand.short(name, variable) for variable in function.inputs] for name in function.latex_names]


def arguments(function: VectorFunction) -> str:
    """The inputs in brackets, as in (x, y)."""
    return rf"\left({', '.join(function.inputs)}\right)"


def place_latex(point: Sequence[float]) -> str:
    """The point's coordinates in brackets."""
    coordinates = ", ".join(map(number_latex, point))
    return rf"\left({coordinates}\right)"


def entry_title(function: VectorFunction, i: int, j: int) -> str:
    """Where an entry stands and what it is, for a title.

    >>> from core.jacobian.typed import vector_function
    >>> entry_title(vector_function("x\\ny", ("x", "y")), 0, 1)
    'Row 1, column 2: slope of f₁ along y'
    """
    return f"Row {i + 1}, column {j + 1}: slope of {function.names[i]} along {function.inputs[j]}"
