"""What a question is made from: the function on screen, or drawn from a seed, and what stands beside it."""

from dataclasses import dataclass
from typing import Literal

from core.expression import Expression


@dataclass(frozen=True)
class Situation:
    """A function and the values of the address that a question may need.

    e: of x, or of x and y. point (d,): the start, or the place looked at. step: which step of a run is asked
    about, 1 for the first. a and side: where a limit is taken. direction: any vector with a length.
    """

    e: Expression
    point: tuple[float, ...] = (0.0,)
    eta: float = 0.1
    sense: Literal["descent", "ascent"] = "descent"
    step: int = 1
    a: str = "0"
    side: str = "both"
    epsilon: float = 0.1
    h: float = 0.1
    stencil: str = "forward"
    direction: tuple[float, float] = (1.0, 0.0)

    @property
    def variables(self) -> int:
        """How many the function has."""
        return len(self.e.variables)
