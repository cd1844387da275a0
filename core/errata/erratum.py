"""One thing that a source of the course has wrong, what is right, and where the app shows it."""

from dataclasses import dataclass
from typing import Literal

from core.examples.example import ESSENTIAL, LECTURE, NOTES, SLIDES
from core.myths import MYTHS

Kind = Literal["mathematics", "code", "slip", "wording"]


@dataclass(frozen=True)
class Place:
    """Lines of the text of a source."""

    source: str
    lines: str


@dataclass(frozen=True)
class Shown:
    """An address of the app: the lesson, its keys, and the myth it belongs to ("" for none)."""

    lesson: str
    values: dict[str, str]
    myth: str = ""


@dataclass(frozen=True)
class Erratum:
    """What a source says, what is right, why, and where it can be seen.

    `kind`: wrong mathematics or numbers, a listing, a slip of the pen or of the copy, or a missing condition.
    `shown` is empty only where no lesson has a place for it.
    """

    number: int
    title: str
    kind: Kind
    where: tuple[Place, ...]
    says: str
    right: str
    why: str
    shown: tuple[Shown, ...]


def slides(first: str = "", second: str = "") -> tuple[Place, ...]:
    """Lines of the slides, which exist in two copies.

    >>> [place.lines for place in slides("104–108", "109–113")]
    ['104–108', '109–113']
    """
    copies = ((f"{SLIDES}, first copy", first), (f"{SLIDES}, second copy", second))
    return tuple(Place(source, lines) for source, lines in copies if lines)


def essential(lines: str) -> tuple[Place, ...]:
    """Lines of the blog post."""
    return (Place(ESSENTIAL, lines),)


def notes(lines: str) -> tuple[Place, ...]:
    """Lines of the handwritten notes."""
    return (Place(NOTES, lines),)


def lecture(lines: str) -> tuple[Place, ...]:
    """Lines of the lecture."""
    return (Place(LECTURE, lines),)


def myth(lesson: str, name: str) -> Shown:
    """Where the counterexample of a myth is on screen; LookupError for a myth there is not."""
    for one in MYTHS[lesson]:
        if one.name == name:
            return Shown(lesson, one.values, name)
    raise LookupError(f"{lesson} has no myth {name}")


def page(lesson: str, **values: str) -> Shown:
    """A lesson as its keys set it."""
    return Shown(lesson, values)
