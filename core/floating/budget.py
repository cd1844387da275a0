"""Where the error of a difference quotient comes from: five causes that add up to it exactly."""

from dataclasses import dataclass
from fractions import Fraction

from core.floating.quotient import Quotient

CAUSES: dict[str, str] = {
    "truncation": "the curve bends over the width h",
    "moving": "x + h is rounded",
    "values": "the values of f are rounded",
    "subtraction": "the subtraction is rounded",
    "division": "the division is rounded",
}
"""Each part of the error, and in words what causes it."""


@dataclass(frozen=True)
class Budget:
    """The parts of (computed quotient) − f'(x); `parts` has the keys of CAUSES."""

    parts: dict[str, Fraction]

    @property
    def total(self) -> Fraction:
        """The whole error."""
        return sum(self.parts.values(), Fraction(0))

    @property
    def largest(self) -> str:
        """The cause with the largest part."""
        return max(self.parts, key=lambda cause: abs(self.parts[cause]))


def budget(q: Quotient) -> Budget | None:
    """The parts of the error, each from exact arithmetic; None where a number on the way is missing.

    Between f'(x) and the computed quotient stand the exact quotient with the exact x + h, the same with the
    stored x + h, the exact difference of the computed values and the computed difference; each part is the
    step from one to the next.
    """
    stored = (q.h.exact, q.there.exact, q.here.exact, q.rise.exact, q.result.exact)
    meant = (q.slope, q.there.meant, q.here.meant, q.at_moved)
    known = [value for value in (*stored, *meant) if value is not None]
    if len(known) < len(stored) + len(meant) or not q.h.exact:
        return None
    h, there, here, rise, result, slope, true_there, true_here, at_moved = known
    ladder = {
        "truncation": (true_there - true_here) / h,
        "moving": (at_moved - true_here) / h,
        "values": (there - here) / h,
        "subtraction": rise / h,
        "division": result,
    }
    below = (slope, *ladder.values())
    return Budget({name: value - under for (name, value), under in zip(ladder.items(), below, strict=False)})
