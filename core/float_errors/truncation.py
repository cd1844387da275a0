"""Truncation: a Taylor series cut after n terms, and the rounding that is left when no term is missing.

The error after n terms is at most |x|ⁿ/n! times the largest derivative on the way (Lagrange's remainder). The
rounding of the terms stays for ever: about ε times the largest term, however small the sum.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.differencing.arithmetic import stored
from core.errors import SettingError
from core.expression.precise import context
from core.floating.formats import Format, format_of
from core.floating.rounding import from_mpf
from core.floating.stored import Stored
from core.floating.writing import shortest
from core.numbers import number
from core.steps import Check

MOST = 100
"""Terms shown; |x| ≤ 30 has long settled by then."""

LARGEST_X = 30.0
_DIGITS = 400
"""What is cut off is known to the last of float64's powers of ten."""


@dataclass(frozen=True)
class Series:
    """Σ term_k: term_0 = first(x), term_k = term_{k−1}·ratio(x, k); `powers` is the power of x in term_k.

    first and ratio take numbers of many digits or of a format, and give the same kind back.
    """

    name: str
    latex: str
    first: Callable[[Any], Any]
    ratio: Callable[[Any, int], Any]
    powers: Callable[[int], int]
    truth: Callable[[Any, Any], Any]
    largest_derivative: Callable[[float], float]


SERIES: dict[str, Series] = {
    "exp": Series(
        "eˣ",
        r"e^{x} = 1 + x + \frac{x^{2}}{2!} + \frac{x^{3}}{3!} + \cdots",
        lambda x: x / x if x else x + 1,
        lambda x, k: x / k,
        lambda k: k,
        lambda mp, x: mp.exp(x),
        lambda x: float(np.exp(max(x, 0.0))),
    ),
    "sin": Series(
        "sin x",
        r"\sin x = x - \frac{x^{3}}{3!} + \frac{x^{5}}{5!} - \cdots",
        lambda x: x,
        lambda x, k: -(x * x) / (2 * k * (2 * k + 1)),
        lambda k: 2 * k + 1,
        lambda mp, x: mp.sin(x),
        lambda _: 1.0,
    ),
}
"""The series to choose from."""


@dataclass(frozen=True, eq=False)
class Truncation:
    """The series at x, cut after 1, 2, … MOST terms; all arrays are (MOST,).

    truncation: |precise partial sum − truth|, error: |partial sum in the format − truth|, bound: Lagrange's.
    `terms` is the number asked about, `partial` the sum there; `floor` is what is left when all terms are in.
    """

    series: Series
    form: Format
    x: Stored
    terms: int
    truncation: NDArray[np.float64]
    error: NDArray[np.float64]
    bound: NDArray[np.float64]
    partial: Stored
    largest_term: float
    check: Check | None

    @property
    def floor(self) -> float:
        """The error with all terms in: rounding alone."""
        return float(self.error[-1])

    @property
    def settled(self) -> int:
        """After how many terms the computed sum no longer changes its error."""
        return int(np.flatnonzero(self.error != self.error[-1]).max(initial=-1)) + 2

    @property
    def verdict(self) -> str:
        """The error at the chosen number of terms, its cause, and where more terms stop helping."""
        at = self.terms - 1
        noun = "term" if self.terms == 1 else "terms"
        missing, found = float(self.truncation[at]), float(self.error[at])
        if self.partial.exact is None:
            return (
                f"The series of {self.series.name} at x = {self.x.text} has terms up to "
                f"{number(self.largest_term, 3)}, beyond {self.form.name}: the sum is lost."
            )
        start = (
            f"{self.terms} {noun} of the series of {self.series.name} at x = {self.x.text}: "
            f"{self.partial.text}, off by {number(found, 3)}."
        )
        if 2 * missing >= found:
            rest = f"What was cut off is {number(missing, 3)}, below the bound {number(self.bound[at], 3)}."
            return f"{start} {rest}"
        return (
            f"{start} What was cut off is only {number(missing, 3)}; the rest is rounding of terms up to "
            f"{number(self.largest_term, 3)}. From {min(self.settled, MOST)} terms on, more change nothing."
        )


def truncated_series(name: str = "exp", x: float = 1.0, terms: int = 5, dtype: str = "float64") -> Truncation:
    """A series of `SERIES` at |x| ≤ 30, cut after 1 … 100 terms, summed from the first term on in a format.

    Raises SettingError: "series", "x", "terms" or "dtype" for what cannot be used.

    >>> truncated_series("exp", 1.0, 5).partial.text
    '2.708333333333333'
    """
    form = format_of(dtype)
    if name not in SERIES:
        raise SettingError(f"The series to choose from are {', '.join(SERIES)}.", "series")
    if not 1 <= terms <= MOST:
        raise SettingError(f"A series is cut after 1 to {MOST} terms.", "terms")
    if not abs(x) <= LARGEST_X:
        raise SettingError(f"The series is shown for x between −{LARGEST_X:g} and {LARGEST_X:g}.", "x")
    series, place = SERIES[name], stored(x, dtype, "x")
    mp = context(_DIGITS)
    precise = mp.mpf(float(place))
    truth = series.truth(mp, precise)
    summands = _terms(series, precise)
    sums = list(accumulate(summands))
    with np.errstate(all="ignore"):
        computed = list(accumulate(_terms(series, place), lambda total, term: total + term))
    return Truncation(
        series=series,
        form=form,
        x=Stored("x", place, form, Fraction(repr(float(x)))),
        terms=terms,
        truncation=np.array([float(abs(total - truth)) for total in sums]),
        error=np.array([float(abs(mp.mpf(float(total)) - truth)) for total in computed]),
        bound=_bounds(series, precise),
        partial=Stored("partial sum", computed[terms - 1], form, from_mpf(truth)),
        largest_term=float(max(map(abs, summands))),
        check=_check(computed[terms - 1], sums[terms - 1], summands[:terms], form),
    )


def _terms(series: Series, x: Any) -> list[Any]:
    """MOST terms, in many digits for an mpf and in the format for a number of a format."""
    terms = [series.first(x)]
    for k in range(1, MOST):
        terms.append(terms[-1] * series.ratio(x, k))
    return terms


def _bounds(series: Series, x: Any) -> NDArray[np.float64]:
    """|x|^m/m!·max|f^(m)|, m the power of x in the first term left out, after 1, 2, … MOST terms."""
    size, power, bounds = abs(x) * 0 + 1, 0, []
    for count in range(1, MOST + 1):
        while power < series.powers(count):
            power += 1
            size *= abs(x) / power
        bounds.append(float(size * series.largest_derivative(float(x))))
    return np.array(bounds)


def _check(computed: Any, precise: Any, summands: list[Any], form: Format) -> Check | None:
    """The computed partial sum against the precise one; None where the format has lost it.

    A term takes three roundings more than the one before, a sum one: 4n·ε·Σ|term| bounds them all (Higham,
    Accuracy and Stability, §4.2 and Lemma 3.1).
    """
    if not np.isfinite(computed):
        return None
    count = len(summands)
    allowed = 4 * count * float(form.epsilon) * float(sum(map(abs, summands)))
    return Check(
        f"The sum in {form.name} against the same terms in {_DIGITS} digits; rounding may do so much.",
        shortest(computed),
        precise.context.nstr(precise, 20).replace("-", "−"),
        float(abs(float(computed) - precise)),
        allowed + count * float(form.smallest),
    )
