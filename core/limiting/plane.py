"""Limits in the plane: f(x, y) at (0, 0) along lines y = m·x and parabolas y = c·x².

If two ways to the point lead to different values there is no limit. That all ways tried lead to the same one
proves nothing: x²y/(x⁴ + y²) tends to 0 along every line and to 1/2 along y = x².
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import sympy

from core.expression import Expression
from core.expression.symbols import symbol
from core.limiting.approach import digits_text
from core.limiting.scales import DIGITS, Evidence, trend_of
from core.numbers import number

Shape = Literal["line", "parabola"]
_SHOWN = 6


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
        """The place at parameter t: x = t, or y = t on the y-axis."""
        if math.isinf(self.number):
            return 0 * t, t
        return t, t * self.number if self.shape == "line" else t * t * self.number


LINES = tuple(Path("line", m) for m in (0.0, math.inf, 1.0, -1.0, 2.0, 0.5))
PARABOLAS = tuple(Path("parabola", c) for c in (1.0, -1.0, 2.0))


@dataclass(frozen=True)
class PathLimit:
    """What f does along one path, coming from both ends of it."""

    path: Path
    left: Evidence
    right: Evidence

    @property
    def value(self) -> Any:
        """The common limit as an mpf, None where the ends differ or have none."""
        both = self.left.trend == self.right.trend == "finite"
        return self.right.limit if both and self.left.agrees(self.right.value, self.right.tolerance) else None

    @property
    def text(self) -> str:
        """The limit in words: a number, or what f does instead."""
        if self.value is not None:
            return digits_text(self.value, _SHOWN)
        if self.left.trend == self.right.trend and self.left.trend != "finite":
            return _WORDS[self.left.trend]
        if "undecided" in (self.left.trend, self.right.trend):
            return _WORDS["undecided"]
        return "different from the two ends"

    @property
    def refutes(self) -> bool:
        """Whether this path alone leaves no room for a limit, finite or infinite."""
        known = {self.left.trend, self.right.trend} - {"undefined", "undecided"}
        if len({self.left.trend, self.right.trend}) == 2 and len(known) < 2:
            return False
        return self.text in (_WORDS["oscillates"], "different from the two ends")

    @property
    def clause(self) -> str:
        """What f does along the path: "f tends to 0"."""
        if self.refutes:
            return "f has no limit" if self.text != _WORDS["oscillates"] else "f oscillates"
        return f"f tends to {self.text}"


_WORDS = {
    "+inf": "∞",
    "-inf": "−∞",
    "oscillates": "oscillates",
    "undefined": "undefined",
    "undecided": "undecided",
}


@dataclass(frozen=True)
class Paths:
    """Several paths to (0, 0). `proof`: one path or two that leave no room for a limit; empty if none do.

    verdict: "none" (there is no limit), "agree" or "undecided".
    """

    limits: tuple[PathLimit, ...]
    verdict: Literal["none", "agree", "undecided"]
    proof: tuple[PathLimit, ...]

    @property
    def sentence(self) -> str:
        """The verdict for a person."""
        parts = [f"along {limit.path.name} {limit.clause}" for limit in self.proof]
        if parts:
            both = ", ".join(parts)
            return f"{both[0].upper()}{both[1:]}: there is no limit at (0, 0)."
        if self.verdict == "agree":
            some = next(limit for limit in self.limits if limit.text != _WORDS["undefined"])
            return (
                f"Along all paths in the domain {some.clause}. "
                "That is evidence, not a proof: another path might differ."
            )
        return "The paths that were tried do not settle the question."


def limit_along(e: Expression, path: Path) -> PathLimit:
    """The limit of a function of two variables at (0, 0) along one path."""

    def probe(sign: int) -> Callable[[Any], Any]:
        return lambda distance: e.precise(*path.point(sign * distance), digits=DIGITS)

    return PathLimit(path, trend_of(probe(-1)), trend_of(probe(1)))


def paths_to_origin(e: Expression, paths: Sequence[Path] = (*LINES, *PARABOLAS)) -> Paths:
    """The limits along several paths and what they say together; paths outside the domain say nothing."""
    limits = tuple(limit_along(e, path) for path in paths)
    settled = [limit for limit in limits if limit.text in ("∞", "−∞") or limit.value is not None]
    other = next((limit for limit in settled[1:] if _differ(settled[0], limit)), None)
    if other is not None:
        return Paths(limits, "none", (settled[0], other))
    alone = next((limit for limit in limits if limit.refutes), None)
    if alone is not None:
        return Paths(limits, "none", (alone,))
    open_ = any(limit.text == _WORDS["undecided"] for limit in limits)
    return Paths(limits, "agree" if settled and not open_ else "undecided", ())


def _differ(one: PathLimit, other: PathLimit) -> bool:
    if one.value is None or other.value is None:
        return one.text != other.text
    return bool(abs(one.value - other.value) > max(one.right.tolerance, other.right.tolerance))


def limit_along_lines(e: Expression) -> sympy.Expr | None:
    """The limit along y = m·x as a formula in m, for a quotient of polynomials that has one for almost all m.

    xy/(x² + y²) gives m/(1 + m²). None for other functions and where the limit is infinite.
    """
    x, y = (symbol(name) for name in e.variables)
    m = sympy.Symbol("m", real=True)
    f = e.sympy
    if not f.is_rational_function(x, y):
        return None
    top, bottom = sympy.fraction(sympy.cancel(f.subs(y, m * x)))
    below = bottom.subs(x, 0)
    return None if below == 0 else sympy.factor(top.subs(x, 0) / below)
