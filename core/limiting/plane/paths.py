"""The ways to (0, 0): lines and parabolas, and the rows of them that a slider goes through."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from core.numbers import number

Shape = Literal["line", "parabola"]


@dataclass(frozen=True)
class Path:
    """y = number·x (a line; ±∞ is the y-axis) or y = number·x² (a parabola)."""

    shape: Shape
    number: float

    @property
    def name(self) -> str:
        """The path's equation.

        >>> Path("line", -1.0).name, Path("line", math.inf).name, Path("parabola", 2.0).name
        ('y = −x', 'x = 0', 'y = 2x²')
        """
        if math.isinf(self.number):
            return "x = 0"
        if self.number == 0:
            return "y = 0"
        factor = {1.0: "", -1.0: "−"}.get(self.number, number(self.number))
        return f"y = {factor}x" + ("²" if self.shape == "parabola" else "")

    def point(self, t: Any) -> tuple[Any, Any]:
        """The place at parameter t, a number or an array: x = t, or y = t on the y-axis."""
        if math.isinf(self.number):
            return 0 * t, t
        return t, t * self.number if self.shape == "line" else t * t * self.number

    def extent(self, reach: float) -> float:
        """The largest |t| for which the path stays within |x|, |y| ≤ reach.

        >>> Path("line", 4.0).extent(1.0), Path("parabola", -4.0).extent(1.0), Path("line", 0.5).extent(1.0)
        (0.25, 0.5, 1.0)
        """
        size = abs(self.number)
        if math.isinf(size) or size == 0:
            return reach
        return min(reach, reach / size if self.shape == "line" else math.sqrt(reach / size))


LINES = tuple(Path("line", m) for m in (0.0, math.inf, 1.0, -1.0, 2.0, 0.5))
PARABOLAS = tuple(Path("parabola", m) for m in (1.0, -1.0, 2.0))
"""The paths that are tried for the verdict."""

_STEEP = (1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 6.0)
_RISING = (0.25, 0.5, 0.75, 1.0, *_STEEP)
_ROW = (*(-m for m in reversed(_RISING)), 0.0, *_RISING)

FAMILIES: Mapping[Shape, tuple[Path, ...]] = {
    "line": (*(Path("line", m) for m in _ROW), Path("line", math.inf)),
    "parabola": tuple(Path("parabola", m) for m in _ROW),
}
"""The paths of one shape in the order of m; the y-axis ends the lines."""
