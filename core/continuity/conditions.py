"""Continuity at a point: three conditions, computed, and the kind of the break where one fails.

f is continuous at a if f(a) is defined, the limit of f at a exists, and the two are equal (Spivak, Calculus,
ch. 6). The limits here are trends in many digits unless better ones are given.
"""

from dataclasses import dataclass
from typing import Any, Literal

from core.expression import Expression
from core.limiting.approach import digits_text
from core.limiting.neighbourhood import Point, approaches, as_point, is_infinite, known_digits
from core.limiting.trend import Trend, trend_near
from core.limiting.value import DIGITS, value_at

Kind = Literal[
    "continuous",
    "removable",
    "jump",
    "infinite",
    "oscillating",
    "end of the domain",
    "isolated",
    "outside the domain",
    "undecided",
]

_SHOWN = 6


@dataclass(frozen=True)
class Condition:
    """One line of the checklist: the question, whether it holds (None: undecided), and what was found."""

    asks: str
    holds: bool | None
    found: str

    @property
    def sentence(self) -> str:
        """Question and answer: "Is f(a) defined? No: f(a) is undefined."."""
        answer = "Not known" if self.holds is None else "Yes" if self.holds else "No"
        return f"{self.asks} {answer}: {self.found}."


@dataclass(frozen=True)
class Continuity:
    """The checklist at a point. `value` is f(a) as an mpf, nan where it is undefined."""

    point: Point
    value: Any
    left: Trend
    right: Trend
    kind: Kind
    conditions: tuple[Condition, Condition, Condition]

    @property
    def is_continuous(self) -> bool:
        """Whether all three conditions hold."""
        return self.kind == "continuous"

    @property
    def limit(self) -> Any:
        """The two-sided limit as an mpf, None where there is none or it is not known."""
        same = self.left.kind == self.right.kind == "finite" and _meet(self.left, self.right)
        return self.left.limit if same else None

    @property
    def jump(self) -> Any:
        """How much higher f comes in on the right than on the left; None unless it jumps."""
        return self.right.value - self.left.value if self.kind == "jump" else None


def continuity_at(
    e: Expression, a: Point, *, left: Trend | None = None, right: Trend | None = None
) -> Continuity:
    """The checklist for a function of one variable at a finite point.

    `left` and `right` replace the trends where the limits are known from elsewhere. Raises ValueError for
    a point that is not finite.
    """
    if a != a or is_infinite(as_point(a)):
        raise ValueError("continuity is asked at a finite point")
    from_left, from_right = approaches(a)
    first, second = left or trend_near(e, from_left), right or trend_near(e, from_right)
    value = value_at(e, from_left.point)
    kind = _kind(value, first, second, _roundoff(from_left.point))
    return Continuity(from_left.point, value, first, second, kind, _conditions(value, first, second, kind))


def _roundoff(point: Point) -> float:
    """How far a value at a rounded point may be off: a zero of 60 digits is no exact zero."""
    return 0.0 if known_digits(point) > DIGITS * 2 else 1e-25


def _kind(value: Any, left: Trend, right: Trend, roundoff: float) -> Kind:
    trends = {left.kind, right.kind}
    if trends == {"undefined"}:
        return "outside the domain" if value != value else "isolated"
    for trend, kind in _BY_TREND:
        if trend in trends:
            return kind
    if not _meet(left, right):
        return "jump"
    if value == value and left.agrees(value, max(right.tolerance, roundoff)):
        return "continuous"
    return "removable"


_BY_TREND: tuple[tuple[str, Kind], ...] = (
    ("undefined", "end of the domain"),
    ("undecided", "undecided"),
    ("oscillates", "oscillating"),
    ("+inf", "infinite"),
    ("-inf", "infinite"),
)


def _meet(left: Trend, right: Trend) -> bool:
    return left.agrees(right.value, right.tolerance)


def _conditions(value: Any, left: Trend, right: Trend, kind: Kind) -> tuple[Condition, Condition, Condition]:
    defined = bool(value == value)
    exists = None if kind == "undecided" else kind in ("continuous", "removable")
    where = f"f(a) = {number_text(value)}" if defined else "f(a) is undefined"
    return (
        Condition("Is f(a) defined?", defined, where),
        Condition("Does the limit of f at a exist?", exists, _limit_found(left, right, exists)),
        Condition("Is the limit f(a)?", _equal(kind, defined, exists), _equal_found(value, left, exists)),
    )


def _equal(kind: Kind, defined: bool, exists: bool | None) -> bool | None:
    if exists is None and defined:
        return None
    return kind == "continuous"


def _limit_found(left: Trend, right: Trend, exists: bool | None) -> str:
    if exists:
        return f"from both sides f tends to {value_text(left)}"
    return f"from the left {trend_text(left)}, from the right {trend_text(right)}"


def _equal_found(value: Any, left: Trend, exists: bool | None) -> str:
    if exists is None:
        return "the limit is not known"
    if not exists:
        return "there is no limit to compare with"
    if value != value:
        return f"the limit is {value_text(left)}, but there is no f(a)"
    return f"the limit is {value_text(left)}, f(a) is {number_text(value)}"


def trend_text(found: Trend) -> str:
    """What f does on one side, as a clause."""
    if found.kind == "finite":
        return f"f tends to {value_text(found)}"
    if found.kind == "oscillates":
        return "f keeps oscillating"
    return _CLAUSES[found.kind]


_CLAUSES = {
    "+inf": "f grows beyond all bounds",
    "-inf": "f falls below all bounds",
    "undefined": "f is undefined",
    "undecided": "the numbers do not settle the question",
}


def value_text(found: Trend) -> str:
    """The value a finite trend tends to."""
    return number_text(found.limit)


def number_text(value: Any) -> str:
    """An mpf as a sentence shows it."""
    return digits_text(value, _SHOWN)
