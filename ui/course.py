"""The course: one row per page, in the order of the sidebar. A lesson that is not built has no row."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True)
class Lesson:
    """One page: where it is, what the sidebar calls it, and the question it answers.

    `name` is the file in pages/ and the path in the address.
    """

    name: str
    label: str
    question: str
    section: Literal["One variable", "Many variables", "Optimisation", "The learning problem", "Reference"]
    icon: str
    kind: Literal["lesson", "reference"] = "lesson"

    @property
    def path(self) -> str:
        """The file as Streamlit's page links name it."""
        return f"pages/{self.name}.py"


LESSONS: tuple[Lesson, ...] = (
    Lesson(
        name="limits",
        label="Limits",
        question="Where would you arrive if you kept going?",
        section="One variable",
        icon=":material/zoom_in:",
    ),
    Lesson(
        name="numerical_error",
        label="Numerical Error",
        question="Why is a smaller h not a better h?",
        section="One variable",
        icon=":material/grain:",
    ),
    Lesson(
        name="derivative_rules",
        label="Derivative Rules",
        question="How does every derivative come from a few rules?",
        section="One variable",
        icon=":material/account_tree:",
    ),
    Lesson(
        name="gradient",
        label="Gradient",
        question="Standing here, which way is up, and how steep?",
        section="Many variables",
        icon=":material/north_east:",
    ),
    Lesson(
        name="hessian_newton",
        label="Hessian/Newton",
        question="How does the ground bend here, and what is the best step then?",
        section="Many variables",
        icon=":material/landscape:",
    ),
    Lesson(
        name="gd_vs_ascent",
        label="GD vs Ascent",
        question="Which way does the slope send you: down or up?",
        section="Optimisation",
        icon=":material/swap_vert:",
    ),
    Lesson(
        name="learning_rate",
        label="Learning Rate",
        question="How far should one step go?",
        section="Optimisation",
        icon=":material/speed:",
    ),
    Lesson(
        name="training",
        label="Training",
        question="What does all this calculus train?",
        section="The learning problem",
        icon=":material/model_training:",
    ),
    Lesson(
        name="myths",
        label="Myths",
        question="Which of these would you have believed?",
        section="Reference",
        icon=":material/fact_check:",
        kind="reference",
    ),
    Lesson(
        name="glossary",
        label="Glossary",
        question="What does that word mean?",
        section="Reference",
        icon=":material/menu_book:",
        kind="reference",
    ),
)


def lesson_of(file: str) -> Lesson:
    """The row of the page whose `__file__` this is; LookupError for a page without a row."""
    name = Path(file).stem
    for lesson in LESSONS:
        if lesson.name == name:
            return lesson
    raise LookupError(f"pages/{name}.py has no row in LESSONS")


def next_lesson(lesson: Lesson) -> Lesson | None:
    """The lesson that follows in the course; None after the last one and for a reference page."""
    lessons = [row for row in LESSONS if row.kind == "lesson"]
    if lesson not in lessons[:-1]:
        return None
    return lessons[lessons.index(lesson) + 1]
