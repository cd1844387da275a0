"""f(a) at a point of many digits, where every digit counts: is cos(π/2) exactly 0, and tan(π/2) undefined?

Rounded, π/2 is no pole of tan. So every part of f is worked out twice, the second time with twice the digits.
What then comes nearer to a whole number, by as many digits as were added, is taken for that number, and what
outgrows the digits for a pole.
"""

import math
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from core.expression import Expression
from core.expression.precise import context, precise_value
from core.expression.symbols import ONE, ZERO
from core.expression.tree import Binary, Branch, Call, Condition, Negate, Node, Number, Piecewise
from core.limiting.neighbourhood import Point, as_point, known_digits, many_digits

DIGITS = 60
_SPARE = 10
_NOWHERE = Binary("/", ONE, ZERO)


def value_at(e: Expression, a: Point) -> Any:
    """f(a) of a function of one variable as an mpf of 60 digits, nan where it is undefined.

    >>> from core.limiting.point import read_point
    >>> half_pi = read_point("pi/2").place
    >>> from core.expression import parse
    >>> value_at(parse("tan x"), half_pi), value_at(parse("floor(sin x)"), half_pi)
    (mpf('nan'), mpf('1.0'))
    """
    place = as_point(a)
    fewer = min(DIGITS, known_digits(place) // 2)
    at = {e.variables[0]: many_digits(place)}
    return precise_value(_settled(e.tree, at, fewer), at, DIGITS)


def is_spurious(e: Expression, a: Point) -> bool:
    """Whether float64 has a value at a where f has none: tan at π/2, rounded, is 1.6·10¹⁶.

    >>> from core.expression import parse
    >>> from core.limiting.point import read_point
    >>> is_spurious(parse("tan x"), read_point("pi/2").place), is_spurious(parse("1/x"), 0)
    (True, False)
    """
    value = value_at(e, a)
    return bool(value != value) and math.isfinite(float(e(float(as_point(a)))))


def _settled(node: Node, at: Mapping[str, Any], digits: int) -> Node:
    """The tree with every part that is a whole number, or a pole, written as one."""
    inside = _with_settled_parts(node, at, digits)
    low, high = (precise_value(inside, at, many) for many in (digits, 2 * digits))
    if _outgrows(low, high, digits):
        return _NOWHERE
    whole = _whole(low, high, digits)
    if whole is None:
        return inside
    size = Number(Fraction(abs(whole)))
    return size if whole >= 0 else Negate(size)


def _with_settled_parts(node: Node, at: Mapping[str, Any], digits: int) -> Node:
    def settled(part: Node) -> Node:
        return _settled(part, at, digits)

    match node:
        case Negate(operand):
            return Negate(settled(operand))
        case Binary(operator, left, right):
            return Binary(operator, settled(left), settled(right))
        case Call(function, arguments):
            return Call(function, tuple(map(settled, arguments)))
        case Piecewise(branches, otherwise):
            lines = [Branch(_condition(line.condition, at, digits), settled(line.value)) for line in branches]
            return Piecewise(tuple(lines), None if otherwise is None else settled(otherwise))
        case _:
            return node


def _condition(condition: Condition, at: Mapping[str, Any], digits: int) -> Condition:
    """Two sides that are the same number are made the same tree: x = π/3 holds at π/3, x < π/3 does not."""
    sides = list(condition.operands)
    for k in range(1, len(sides)):
        if _settled(Binary("-", sides[k], sides[k - 1]), at, digits) == ZERO:
            sides[k] = sides[k - 1]
    return Condition(tuple(sides), condition.relations)


def _whole(low: Any, high: Any, digits: int) -> int | None:
    """The whole number that both values are as far as their digits go; None where there is none."""
    mp = context(2 * digits)
    if not (mp.isfinite(low) and mp.isfinite(high)) or abs(high) > mp.mpf(10) ** (digits - _SPARE):
        return None
    whole = mp.nint(high)
    size = max(mp.one, abs(whole))
    near = all(
        abs(value - whole) <= size * mp.mpf(10) ** (_SPARE - many)
        for value, many in ((low, digits), (high, 2 * digits))
    )
    return int(whole) if near else None


def _outgrows(low: Any, high: Any, digits: int) -> bool:
    """Whether twice the digits make a large value larger by as many powers of ten."""
    mp = context(2 * digits)
    return bool(
        mp.isfinite(high)
        and abs(low) > mp.mpf(10) ** (digits // 2)
        and abs(high) > abs(low) * mp.mpf(10) ** (digits // 2)
    )
