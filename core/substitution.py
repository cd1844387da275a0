"""A formula with numbers, or x_k, written where its variables stand: 2x − 4 becomes 2·0 − 4.

Nothing is evaluated: SymPy prints the formula it has, and only the printing of a symbol is ours.
"""

import re
from collections.abc import Mapping, Sequence

import sympy
from sympy.printing.latex import LatexPrinter

from core.numbers import number_latex

_DEPTH = {"{": 1, r"\left": 1, r"\begin": 1, "}": -1, r"\right": -1, r"\end": -1}


def formula_latex(formula: sympy.Expr, names: Mapping[str, str] | None = None) -> str:
    r"""The formula in LaTeX; a variable that `names` lists appears under the LaTeX name given there.

    >>> x = sympy.Symbol("x", real=True)
    >>> print(formula_latex(2 * x - 4, {"x": "x_k"}))
    2 x_k - 4
    """
    return str(_Printer(names or {}, product=None).doprint(formula))


def substituted_latex(formula: sympy.Expr, values: Mapping[str, float], digits: int = 6) -> str:
    r"""The formula with each variable's value put in, not simplified.

    A negative number or a power of ten stands in brackets, except where it begins a sum or fills a group of
    its own, such as an exponent. Every product has a dot, so that 2 times 0 is not read as 20.

    >>> x = sympy.Symbol("x", real=True)
    >>> print(substituted_latex(2 * x**2 - 4 * sympy.exp(x), {"x": -1.5}))
    2 \cdot \left(-1.5\right)^{2} - 4 \cdot e^{-1.5}
    """
    numbers = {name: number_latex(value, digits) for name, value in values.items()}
    bracketed = {name: _bracketed(text) for name, text in numbers.items()}
    text = str(_Printer(bracketed, product="dot").doprint(formula))
    for name, bare in numbers.items():
        if bracketed[name] != bare:
            text = _without_idle_brackets(text, bracketed[name], bare)
    return text


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


def _bracketed(number_text: str) -> str:
    needs = number_text.startswith("-") or "10^" in number_text
    return rf"\left({number_text}\right)" if needs else number_text


def _without_idle_brackets(text: str, bracketed: str, bare: str) -> str:
    """Brackets go where the number fills a group or an argument, and where it begins a sum."""
    inside = re.escape(bracketed)
    text = re.sub(rf"\{{{inside}\}}(?!\^)", lambda _: "{" + bare + "}", text)
    text = re.sub(rf"\\left\({inside} ?\\right\)", lambda _: rf"\left({bare}\right)", text)
    return re.sub(rf"(^|\{{|\\left\(){inside}(?= [+-] |$)", lambda match: match[1] + bare, text)


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


class _Printer(LatexPrinter):  # type: ignore[misc] # SymPy ships no types
    """SymPy's printer, with the printing of a variable taken over."""

    def __init__(self, written: Mapping[str, str], product: str | None) -> None:
        super().__init__({"mul_symbol": product, "parenthesize_super": False})
        self._written = written

    def _print_Symbol(self, expr: sympy.Symbol, style: str = "plain") -> str:  # noqa: N802
        return self._written.get(expr.name) or str(super()._print_Symbol(expr, style))
