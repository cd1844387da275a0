"""One ε put to a limit: the δ that answers it, or places within every δ that no limit can serve."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.expression import Expression
from core.limiting.epsilon_delta import EpsilonDelta, largest_delta
from core.limiting.epsilon_delta_sentences import delta_sentence, witness_sentence
from core.limiting.no_delta import Witness, witnesses
from core.limiting.point import Point, Side


@dataclass(frozen=True)
class Closeness:
    """For one ε: the search for δ where there is a limit, else the witnesses for δ = 0.1, 0.01, …"""

    sentence: str
    found: EpsilonDelta | None = None
    witnesses: tuple[Witness, ...] = ()


def closeness(
    e: Expression, point: Point, sides: Sequence[Side], limit: float | None, epsilon: float
) -> Closeness:
    """The answer to ε for a limit, ±∞ too; None for no limit. Raises SettingError("eps") unless ε > 0."""
    side = sides[0] if len(sides) == 1 and not point.infinite else None
    name = "" if point.infinite else str(point).replace("-", "−")
    if limit is None:
        against = witnesses(e, point.place, epsilon, side=side)
        return Closeness(witness_sentence(against, point.place, epsilon, name=name), witnesses=against)
    found = largest_delta(e, point.place, limit, epsilon, side=side)
    return Closeness(delta_sentence(found, point.place, side=side, name=name), found)
