"""What a limit may be, as an answer: a number, ±∞, or none."""

import math
from dataclasses import dataclass

from core.numbers import number
from core.practice.answering.answer import Finding
from core.practice.answering.numbers import NumberAnswer
from core.practice.answering.values import TOLERANCE, value_of, without_heading

_NONE = frozenset(("none", "no limit", "no", "does not exist", "dne"))
_INFINITE = {sign + name: float(f"{sign}inf") for sign in ("", "+", "-") for name in ("oo", "∞", "inf")}


@dataclass(frozen=True)
class LimitAnswer:
    """A number, ∞, −∞, or that there is no limit; its values are floats, NaN for no limit."""

    invitation: str = "a number, oo, -oo, or none where there is no limit"
    tolerance: str = TOLERANCE

    def read(self, text: str) -> float:
        """One of the four.

        >>> LimitAnswer().read("-oo"), LimitAnswer().read("does not exist"), LimitAnswer().read("3/2")
        (-inf, nan, 1.5)
        """
        bare = without_heading(text).strip().lower().replace("−", "-")
        if bare in _NONE:
            return math.nan
        if bare in _INFINITE:
            return _INFINITE[bare]
        return value_of(bare)

    def weigh(self, typed: float, right: float) -> Finding:
        """The same kind of end first, then the number."""
        if math.isnan(typed) or math.isnan(right):
            same = math.isnan(typed) and math.isnan(right)
            reason = "There is a limit." if math.isnan(typed) else "There is no limit to arrive at."
            return Finding(same, "" if same else reason)
        if math.isinf(typed) and math.isinf(right):
            reason = "It grows beyond every bound, but on the other side of 0."
            return Finding(typed == right, "" if typed == right else reason)
        if math.isinf(typed):
            return Finding(False, "It does not grow beyond every bound.")
        if math.isinf(right):
            return Finding(False, "It passes this number, and every other.")
        return NumberAnswer().weigh(typed, right)

    def written(self, answer: float) -> str:
        """In words where it is no number."""
        return "no limit" if math.isnan(answer) else number(answer)
