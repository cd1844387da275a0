"""A vector function as it is typed, one component a line, and what is wrong in which line."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.errors import CalculusError
from core.expression import Expression, ExpressionError, UnfinishedExpression, parse

MOST_COMPONENTS = 3

INPUTS = (("x",), ("t",), ("x", "y"), ("r", "t"), ("x", "y", "z"))
"""The inputs a vector function can be typed in; r and t are polar coordinates."""

# What people write in front of a component, as in u = x y or f_2 = x + y.
_HEADING = re.compile(r"\s*([a-z])(?:_?[1-9])?\s*=")
_SUBSCRIPTS = str.maketrans("123456789", "₁₂₃₄₅₆₇₈₉")


class ComponentError(CalculusError):
    """One line is not a function of this language, or a line is missing or too many.

    line: counted from 1. text: that line alone. position: an index into it, 0 … len(text). unfinished: it may
    become a function by typing on.
    """

    def __init__(self, sentence: str, line: int, text: str, position: int, unfinished: bool = False) -> None:
        super().__init__(f"Line {line}: {sentence}")
        self.line = line
        self.text = text
        self.position = position
        self.unfinished = unfinished


@dataclass(frozen=True)
class VectorFunction:
    """f = (f₁, …, f_m) of n inputs, m and n from 1 to 3; all components have the same inputs.

    letter: what the function is called, f or, inside another, g.
    """

    components: tuple[Expression, ...]
    letter: str = "f"

    @property
    def inputs(self) -> tuple[str, ...]:
        """The names of the inputs, in order."""
        return self.components[0].variables

    @property
    def shape(self) -> tuple[int, int]:
        """(m, n): how many outputs and how many inputs, the shape of the Jacobian."""
        return len(self.components), len(self.inputs)

    @property
    def names(self) -> tuple[str, ...]:
        """The components' names for a sentence: f₁ and f₂, or f where there is only one."""
        return tuple(name.replace("_", "").translate(_SUBSCRIPTS) for name in self.latex_names)

    @property
    def latex_names(self) -> tuple[str, ...]:
        """The same for LaTeX: f_1."""
        count = len(self.components)
        return (self.letter,) if count == 1 else tuple(f"{self.letter}_{i + 1}" for i in range(count))

    def __call__(self, *values: ArrayLike) -> NDArray[np.float64]:
        """float64 values, one row per component: (m, …) for arguments that broadcast to (…)."""
        return np.stack([component(*values) for component in self.components])


def vector_function(text: str, inputs: tuple[str, ...], letter: str = "f") -> VectorFunction:
    """The vector function of a text with one component a line; empty lines count for nothing.

    A name may stand in front, as in u = x y. Raises ComponentError with the line and the place in it.

    >>> vector_function("x = r cos t\\ny = r sin t", ("r", "t")).shape
    (2, 2)
    >>> vector_function("x y\\nx +* y", ("x", "y"))
    Traceback (most recent call last):
    core.jacobian.typed.ComponentError: Line 2: A value is missing before “*”.
    """
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not lines:
        raise ComponentError("Type one to three components, one on each line.", 1, "", 0, unfinished=True)
    if len(lines) > MOST_COMPONENTS:
        number, line = lines[MOST_COMPONENTS]
        raise ComponentError("There is room for three components.", number, line, 0)
    return VectorFunction(tuple(_component(line, number, inputs) for number, line in lines), letter)


def read_vector(text: str, letter: str = "f") -> VectorFunction:
    """The vector function of a text; its inputs are the fewest of `INPUTS` that hold every name in it.

    Raises the ComponentError of the inputs with which most of the text can be read.

    >>> read_vector("x = r cos t\\ny = r sin t").inputs, read_vector("x y\\nx + y").inputs
    (('r', 't'), ('x', 'y'))
    """
    errors = []
    for inputs in INPUTS:
        try:
            return vector_function(text, inputs, letter)
        except ComponentError as error:
            errors.append(error)
    raise max(errors, key=lambda error: (error.line, error.position))


def _component(line: str, number: int, inputs: tuple[str, ...]) -> Expression:
    heading = _HEADING.match(line)
    start = heading.end() if heading and heading[1] not in inputs else 0
    try:
        return parse(line[start:], inputs)
    except ExpressionError as error:
        unfinished = isinstance(error, UnfinishedExpression)
        raise ComponentError(str(error), number, line, start + error.position, unfinished) from error
