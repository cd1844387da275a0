"""A judge of derivations that uses none of their code: five-point quotients in many digits over our own tree.

f′(x) = (f(x−2h) − 8f(x−h) + 8f(x+h) − f(x+2h))/12h + h⁴·f⁗′/30 (Abramowitz and Stegun, 25.3.6).
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from core.derivation.engine import Derived
from core.expression.precise import context, precise_value
from core.expression.tree import Node

DIGITS = 60
H = Fraction(1, 10**12)
CLOSE = 1e-18
_THOUSANDTHS = (427, -351, 1613, -1187, 2719, -2903, 89, 5171, -4637, 933, 1021)
COORDINATES = tuple(Fraction(k, 1000) for k in _THOUSANDTHS)
ENOUGH = 2

Place = Mapping[str, Any]


def slope_at(f: Node, x: str, place: Place) -> Any:
    """The five-point quotient as an mpf; NaN where f lacks a value."""
    mp = context(DIGITS)
    here = place[x]
    here = mp.mpf(here.numerator) / here.denominator if isinstance(here, Fraction) else mp.mpf(here)
    h = mp.mpf(H.numerator) / H.denominator
    a, b, c, d = (precise_value(f, {**place, x: here + k * h}, DIGITS) for k in (-2, -1, 1, 2))
    return (a - 8 * b + 8 * c - d) / (12 * h)


def places_of(f: Node, x: str, others: Place, most: int = ENOUGH) -> list[Place]:
    """Places where f has a slope."""
    found: list[Place] = []
    for coordinate in COORDINATES:
        place = {x: coordinate, **others}
        if context(DIGITS).isfinite(slope_at(f, x, place)):
            found.append(place)
        if len(found) == most:
            break
    return found


def agree(first: Any, second: Any, scale: float = 1.0) -> bool:
    """Whether two numbers are the same to 18 digits of the largest of them, of 1 and of the scale."""
    return bool(abs(first - second) <= CLOSE * max(1.0, scale, abs(float(second))))


def wrong_nodes(tree: Derived, others: Place) -> list[str]:
    """The nodes whose formula is not the slope of their part, at places of the part's own domain."""
    wrong = []
    for node in tree.nodes():
        for place in places_of(node.part, node.variable, others):
            found = precise_value(node.after, place, DIGITS)
            size = abs(float(precise_value(node.part, place, DIGITS)))
            if not agree(found, slope_at(node.part, node.variable, place), size):
                wrong.append(f"{node.rule.name} at {float(place[node.variable])}: {node.part}")
    return wrong


def replayed(node: Derived, place: Place) -> Any:
    """The derivative's value, worked out again along the tree: each rule's formula with its parts' values."""
    values = dict(place)
    for k, part in enumerate(node.move.parts):
        values[f"#{k}"] = precise_value(part, place, DIGITS)
    for k, below in enumerate(node.inner):
        values[f"#{k}'"] = replayed(below, place)
    return precise_value(node.move.after, values, DIGITS)


def same_values(first: Node, second: Node, places: Sequence[Place]) -> bool:
    """Whether two formulas agree at all the places."""
    return all(
        agree(precise_value(first, place, DIGITS), precise_value(second, place, DIGITS)) for place in places
    )
