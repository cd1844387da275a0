"""The check of a line: the limit of what stands before it and after it, from numbers alone."""

from functools import lru_cache
from typing import Any

import sympy

from core.expression import Expression
from core.expression.symbols import from_sympy
from core.limiting.evidence import PROMISE, Evidence, settled
from core.limiting.point import Point, Side
from core.limiting.problem import Move, Problem
from core.limiting.sampling_near import value_near

_DEPTH = 9
_EXACT = 1e-40


def line_check(problem: Problem, move: Move) -> dict[str, Any] | None:
    """That a line kept the function, or its limit; None where numbers do not settle."""
    assert move.following is not None
    before, after = _read(problem.function), _read(move.following.function)
    if before is None or after is None:
        return None
    side = problem.sides[-1]
    if move.kind == "same function":
        one, other = (value_near(e, problem.point, side, _DEPTH).value for e in (before, after))
        compared = f"The function before this line and after it, {_where(problem.point)}, in many digits."
        return _check(compared, one, other, _EXACT * max(1, abs(one)))
    first, second = _settled(before, problem.point, side), _settled(after, problem.point, side)
    compared = "The limit before this line and after it, both from values ever closer to the point."
    return None if first is None or second is None else _compared(compared, first, second)


def value_check(problem: Problem, value: sympy.Expr) -> dict[str, Any] | None:
    """That the values near the point come to the limit found."""
    e = _read(problem.function)
    evidence = None if e is None else _settled(e, problem.point, problem.sides[-1])
    if evidence is None:
        return None
    compared = "The exact value, and what values ever closer to the point come to."
    if value.is_infinite or evidence.kind != "finite":
        found = {"+inf": sympy.oo, "-inf": -sympy.oo}.get(evidence.kind, sympy.nan)
        return _as_dict(compared, _sign(value), _sign(found), 0.0 if value == found else float("inf"), 0.0)
    exact = _read(value)
    if exact is None:
        return None
    shown = exact.precise(0, digits=60)
    return _check(compared, shown, evidence.estimate, _tolerance(evidence))


def _compared(compared: str, first: Evidence, second: Evidence) -> dict[str, Any]:
    if first.kind == second.kind == "finite":
        return _check(compared, first.estimate, second.estimate, _tolerance(first) + _tolerance(second))
    difference = 0.0 if first.kind == second.kind else float("inf")
    return _as_dict(compared, first.kind, second.kind, difference, 0.0)


def _tolerance(evidence: Evidence) -> float:
    return evidence.error + PROMISE * max(1.0, abs(float(evidence.estimate)))


def _check(compared: str, shown: Any, second: Any, tolerance: Any) -> dict[str, Any]:
    mp = second.context
    first, other = (str(mp.nstr(value, 15)).replace("-", "−") for value in (shown, second))
    return _as_dict(compared, first, other, float(abs(shown - second)), float(tolerance))


def _as_dict(compared: str, shown: str, second: str, difference: float, tolerance: float) -> dict[str, Any]:
    return {
        "compared": compared,
        "shown": shown,
        "second": second,
        "difference": difference,
        "tolerance": tolerance,
    }


def _sign(value: sympy.Expr) -> str:
    return "∞" if value is sympy.oo else "−∞" if value is -sympy.oo else "a number"


def _where(point: Point) -> str:
    return (
        "at x = 512" if point.infinite > 0 else "at x = −512" if point.infinite else "at a distance of 1/512"
    )


def _read(function: sympy.Expr) -> Expression | None:
    try:
        return Expression.of_tree(from_sympy(function), ("x",))
    except TypeError:
        # a function that the language has no word for
        return None


@lru_cache(maxsize=64)
def _settled(e: Expression, point: Point, side: Side) -> Evidence | None:
    return settled(e, point, side)
