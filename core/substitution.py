"""A formula with numbers, or x_k, written where its variables stand: 2x − 4 becomes 2·0 − 4.

Nothing is evaluated: the tree is written as it is, and only the writing of a variable changes.
"""

import re
from collections.abc import Mapping, Sequence

from core.expression.latex import latex, written_size
from core.expression.tree import Node
from core.numbers import number_latex

LARGEST_FORMULA = 2000
"""Numbers, names and signs: beyond it nobody reads a formula, and a browser takes seconds to set it."""

TOO_LARGE = rf"\text{{(a formula of more than {LARGEST_FORMULA} signs)}}"

_DEPTH = {"{": 1, r"\left": 1, r"\begin": 1, "}": -1, r"\right": -1, r"\end": -1}


def formula_latex(formula: Node, names: Mapping[str, str] | None = None) -> str:
    r"""The formula in LaTeX; a variable that `names` lists appears under the LaTeX name given there.

    >>> from core.expression import parse
    >>> print(formula_latex(parse("2x - 4").tree, {"x": "x_k"}))
    2 x_k - 4
    """
    return _written(formula, names or {}, dotted=False)


def substituted_latex(formula: Node, values: Mapping[str, float], digits: int = 6) -> str:
    r"""The formula with each variable's value put in, not simplified.

    A negative number or a power of ten stands in brackets where it would be misread without. Every product
    has a dot, so that 2 times 0 is not read as 20.

    >>> from core.expression import parse
    >>> print(substituted_latex(parse("2x^2 - 4e^x").tree, {"x": -1.5}))
    2 \cdot \left(-1.5\right)^{2} - 4 \cdot e^{-1.5}
    """
    return _written(formula, {name: number_latex(value, digits) for name, value in values.items()}, True)


def _written(formula: Node, names: Mapping[str, str], dotted: bool) -> str:
    return latex(formula, names, dotted) if written_size(formula) <= LARGEST_FORMULA else TOO_LARGE


def as_factor(latex: str) -> str:
    r"""The LaTeX in brackets when it is a sum or begins with a minus sign.

    >>> as_factor(r"e^{x - 3}"), as_factor(r"-4")
    ('e^{x - 3}', '\\left(-4\\right)')
    """
    depth = 0
    for sign in re.finditer(r"\\(?:left|right|begin|end)\b|[{}]| [+-] ", latex):
        if sign[0] in (" + ", " - ") and depth == 0:
            return rf"\left({latex}\right)"
        depth += _DEPTH.get(sign[0], 0)
    return rf"\left({latex}\right)" if latex.startswith("-") else latex


def shown_length(latex: str) -> int:
    r"""About how many characters a reader sees.

    >>> shown_length(r"\frac{1}{x} + 20")
    5
    """
    return len(re.sub(r"\\[a-zA-Z]+|[{}\s^]", "", latex))


def column(parts: Sequence[str]) -> str:
    """A vector's components one above the other, fractions with room between; a single one stands alone."""
    rows = (r" \\[6pt] " if any(r"\frac" in part for part in parts) else r" \\ ").join(parts)
    return parts[0] if len(parts) == 1 else rf"\begin{{pmatrix}} {rows} \end{{pmatrix}}"
