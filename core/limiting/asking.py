"""The symbolic witness, asked: its opinion on each side and the worked steps, or why it says nothing."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from core.expression import Expression
from core.limiting.opinion import NO_OPINION, Opinion, opinion_of
from core.limiting.point import Point, Side
from core.limiting.worked import limit_steps
from core.steps import Step
from core.symbolic import Busy, Failed, SymbolicError, TooLarge, forget, symbolic


@dataclass(frozen=True)
class Answer:
    """What the symbols say.

    complete: whether the steps arrive at the limit. silence: why there are no steps, "" where there are.
    busy: nobody had time to answer. final: False where the same question may find an answer another time, as
    after a time-out.
    """

    opinions: Mapping[Side, Opinion]
    steps: tuple[Step, ...]
    complete: bool
    silence: str
    busy: bool = False
    final: bool = True


def symbolic_answer(e: Expression, point: Point, sides: Sequence[Side]) -> Answer:
    """The opinions and the steps, asked side by side; within `core.symbolic.PATIENCE` seconds."""
    with ThreadPoolExecutor(1) as background:
        working = background.submit(_steps, e, point, sides)
        opinions, first = _opinions(e, point)
        steps, complete, second = working.result()
    silences = [silence for silence in (first, second) if silence is not None]
    return Answer(
        opinions=opinions,
        steps=steps,
        complete=complete,
        silence="" if second is None else str(second),
        busy=any(isinstance(silence, Busy) for silence in silences),
        final=all(isinstance(silence, Failed | TooLarge) for silence in silences),
    )


def forget_answer(e: Expression, point: Point, sides: Sequence[Side]) -> None:
    """Let the next question be worked on anew, also after a time-out."""
    forget("side_limits", str(e), str(point))
    forget("worked_limit", str(e), str(point), " ".join(sides))


def _opinions(e: Expression, point: Point) -> tuple[dict[Side, Opinion], SymbolicError | None]:
    try:
        answers: dict[str, Any] = symbolic("side_limits", str(e), str(point))
    except SymbolicError as silence:
        return dict.fromkeys(point.sides, Opinion("none", sentence=str(silence))), silence
    return {one: opinion_of(answers.get(one, NO_OPINION)) for one in point.sides}, None


def _steps(
    e: Expression, point: Point, sides: Sequence[Side]
) -> tuple[tuple[Step, ...], bool, SymbolicError | None]:
    try:
        return *limit_steps(e, point, sides), None
    except SymbolicError as silence:
        return (), False, silence
