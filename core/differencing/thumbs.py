"""Rules of thumb for h, and what each is worth at the point in hand.

ε^(1/(p+1)), which knows the format alone, and (B/(p·C))^(1/(p+1)) with B = Σ|w|·ε·|f|, which knows f and one
higher derivative: √ε and 2√(ε|f/f″|) for a forward difference, ∛ε and ∛(3ε|f/f‴|) for a central one (Press et
al., Numerical Recipes, 3rd ed., §5.7).
"""

from dataclasses import dataclass
from math import factorial, isfinite, nan

import numpy as np

from core.differences import ErrorCurve
from core.differencing.estimates import estimates
from core.expression import Expression
from core.numbers import number

_WORTH = 10.0


@dataclass(frozen=True)
class Thumb:
    """One rule: its formula in LaTeX, the h it gives, the error there, and what that is worth here.

    h and error are NaN where the rule has no value.
    """

    name: str
    latex: str
    h: float
    error: float
    sentence: str


def thumbs(e: Expression, curve: ErrorCurve) -> tuple[Thumb, ...]:
    """The plain rule and the sharper one for the stencil of a curve; none for the complex step.

    >>> from core.differences import error_curve
    >>> from core.expression import parse
    >>> e = parse("x^2")
    >>> [f"{thumb.h:.3g}" for thumb in thumbs(e, error_curve(e, 3.0, "forward"))]
    ['1.49e-08', '6.32e-08']
    """
    if curve.stencil.is_complex:
        return ()
    p = curve.stencil.order
    epsilon = float(np.finfo(curve.dtype).eps)
    plain = _thumb(e, curve, "rule of thumb", _root("\\varepsilon", p + 1), epsilon ** (1 / (p + 1)))
    return plain, _thumb(e, curve, "sharper rule", _sharper_latex(curve), _sharper(curve, epsilon))


def _sharper(curve: ErrorCurve, epsilon: float) -> float:
    """(Σ|w|·ε·|f| / (p·C))^(1/(p+1)) with C = |moment·f⁽ᵖ⁺¹⁾|/(p+1)!; NaN where f or that derivative is 0."""
    p, facts = curve.stencil.order, curve.facts
    derivative = facts.derivatives[p + 1]
    constant = abs(float(curve.stencil.moment(p + 1)) * derivative) / factorial(p + 1)
    rounding = float(curve.stencil.weight) * epsilon * abs(facts.value)
    if not (isfinite(constant) and constant and rounding):
        return nan
    return float((rounding / (p * constant)) ** (1 / (p + 1)))


def _sharper_latex(curve: ErrorCurve) -> str:
    p, row = curve.stencil.order, curve.stencil
    factor = row.weight * factorial(p + 1) / (p * abs(row.moment(p + 1)))
    shown = str(factor.numerator) if factor.denominator == 1 else f"{float(factor):.4g}"
    if p == 1:
        return r"2\sqrt{\varepsilon\left|f/f''\right|}"
    return _root(rf"{shown}\,\varepsilon\left|f/f^{{({p + 1})}}\right|", p + 1)


def _root(inside: str, degree: int) -> str:
    return rf"\sqrt{{{inside}}}" if degree == 2 else rf"\sqrt[{degree}]{{{inside}}}"


def _thumb(e: Expression, curve: ErrorCurve, name: str, latex: str, h: float) -> Thumb:
    if h != h:
        said = f"The {name} has no value here: f or the derivative it divides by is 0, or does not exist."
        return Thumb(name, latex, nan, nan, said)
    found = estimates(e, curve.x0, curve.stencil, curve.dtype, np.array([h]))
    error = float(np.abs((found.value[0] - curve.facts.high) - curve.facts.low))
    return Thumb(name, latex, h, error, f"The {name} gives h = {number(h, 3)}, {_worth(curve, error)}")


def _worth(curve: ErrorCurve, error: float) -> str:
    """The error there beside the one that can be expected at best."""
    if not isfinite(error):
        return "at which there is no error to speak of: there is no estimate, or no derivative."
    least = curve.predicted_error if curve.model.known else curve.best_error
    said = f"with an error of {number(error, 2)}"
    if not least > 0 or error <= least:
        return f"{said}: as good as can be expected here."
    ratio = error / least
    if ratio <= _WORTH:
        return f"{said}, {number(ratio, 2)} times the one expected at best: worth using here."
    return f"{said}, {number(ratio, 2)} times the one expected at best: a poor choice here."
