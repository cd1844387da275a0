"""The second way for each line of the checklist: float64, and the witness that extrapolates."""

import math
from typing import Any

from core.continuity.conditions import Continuity, trend_text
from core.expression import Expression
from core.limiting.approach import digits_text
from core.limiting.evidence import PROMISE, Evidence, numeric_evidence
from core.limiting.neighbourhood import as_point
from core.limiting.point import Point, Side
from core.limiting.trend import Trend
from core.steps import Check

_FLOAT_PROMISE = 1e-9
_SHOWN = 12


def condition_checks(e: Expression, point: Point, found: Continuity) -> tuple[tuple[Check, ...], ...]:
    """The checks of the three conditions at a finite point; none where there is nothing to compare."""
    sides: tuple[tuple[Side, Trend], ...] = (("left", found.left), ("right", found.right))
    limits = [limit_check(trend, numeric_evidence(e, point, side)) for side, trend in sides]
    return (
        tuple(check for check in (_value_check(e, point, found),) if check),
        tuple(check for check in limits if check),
        (_equal_check(found),) if found.is_continuous else (),
    )


def _value_check(e: Expression, point: Point, found: Continuity) -> Check | None:
    """f(a) in 60 digits and in float64; None where either has no value.

    Beside a break the float64 nearest to π/2 may fall on the other side.
    """
    double = float(e(float(point.place)))
    exact = as_point(float(point.place)) == point.place
    if found.value != found.value or not math.isfinite(double) or not (exact or found.is_continuous):
        return None
    return Check(
        compared="f(a) in 60 digits, against f(a) in float64.",
        shown=_text(found.value),
        second=_text(found.value.context.mpf(double)),
        difference=float(abs(found.value - double)),
        tolerance=_FLOAT_PROMISE * max(1.0, float(abs(found.value))),
    )


def limit_check(trend: Trend, evidence: Evidence) -> Check | None:
    """One side's limit, read off near the point and extrapolated from afar; None where one is silent."""
    if trend.kind == "undecided" or evidence.kind == "unclear":
        return None
    compared = (
        f"From the {evidence.side}: values 10⁻¹⁰, 10⁻³⁰ and 10⁻⁹⁰ away, against values ½, ¼, ⅛, … away, "
        "extrapolated."
    )
    if trend.kind == evidence.kind == "finite":
        estimate = evidence.estimate
        allowed = evidence.error + float(trend.tolerance) + PROMISE * max(1.0, float(abs(estimate)))
        gap = float(abs(trend.limit - estimate))
        return Check(compared, _text(trend.limit), _text(estimate), gap, allowed)
    gap = 0.0 if trend.kind == evidence.kind else math.inf
    return Check(compared, trend_text(trend), _said(evidence), gap, 0.0)


def _said(evidence: Evidence) -> str:
    if evidence.kind == "finite":
        return f"f tends to {_text(evidence.estimate)}"
    return trend_text(Trend("undecided" if evidence.kind == "unclear" else evidence.kind))


def _equal_check(found: Continuity) -> Check:
    return Check(
        compared="The limit, against f(a), both in many digits.",
        shown=_text(found.limit),
        second=_text(found.value),
        difference=float(abs(found.limit - found.value)),
        tolerance=max(float(found.left.tolerance), float(found.right.tolerance), 1e-25),
    )


def _text(value: Any) -> str:
    return digits_text(value, _SHOWN)
