"""Sets of questions from a seed, the same for everybody and for ever; one about the function on screen."""

from typing import Any
from zlib import crc32

from core.errors import CalculusError, SettingError
from core.practice.draws import Draws
from core.practice.learning import Learning
from core.practice.lessons import LESSONS, Kind
from core.practice.question import Question, Unsuitable
from core.practice.situation import Situation

SET = 10
MOST = 30
HIGHEST_SEED = 2**32 - 1
_TRIES = 20
"""Draws of one kind before its turn passes: a kind may have few different questions."""


def questions(lesson: str, seed: int, count: int = SET) -> tuple[Question, ...]:
    """`count` (1 … 30) different questions of a lesson; a longer set begins with the shorter one.

    The kinds of the lesson take turns, in an order of chance. Raises SettingError at "seed" for what is no
    whole number from 0 to 2³² − 1, at "count" for a set of no such size.

    >>> questions("gd_vs_ascent", 7)[3].text
    'Gradient ascent with η = 0.2 starts at x₀ = 7. What is x₂?'
    """
    kinds = _kinds(lesson)
    if not 0 <= seed <= HIGHEST_SEED:
        raise SettingError(f"The seed must be a whole number from 0 to {HIGHEST_SEED}.", "seed")
    if not 1 <= count <= MOST:
        raise SettingError(f"A set has 1 to {MOST} questions.", "count")
    draws = Draws(crc32(lesson.encode()), seed)
    found: dict[tuple[str, str, str], Question] = {}
    while len(found) < count:
        for kind in draws.order(kinds):
            _add(found, kind, draws)
    return tuple(found.values())[:count]


def question_about(lesson: str, situation: Situation | Learning, kind: str = "") -> Question:
    """A question about the function or model on screen, of the first kind it can have or of a named one.

    Raises Unsuitable, a CalculusError, where there is none. A question that `waits` has not been tried yet,
    and may raise it when it is checked.
    """
    reasons: list[CalculusError] = []
    for row in _kinds(lesson):
        if row.name == kind or (not kind and row.variables == situation.variables):
            try:
                return _tried(row, situation)
            except CalculusError as reason:
                reasons.append(reason)
    if reasons:
        raise Unsuitable(str(reasons[0])) from reasons[0]
    raise Unsuitable("There is no such question about a function of these variables.")


def kinds_about(lesson: str, variables: int) -> tuple[Kind[Any], ...]:
    """The kinds of questions that a function of so many variables can have in a lesson; 0 for a model."""
    return tuple(kind for kind in _kinds(lesson) if kind.variables == variables)


def _tried(kind: Kind[Any], situation: Situation | Learning) -> Question:
    if kind.variables != situation.variables:
        raise Unsuitable("This question is about a function of another number of variables.")
    question = kind.ask(situation)
    if not question.waits:
        question.worked  # noqa: B018 - found out now, so that a question that is shown has an answer
    return question


def _add(found: dict[tuple[str, str, str], Question], kind: Kind[Any], draws: Draws) -> None:
    """One more of a kind, unlike those there are; none where chance brings the same ones again."""
    for _ in range(_TRIES):
        question = kind.ask(kind.draw(draws))
        if question.key not in found:
            found[question.key] = question
            return


def _kinds(lesson: str) -> tuple[Kind[Any], ...]:
    if lesson not in LESSONS:
        raise ValueError(f"there is no practice in {lesson!r}")
    return LESSONS[lesson]
