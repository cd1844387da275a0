"""Two numbers and their difference digit by digit: which digits cancel, and which are right.

A number is a row of digits over common columns. In f(x + h) and f(x) those digits cancel that leave no digit
in the difference. Of the others a digit is right when the whole number is off by no more than half its place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import Literal

from core.floating.formats import Format
from core.floating.writing import exponent_of_ten

DigitKind = Literal["sign", "zero", "cancelled", "right", "wrong"]

_SMALLEST_PLAIN = -5


@dataclass(frozen=True)
class Span:
    """Neighbouring digits of one kind; zeros before the first digit that counts are of the kind "zero"."""

    text: str
    kind: DigitKind


@dataclass(frozen=True)
class DigitRow:
    """One number: its spans, and below it the digits that the true value has in the same columns."""

    name: str
    spans: tuple[Span, ...]
    truth: str

    @property
    def text(self) -> str:
        """All characters of the row; every row of a table is equally long."""
        return "".join(span.text for span in self.spans)

    def count(self, kind: DigitKind) -> int:
        """How many digits are of this kind."""
        return sum(character.isdigit() for span in self.spans if span.kind == kind for character in span.text)


@dataclass(frozen=True)
class DigitTable:
    """The rows f(x + h), f(x) and their difference, each to be multiplied by 10^power."""

    rows: tuple[DigitRow, ...]
    power: int


@dataclass(frozen=True)
class Number:
    """A number as it was computed, and as it should be; both exact."""

    name: str
    value: Fraction
    truth: Fraction


def digit_table(there: Number, here: Number, rise: Number, form: Format) -> DigitTable | None:
    """The three numbers over common columns, as many as the format's decimals; None where all are 0.

    >>> from core.floating.formats import FORMATS
    >>> values = [Number(n, Fraction(v), Fraction(t)) for n, v, t in
    ...           (("f(x + h)", "9.0703", "9.0601"), ("f(x)", "9", "9"), ("difference", "0.0703", "0.0601"))]
    >>> table = digit_table(*values, FORMATS["float16"])
    >>> [[(span.text, span.kind) for span in row.spans] for row in table.rows][0]
    [(' ', 'sign'), ('9.0', 'cancelled'), ('703', 'wrong')]
    """
    largest = max(abs(exactly) for number in (there, here, rise) for exactly in (number.value, number.truth))
    if largest == 0:
        return None
    columns = _Columns(_lead(largest, form.decimals), form.decimals)
    first_left = exponent_of_ten(abs(rise.value)) if rise.value else columns.lowest - 1
    rows = tuple(columns.row(number, first_left) for number in (there, here))
    return DigitTable((*rows, columns.row(rise, None)), columns.power)


def _lead(largest: Fraction, decimals: int) -> int:
    """The first place of the largest number once it is rounded to so many digits: 9.99 may become 10.0."""
    lead = exponent_of_ten(largest)
    carried = round(largest / Fraction(10) ** (lead - decimals + 1)) == 10**decimals
    return lead + 1 if carried else lead


def right_digits(value: Fraction, truth: Fraction, most: int) -> int:
    """How many leading digits of the true value a computed one has, at most `most`.

    k digits are right when the two differ by no more than half a unit of the k-th.

    >>> right_digits(Fraction("3.14"), Fraction("3.14159"), 17), right_digits(Fraction(0), Fraction(1), 17)
    (3, 0)
    """
    off = abs(value - truth)
    if off == 0:
        return most
    if truth == 0:
        return 0
    # The last place with 2·off ≤ 10^place.
    last = exponent_of_ten(2 * off)
    last += Fraction(10) ** last < 2 * off
    return min(most, max(0, exponent_of_ten(abs(truth)) - last + 1))


class _Columns:
    """The decimal places shown, from 10^top down to 10^lowest, written as multiples of 10^power."""

    def __init__(self, lead: int, decimals: int) -> None:
        self.lowest = lead - decimals + 1
        self.power = 0 if _SMALLEST_PLAIN < lead < decimals else lead
        self.top = max(lead, self.power)

    def row(self, number: Number, first_left: int | None) -> DigitRow:
        """The number's row; digits above the place `first_left` cancel, none where it is None."""
        text, truth = self._digits(number.value), self._digits(number.truth)
        own_lead = exponent_of_ten(abs(number.value)) if number.value else self.lowest - 1
        off = 2 * abs(number.value - number.truth)
        kinds: list[DigitKind] = ["sign"]
        for place in range(self.top, self.lowest - 1, -1):
            if place > own_lead:
                kinds.append("zero")
            elif first_left is not None and place > first_left:
                kinds.append("cancelled")
            else:
                kinds.append("right" if off <= Fraction(10) ** place else "wrong")
            if place == self.power and place > self.lowest:
                kinds.append(kinds[-1])
        return DigitRow(number.name, _spans(text, kinds), truth)

    def _digits(self, value: Fraction) -> str:
        count = self.top - self.lowest + 1
        whole = round(abs(value) / Fraction(10) ** self.lowest)
        digits = f"{whole:0{count}d}"
        split = len(digits) - (self.power - self.lowest)
        sign = "−" if value < 0 and whole else " "
        return sign + digits[:split] + ("." if split < len(digits) else "") + digits[split:]


def _spans(text: str, kinds: Sequence[DigitKind]) -> tuple[Span, ...]:
    """The characters in groups of one kind."""
    pairs = list(zip(kinds, text, strict=True))
    return tuple(
        Span("".join(character for _, character in group), kind)
        for kind, group in groupby(pairs, key=lambda pair: pair[0])
    )
