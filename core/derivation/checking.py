"""The second way for every node: difference quotients in 50 digits over our own tree, at several places.

Nothing here knows a rule. A node is right where its formula has the value of the quotient of the part it was
applied to; that part is evaluated by mpmath, never differentiated.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

from core.derivation.engine import Derived, parts_of
from core.derivation.terms.slots import fill, slope
from core.expression.precise import context, precise_value
from core.expression.tree import Node
from core.numbers import number
from core.steps import Check

DIGITS = 50
SPACING = Fraction(1, 10**18)
"""h: the truncation error h²·f‴/6 and the rounding error 10^−60·f/h both stay near 10^−36."""

TOLERANCE = 1e-22
"""Relative to the largest of 1, the value and the slope; room for a third derivative of 10^14."""

MOST_PLACES = 3
_SHOWN_DIGITS = 12

# No numbers that people type: a corner at 0.7 or at π/4 is not met by chance. In ten-thousandths.
_NEAR = (7361, 12937, -6173, 24139, -18457, 2861, 36721, -31873, 713, -931)
_FAR = (65127, 113171, -127113, 471337, -519173, 9973, 10029, -9967, 1203719, -1337191)
_COORDINATES = tuple(Fraction(k, 10_000) for k in (*_NEAR, *_FAR))
_OTHERS = tuple(Fraction(k, 10_000) for k in (13919, 4271, -8117, 27193))

Place = Mapping[str, Any]
"""A value for each variable: a Fraction, or an mpf for the inner function of a chain."""


def places(f: Node, x: str, variables: Sequence[str], formula: Node | None = None) -> tuple[Place, ...]:
    """Places where f has a value and a difference quotient; none where it has no value at any place tried.

    With a formula for the derivative, places where that has a value too come before the others: it has none
    along a border that fills an interval, as that of {min(x, 1) < x: …}.
    """
    mp = context(DIGITS)
    best: list[Place] = []
    silent: list[Place] = []
    for place in _candidates(x, variables):
        if mp.isfinite(quotient(f, x, place)):
            spoken = formula is None or mp.isfinite(precise_value(formula, place, DIGITS))
            (best if spoken else silent).append(place)
        if len(best) == MOST_PLACES:
            break
    return tuple([*best, *silent][:MOST_PLACES])


def _candidates(x: str, variables: Sequence[str]) -> Iterator[Place]:
    others = [name for name in variables if name != x]
    for settings in product(_OTHERS, repeat=min(len(others), 2)):
        spread = [settings[k % len(settings)] + Fraction(k // 2, 7) for k in range(len(others))]
        for coordinate in _COORDINATES:
            yield {x: coordinate, **dict(zip(others, spread, strict=True))}


def where_defined(f: Node, x: str, where: Sequence[Place], variables: Sequence[str]) -> tuple[Place, ...]:
    """Those of the places where f has a quotient; where none is left, places of its own.

    A branch of a piecewise definition need not have values where the whole function has.
    """
    mp = context(DIGITS)
    kept = tuple(place for place in where if mp.isfinite(quotient(f, x, place)))
    return kept or (places(f, x, variables) if where else ())


def quotient(f: Node, x: str, place: Place) -> Any:
    """(f(x + h) − f(x − h)) / 2h as an mpf; NaN where f lacks a value."""
    mp = context(DIGITS)
    here, h = _mpf(place[x]), _mpf(SPACING)
    ahead, behind = (precise_value(f, {**place, x: here + way * h}, DIGITS) for way in (1, -1))
    return (ahead - behind) / (2 * h) if mp.isfinite(ahead) and mp.isfinite(behind) else mp.nan


def deeper(node: Derived, place: Place) -> Place:
    """The place as the outer function of a chain sees it: with the value of the inner one."""
    if node.letter is None:
        return place
    return {**place, node.letter: precise_value(node.move.parts[0], place, DIGITS)}


def node_check(node: Derived, where: Sequence[Place]) -> Check | None:
    """The node's derivative against the quotient of its part; None without a place to look at."""
    return formula_check(node.after, node.part, node.variable, where, "This derivative")


def line_check(node: Derived, where: Sequence[Place]) -> Check | None:
    """The rule's line: derivatives still to be worked out count as quotients of their own parts."""
    formula = fill(node.move.after, parts_of(node.move))
    names = [slope(k).name for k in range(len(node.move.parts))]

    def filled(place: Place) -> Place:
        slopes = (quotient(part, node.variable, place) for part in node.move.parts)
        return {**place, **dict(zip(names, slopes, strict=True))}

    inside = [filled(place) for place in where]
    return _check(formula, node.part, node.variable, where, "This line", inside)


def formula_check(formula: Node, f: Node, x: str, where: Sequence[Place], subject: str) -> Check | None:
    """Any formula for d/dx f against the quotient of f."""
    return _check(formula, f, x, where, subject, where)


def pair_check(first: Node, second: Node, x: str, where: Sequence[Place], compared: str) -> Check | None:
    """Two formulas at the same places."""
    values = [(precise_value(first, p, DIGITS), precise_value(second, p, DIGITS)) for p in where]
    return _judged(compared, x, where, values, [_mpf(1)] * len(values)) if values else None


def _check(
    formula: Node, f: Node, x: str, where: Sequence[Place], subject: str, filled: Sequence[Place]
) -> Check | None:
    values = [
        (precise_value(formula, inside, DIGITS), quotient(f, x, place))
        for place, inside in zip(where, filled, strict=True)
    ]
    sizes = [precise_value(f, place, DIGITS) for place in where]
    compared = (
        f"{subject} against the difference quotient (f({x} + h) − f({x} − h))/2h of what it was applied to, "
        f"h = 10⁻¹⁸ in {DIGITS} digits"
    )
    return _judged(compared, x, where, values, sizes) if values else None


def _judged(
    compared: str, x: str, where: Sequence[Place], values: Sequence[tuple[Any, Any]], sizes: Sequence[Any]
) -> Check:
    """One check for all places; it shows the worst."""
    gaps = [float(abs(a - b)) for a, b in values]
    scales = [max(1.0, float(abs(b)), float(abs(size))) for (_, b), size in zip(values, sizes, strict=True)]
    worst = max(range(len(values)), key=lambda k: _badness(gaps[k], scales[k]))
    shown, second = values[worst]
    at = ", ".join(number(float(place[x]), 6) for place in where)
    return Check(
        compared=f"{compared}, at {x} = {at}.",
        shown=number(float(shown), _SHOWN_DIGITS),
        second=number(float(second), _SHOWN_DIGITS),
        difference=gaps[worst],
        tolerance=TOLERANCE * scales[worst],
    )


def _badness(gap: float, scale: float) -> float:
    return gap / scale if gap == gap else float("inf")


def _mpf(value: Any) -> Any:
    mp = context(DIGITS)
    return mp.mpf(value.numerator) / value.denominator if isinstance(value, Fraction) else mp.mpf(value)
