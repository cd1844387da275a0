"""Where f has no derivative: which kind of point it is, and what the stencils report there all the same."""

from dataclasses import dataclass
from fractions import Fraction
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from core.continuity.breaks import break_at
from core.differencing.arithmetic import stored
from core.differencing.estimates import Estimates, estimates
from core.differencing.local import local
from core.differencing.stencils import STENCILS, Stencil
from core.expression import Expression
from core.numbers import number

_STEPS = np.ldexp(1.0, -np.arange(2, 9))
"""Large enough that rounding does not show, even in float16."""

_NO_VALUE = "finds no value: f has none at a place it needs."
_SAME = 1e-2
_GROWS = 4.0

_KINDS = {
    "removable": "a removable gap: the limit exists, but f has no value there, or another one",
    "jump": "a jump: f comes in at different heights from the two sides",
    "infinite": "a pole: f grows beyond all bounds",
    "oscillating": "a point where f oscillates without a limit",
    "end of the domain": "the end of the domain: f has values on one side only",
    "isolated": "an isolated point: f has no values beside it",
    "undecided": "a point that the numbers do not decide on",
    "corner": "a corner: the slopes of the two sides differ",
    "cusp": "a cusp: the slope is +∞ on one side and −∞ on the other",
    "vertical tangent": "a vertical tangent: the slope is infinite",
    "oscillating slope": "a point where the slope oscillates without a limit",
    "outside the domain": "outside the domain: f has no value there",
}


@dataclass(frozen=True)
class Report:
    """What one stencil says as h shrinks."""

    stencil: Stencil
    sentence: str


@dataclass(frozen=True)
class Point:
    """A point without a derivative: its kind, a sentence for it, and the report of every stencil."""

    kind: str
    sentence: str
    reports: tuple[Report, ...]

    @property
    def summary(self) -> tuple[str, ...]:
        """What the stencils say, in one sentence where all say that there is no value."""
        said = tuple(report.sentence for report in self.reports)
        if all(sentence.endswith(_NO_VALUE) for sentence in said):
            return ("No formula finds a value: f has none at a place each of them needs.",)
        return said


def point_without_derivative(e: Expression, x0: float, dtype: str = "float64") -> Point | None:
    """The kind of the point and the reports there; None where f has a derivative.

    >>> from core.expression import parse
    >>> point = point_without_derivative(parse("|x|"), 0.0)
    >>> point.kind, point.reports[2].sentence
    ('corner', 'The central difference reports 0 for every h.')
    """
    facts = local(e, float(stored(x0, dtype, "x0")), dtype)
    if isfinite(facts.high):
        return None
    broken = break_at(e, Fraction(str(stored(x0, dtype, "x0"))))
    kind = broken.kind if broken is not None else "outside the domain"
    sentence = f"f has no derivative at x = {number(x0)}, which is {_KINDS[kind]}."
    reports = (_report(e, facts.x, row, dtype) for row in STENCILS.values())
    return Point(kind, sentence, tuple(reports))


def _report(e: Expression, x: float, row: Stencil, dtype: str) -> Report:
    found = estimates(e, x, row, dtype, _STEPS)
    noun = "" if row.is_complex else " difference"
    return Report(row, found.why_not or f"The {row.label}{noun} {_trend(found)}")


def _trend(found: Estimates) -> str:
    value = found.value
    if not np.isfinite(value).all():
        return _NO_VALUE
    first, last = float(value[0]), float(value[-1])
    if (value == first).all():
        return f"reports {number(last)} for every h."
    if np.ptp(value[-3:]) <= _SAME * max(abs(last), _SAME):
        return f"tends to {number(last, 3)} as h shrinks."
    if _grows(value):
        return f"grows without bound as h shrinks: {number(last, 3)} at h = {number(float(_STEPS[-1]), 3)}."
    return f"keeps changing with h: {number(last, 3)} at h = {number(float(_STEPS[-1]), 3)}."


def _grows(value: NDArray[np.float64]) -> bool:
    sizes = np.abs(value)
    return bool((np.diff(sizes) > 0).all() and sizes[-1] >= _GROWS * sizes[0])
