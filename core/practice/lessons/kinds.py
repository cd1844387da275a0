"""One kind of question of a lesson."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from core.practice.draws import Draws
from core.practice.learning import Learning
from core.practice.question import Question
from core.practice.situation import Situation

S = TypeVar("S", Situation, Learning)


@dataclass(frozen=True)
class Kind(Generic[S]):
    """`draw` makes a situation with kind numbers, `ask` makes the question of any situation.

    variables: how many the function has to have, 0 for a kind about a model and its samples.
    """

    name: str
    title: str
    variables: int
    draw: Callable[[Draws], S]
    ask: Callable[[S], Question]
