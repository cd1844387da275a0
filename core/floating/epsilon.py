"""Machine epsilon: the gap after 1, and which numbers change 1 when they are added to it.

1 + d is rounded to the nearest number. Already a d a little above ε/2 lies nearer to 1 + ε than to 1, so ε is
not the smallest number that changes 1 (Higham, Accuracy and Stability of Numerical Algorithms, §2.1).
"""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from core.floating.formats import Float, Format, format_of
from core.floating.rounding import nearest
from core.floating.stored import Stored
from core.floating.writing import decimal, shortest
from core.steps import Check

SOURCE_ADDEND = 1.2e-16
"""Below float64's ε = 2.2 × 10^−16, and still it changes 1."""


@dataclass(frozen=True, eq=False)
class Addition:
    """1 + d in a format: d as asked and as stored, the rounded sum, and its check in exact fractions."""

    name: str
    d: Stored
    total: Stored
    check: Check

    @property
    def changes_one(self) -> bool:
        """Whether the sum is another number than 1."""
        return self.total.exact != 1

    @property
    def sentence(self) -> str:
        """What happened, with the numbers."""
        into = "another number than 1" if self.changes_one else "nothing has changed"
        kept = "" if self.d.exact or not self.d.meant else " (d itself is stored as 0)"
        return f"1 + {self.name} = {self.total.text}: {into}{kept}."


@dataclass(frozen=True, eq=False)
class Epsilon:
    """ε of a format; additions in front of the reader; the smallest number that changes 1."""

    form: Format
    epsilon: Stored
    additions: tuple[Addition, ...]
    smallest: Addition

    @property
    def verdict(self) -> str:
        """Why ε is a gap and not the smallest number that can be added."""
        return (
            f"In {self.form.name}, ε = {self.epsilon.text} is the gap between 1 and the next number. The "
            f"smallest number that changes 1 is {self.smallest.d.text}, the first one above ε/2: from there "
            "on 1 + d lies nearer to 1 + ε than to 1."
        )


def machine_epsilon(dtype: str, addend: float = SOURCE_ADDEND) -> Epsilon:
    """1 + ε, 1 + ε/2, 1 + 1.2 × 10⁻¹⁶ and 1 + addend in a format; raises SettingError("dtype").

    >>> [row.total.text for row in machine_epsilon("float64").additions]
    ['1.0000000000000002', '1', '1.0000000000000002']
    """
    form = format_of(dtype)
    epsilon = form.type(float(form.epsilon))
    half = form.type(float(form.epsilon / 2))
    named = {"ε": epsilon, "ε/2": half}
    rows = [one_plus(d, form, name) for name, d in named.items()]
    rows += [one_plus(d, form) for d in dict.fromkeys((SOURCE_ADDEND, addend))]
    smallest = np.nextafter(half, form.type(1))
    return Epsilon(form, Stored("ε", epsilon, form, form.epsilon), tuple(rows), one_plus(smallest, form))


LANDINGS = 16
"""Steps of d to one ε."""


@dataclass(frozen=True, eq=False)
class Landings:
    """1 + d for d = 0, ε/16, … 2ε: where it lies and where it is rounded to; both (33,), in ε from 1."""

    form: Format
    lies: NDArray[np.float64]
    lands: NDArray[np.float64]


def landings(dtype: str) -> Landings:
    """Where 1 + d ends up in a format; raises SettingError("dtype").

    >>> landings("float32").lands[[8, 9, 24, 25]].tolist()
    [0.0, 1.0, 2.0, 2.0]
    """
    form = format_of(dtype)
    lies = np.arange(2 * LANDINGS + 1) / LANDINGS
    one, epsilon = form.type(1), form.type(float(form.epsilon))
    lands = ((one + lies.astype(form.type) * epsilon) - one) / epsilon
    return Landings(form, lies, lands.astype(np.float64))


def one_plus(d: Float | float, form: Format, name: str | None = None) -> Addition:
    """1 + d, added in the format; a Python float is first stored in it."""
    # A Python float stands for the decimal that was typed, a number of the format for itself.
    typed = not isinstance(d, np.floating)
    meant = Fraction(repr(d)) if typed else Fraction(float(d))
    with np.errstate(all="ignore"):
        kept: Float = form.type(d)
        total = form.type(1) + kept
    exactly = 1 + Fraction(float(kept))
    second = nearest(exactly, form)
    check = Check(
        f"1 + d added in {form.name} against the number nearest to {decimal(exactly)}, in exact fractions.",
        shortest(total),
        shortest(form.type(second)),
        abs(float(total) - second),
        0.0,
    )
    shown = name or shortest(d)
    return Addition(shown, Stored("d", kept, form, meant), Stored("1 + d", total, form, 1 + meant), check)
