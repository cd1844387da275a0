"""Vector functions and their Jacobians: typed, derived, multiplied, and seen on a small square."""

from core.jacobian.composition import Composition, composition
from core.jacobian.composition_worked import composition_steps
from core.jacobian.matrix import Jacobian, LocalMap, jacobian
from core.jacobian.squares import Squares, squares
from core.jacobian.typed import INPUTS, ComponentError, VectorFunction, read_vector, vector_function
from core.jacobian.volume import determinant_formula
from core.jacobian.worked import determinant_check, jacobian_steps

__all__ = [
    "INPUTS",
    "ComponentError",
    "Composition",
    "Jacobian",
    "LocalMap",
    "Squares",
    "VectorFunction",
    "composition",
    "composition_steps",
    "determinant_check",
    "determinant_formula",
    "jacobian",
    "jacobian_steps",
    "read_vector",
    "squares",
    "vector_function",
]
