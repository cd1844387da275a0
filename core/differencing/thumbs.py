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
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Thumb:
    """One rule: its formula in plain text and in LaTeX, the h it gives, the error there, what that is worth.

    h and error are NaN where the rule has no value.
    """

    name: str
    text: str
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
    degree = curve.stencil.order + 1
    epsilon = float(np.finfo(curve.dtype).eps)
    plain = _Formula("rule of thumb", f"{_sign(degree)}ε", _root(r"\varepsilon", degree))
    return (
        _thumb(e, curve, plain, epsilon ** (1 / degree)),
        _thumb(e, curve, _sharper_formula(curve), _sharper(curve, epsilon)),
    )


def _sharper(curve: ErrorCurve, epsilon: float) -> float:
    """(Σ|w|·ε·|f| / (p·C))^(1/(p+1)) with C = |moment·f⁽ᵖ⁺¹⁾|/(p+1)!; NaN where f or that derivative is 0."""
    p, facts = curve.stencil.order, curve.facts
    derivative = facts.derivatives[p + 1]
    constant = abs(float(curve.stencil.moment(p + 1)) * derivative) / factorial(p + 1)
    rounding = float(curve.stencil.weight) * epsilon * abs(facts.value)
    if not (isfinite(constant) and constant and rounding):
        return nan
    return float((rounding / (p * constant)) ** (1 / (p + 1)))


@dataclass(frozen=True)
class _Formula:
    name: str
    text: str
    latex: str


def _sharper_formula(curve: ErrorCurve) -> _Formula:
    p, row = curve.stencil.order, curve.stencil
    factor = row.weight * factorial(p + 1) / (p * abs(row.moment(p + 1)))
    shown = str(factor.numerator) if factor.denominator == 1 else f"{float(factor):.4g}"
    name = "sharper rule"
    if p == 1:
        return _Formula(name, "2√(ε|f/f″|)", r"2\sqrt{\varepsilon\left|f/f''\right|}")
    prime = "‴" if p == 2 else f"⁽{str(p + 1).translate(_RAISED)}⁾"
    latex = _root(rf"{shown}\,\varepsilon\left|f/f^{{({p + 1})}}\right|", p + 1)
    return _Formula(name, f"{_sign(p + 1)}({shown}ε|f/f{prime}|)", latex)


def _sign(degree: int) -> str:
    """The sign of a root.

    >>> _sign(2), _sign(3), _sign(5)
    ('√', '∛', '⁵√')
    """
    return {2: "√", 3: "∛"}.get(degree, f"{degree}√".translate(_RAISED))


def _root(inside: str, degree: int) -> str:
    return rf"\sqrt{{{inside}}}" if degree == 2 else rf"\sqrt[{degree}]{{{inside}}}"


def _thumb(e: Expression, curve: ErrorCurve, rule: _Formula, h: float) -> Thumb:
    if h != h:
        said = (
            f"The {rule.name} has no value here: f or the derivative it divides by is 0, or does not exist."
        )
        return Thumb(rule.name, rule.text, rule.latex, nan, nan, said)
    found = estimates(e, curve.x0, curve.stencil, curve.dtype, np.array([h]))
    error = float(np.abs((found.value[0] - curve.facts.high) - curve.facts.low))
    said = f"The {rule.name} gives h = {number(h, 3)}, {_worth(curve, h, error)}"
    return Thumb(rule.name, rule.text, rule.latex, h, error, said)


def _worth(curve: ErrorCurve, h: float, error: float) -> str:
    """The error there beside the one that can be expected at best; luck where far more was to be expected."""
    if not isfinite(error):
        return "at which there is no error to speak of: there is no estimate, or no derivative."
    least = curve.predicted_error if curve.model.known else curve.best_error
    said = f"with an error of {number(error, 2)}"
    expected = float(curve.model.total(np.array([h]))[0])
    if error * _WORTH <= expected:
        return f"{said}, by luck: about {number(expected, 2)} was to be expected there."
    if not least > 0 or error <= least:
        return f"{said}: as good as can be expected here."
    ratio = error / least
    worth = "worth using" if ratio <= _WORTH else "a poor choice"
    return f"{said}, {number(ratio, 2)} times the one expected at best: {worth} here."
