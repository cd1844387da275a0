"""How parameters, their derivatives and their updates are written, in LaTeX."""

from collections.abc import Sequence
from string import ascii_letters, digits

from core.numbers import number_latex
from core.substitution import as_factor

DIGITS = 5
MOST_TERMS = 4

_SUBSCRIPTS = str.maketrans(digits, "₀₁₂₃₄₅₆₇₈₉")

LOSS, PREDICTION, SUM = "L", r"\hat{y}", "z"


def symbol(name: str) -> str:
    """A parameter or an input with its index below.

    >>> symbol("w12"), symbol("b"), symbol("x3")
    ('w_{12}', 'b', 'x_{3}')
    """
    letter, index = name.rstrip(digits), name.lstrip(ascii_letters)
    return f"{letter}_{{{index}}}" if index else letter


def plain(name: str) -> str:
    """The same for a sentence.

    >>> plain("w12"), plain("ŷ")
    ('w₁₂', 'ŷ')
    """
    return name.translate(_SUBSCRIPTS)


def partial(top: str, bottom: str) -> str:
    r"""∂top/∂bottom, both in LaTeX.

    >>> print(partial("L", "w_{1}"))
    \frac{\partial L}{\partial w_{1}}
    """
    return rf"\frac{{\partial {top}}}{{\partial {bottom}}}"


def shown(value: float) -> str:
    """A number."""
    return number_latex(value, DIGITS)


def product(factors: Sequence[str]) -> str:
    r"""The factors with dots between, in brackets where they need them.

    >>> print(product(["-2", "x"]))
    \left(-2\right) \cdot x
    """
    return r" \cdot ".join(as_factor(factor) for factor in factors)


def aligned(lines: Sequence[str]) -> str:
    """Lines below each other, each with its own &."""
    body = r" \\ ".join(lines)
    return rf"\begin{{aligned}} {body} \end{{aligned}}"


def weighted_sum(pairs: Sequence[tuple[str, str]], last: str) -> str:
    r"""w₁x₁ + w₂x₂ + b; beyond four terms with dots.

    >>> print(weighted_sum([("w_1", "x_1"), ("w_2", "x_2")], "b"))
    w_1 \cdot x_1 + w_2 \cdot x_2 + b
    """
    terms = [product(pair) for pair in pairs]
    if len(terms) > MOST_TERMS:
        terms = [*terms[:2], r"\dots", terms[-1]]
    return " + ".join([*terms, as_factor(last)])


def signed_sum(terms: Sequence[str]) -> str:
    """The terms added, − in place of + where a term begins with one.

    >>> signed_sum(["6 c", "-24"]), signed_sum(["-24"])
    ('6 c - 24', '-24')
    """
    first, *others = terms
    return first + "".join(f" - {term[1:]}" if term.startswith("-") else f" + {term}" for term in others)


def update(name: str, before: float, rate: float, slope: float) -> tuple[str, str, str]:
    """w ← w − α·∂L/∂w as three pieces: the rule, the rule with numbers, the result."""
    rule = rf"{name} - \alpha \cdot {partial(LOSS, name)}"
    numbers = rf"{shown(before)} - {product([shown(rate), shown(slope)])}"
    return rule, numbers, shown(before - rate * slope)
