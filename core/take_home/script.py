"""How a script is put together: imports, the functions of the lesson, and the lines that print."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.errors import CalculusError
from core.expression import Expression
from core.expression.python_source import Dialect, source
from core.expression.tree import Node

MOST_CHARACTERS = 12_000
"""A formula longer than this is no code to read."""

_IMPORTS = (
    ("math.", "import math"),
    ("np.", "import numpy as np"),
    ("sympy.", "import sympy"),
    ("mp.", "from mpmath import mp, mpf\n\nmp.dps = {digits}\nmp.trap_complex = True  # stay real"),
)


@dataclass(frozen=True)
class Function:
    """One function of a script: its name, its formula, one line on what it is."""

    name: str
    variables: tuple[str, ...]
    formula: Node
    dialect: Dialect
    doc: str

    @property
    def definition(self) -> str:
        """`def name(x, y):` with the formula; raises CalculusError where it is too long to be read."""
        text = source(self.formula, self.dialect).text
        if len(text) > MOST_CHARACTERS:
            raise CalculusError("The derivatives of this function are too long for a script.")
        decorator = f"@{self.dialect.decorator}\n" if self.dialect.decorator else ""
        arguments = ", ".join(self.variables)
        return f'{decorator}def {self.name}({arguments}):\n    """{self.doc}"""\n    return {text}'

    @property
    def needs(self) -> tuple[str, ...]:
        """The definitions that have to stand before it."""
        prelude = (self.dialect.prelude,) if self.dialect.prelude else ()
        return prelude + source(self.formula, self.dialect).definitions


@dataclass(frozen=True)
class Collected:
    """A function that puts the values of others into an array: `names` are theirs, nested as the array is.

    Each is computed for itself, so that where one has no value the others still have theirs.
    """

    name: str
    variables: tuple[str, ...]
    names: tuple[str, ...] | tuple[tuple[str, ...], ...]
    doc: str
    needs: tuple[str, ...] = ()

    @property
    def definition(self) -> str:
        """`def name(x, y):` with the array of calls."""
        arguments = ", ".join(self.variables)
        entries = _bracketed(self.names, arguments)
        return f'def {self.name}({arguments}):\n    """{self.doc}"""\n    return np.array({entries})'


def written(
    question: str, e: Expression, functions: Sequence[Function | Collected], lines: str, digits: int = 50
) -> str:
    """The whole script. `e` is named at the top, as the language writes it; `digits` are mpmath's.

    The lines are the lesson's own; nothing in them was typed by anybody.
    """
    needs = dict.fromkeys(need.strip() for function in functions for need in function.needs)
    defined = [function.definition for function in functions]
    body = "\n\n\n".join([*needs, *defined, lines.strip()])
    used = [text for word, text in _IMPORTS if re.search(rf"\b{re.escape(word)}", body)]
    imports = [text.replace("{digits}", str(digits)) for text in used]
    heading = f"# {question}\n# f({', '.join(e.variables)}) = {e}"
    return "\n".join([heading, "", *imports, "", "", body, ""])


def _bracketed(names: Sequence[str] | Sequence[Sequence[str]], arguments: str) -> str:
    """Calls of the functions in brackets, row by row."""
    texts = [
        f"{name}({arguments})" if isinstance(name, str) else _bracketed(name, arguments) for name in names
    ]
    return f"[{', '.join(texts)}]"
