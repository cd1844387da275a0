"""Questions about second derivatives, what a level point is, and Newton's next iterate."""

from functools import partial

from core.practice.lessons.hessian_newton import draws, questions
from core.practice.lessons.hessian_newton.questions import LESSON
from core.practice.lessons.kinds import Kind
from core.practice.situation import Situation

__all__ = ["KINDS", "LESSON"]

TO_A_ROOT = partial(questions.newton_question, "root")
TO_A_MINIMUM = partial(questions.newton_question, "minimum")

KINDS: tuple[Kind[Situation], ...] = (
    Kind("classify", "Classify this point", 2, draws.level_place, questions.classify_question),
    Kind("Newton for a root", "Newton's next iterate", 1, draws.root_start, TO_A_ROOT),
    Kind(
        "second derivative test",
        "The second-derivative test",
        1,
        draws.level_on_a_curve,
        questions.level_question,
    ),
    Kind(
        "Newton for a minimum",
        "Newton towards a minimum",
        1,
        draws.minimum_start,
        TO_A_MINIMUM,
    ),
    Kind("mixed derivative", "A mixed derivative", 2, draws.mixed_place, questions.mixed_question),
    Kind("Newton in the plane", "Newton in the plane", 2, draws.plane_start, TO_A_MINIMUM),
    Kind("eigenvalue", "An eigenvalue", 2, draws.whole_eigenvalues, questions.eigenvalue_question),
)
