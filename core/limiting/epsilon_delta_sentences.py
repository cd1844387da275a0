"""What a search for δ found, as a sentence: with the numbers in it, for a point, for ∞, and for no limit."""

import math
from collections.abc import Sequence
from decimal import ROUND_CEILING, Context

from core.limiting.epsilon_delta import EpsilonDelta, Escape
from core.limiting.neighbourhood import Approach, Point, Side, as_point, is_infinite
from core.limiting.no_delta import Place, Witness
from core.numbers import LARGEST, number

_NOISE = 1e-9
"""An edge that is this near to a short number is that number: 0.3, not 0.299999."""


def delta_sentence(found: EpsilonDelta, a: Point, *, side: Side | None = None, name: str = "") -> str:
    """The δ and what it promises, or the place that refutes every δ that was tried; `name` is a as typed."""
    if found.escape is None:
        return f"{_places(found.reach, a, side, name)}, {_band(found)}: f never leaves the band that far."
    if found.delta is None:
        sought = "bound N" if is_infinite(as_point(a)) else "δ"
        does = "has no value" if math.isnan(found.escape.value) else f"is {number(found.escape.value)}"
        why = f"f {does} next to the point"
        return f"No {sought} was found for ε = {number(found.epsilon)}: {why}."
    best = "No smaller bound" if is_infinite(as_point(a)) else "No larger δ"
    why = _escaping(found, found.escape, a)
    return f"{_places(found.delta, a, side, name)}, {_band(found)}. {best} will do: {why}."


def witness_sentence(witnesses: Sequence[Witness], a: Point, epsilon: float, *, name: str = "") -> str:
    """Why there is no limit, with the nearest witness; for no witnesses, what that means."""
    if not witnesses:
        return f"For ε = {number(epsilon)} no witness was found: a smaller ε may have one."
    nearest = witnesses[-1]
    near = f"Within {number(nearest.delta)} of {name or number(float(a))}"
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
    if math.isinf(place.value):
        return f"more than {LARGEST}" if place.value > 0 else f"less than −{LARGEST}"
    return number(place.value)


def _places(delta: float, a: Point, side: Side | None, name: str) -> str:
    point = as_point(a)
    if is_infinite(point):
        bound = number(_not_below(1 / delta))
        return f"Whenever x > {bound}" if point > 0 else f"Whenever x < −{bound}"
    named, size = name or number(float(point)), number(-_not_below(-delta))
    if side is not None:
        return f"Whenever x is less than {size} to the {side} of {named}"
    return f"Whenever 0 < {_away(point, named)} < {size}"


def _away(point: Point, named: str) -> str:
    """|x − a|, without two signs in a row."""
    if point == 0:
        return "|x|"
    bare = named.removeprefix("−")
    if "+" in bare or "−" in bare:
        return f"|x − ({named})|"
    return f"|x − {named}|" if bare == named else f"|x + {bare}|"


def _not_below(value: float) -> float:
    """The value to six digits, the last one rounded up, so that what is promised beyond it holds."""
    near = float(f"{value:.6g}")
    if near >= value - _NOISE * abs(value):
        return near
    return float(Context(prec=6, rounding=ROUND_CEILING).create_decimal_from_float(value))


def _band(found: EpsilonDelta) -> str:
    if math.isinf(found.limit):
        bound = f"1/ε = {number(1 / found.epsilon)}"
        return f"f(x) > {bound}" if found.limit > 0 else f"f(x) < −{bound}"
    return f"f(x) is within {number(found.epsilon)} of {number(found.limit)}"


def _escaping(found: EpsilonDelta, escape: Escape, a: Point) -> str:
    """Where f leaves the band, and how; in two parts where six digits cannot tell it from the middle."""
    point, sign = as_point(a), "−" if escape.side == "left" else "+"
    where = number(float(Approach(point, escape.side).at(escape.distance)))
    if not is_infinite(point) and where == number(float(point)):
        where = f"{where} {sign} {number(escape.distance)}"
    if math.isnan(escape.value):
        return f"f has no value at x = {where}"
    value = number(escape.value)
    if value == number(found.limit):
        gap = escape.value - found.limit
        value = f"{value} {'−' if gap < 0 else '+'} {number(abs(gap), 3)}"
    return f"f is {value} at x = {where}"
