"""What f(x, y) does along one path to (0, 0), and what several paths say together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from core.expression import Expression
from core.limiting.approach import digits_text
from core.limiting.plane.paths import LINES, PARABOLAS, Path
from core.limiting.trend import DIGITS, Trend, trend_of

_SHOWN = 6


@dataclass(frozen=True)
class PathLimit:
    """What f does along one path, coming from both ends of it."""

    path: Path
    left: Trend
    right: Trend

    @property
    def value(self) -> Any:
        """The common limit as an mpf, None where the ends differ or have none."""
        both = self.left.kind == self.right.kind == "finite"
        return self.right.limit if both and self.left.agrees(self.right.value, self.right.tolerance) else None

    @property
    def text(self) -> str:
        """The limit in words: a number, or what f does instead."""
        if self.value is not None:
            return digits_text(self.value, _SHOWN)
        if self.left.kind == self.right.kind and self.left.kind != "finite":
            return _WORDS[self.left.kind]
        if "undecided" in (self.left.kind, self.right.kind):
            return _WORDS["undecided"]
        return "different from the two ends"

    @property
    def settles(self) -> bool:
        """Whether f tends to one number, or to ∞ or −∞, from both ends."""
        return self.value is not None or (self.left.is_infinite and self.left.kind == self.right.kind)

    @property
    def refutes(self) -> bool:
        """Whether this path alone leaves no room for a limit, finite or infinite."""
        known = {self.left.kind, self.right.kind} - {"undefined", "undecided"}
        if len({self.left.kind, self.right.kind}) == 2 and len(known) < 2:
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
    def told(self) -> tuple[PathLimit, ...]:
        """The paths that the sentence names: the proof, or the first one that settles."""
        return self.proof or tuple(limit for limit in self.limits if limit.settles)[:1]

    @property
    def sentence(self) -> str:
        """The verdict for a person."""
        parts = [f"along {limit.path.name} {limit.clause}" for limit in self.proof]
        if parts:
            both = ", ".join(parts)
            return f"{both[0].upper()}{both[1:]}: there is no limit at (0, 0)."
        if self.verdict == "agree":
            return (
                f"Along all paths in the domain {self.told[0].clause}. "
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
    settled = [limit for limit in limits if limit.settles]
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
