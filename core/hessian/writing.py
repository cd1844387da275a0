"""Exact numbers, roots and matrices in LaTeX."""

from collections.abc import Sequence
from fractions import Fraction
from math import isqrt, lcm

from core.learning_rate.quadratics import Eigenvalue
from core.numbers import is_whole, number_latex

LONGEST = 7
"""Digits of a numerator, denominator or radicand that is still written out; longer ones become decimals."""

_TOO_LONG: int = 10**LONGEST
_LARGEST_FACTOR = 1000


def value_latex(value: Fraction | float) -> str:
    r"""A number: a decimal where that is the whole number, a fraction where it is a short one.

    >>> print(value_latex(Fraction(2, 5)), value_latex(Fraction(-64, 15)))
    0.4 -\frac{64}{15}
    """
    near = float(value)
    if not isinstance(value, Fraction) or Fraction(f"{near:.6g}") == value or not _short(value):
        return number_latex(near)
    sign = "-" if value < 0 else ""
    return rf"{sign}\frac{{{abs(value.numerator)}}}{{{value.denominator}}}"


def equals(*values: Fraction | float) -> str:
    """= where `value_latex` writes the whole numbers, else ≈."""
    exact = all((isinstance(one, Fraction) and _short(one)) or is_whole(float(one)) for one in values)
    return "=" if exact else r"\approx"


def root_latex(root: Eigenvalue) -> str | None:
    r"""centre ± √radicand with whole squares drawn out, None where its numbers are too long to read.

    >>> print(root_latex(Eigenvalue(Fraction(5), -1, Fraction(2))))
    5 - \sqrt{2}
    >>> print(root_latex(Eigenvalue(Fraction(1, 2), 1, Fraction(5, 4))))
    \frac{1 + \sqrt{5}}{2}
    """
    if root.sign == 0 or root.radicand == 0:
        return value_latex(root.centre) if _short(root.centre) else None
    # √(p/q) = √(pq)/q, and pq = factor²·rest
    factor, rest = _drawn_out(root.radicand.numerator * root.radicand.denominator)
    whole = Fraction(factor, root.radicand.denominator)
    below = lcm(root.centre.denominator, whole.denominator)
    outside, times = int(root.centre * below), int(whole * below)
    if max(abs(outside), times, rest, below) >= _TOO_LONG:
        return None
    surd = rf"{'' if times == 1 else times}\sqrt{{{rest}}}"
    signed = f"{'-' if root.sign < 0 else ''}{surd}"
    top = f"{outside} {'-' if root.sign < 0 else '+'} {surd}" if outside else signed
    return top if below == 1 else rf"\frac{{{top}}}{{{below}}}"


def matrix(rows: Sequence[Sequence[str]]) -> str:
    """The entries in round brackets."""
    body = r" \\ ".join(" & ".join(row) for row in rows)
    room = r"[6pt]" if r"\frac" in body else ""
    return r"\begin{pmatrix} " + body.replace(r" \\ ", rf" \\{room} ") + r" \end{pmatrix}"


def term(value: Fraction | float, name: str = "") -> str:
    """A term of a sum with its sign, such as "- 10 λ"; nothing for 0.

    >>> term(Fraction(-10), "y"), term(Fraction(1), "y"), term(Fraction(0))
    ('- 10 y', '+ y', '')
    """
    if not value:
        return ""
    positive = -value if value < 0 else value
    size = "" if name and positive == 1 else value_latex(positive)
    return " ".join(filter(None, ("-" if value < 0 else "+", size, name)))


def _short(value: Fraction) -> bool:
    return max(abs(value.numerator), value.denominator) < _TOO_LONG


def _drawn_out(whole: int) -> tuple[int, int]:
    """(factor, rest) with whole = factor²·rest; squares of primes beyond 1000 stay under the root."""
    root = isqrt(whole)
    if root * root == whole:
        return root, 1
    factor = 1
    for k in range(2, min(_LARGEST_FACTOR, root) + 1):
        while whole % (k * k) == 0:
            whole //= k * k
            factor *= k
    return factor, whole
