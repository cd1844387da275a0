"""The symbolic witness: SymPy's limit from one side, worked out in a worker process."""

from typing import Any

import sympy
from sympy.calculus.accumulationbounds import AccumulationBounds

from core.expression import Expression, parse
from core.expression.printer import text
from core.expression.symbols import from_sympy
from core.limiting.one_side import T, seen_from
from core.limiting.point import Point, Side, read_point
from core.sympy_failures import GIVING_UP


def side_limits(function: str, point: str) -> dict[str, dict[str, Any]]:
    """SymPy's verdict on each side as JSON: {"kind": …}, with "text", the exact value, when it is finite.

    {"kind": "oscillates", "band": [low, high]} with null for ±∞; {"kind": "unbounded"} where values grow and
    the sign is not said; {"kind": "unknown"} where SymPy has no answer.
    """
    e, where = parse(function), read_point(point)
    return {side: side_limit(e, where, side) for side in where.sides}


def side_limit(e: Expression, point: Point, side: Side) -> dict[str, Any]:
    """The same for one side."""
    try:
        return described(exact_limit(*seen_from(e.sympy, point, side)))
    except GIVING_UP:
        return {"kind": "unknown"}


def exact_limit(seen: sympy.Expr, end: sympy.Expr) -> sympy.Expr:
    """lim f(t) as t → 0⁺ or t → ∞."""
    return sympy.limit(seen, T, end, "+" if end is sympy.S.Zero else "-")


def described(limit: sympy.Expr) -> dict[str, Any]:
    """A result of SymPy's in JSON.

    >>> described(sympy.sqrt(2) / 2), described(sympy.oo)
    ({'kind': 'finite', 'text': 'sqrt(2)/2'}, {'kind': '+inf'})
    """
    if isinstance(limit, AccumulationBounds):
        return {"kind": "oscillates", "band": [_bound(limit.min), _bound(limit.max)]}
    if limit.has(AccumulationBounds):
        # ∞·⟨1, 3⟩ or ∞·sign⟨−1, 1⟩: SymPy does not say whether the sign settles
        return {"kind": "unbounded"}
    if limit is sympy.oo:
        return {"kind": "+inf"}
    if limit is -sympy.oo:
        return {"kind": "-inf"}
    if limit.has(sympy.nan, sympy.zoo, sympy.oo, sympy.Limit) or limit.free_symbols or not _is_real(limit):
        return {"kind": "unknown"}
    return {"kind": "finite", "text": text(from_sympy(limit))}


def _is_real(value: sympy.Expr) -> bool:
    """Whether a constant is a real number, by its digits where its form does not tell, as of tan(tan(1))."""
    return bool(value.is_real if value.is_real is not None else value.evalf().is_real)


def _bound(bound: sympy.Expr) -> float | None:
    return float(bound) if bound.is_finite else None


def constant(value: str) -> Expression:
    """The exact number a worker sent, read with the language's own parser."""
    return parse(value, ("x",))
