"""The second way for a limit along a path: algebra for quotients of polynomials, else extrapolation."""

from typing import Any

from core.expression import Expression
from core.expression.precise import context
from core.limiting.approach import digits_text
from core.limiting.extrapolation import extrapolated
from core.limiting.plane.formula import formula_value, limit_formula
from core.limiting.plane.path_limits import PathLimit, Paths
from core.steps import Check

_DIGITS = 120
_TERMS = 24
_PROMISE = 1e-9
_SHOWN = 12


def path_checks(e: Expression, found: Paths) -> tuple[Check, ...]:
    """The checks of the paths that a verdict names."""
    return tuple(check for check in (path_check(e, one) for one in found.told) if check is not None)


def path_check(e: Expression, found: PathLimit) -> Check | None:
    """A finite limit along a path, found again; None for other limits and where the second way has no say."""
    if found.value is None:
        return None
    formula = limit_formula(e, found.path.shape)
    exact = None if formula is None else formula_value(formula, found.path)
    if exact is not None:
        return _check(found, context(_DIGITS).mpf(exact), "against algebra: the path put in, and cancelled")
    again, error = _extrapolated(e, found)
    if not error <= _PROMISE * (1 + abs(again)):
        return None
    return _check(found, again, "against an extrapolation of the values at x = 1/2, 1/4, 1/8, …")


def _extrapolated(e: Expression, found: PathLimit) -> tuple[Any, Any]:
    """(limit, error) by Wynn's algorithm; nan where f has no value on the way."""
    mp = context(_DIGITS)
    values = [e.precise(*found.path.point(mp.mpf(2) ** -k), digits=_DIGITS) for k in range(1, _TERMS + 1)]
    return extrapolated(values) if all(map(mp.isfinite, values)) else (mp.nan, mp.nan)


def _check(found: PathLimit, second: Any, against: str) -> Check:
    return Check(
        compared=f"The limit along {found.path.name}, from values as near as 10⁻⁹⁰, {against}.",
        shown=digits_text(found.value, _SHOWN),
        second=digits_text(second, _SHOWN),
        difference=float(abs(found.value - second)),
        tolerance=_PROMISE * float(1 + abs(second)),
    )
