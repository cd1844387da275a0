"""One test surface: what is typed, where to look, what is known about it, and what it punishes."""

from dataclasses import dataclass
from functools import lru_cache

from core.expression import Expression, parse

Point = tuple[float, float]
Window = tuple[tuple[float, float], tuple[float, float]]


@dataclass(frozen=True)
class KnownMinimum:
    """A local minimum and f there, both to the rounding of float64.

    `smooth` is False where f has a corner at the minimum, and so no gradient that could be 0.
    """

    point: Point
    value: float
    smooth: bool = True


@dataclass(frozen=True)
class Surface:
    """A function of x and y for trying out optimisers; its gradient is derived from `text`, never written.

    `minima` are those that the source lists, the lowest first; () where f has none. `start` is where a run
    begins to suffer from what the surface `punishes`, one sentence.
    """

    name: str
    title: str
    text: str
    window: Window
    minima: tuple[KnownMinimum, ...]
    source: str
    start: Point
    punishes: str

    @property
    def expression(self) -> Expression:
        """The typed text, read once."""
        return _read(self.text)


@lru_cache(maxsize=64)
def _read(text: str) -> Expression:
    return parse(text, ("x", "y"))


def square(half: float) -> Window:
    """Both variables from −half to half."""
    return ((-half, half), (-half, half))
