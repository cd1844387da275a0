"""Accumulation: the same number added a million times, and the error of four ways to add, growing."""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import inf

import numpy as np
from numpy.typing import NDArray

from core.differencing.arithmetic import stored
from core.errors import SettingError
from core.float_errors.summation import METHODS, Counts, Sums
from core.floating.formats import Float, Format, format_of
from core.floating.rounding import nearest
from core.floating.stored import Stored
from core.floating.writing import shortest
from core.numbers import number
from core.steps import Check

MOST = 1_000_000
SAMPLES = 200
"""Places along the way at which the sums are shown, evenly in the logarithm."""


@dataclass(frozen=True, eq=False)
class Accumulation:
    """A number added up to counts[-1] times, seen at counts (k,), ascending, k ≤ SAMPLES.

    sums and errors have a row (k,) for each of METHODS: the sum, and |sum − n·x| with x as it is stored; ∞
    where the format ends before.
    """

    form: Format
    term: Stored
    counts: Counts
    sums: dict[str, Sums]
    errors: dict[str, NDArray[np.float64]]
    check: Check

    @property
    def stuck(self) -> int | None:
        """The number of terms from which on another one no longer changes the naive sum; None if it does."""
        same = np.flatnonzero(np.diff(self.sums["naive"]) == 0)
        return int(self.counts[same[0]]) if len(same) else None

    @property
    def verdict(self) -> str:
        """The naive sum, and how far each way is off."""
        count, term = int(self.counts[-1]), self.term.name
        found = shortest(self.sums["naive"][-1])
        begin = f"{term} added {f'{count:,}'.replace(',', ' ')} times gives {found} in {self.form.name}"
        if self.stuck is not None:
            begin += f": before {self.stuck} terms it has grown so large that {term} more changes nothing"
        offs = {name: float(values[-1]) for name, values in self.errors.items()}
        said = "; ".join(f"{name} is off by {number(off, 3)}" for name, off in offs.items() if off < inf)
        beyond = "" if max(offs.values()) < inf else f" The true sum is beyond {self.form.name}."
        alone = ", the rounding of the result alone" if 0 < offs["fsum"] < inf else ""
        return f"{begin}. {said[0].upper()}{said[1:]}{alone}.{beyond}" if said else f"{begin}.{beyond}"


def accumulated(term: float = 0.1, count: int = MOST, dtype: str = "float64") -> Accumulation:
    """A number added up to a million times, four ways, in a format; kept, as a million take a moment.

    Raises SettingError: "term" for 0 or what the format cannot hold, "count" outside 1 … 10⁶, "dtype".

    >>> sums = accumulated(0.1, 10).sums
    >>> float(sums["naive"][-1]), float(sums["fsum"][-1])
    (0.9999999999999999, 1.0)
    """
    form = format_of(dtype)
    if not stored(term, dtype, "term"):
        raise SettingError(f"The number to add is 0 in {form.name}.", "term")
    if not 1 <= count <= MOST:
        raise SettingError("A number is added between 1 and 1 000 000 times.", "count")
    return _accumulated(float(term), count, form)


@lru_cache(maxsize=16)
def _accumulated(term: float, count: int, form: Format) -> Accumulation:
    x: Float = form.type(term)
    counts = np.unique(np.geomspace(1, count, SAMPLES).round().astype(np.int64))
    with np.errstate(over="ignore", invalid="ignore"):
        sums = {name: method(x, counts) for name, method in METHODS.items()}
    return Accumulation(
        form=form,
        term=Stored(shortest(term), x, form, Fraction(repr(term))),
        counts=counts,
        sums=sums,
        errors={name: _errors(values, counts, x) for name, values in sums.items()},
        check=_check(sums["fsum"][-1], count, x, form),
    )


def _errors(sums: Sums, counts: Counts, x: Float) -> NDArray[np.float64]:
    exact = Fraction(float(x))
    return np.array(
        [
            float(abs(Fraction(total) - n * exact)) if np.isfinite(total) else inf
            for total, n in zip(map(float, sums), counts.tolist(), strict=True)
        ]
    )


def _check(total: Float, count: int, x: Float, form: Format) -> Check:
    second = nearest(count * Fraction(float(x)), form)
    return Check(
        "fsum's sum against n·x in exact fractions, rounded once.",
        shortest(total),
        shortest(form.type(second)),
        0.0 if float(total) == second else abs(float(total) - second),
        0.0,
    )
