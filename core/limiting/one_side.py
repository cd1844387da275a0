"""A function seen from one side: x = a ± t with t → 0⁺, where every corner and jump shows one face only."""

import sympy
from sympy.logic.boolalg import Boolean
from sympy.series.gruntz import sign as eventual_sign

from core.expression.symbols import symbol
from core.limiting.point import Point, Side

X = symbol("x")
T = sympy.Symbol("t", positive=True)
"""The distance; at infinity x = ±t, and t grows."""


def seen_from(function: sympy.Expr, point: Point, side: Side) -> tuple[sympy.Expr, sympy.Expr]:
    """(f in terms of t, where t goes: 0 or oo), with SymPy's own functions and without corners.

    Raises NotImplementedError where a corner oscillates.
    """
    return resolved(function.doit().subs(X, place(point, side)), destination(point)), destination(point)


def place(point: Point, side: Side) -> sympy.Expr:
    """x in terms of t."""
    if point.infinite:
        return point.infinite * T
    return point.sympy + T if side == "right" else point.sympy - T


def destination(point: Point) -> sympy.Expr:
    """Where t goes."""
    return sympy.oo if point.infinite else sympy.S.Zero


def resolved(function: sympy.Expr, end: sympy.Expr) -> sympy.Expr:
    """|u|, sign u, floor u, max, min and piecewise definitions replaced by what they are near the end."""
    if isinstance(function, sympy.Piecewise):
        return _line_in_force(function, end)
    if not function.args:
        return function
    parts = [resolved(part, end) for part in function.args]
    match function:
        case sympy.Abs():
            return parts[0] if sign_near(parts[0], end) >= 0 else -parts[0]
        case sympy.sign():
            return sympy.Integer(sign_near(parts[0], end))
        case sympy.Heaviside():
            return sympy.Integer(int(sign_near(parts[0], end) >= 0))
        case sympy.Max():
            return _ahead(parts, end, 1)
        case sympy.Min():
            return _ahead(parts, end, -1)
        case sympy.floor():
            return _floor(parts[0], end)
        case sympy.ceiling():
            return -_floor(-parts[0], end)
    return function.func(*parts) if tuple(parts) != function.args else function


def sign_near(function: sympy.Expr, end: sympy.Expr) -> int:
    """The sign of f(t) once t is near its end: −1, 0 or 1. Raises NotImplementedError where it has none.

    Source: D. Gruntz, On Computing Limits in a Symbolic Manipulation System, 1996, §3.3.1.
    """
    far = function if end is sympy.oo else function.subs(T, 1 / T)
    try:
        return int(eventual_sign(sympy.expand(far) if far.is_polynomial(T) else far, T))
    except (ValueError, TypeError, RecursionError) as failure:
        raise NotImplementedError("the sign near the point is not known") from failure


def _line_in_force(pieces: sympy.Piecewise, end: sympy.Expr) -> sympy.Expr:
    for value, condition in pieces.args:
        if _holds_near(condition, end):
            return resolved(value, end)
    return sympy.nan


def _holds_near(condition: Boolean, end: sympy.Expr) -> bool:
    if condition in (sympy.true, sympy.false):
        return bool(condition)
    if isinstance(condition, (sympy.And, sympy.Or)):
        every = [_holds_near(part, end) for part in condition.args]
        return all(every) if isinstance(condition, sympy.And) else any(every)
    left, right = (resolved(side, end) for side in condition.args)
    sign = sign_near(left - right, end)
    match condition:
        case sympy.Eq():
            return sign == 0
        case sympy.Ne():
            return sign != 0
        case sympy.StrictLessThan():
            return sign < 0
        case sympy.LessThan():
            return sign <= 0
        case sympy.StrictGreaterThan():
            return sign > 0
        case _:
            return sign >= 0


def _ahead(parts: list[sympy.Expr], end: sympy.Expr, sense: int) -> sympy.Expr:
    best = parts[0]
    for part in parts[1:]:
        if sense * sign_near(part - best, end) > 0:
            best = part
    return best


def _floor(inside: sympy.Expr, end: sympy.Expr) -> sympy.Expr:
    """The integer just below u near the end; floor(u) itself where u has no finite limit."""
    limit = sympy.limit(inside, T, end, "+" if end is sympy.S.Zero else "-")
    if not limit.is_finite:
        return sympy.floor(inside)
    below = sympy.floor(limit)
    return below - 1 if below == limit and sign_near(inside - limit, end) < 0 else below
