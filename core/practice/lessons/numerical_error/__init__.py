"""Questions about difference quotients: by hand, their error, its causes, and which h is best."""

from core.practice.lessons.kinds import Kind
from core.practice.lessons.numerical_error import draws, questions
from core.practice.lessons.numerical_error.questions import LESSON
from core.practice.situation import Situation

__all__ = ["KINDS", "LESSON"]

KINDS: tuple[Kind[Situation], ...] = (
    Kind("best h", "Which h is best", 1, draws.one_of_three, questions.best_question),
    Kind(
        "quotient", "A difference quotient by hand", 1, draws.parabola_or_cubic, questions.quotient_question
    ),
    Kind("cause", "Which cause is it", 1, draws.one_h, questions.cause_question),
    Kind("truncation", "The error of exact arithmetic", 1, draws.bent, questions.error_question),
    Kind("order", "How fast the error falls", 1, draws.divided, questions.order_question),
    Kind("absorbed", "Is x + h stored as x", 1, draws.tiny, questions.absorbed_question),
)
