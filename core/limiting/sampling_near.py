"""Values of f ever closer to a point, in many digits, as far down as they can be trusted."""

from dataclasses import dataclass
from itertools import takewhile
from math import sqrt
from typing import Any

from core.expression import Expression
from core.expression.measure import post_order
from core.expression.powers import exact_value
from core.expression.precise import context, precise_value, undefined_part
from core.expression.printer import text
from core.expression.tree import Binary, Call, Node
from core.limiting.point import Point, Side

DIGITS, CHECKING_DIGITS = 240, 120
DEEPEST = 128
"""The closest distance is 2^−128, about 3·10⁻³⁹; at infinity the farthest x is 2^128."""

GEOMETRIC = 32
IRREGULAR = 64
_WORK = 12_000
_AGREEMENT, _NOISE = 1e-12, 1e-60
_STEEP = frozenset(("exp", "sinh", "cosh", "tanh", "sigmoid", "softplus", "erf"))
_GOLDEN = (sqrt(5) - 1) / 2


@dataclass(frozen=True)
class Sample:
    """f(x) at distance t = 2^−depth; nan off the domain, ±inf where too large."""

    depth: float
    x: Any
    value: Any


@dataclass(frozen=True)
class Samples:
    """All samples from one side, by depth: halving distances, doubling depths, and irregular distances."""

    geometric: tuple[Sample, ...]
    doubling: tuple[Sample, ...]
    irregular: tuple[Sample, ...]

    @property
    def all(self) -> tuple[Sample, ...]:
        """Every sample, the closest last."""
        by_depth = {one.depth: one for row in (self.geometric, self.doubling, self.irregular) for one in row}
        return tuple(by_depth[depth] for depth in sorted(by_depth))


def samples_near(e: Expression, point: Point, side: Side) -> Samples:
    """The samples that can be trusted: down to the first that half the digits, or 10^±6000, do not hold."""
    count = max(12, min(IRREGULAR, _WORK // sum(1 for _ in post_order(e.tree)) // 4))
    regular = {float(depth) for depth in range(1, GEOMETRIC + 1)} | {2.0**k for k in range(8)}
    # squared, so that a good part lies at moderate distances, where towers of exponentials still have values
    irregular = {1 + DEEPEST * (k * _GOLDEN % 1) ** 2 for k in range(1, count + 1)}
    every = (value_near(e, point, side, depth) for depth in sorted(regular | irregular))
    steep = [node for node in post_order(e.tree) if _is_steep(node)]
    sound = [*takewhile(lambda one: not _is_saturated(e, steep, one), every)]
    kept = _agreeing(e, sound, may_vanish=not any(map(_is_exponential, steep)))
    return Samples(
        geometric=tuple(kept[depth] for depth in sorted(regular) if depth <= GEOMETRIC and depth in kept),
        doubling=tuple(kept[2.0**k] for k in range(8) if 2.0**k in kept),
        irregular=tuple(kept[depth] for depth in sorted(irregular) if depth in kept),
    )


def value_near(e: Expression, point: Point, side: Side, depth: Any, digits: int = DIGITS) -> Sample:
    """The sample at distance 2^−depth."""
    x = point.near(context(digits).mpf(2) ** -depth, side, digits)
    return Sample(depth, x, e.precise(x, digits=digits))


def _agreeing(e: Expression, every: list[Sample], may_vanish: bool) -> dict[float, Sample]:
    """By depth, down to the first whose value changes with half the digits: there cancellation begins.

    Beside the usual size of the values, a change in the last half of the digits does not matter: sin(π·2^k)
    is nothing but such a rest. Exponentials can make all digits vanish from one sample to the next, so among
    them a sudden exact 0 is not believed (`may_vanish` is false).
    """
    sizes = sorted(abs(one.value) for one in every if one.value == one.value)
    usual = sizes[len(sizes) // 2] if sizes else 0
    kept: dict[float, Sample] = {}
    before = 0
    for one in every:
        again = one.x.context.mpf(e.precise(one.x, digits=CHECKING_DIGITS))
        same = one.value == again or (one.value != one.value and again != again)
        if not same and not abs(one.value - again) <= _AGREEMENT * abs(one.value) + _NOISE * usual:
            break
        if not may_vanish and not one.value and before:
            break
        kept[one.depth], before = one, one.value
    return kept


def _is_exponential(node: Node) -> bool:
    return not isinstance(node, Binary) or exact_value(node.right) is None


def _is_steep(node: Node) -> bool:
    match node:
        case Binary("^"):
            return True
        case Call(function):
            return function in _STEEP
        case _:
            return False


def _is_saturated(e: Expression, steep: list[Node], sample: Sample) -> bool:
    """Whether a part is so large or small that it counts as ∞ or 0, and the value with it may be wrong."""
    mp = sample.x.context
    if mp.isinf(sample.value):
        return True
    for part in steep:
        size = precise_value(part, {"x": sample.x}, CHECKING_DIGITS)
        if mp.isinf(size) or not size:
            return True
    return bool(mp.isnan(sample.value)) and undefined_part(e.tree, ("x",), (sample.x,)) is None


def reason_undefined(e: Expression, sample: Sample) -> str:
    """Which part of f has no value at the sample."""
    part = undefined_part(e.tree, ("x",), (sample.x,))
    return "f" if part is None else text(part).replace("-", "−")
