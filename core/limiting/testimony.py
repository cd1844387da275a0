"""What each of the two witnesses said about one side, in a line, so that both can stand side by side."""

from math import isinf
from typing import Any

from core.expression.precise import context
from core.limiting.approach import digits_text
from core.limiting.evidence import Evidence
from core.limiting.opinion import Opinion
from core.limiting.sampling_near import DIGITS
from core.limiting.sentences import between, shown
from core.numbers import LARGEST, number

_DIGITS = 16
_SURE = 1e-15


def symbols_say(opinion: Opinion) -> str:
    """The symbolic witness.

    >>> symbols_say(Opinion("+inf")), symbols_say(Opinion("oscillates", band=(-1.0, 1.0)))
    ('∞', 'between −1 and 1')
    """
    match opinion.kind:
        case "finite":
            return shown(opinion.value)
        case "+inf":
            return "∞"
        case "-inf":
            return "−∞"
        case "oscillates" if opinion.band is not None:
            return between(opinion.band)
        case "oscillates" | "unbounded":
            return "no settled value"
        case _:
            return opinion.sentence or "SymPy has no answer"


def numbers_say(evidence: Evidence) -> str:
    """The numerical witness: the number it settles on, or how far its values go."""
    match evidence.kind:
        case "finite":
            doubt = "" if evidence.error < _SURE else f", give or take {number(evidence.error, 2)}"
            return digits_text(evidence.estimate, _DIGITS) + doubt
        case "+inf" | "-inf":
            return f"reach {_size(evidence.samples[-1].value)}"
        case "oscillates" if evidence.band is not None:
            return between(evidence.band)
        case "undefined":
            return f"{evidence.why} has no real value"
        case _:
            return "do not settle"


def apart(evidence: Evidence, opinion: Opinion) -> Any:
    """|one − other| of two finite limits as an mpf, nan where they cannot be subtracted."""
    if evidence.kind != "finite" or opinion.kind != "finite":
        return context(DIGITS).nan
    return abs(evidence.estimate - opinion.limit)


def _size(value: Any) -> str:
    """A value that may lie beyond float64."""
    rounded = float(value)
    if not isinf(rounded):
        return number(rounded)
    return f"more than {LARGEST}" if rounded > 0 else f"less than −{LARGEST}"
