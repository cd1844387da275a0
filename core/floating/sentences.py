"""What one difference quotient is worth, in a sentence with its numbers."""

from fractions import Fraction

from core.floating.budget import Budget
from core.floating.digits import DigitTable
from core.floating.formats import Format
from core.floating.quotient import Quotient
from core.floating.rounding import to_float
from core.floating.stored import Stored
from core.floating.writing import shortest
from core.numbers import number

_CAUSES = {
    "truncation": "from the bend of f over the width h",
    "moving": "from rounding x + h",
    "values": "from rounding the values of f",
    "subtraction": "from rounding the difference",
    "division": "from rounding the division",
}


def verdict_sentence(q: Quotient, parts: Budget | None, digits: DigitTable | None) -> str:
    """The quotient, f'(x), how far they are apart, and what most of it comes from."""
    obstacle = _obstacle(q)
    if obstacle is not None:
        return obstacle
    quotient = f"With h = {shortest(float(q.h.meant or 0))}, {q.form.name} finds {q.result.text}"
    if q.slope is None or parts is None:
        return f"{quotient}, but f has no derivative at x = {q.x.text} to find."
    slope = number(to_float(q.slope), 10)
    if parts.total == 0:
        why = "the errors cancel" if any(parts.parts.values()) else "no step loses anything"
        return f"{quotient}, and that is f′({q.x.text}) exactly: {why}."
    off = f"{quotient}; f′({q.x.text}) is {slope}. The error is {_size(parts.total)}{_share(parts, q.slope)}"
    return f"{off}. {_cause(parts)} {cancelled_words(digits)}".strip()


def cancelled_words(digits: DigitTable | None) -> str:
    """How many digits cancel, and how many of the rest are right."""
    if digits is None:
        return "Both values are 0, so the difference says nothing."
    there, here, rise = digits.rows
    gone, right = here.count("cancelled"), rise.count("right")
    total = max(row.count("cancelled") + row.count("right") + row.count("wrong") for row in (there, here))
    if gone == total:
        return f"All {total} digits cancel."
    left = "1 digit" if right == 1 else f"{right or 'no'} digits"
    verb = "is" if right == 1 else "are"
    return f"{gone or 'None'} of {total} digits cancel; {left} of the difference {verb} right."


def _obstacle(q: Quotient) -> str | None:
    """Why there is no quotient to speak of, None where there is one."""
    if q.h.exact == 0:
        return f"{q.form.name} stores this h as 0, and 0/0 is no number: h must be at least {_least(q)}."
    if q.here.exact is None:
        return _lost_value(q.here, q.x.text)
    if q.moved.exact is None:
        return f"x + h is beyond {_end(q.form)}."
    if q.there.meant is None:
        return f"f has no value at x + h = {q.moved.text}, so the forward difference cannot be computed."
    if q.there.exact is None:
        return _lost_value(q.there, q.moved.text)
    if q.rise.exact is None or q.result.exact is None:
        return f"The quotient is beyond {_end(q.form)}."
    if q.moved.value == q.x.value and q.slope is not None:
        gap = number(float(q.x.spacing or 0), 3)
        return (
            f"x + h is stored as {q.moved.text}, the same number as x: numbers there are {gap} apart. "
            f"The quotient is 0, whatever f is; f′({q.x.text}) is {number(to_float(q.slope), 10)}."
        )
    return None


def _lost_value(value: Stored, place: str) -> str:
    """Why f(place) is no number of the format although f has a value there."""
    if value.meant is not None and abs(value.meant) > value.form.largest:
        return f"f({place}) is beyond {_end(value.form)}."
    known = "" if value.meant is None else f" f({place}) is {number(to_float(value.meant))}, but"
    return f"{value.form.name} finds no value of f at {place}:{known} a number on the way to it is too large."


def _end(form: Format) -> str:
    return f"{form.name}, which ends at {number(to_float(form.largest), 8)}"


def relative(share: Fraction) -> str:
    """A part of something, in percent where that is readable.

    >>> relative(Fraction(1, 40)), relative(Fraction(1, 10**9)), relative(Fraction(-70))
    ('2.5 %', 'a relative 10⁻⁹', '70 times as much')
    """
    size = abs(to_float(share))
    if size >= 10:
        return f"{number(size, 2)} times as much"
    return f"{number(100 * size, 2)} %" if size >= 1e-4 else f"a relative {number(size, 2)}"


def _least(q: Quotient) -> str:
    return number(to_float(q.form.smallest), 2)


def _size(error: Fraction) -> str:
    return number(abs(to_float(error)), 3)


def _share(parts: Budget, slope: Fraction) -> str:
    if slope == 0:
        return ""
    return f", {relative(parts.total / slope)}"


def _cause(parts: Budget) -> str:
    """The largest part, and the second where it is of the same size."""
    first, second = sorted(parts.parts, key=lambda cause: -abs(parts.parts[cause]))[:2]
    size, other = (abs(parts.parts[cause]) for cause in (first, second))
    if 2 * size > 3 * abs(parts.total):
        return f"{_size(size)} comes {_CAUSES[first]}; {_size(other)} {_CAUSES[second]} works against it."
    if other * 4 < size:
        return f"Nearly all of it comes {_CAUSES[first]}."
    return f"{_size(size)} of it comes {_CAUSES[first]}, {_size(other)} {_CAUSES[second]}."
