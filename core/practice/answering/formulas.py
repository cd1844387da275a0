"""A formula as an answer: judged by its values, never by its form."""

import random
from dataclasses import dataclass
from fractions import Fraction

from core.answers import judge
from core.errors import CalculusError
from core.expression import Expression, ExpressionError, parse
from core.numbers import point
from core.practice.answering.answer import Finding
from core.steps import Step

_DIGITS = 40
_ALIKE = 1e-20
_FEWEST, _MOST = 5, 40
_TOLERANCE = "Any form will do: the values are compared in many digits at many places."


def read_formula(text: str, variables: tuple[str, ...]) -> Expression:
    """A function of the variables; CalculusError with the sentence of the language where it is none."""
    if not text.strip():
        raise CalculusError(f"Type a formula of {' and '.join(variables)}.")
    try:
        return parse(text, variables)
    except ExpressionError as error:
        raise CalculusError(f"This cannot be read as a formula. {error}") from error


@dataclass(frozen=True)
class FormulaAnswer:
    """A function of the variables; its values are expressions."""

    variables: tuple[str, ...]
    tolerance: str = _TOLERANCE

    @property
    def invitation(self) -> str:
        """Which variables it may have."""
        return f"a formula of {' and '.join(self.variables)}"

    def read(self, text: str) -> Expression:
        """As typed."""
        return read_formula(text, self.variables)

    def weigh(self, typed: Expression, right: Expression) -> Finding:
        """Equal in twenty digits at irregular places, or one of these places as the witness."""
        witness = _difference(typed, right)
        if witness is None:
            return Finding(True)
        place = point([float(x) for x in witness], self.variables)
        return Finding(False, f"At {place} your formula has another value than the right one.")

    def written(self, answer: Expression) -> str:
        """In the language."""
        return str(answer)


@dataclass(frozen=True)
class DerivativeAnswer:
    """The derivative of a function of one variable; a wrong one is held against the known misconceptions."""

    function: Expression
    tolerance: str = _TOLERANCE

    @property
    def invitation(self) -> str:
        """Which variable it may have."""
        return f"a formula of {self.function.variables[0]}"

    def read(self, text: str) -> Expression:
        """As typed."""
        return read_formula(text, self.function.variables)

    def weigh(self, typed: Expression, right: Expression) -> Finding:  # noqa: ARG002 - judged by the function
        """What `core.answers` says of it, with its first diagnosis."""
        found = judge(self.function, typed)
        if found.is_right or not found.diagnoses:
            return Finding(found.is_right, found.sentence)
        first = found.diagnoses[0]
        step = Step("Where it went wrong", first.latex, first.misconception.truth)
        return Finding(False, f"{found.sentence} {first.sentence}", first.misconception.key, step)

    def written(self, answer: Expression) -> str:
        """In the language."""
        return str(answer)


def _difference(typed: Expression, right: Expression) -> tuple[Fraction, ...] | None:
    """A place where the two differ, round ones first; None where they agree wherever the right one is."""
    seen = 0
    for place in _places(len(right.variables), str(right)):
        expected, found = (one.precise(*place, digits=_DIGITS) for one in (right, typed))
        mp = expected.context
        if not mp.isfinite(expected):
            continue
        if not mp.isfinite(found) or abs(found - expected) > _ALIKE * max(abs(expected), 1):
            return place
        seen += 1
        if seen == _FEWEST * 2:
            return None
    if seen < _FEWEST:
        raise CalculusError("The right formula has too few values to compare yours with.")
    return None


def _places(count: int, text: str) -> list[tuple[Fraction, ...]]:
    """Irregular places, the same ones for the same text, after a few round ones to show."""
    chance = random.Random(text)
    round_ones = [tuple(Fraction(k + axis) for axis in range(count)) for k in (1, 2, 3)]
    others = [tuple(Fraction(chance.randint(-5000, 5000), 997) for _ in range(count)) for _ in range(_MOST)]
    return round_ones + others
