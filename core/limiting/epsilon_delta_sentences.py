"""What a search for δ found, as a sentence: with the numbers in it, for a point, for ∞, and for no limit."""

import math
from collections.abc import Sequence

from core.limiting.epsilon_delta import EpsilonDelta, Escape
from core.limiting.neighbourhood import Approach, Point, Side, as_point, is_infinite
from core.limiting.no_delta import Place, Witness
from core.numbers import number


def delta_sentence(found: EpsilonDelta, a: Point, *, side: Side | None = None) -> str:
    """The δ and what it promises, or the place that refutes every δ that was tried."""
    if found.escape is None:
        return f"{_places(found.reach, a, side)}, {_band(found)}: f never leaves the band that far."
    if found.delta is None:
        name = "bound N" if is_infinite(as_point(a)) else "δ"
        why = _escaping(found.escape, a, known=False)
        return f"No {name} was found for ε = {number(found.epsilon)}: {why}."
    best = "No smaller bound" if is_infinite(as_point(a)) else "No larger δ"
    why = _escaping(found.escape, a, known=True)
    return f"{_places(found.delta, a, side)}, {_band(found)}. {best} will do: {why}."


def witness_sentence(witnesses: Sequence[Witness], a: Point, epsilon: float) -> str:
    """Why there is no limit, with the nearest witness; for no witnesses, what that means."""
    if not witnesses:
        return f"For ε = {number(epsilon)} no witness was found: a smaller ε may have one."
    nearest = witnesses[-1]
    near = f"Within {number(nearest.delta)} of {number(float(a))}"
    if is_infinite(as_point(a)):
        near = f"Beyond |x| = {number(1 / nearest.delta)}"
    if len(nearest.places) == 1:
        return f"{near}, as in every neighbourhood tried, there is a place where f has no value."
    low, high = (_value(place) for place in nearest.places)
    return (
        f"{near}, as in every neighbourhood tried, f takes the values {low} and {high}: "
        f"they are 2ε = {number(2 * epsilon)} or more apart, so no L is within ε of both."
    )


def _value(place: Place) -> str:
    return number(place.value)


def _places(delta: float, a: Point, side: Side | None) -> str:
    point = as_point(a)
    if is_infinite(point):
        bound = number(1 / delta)
        return f"Whenever x > {bound}" if point > 0 else f"Whenever x < −{bound}"
    name, size = number(float(point)), number(delta)
    if side is not None:
        return f"Whenever x is less than {size} to the {side} of {name}"
    away = f"|x − {name}|" if point > 0 else "|x|" if point == 0 else f"|x + {number(-float(point))}|"
    return f"Whenever 0 < {away} < {size}"


def _band(found: EpsilonDelta) -> str:
    if math.isinf(found.limit):
        bound = number(1 / found.epsilon)
        return f"f(x) > {bound}" if found.limit > 0 else f"f(x) < −{bound}"
    return f"f(x) is within {number(found.epsilon)} of {number(found.limit)}"


def _escaping(escape: Escape, a: Point, *, known: bool) -> str:
    place = Approach(as_point(a), escape.side).at(escape.distance)
    where = f"at x = {number(float(place))}" if known else "next to the point"
    does = "has no value" if math.isnan(escape.value) else f"is {number(escape.value)}"
    return f"f {does} {where}"
