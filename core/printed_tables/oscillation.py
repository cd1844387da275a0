"""sin(1/x) near 0 with a fixed h: the table of the source, and what really goes wrong in it.

Source: "Essential Math for the Deep Learning", central difference with h = 10⁻³, f(0) = 0 by definition. Near
x the function turns once every 2πx²; a step h of that size or more compares values of different turns. That
is aliasing, part of the truncation error: the same quotient in 50 digits is as wrong.
"""

from dataclasses import dataclass
from math import pi
from typing import Any

import numpy as np

from core.dual.three_ways import true_slope
from core.expression import parse
from core.gradient import gradient_field
from core.numbers import number
from core.printed_tables.shrinking_h import exact_quotient, quotient
from core.steps import Check

F = parse("{x = 0: 0, sin(1/x)}")
PLACES = (0.1, 0.01, 0.001, 0.0001, 0.00001)
SOURCE_H = 1e-3
_ALIASED = 0.25
"""A quarter turn: beyond it a chord says nothing of the slope."""


@dataclass(frozen=True)
class OscillationRow:
    """One place of the table, in float64 as the source prints it, and what stands behind it in 50 digits.

    numerical: the quotient, exact: f′ by its formula; absolute and relative are the errors between these two.
    `turns` is h over the local period 2πx². As mpf, `truth` is f′ and `again` the quotient without rounding.
    """

    x: float
    h: float
    numerical: float
    exact: float
    absolute: float
    relative: float
    turns: float
    truth: Any
    again: Any

    @property
    def rounding(self) -> float:
        """|quotient − the same quotient in 50 digits|: what float64 did."""
        return float(abs(self.numerical - self.again))


def local_period(x: float) -> float:
    """2πx²: how far x moves while 1/x moves by 2π, for small moves.

    >>> round(local_period(0.01), 7)
    0.0006283
    """
    return 2 * pi * x * x


def fixed_step(h: float = SOURCE_H) -> tuple[OscillationRow, ...]:
    """The table with the same h at every place."""
    return tuple(_row(x, h) for x in PLACES)


def scaled_step(fraction: float) -> tuple[OscillationRow, ...]:
    """The table with h = fraction · 2πx², so that every place is seen as closely as the others."""
    return tuple(_row(x, fraction * local_period(x)) for x in PLACES)


def _row(x: float, h: float) -> OscillationRow:
    numerical = quotient(_value, x, h, "central")
    exact = gradient_field(F).program.scalar(x)[1]
    absolute = abs(numerical - exact)
    return OscillationRow(
        x=x,
        h=h,
        numerical=numerical,
        exact=exact,
        absolute=absolute,
        relative=absolute / abs(exact),
        turns=h / local_period(x),
        truth=true_slope(F, x),
        again=exact_quotient(F, x, h, "central"),
    )


def _value(x: float) -> float:
    return float(F(x))


def verdict(rows: tuple[OscillationRow, ...]) -> str:
    """What decides in this table, in one sentence with its numbers."""
    worst = max(rows, key=lambda row: row.relative)
    share = max(row.rounding / row.absolute for row in rows if row.absolute)
    error = f"The largest relative error is {number(worst.relative, 3)}"
    if worst.turns > _ALIASED:
        widest = max(row.turns for row in rows)
        return (
            f"{error}: h is up to {number(widest, 3)} local periods long, so the quotient compares "
            f"values of different turns (aliasing). Rounding is about {number(share, 2)} of the error, or "
            "less."
        )
    cause = "rounding" if share > 0.5 else "truncation"
    return (
        f"{error}: h is {number(rows[0].turns, 3)} of the local period at every place, and what is left of "
        f"the error is mostly {cause}."
    )


def rounding_check(rows: tuple[OscillationRow, ...]) -> Check:
    """Each quotient in float64 against itself in 50 digits: whatever differs is rounding.

    float64 changes 1/t by ε/t at most, and so the quotient by about ε(1 + 1/|t|)/h.
    """
    worst = max(rows, key=lambda row: row.rounding / _rounding_bound(row))
    return Check(
        compared="The quotients of the table in float64, against the same quotients in 50 digits. Shown is "
        "the one nearest to what rounding may do; the difference is all that rounding did.",
        shown=number(worst.numerical, 17),
        second=number(float(worst.again), 17),
        difference=worst.rounding,
        tolerance=_rounding_bound(worst),
    )


def _rounding_bound(row: OscillationRow) -> float:
    ends = [abs(t) for t in (row.x + row.h, row.x - row.h) if t]
    return float(np.finfo(np.float64).eps) * (1 + 2 / min(ends)) / row.h
