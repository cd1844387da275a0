"""Is the typed function the derivative? Judged by its values, never by its form."""

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

import numpy as np

from core.answers.diagnosis import Diagnosis, diagnoses
from core.answers.places import ROUND, Places, random_places, same_at
from core.answers.proof import proved_equal
from core.expression import Expression
from core.expression.numeric import Program
from core.gradient import gradient_field, slope_check
from core.numbers import number
from core.quotients import central
from core.steps import Check

Verdict = Literal["equal", "different", "narrower", "undecided"]

MOST_PLACES = 24
_SUSPICIOUS = 6
_SHOWN_DIGITS = 8
CHECK_TOLERANCE = 1e-9


@dataclass(frozen=True)
class Witness:
    """One place that tells the answer from f′, and both values there; NaN: the answer has none."""

    x: float
    derivative: float
    answer: float


@dataclass(frozen=True)
class Judgement:
    """The verdict on an answer.

    "equal": it is f′ wherever f has a slope; `proved` when symbols showed it, else by the numbers at `places`
    places. "narrower": it is f′ where it has values, but lacks them somewhere. "different": `witness` shows
    where, `diagnoses` what may have gone wrong. "undecided": f has no slope at any of the places tried.
    """

    verdict: Verdict
    sentence: str
    places: int
    proved: bool = False
    witness: Witness | None = None
    check: Check | None = None
    diagnoses: tuple[Diagnosis, ...] = ()

    @property
    def is_right(self) -> bool:
        """Whether the answer stands as it is."""
        return self.verdict == "equal"


@dataclass(frozen=True)
class _Question:
    """f, f′, the answer, and the places where f has a slope: those where the answer has a value, and not."""

    e: Expression
    derivative: Expression
    answer: Expression
    common: Places
    missing: Places
    size: float

    def same(self, x: Fraction) -> bool | None:
        return same_at(self.derivative, self.answer, x, self.size)


def judge(e: Expression, answer: Expression) -> Judgement:
    """The verdict on `answer` as the derivative of e; both of the same one variable.

    >>> from core.expression import parse
    >>> judge(parse("x^2"), parse("x + x")).verdict, judge(parse("x^2"), parse("2x^2")).verdict
    ('equal', 'different')
    """
    if e.variables != answer.variables or len(e.variables) != 1:
        raise ValueError("an answer is a function of the one variable of the question")
    question = _question(e, answer)
    if not question.common.exact and not question.missing.exact:
        return Judgement("undecided", "f has no slope at any of the places tried, so nothing can differ.", 0)
    tried = _chosen(question)
    wrong = next((x for x in tried if question.same(x) is False), None)
    if wrong is not None:
        return _different(question, wrong)
    if not tried:
        return _without_values(question)
    if any(x not in ROUND for x in question.missing.exact):
        return _narrower(question, len(tried))
    return _equal(question, tried)


def _question(e: Expression, answer: Expression) -> _Question:
    derivative = Expression.of_tree(gradient_field(e).trees[0], e.variables)
    scattered = random_places(str(e))
    places = Places.of([*ROUND, *scattered.exact])
    program = Program((e.tree, derivative.tree, answer.tree), e.variables)
    value, slope, typed = program(places.floats)
    sloped = np.isfinite(value) & np.isfinite(slope)
    size = float(np.max(np.abs(slope[sloped]), initial=0.0)) or 1.0
    common, missing = sloped & np.isfinite(typed), sloped & np.isnan(typed)
    return _Question(e, derivative, answer, places.where(common), places.where(missing), min(size, 1.0))


def _chosen(question: _Question) -> list[Fraction]:
    """The places to look at in many digits: those where float64 sees the largest gaps, and others."""
    x = question.common
    first, second = question.derivative(x.floats), question.answer(x.floats)
    gap = np.abs(first - second) / np.maximum(np.maximum(np.abs(first), np.abs(second)), 1e-300)
    # Round places come first and stay in front where the gaps are alike.
    suspicious = np.argsort(-gap, kind="stable")[:_SUSPICIOUS].tolist()
    step = max(1, len(x.exact) // (MOST_PLACES - _SUSPICIOUS))
    others = range(0, len(x.exact), step)
    return [x.exact[i] for i in dict.fromkeys([*suspicious, *others])][:MOST_PLACES]


def _different(question: _Question, found: Fraction) -> Judgement:
    shown = [x for x in ROUND if x in question.common.exact and question.same(x) is False]
    place, check = _sound_place(question, [*shown, found])
    witness = _witness(question, place)
    sentence = f"{_slope_there(witness)}, and your answer gives {number(witness.answer, _SHOWN_DIGITS)}."
    rest = [x for x in question.common.exact if x != place]
    places = Places.of([place, *rest])
    return Judgement(
        "different",
        sentence,
        len(places.exact),
        witness=witness,
        check=check,
        diagnoses=diagnoses(question.e, question.answer, places),
    )


def _sound_place(question: _Question, places: list[Fraction]) -> tuple[Fraction, Check]:
    """The first place where f′ passes its own check: at a jump the rules may claim a slope that f lacks."""
    for place in places:
        check = slope_check(question.e, (float(place),))
        if check.holds:
            break
    return place, check


def _without_values(question: _Question) -> Judgement:
    place = question.missing.exact[0]
    witness = _witness(question, place)
    sentence = f"{_slope_there(witness)}, and your answer has no value there."
    return Judgement("different", sentence, 0, witness=witness, check=slope_check(question.e, (witness.x,)))


def _narrower(question: _Question, places: int) -> Judgement:
    witness = _witness(question, question.missing.exact[0])
    sentence = (
        f"Right wherever it has a value, but at x = {number(witness.x)} it has none, and the slope there is "
        f"{number(witness.derivative, _SHOWN_DIGITS)}."
    )
    return Judgement(
        "narrower", sentence, places, witness=witness, check=slope_check(question.e, (witness.x,))
    )


def _equal(question: _Question, tried: list[Fraction]) -> Judgement:
    proved = proved_equal(question.derivative.sympy, question.answer.sympy)
    count = f"{len(tried)} places" if len(tried) != 1 else "one place"
    sentence = (
        "Right: the difference from the derivative works out as 0."
        if proved
        else f"Right: it agrees with the derivative in 25 digits at {count}."
    )
    return Judgement(
        "equal",
        sentence + _beside(question),
        len(tried),
        proved,
        check=_check(question, next((x for x in tried if x not in ROUND), tried[0])),
    )


def _beside(question: _Question) -> str:
    """What there is to say of single places: a hole in the answer, or a value where f has no slope."""
    if question.missing.exact:
        hole = _witness(question, question.missing.exact[0])
        there = number(hole.derivative, _SHOWN_DIGITS)
        return f" Only at x = {number(hole.x)} it has no value; there the slope is {there}."
    field = gradient_field(question.e)
    for x in map(float, ROUND):
        value, (slope,) = field.at((x,))
        if math.isfinite(value) and math.isnan(slope) and math.isfinite(float(question.answer(x))):
            return f" Only at x = {number(x)}, where your answer has a value, f has no slope."
    return ""


def _check(question: _Question, x: Fraction) -> Check:
    """The answer itself against the difference quotient of f: a way that knows no rule."""
    typed = float(question.answer.precise(x))
    quotient = float(central(question.e, (x,), 0))
    return Check(
        compared=f"The answer at x = {number(float(x))} against the difference quotient of f in many digits.",
        shown=number(typed, 12),
        second=number(quotient, 12),
        difference=abs(typed - quotient) if typed != quotient else 0.0,
        tolerance=CHECK_TOLERANCE * max(1.0, abs(typed)),
    )


def _witness(question: _Question, x: Fraction) -> Witness:
    slope, typed = (float(f.precise(x)) for f in (question.derivative, question.answer))
    return Witness(float(x), slope, typed)


def _slope_there(witness: Witness) -> str:
    return f"At x = {number(witness.x)} the slope is {number(witness.derivative, _SHOWN_DIGITS)}"
