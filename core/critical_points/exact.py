"""Exact coordinates of critical points that were found in decimals, where SymPy has them in time."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.critical_points.places import many_digits
from core.critical_points.points import CriticalPoint
from core.expression import Expression, parse
from core.expression.precise import context
from core.hessian.writing import value_latex
from core.symbolic import SymbolicError, symbolic

DIGITS = 50
_SAME = 1e-25

Pair = tuple[str, str]


@dataclass(frozen=True)
class ExactPlaces:
    """For each point the LaTeX of x and y, None where it stays a decimal.

    silence: why SymPy says nothing, "" where it does.
    """

    latex: tuple[Pair | None, ...]
    silence: str = ""


def exact_places(e: Expression, points: Sequence[CriticalPoint]) -> ExactPlaces:
    """The coordinates as SymPy solves ∇f = 0, within `core.symbolic.PATIENCE` seconds.

    A solution counts only where it agrees with a certified point in 25 digits: neither way is believed alone.
    Points that are fractions need no SymPy.
    """
    own = tuple(_fractions(point) for point in points)
    if None not in own:
        return ExactPlaces(own)
    try:
        solutions = symbolic("critical_points", str(e))
    except SymbolicError as silence:
        return ExactPlaces(own, str(silence))
    known = [tuple(parse(text, ("x",)) for text in pair) for pair in solutions]
    return ExactPlaces(
        tuple(pair or _matching(point, known) for pair, point in zip(own, points, strict=True))
    )


def _fractions(point: CriticalPoint) -> Pair | None:
    x, y = point.place
    return (value_latex(x), value_latex(y)) if point.exact else None


def _matching(point: CriticalPoint, known: Sequence[tuple[Expression, ...]]) -> Pair | None:
    mp = context(DIGITS)
    place = [many_digits(one, mp) for one in point.place]
    for x, y in known:
        values = (x.precise(0, digits=DIGITS), y.precise(0, digits=DIGITS))
        if all(abs(value - at) <= _SAME * (1 + abs(at)) for value, at in zip(values, place, strict=True)):
            return x.latex, y.latex
    return None
