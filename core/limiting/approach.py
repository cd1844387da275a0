"""Tables toward a point: 0.1, 0.01, … from both sides, in float64 and in 50 digits, and sequences.

The two columns agree until float64 gives out: x and a become the same number, or all digits cancel.
"""

import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np

from core.expression import Expression
from core.expression.precise import context
from core.limiting.neighbourhood import Approach, Point, Side, approaches, is_infinite
from core.numbers import number

MOST_ROWS = 40
WORTHLESS_DIGITS = 3
"""A float64 with fewer right digits than this has given out."""

MOST_DIGITS = 16
FEWEST_ZEROS = 6  # 0.000001 is still read at a glance, 0.0000001 is not
LONGEST_PLAIN = 10**7
_SHOWN = 50


@dataclass(frozen=True)
class Row:
    """One place of a table: x as text, f(x) in float64 and as an mpf, and how many digits of the first hold.

    `distance` is |x − a|, or 1/|x| on the way to ±∞. `same` says that float64 cannot tell x from a.
    """

    distance: Fraction
    x: str
    double: float
    value: Any
    digits: int
    same: bool

    @property
    def gives_out(self) -> bool:
        """Whether the float64 value is worth nothing here."""
        return self.digits < WORTHLESS_DIGITS

    def value_text(self, digits: int = _SHOWN) -> str:
        """The value to so many digits, at most 50, "undefined" where there is none."""
        return digits_text(self.value, digits)


@dataclass(frozen=True)
class Table:
    """The rows of one side, from far to near, and where float64 gives out (None where it never does)."""

    side: Side
    rows: tuple[Row, ...]
    note: str | None


def approach_tables(e: Expression, a: Point, rows: int = 6) -> tuple[Table, ...]:
    """A table per side for a function of one variable: x = a ∓ 0.1, a ∓ 0.01, …

    At ±∞ there is one: x = ±1, ±10, ±100, … Raises ValueError unless 1 ≤ rows ≤ 40.
    """
    if not 1 <= rows <= MOST_ROWS:
        raise ValueError(f"a table has 1 to {MOST_ROWS} rows, not {rows}")
    first = 0 if is_infinite(a) else 1
    distances = [Fraction(1, 10**k) for k in range(first, first + rows)]
    return tuple(_table(e, way, distances) for way in approaches(a))


def sequence_table(e: Expression, rows: int = 17) -> Table:
    """The terms n = 1, 10, 100, …; with 17 rows up to 10^16, where (1 + 1/n)^n is 1 in float64.

    e is the term as a function of its one variable. 1 + 10^−16 rounds to 1, and 1^n is 1 (Higham, Accuracy
    and Stability of Numerical Algorithms, §1.11).
    """
    (table,) = approach_tables(e, math.inf, rows)
    return table


def digits_text(value: Any, digits: int) -> str:
    """An mpf to so many significant digits.

    >>> digits_text(context(50).mpf(1) / 3, 20), digits_text(context(50).nan, 20)
    ('0.33333333333333333333', 'undefined')
    """
    mp = context(_SHOWN)
    if mp.isnan(value):
        return "undefined"
    if mp.isinf(value):
        return "∞" if value > 0 else "−∞"
    text: str = mp.nstr(mp.mpf(value), digits, min_fixed=-7, max_fixed=21, show_zero_exponent=False)
    return text.removesuffix(".0").replace("-", "−")


def _table(e: Expression, way: Approach, distances: list[Fraction]) -> Table:
    doubles = e(way.floats(np.array([float(distance) for distance in distances])))
    rows = tuple(_row(e, way, *pair) for pair in zip(distances, map(float, doubles), strict=True))
    return Table(way.side, rows, _note(e.variables[0], way, rows))


def _row(e: Expression, way: Approach, distance: Fraction, double: float) -> Row:
    value = way.value(e, distance)
    same = not is_infinite(way.point) and float(way.at(distance)) == float(way.point)
    return Row(distance, _place(way, distance), double, value, right_digits(double, value), same)


def right_digits(double: float, value: Any) -> int:
    """How many leading digits a float64 has in common with the true value, 0 to 16.

    >>> right_digits(2.7185234960372378, context(50).e), right_digits(1.0, context(50).e)
    (4, 0)
    """
    mp = context(_SHOWN)
    if mp.isnan(value) or mp.isinf(value) or not math.isfinite(double):
        agree = (math.isnan(double) and mp.isnan(value)) or mp.mpf(double) == value
        # Beyond float64's largest number ∞ is what it can say, and no digit of it is wrong.
        overflow = math.isinf(double) and not mp.isnan(value) and abs(value) > 1e308 and double * value > 0
        return MOST_DIGITS if agree or overflow else 0
    gap = abs(mp.mpf(double) - value)
    if gap == 0 or (abs(value) < 1e-307 and gap < 1e-307):
        return MOST_DIGITS
    if value == 0:
        return 0
    # k digits are right when the gap is at most half a unit of the k-th.
    digits = mp.floor(mp.log10(abs(value))) + 1 - mp.log10(2 * gap)
    return max(0, min(MOST_DIGITS, int(mp.floor(digits))))


def _place(way: Approach, distance: Fraction) -> str:
    """x in full where it is short, 2.999; else as a step from the point, 3 − 10⁻²⁰."""
    if is_infinite(way.point):
        size = 1 / distance
        text = str(size) if size < LONGEST_PLAIN else number(float(size))
        return text if way.point > 0 else f"−{text}"
    if not isinstance(way.point, Fraction):
        return _step_from(way, distance)
    x = way.point + (distance if way.side == "right" else -distance)
    decimals = round(-math.log10(distance))
    if decimals > (MOST_DIGITS if way.point else FEWEST_ZEROS) or (x * 10**decimals).denominator != 1:
        return _step_from(way, distance)
    return f"{Decimal(x.numerator) / Decimal(x.denominator):f}".replace("-", "−")


def _step_from(way: Approach, distance: Fraction) -> str:
    sign, size = ("−" if way.side == "left" else "+"), number(float(distance))
    if way.point == 0:
        return size if sign == "+" else f"−{size}"
    return f"{number(float(way.point))} {sign} {size}"


def _note(name: str, way: Approach, rows: tuple[Row, ...]) -> str | None:
    row = next((row for row in rows if row.gives_out), None)
    if row is None:
        return None
    begin = f"From {name} = {row.x} on, float64 gives out: it"
    if row.same:
        return f"{begin} cannot tell {name} from {number(float(way.point))}."
    says = "has no value" if math.isnan(row.double) else f"says {number(row.double)}"
    return f"{begin} {says} where the value is {digits_text(row.value, 6)}."
