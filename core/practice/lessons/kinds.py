"""One kind of question of a lesson."""

from collections.abc import Callable
from dataclasses import dataclass

from core.practice.draws import Draws
from core.practice.question import Question
from core.practice.situation import Situation


@dataclass(frozen=True)
class Kind:
    """`draw` makes a situation with kind numbers, `ask` makes the question of any situation.

    variables: how many the function has to have.
    """

    name: str
    title: str
    variables: int
    draw: Callable[[Draws], Situation]
    ask: Callable[[Situation], Question]
