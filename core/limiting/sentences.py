"""What the verdict on a limit says to a person: one sentence with the numbers in it."""

from collections.abc import Sequence
from math import isinf
from typing import Protocol

import sympy

from core.expression.precise import context
from core.expression.printer import text
from core.expression.symbols import from_sympy
from core.limiting.approach import digits_text
from core.limiting.evidence import Evidence
from core.limiting.opinion import Opinion
from core.limiting.point import Point, Side
from core.limiting.sampling_near import DIGITS
from core.numbers import number

_GROWS = {"+inf": "grows beyond every bound", "-inf": "falls below every bound"}


class _SideVerdict(Protocol):
    @property
    def side(self) -> Side: ...
    @property
    def verdict(self) -> str: ...
    @property
    def value(self) -> sympy.Expr | None: ...
    @property
    def sentence(self) -> str: ...


def side_sentence(
    verdict: str,
    value: sympy.Expr | None,
    band: tuple[float, float] | None,
    numeric: Evidence,
    symbols: Opinion,
    point: Point,
) -> str:
    """One side's verdict."""
    where = _where(point, numeric.side)
    match verdict:
        case "finite" if value is not None:
            return f"{where}, f comes as near to {shown(value)} as you like."
        case "+inf" | "-inf":
            return f"{where}, f {_GROWS[verdict]}."
        case "oscillates":
            return f"{where}, f keeps oscillating {between(band)}, and settles nowhere."
        case "undefined":
            return f"{where}, f is not defined: {numeric.why} has no real value."
    return f"{where}, the limit is undecided: {_doubt(numeric, symbols)}."


def report_sentence(verdict: str, value: sympy.Expr | None, sides: Sequence[_SideVerdict]) -> str:
    """The verdict over all sides asked for."""
    if len(sides) == 1:
        return sides[0].sentence
    left, right = sides
    match verdict:
        case "finite" if value is not None:
            return (
                f"From both sides f comes as near to {shown(value)} as you like: the limit is {shown(value)}."
            )
        case "+inf" | "-inf":
            return (
                f"From both sides f {_GROWS[verdict]}: no number is the limit, and one writes {shown(value)}."
            )
        case "sides-differ":
            return (
                f"There is no limit: f {_arrives(left)} from the left and {_arrives(right)} from the right"
                f"{_jump(left.value, right.value)}."
            )
    if verdict == "undefined" and left.verdict == right.verdict:
        return f"f has no values near the point: {left.sentence.partition(': ')[2]}"
    opening = "" if verdict == "undecided" else "There is no limit from both sides. "
    decisive = [one for one in sides if one.verdict == verdict]
    others = [one for one in sides if one.verdict != verdict]
    if len(decisive) == 2 and left.sentence.replace("left", "right") == right.sentence:
        return f"{opening}{left.sentence.replace('From the left', 'On both sides')}"
    return opening + " ".join(one.sentence for one in (*decisive, *others))


def shown(value: sympy.Expr | None) -> str:
    """An exact value in the language, with its decimals where it needs them.

    >>> shown(sympy.Rational(1, 2)), shown(sympy.sqrt(2)), shown(-sympy.oo)
    ('1/2', 'sqrt(2) ≈ 1.41421', '−∞')
    """
    if value is None or value.is_infinite:
        return "∞" if value is sympy.oo else "−∞"
    exact = text(from_sympy(value)).replace("-", "−")
    return exact if value.is_Rational else f"{exact} ≈ {number(float(value))}"


def _where(point: Point, side: Side) -> str:
    if point.infinite:
        return "As x grows" if point.infinite > 0 else "As x falls"
    return f"From the {side}"


def between(band: tuple[float, float] | None) -> str:
    """Where an oscillation stays.

    >>> between((-1.0, 1.0))
    'between −1 and 1'
    """
    if band is None:
        return "for ever"
    low, high = band
    if isinf(low) and isinf(high):
        return "ever wider"
    if isinf(high):
        return f"ever higher above {number(low)}"
    return f"ever lower below {number(high)}" if isinf(low) else f"between {number(low)} and {number(high)}"


def _doubt(numeric: Evidence, symbols: Opinion) -> str:
    estimate = context(DIGITS).zero if numeric.estimate is None else numeric.estimate
    numbers = {
        "finite": f"the values near the point suggest {digits_text(estimate, 10)}",
        "+inf": "the values near the point seem to grow without bound",
        "-inf": "the values near the point seem to fall without bound",
        "oscillates": "the values near the point oscillate",
    }.get(numeric.kind, "the values near the point do not settle")
    if symbols.kind in ("none", "unknown"):
        reason = symbols.sentence.rstrip(".") or "SymPy has no answer"
        return f"{numbers}, but {reason[0].lower() + reason[1:] if reason[:5] != 'SymPy' else reason}"
    if symbols.kind in ("oscillates", "unbounded"):
        return f"{numbers}, while SymPy sees no settled value"
    return (
        f"{numbers}, while SymPy finds {shown(symbols.value) if symbols.value is not None else symbols.kind}"
    )


def _arrives(one: _SideVerdict) -> str:
    return _GROWS.get(one.verdict) or f"tends to {shown(one.value)}"


def _jump(left: sympy.Expr | None, right: sympy.Expr | None) -> str:
    if left is None or right is None or left.is_infinite or right.is_infinite:
        return ""
    return f", a jump of {number(abs(float(right - left)))}"
