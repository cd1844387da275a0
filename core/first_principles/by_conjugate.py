"""Methods that multiply by the conjugate: √u, 1/√u and |u|, with polynomials u, times a number, plus p(x)."""

from dataclasses import dataclass
from typing import Self

import sympy

from core.first_principles.lines import (
    DIVIDED,
    LET_GO,
    MOST_EXPANDED,
    H,
    Line,
    X,
    fraction,
    in_powers,
    printed,
)
from core.substitution import as_factor


@dataclass(frozen=True)
class _Parts:
    """f = factor·T(u) + rest with a number, and polynomials u and rest in x."""

    factor: sympy.Expr
    u: sympy.Expr
    rest: sympy.Expr

    @classmethod
    def of(cls, f: sympy.Expr, wanted: type[sympy.Expr], power: sympy.Rational = sympy.S.One) -> Self | None:
        """The parts where f has one term T(u) that is no polynomial: wanted(u)^power."""
        terms = [term for term in sympy.Add.make_args(f) if not term.is_polynomial(X)]
        if len(terms) != 1:
            return None
        factor, outer = terms[0].as_independent(X)
        base, exponent = outer.as_base_exp()
        inside = base.args[0] if wanted is sympy.Abs and isinstance(base, wanted) else base
        if exponent != power or not inside.is_polynomial(X) or (wanted is sympy.Abs) == (inside is base):
            return None
        rest = sympy.expand(f - terms[0])
        if max(sympy.degree(inside, X), sympy.degree(rest, X)) > MOST_EXPANDED / 2:
            return None
        return cls(factor, sympy.expand(inside), rest)

    @property
    def v(self) -> sympy.Expr:
        """u with x + h in the place of x."""
        return sympy.expand(self.u.subs(X, X + H))

    @property
    def change(self) -> sympy.Expr:
        """v − u, with h in every term."""
        return sympy.expand(self.v - self.u)

    def line(self, title: str, above: str, below: str, value: sympy.Expr, why: str) -> Line:
        """A line in which the quotient of T(u) is above/below; the number ahead and the rest stay."""
        ahead = {1: "", -1: "-"}.get(self.factor, rf"{printed(self.factor)} \cdot ")
        rest = sympy.expand((self.rest.subs(X, X + H) - self.rest) / H)
        tail = "" if rest == 0 else f" + {as_factor(in_powers(rest))}"
        return Line(title, ahead + fraction(above, below) + tail, self.factor * value + rest, why)

    def last(self, above: sympy.Expr, below: sympy.Expr) -> Line:
        """The line after h → 0, with a number below brought above."""
        number, root_or_size = below.subs(H, 0).as_coeff_Mul()
        slope = sympy.expand(above.subs(H, 0) / number) / root_or_size
        value = self.factor * slope + sympy.diff(self.rest, X)
        return Line("Let h → 0", printed(value), value, LET_GO)


def root(f: sympy.Expr) -> list[Line] | None:
    """√v − √u = (v − u)/(√v + √u)"""
    parts = _Parts.of(f, sympy.Pow, sympy.S.Half)
    if parts is None:
        return None
    roots = rf"\sqrt{{{in_powers(parts.v)}}} + \sqrt{{{in_powers(parts.u)}}}"
    difference = rf"\left({in_powers(parts.v)}\right) - {as_factor(in_powers(parts.u))}"
    why = "(√v − √u)(√v + √u) = v − u: above and below by the sum of the roots."
    return _conjugate(parts, parts.change, difference, sympy.sqrt(parts.v) + sympy.sqrt(parts.u), roots, why)


def absolute(f: sympy.Expr) -> list[Line] | None:
    """|v| − |u| = (v² − u²)/(|v| + |u|)"""
    parts = _Parts.of(f, sympy.Abs)
    if parts is None:
        return None
    sizes = rf"\left|{in_powers(parts.v)}\right| + \left|{in_powers(parts.u)}\right|"
    difference = f"{_squared(in_powers(parts.v))} - {_squared(in_powers(parts.u))}"
    change = sympy.expand(parts.v**2 - parts.u**2)
    why = "(|v| − |u|)(|v| + |u|) = v² − u²: squares need no bars."
    lines = _conjugate(parts, change, difference, sympy.Abs(parts.v) + sympy.Abs(parts.u), sizes, why)
    end = lines[-1]
    corner = "Where what stands in the bars is 0, so is the sum below: there each side is looked at alone."
    return [*lines[:-1], Line(end.title, end.latex, end.value, f"{end.why} {corner}")]


def reciprocal_root(f: sympy.Expr) -> list[Line] | None:
    """1/√v − 1/√u = (u − v)/(√v·√u·(√v + √u))"""
    parts = _Parts.of(f, sympy.Pow, -sympy.S.Half)
    if parts is None:
        return None
    at_v, at_u = rf"\sqrt{{{in_powers(parts.v)}}}", rf"\sqrt{{{in_powers(parts.u)}}}"
    roots = sympy.sqrt(parts.v) * sympy.sqrt(parts.u)
    common = parts.line(
        "Common denominator",
        f"{at_u} - {at_v}",
        rf"h \, {at_v} \, {at_u}",
        (sympy.sqrt(parts.u) - sympy.sqrt(parts.v)) / (H * roots),
        "Two fractions are subtracted over the product of their denominators.",
    )
    below = rf"{at_v} \, {at_u} \left({at_v} + {at_u}\right)"
    difference = rf"{as_factor(in_powers(parts.u))} - \left({in_powers(parts.v)}\right)"
    why = "(√u − √v)(√u + √v) = u − v: above and below by the sum of the roots."
    value = roots * (sympy.sqrt(parts.v) + sympy.sqrt(parts.u))
    return [common, *_conjugate(parts, -parts.change, difference, value, below, why)]


def _squared(latex: str) -> str:
    return f"{latex}^{{2}}" if len(latex) == 1 else rf"\left({latex}\right)^{{2}}"


def _conjugate(
    parts: _Parts, change: sympy.Expr, difference: str, below: sympy.Expr, below_latex: str, why: str
) -> list[Line]:
    """The quotient change/(h·below) with the difference written out, cancelled, and divided by h."""
    with_h = f"h {as_factor(below_latex)}"
    quotient = sympy.expand(change / H)
    return [
        parts.line("Multiply by the conjugate", difference, with_h, change / (H * below), why),
        parts.line(
            "Cancel", in_powers(change), with_h, change / (H * below), "What is left above has h in it."
        ),
        parts.line("Divide by h", in_powers(quotient), below_latex, quotient / below, DIVIDED),
        parts.last(quotient, below),
    ]
