"""One number or the two of a point as an answer."""

from dataclasses import dataclass

from core.errors import CalculusError
from core.numbers import number
from core.practice.answering.answer import Finding
from core.practice.answering.values import LONGEST, TOLERANCE, close, value_of, without_heading

_SHOWN = 6


@dataclass(frozen=True)
class NumberAnswer:
    """One number; its values are floats."""

    invitation: str = "a number, such as 0.25 or 1/3"
    tolerance: str = TOLERANCE

    def read(self, text: str) -> float:
        """The value of a constant of the language, a name and = in front allowed.

        >>> NumberAnswer().read("x₁ = 3/8"), NumberAnswer().read("-sqrt(4)")
        (0.375, -2.0)
        """
        return value_of(without_heading(text))

    def weigh(self, typed: float, right: float) -> Finding:
        """Close enough, or on which side it is; a mere sign is named."""
        if close(typed, right):
            return Finding(True)
        shown = number(typed, _SHOWN)
        if close(typed, -right):
            return Finding(False, "The size is right and the sign is not.", "sign")
        return Finding(False, f"{shown} is too {'large' if typed > right else 'small'}.")

    def written(self, answer: float) -> str:
        """To six digits."""
        return number(answer, _SHOWN)


@dataclass(frozen=True)
class PointAnswer:
    """Two numbers in order; its values are tuples of two floats."""

    invitation: str = "two numbers, such as (4, −1/2)"
    tolerance: str = TOLERANCE

    def read(self, text: str) -> tuple[float, ...]:
        """Two constants with a comma between, in brackets or without.

        >>> PointAnswer().read("(3/5, 0.8)")
        (0.6, 0.8)
        """
        parts = _parts(without_heading(text))
        if len(parts) != 2:
            raise CalculusError(f"Two numbers are asked for, with a comma between; here are {len(parts)}.")
        return tuple(map(value_of, parts))

    def weigh(self, typed: tuple[float, ...], right: tuple[float, ...]) -> Finding:
        """Both have to be close; a single wrong one is named, and so is the order."""
        good = [close(one, other) for one, other in zip(typed, right, strict=True)]
        if all(good):
            return Finding(True)
        if all(map(close, typed, reversed(right))):
            return Finding(False, "Both numbers are right, but in the other order.", "order")
        if any(good):
            first, second = ("first", "second") if good[0] else ("second", "first")
            return Finding(False, f"The {first} number is right, the {second} is not.")
        return Finding(False, "Neither of the two numbers is right.")

    def written(self, answer: tuple[float, ...]) -> str:
        """In brackets, to six digits."""
        return f"({', '.join(number(part, _SHOWN) for part in answer)})"


def _parts(text: str) -> list[str]:
    """The text at its outer commas, a pair of brackets around the whole taken off."""
    bare = text.strip()
    if bare[:1] in ("(", "[") and bare[-1:] in (")", "]"):
        bare = bare[1:-1]
    parts, depth = [""], 0
    for sign in bare[:LONGEST]:
        depth += (sign in "([") - (sign in ")]")
        if sign in ",;" and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return parts
