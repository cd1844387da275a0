"""One named example of a lesson, and the sources the course takes them from."""

from dataclasses import dataclass

SLIDES = "Calculus for ML, slides of IEEE Helwan"
ESSENTIAL = "Essential Math for the Deep Learning"
NOTES = "Calculus, handwritten notes"
LECTURE = "Math for machine learning, HSE, lecture 7"
OWN = ""


@dataclass(frozen=True)
class Example:
    """One entry of a lesson's picker.

    `name` is unique within the lesson; `values` are the keys of the address and their texts; every claim in
    `notice` is computed again by the tests. `source` is "" for an example of this course's own.
    """

    lesson: str
    name: str
    title: str
    values: dict[str, str]
    notice: str
    source: str
