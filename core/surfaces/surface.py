"""One test surface: what is typed, where to look, what is known about it, and what it punishes."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

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
class Defeat:
    """Optimisers that are known not to arrive in a minimum from the start, and why, in one sentence.

    Not in a thousand steps at a rate that is safe wherever f is as low as at the start (1/L), with steps of
    1/200 of the window for those whose steps are about η long, or with the whole steps of those who need no
    rate. "crawls": on its way, and slow; "misled": to no minimum, for the Hessian is not positive definite at
    the start; "endless": down for ever.
    """

    kind: Literal["crawls", "misled", "endless"]
    optimizers: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Surface:
    """A function of x and y for trying out optimisers; its gradient is derived from `text`, never written.

    `minima` are those that the source lists, the lowest first; () where f has none. `start` is where a run
    begins to suffer from what the surface `punishes`, one sentence; `defeats` says who suffers most. `valley`
    is the minimum that small steps down the slope lead to from there, None where that is the first of them.
    """

    name: str
    title: str
    text: str
    window: Window
    minima: tuple[KnownMinimum, ...]
    source: str
    start: Point
    punishes: str
    valley: KnownMinimum | None = None
    defeats: tuple[Defeat, ...] = ()

    @property
    def goal(self) -> KnownMinimum | None:
        """The minimum at the end of small steps down from the start, None where f has none."""
        return self.valley or (self.minima[0] if self.minima else None)

    @property
    def defeated(self) -> dict[str, Defeat]:
        """Every optimiser that is known not to arrive, with its defeat."""
        return {name: defeat for defeat in self.defeats for name in defeat.optimizers}

    @property
    def expression(self) -> Expression:
        """The typed text, read once."""
        return _read(self.text)


@lru_cache(maxsize=64)
def _read(text: str) -> Expression:
    return parse(text, ("x", "y"))


def misled(why: str, *optimizers: str) -> Defeat:
    """Newton's whole steps, and what else is named, go to no minimum."""
    return Defeat("misled", ("newton", *optimizers), why)


def square(half: float) -> Window:
    """Both variables from −half to half."""
    return ((-half, half), (-half, half))
