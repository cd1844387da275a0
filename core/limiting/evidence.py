"""The numerical witness: what values of f ever closer to a point say about the limit from one side.

Nothing here knows SymPy. Three kinds of distances are used, because each alone can be fooled: sin(π/x) is 0
at every x = 2^−k; 1/log x hardly moves on halved distances, and is geometric on doubled depths.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from core.expression import Expression
from core.expression.measure import post_order
from core.expression.precise import context
from core.limiting.extrapolation import extrapolated
from core.limiting.point import Point, Side
from core.limiting.sampling_near import (
    CHECKING_DIGITS,
    DIGITS,
    Sample,
    Samples,
    reason_undefined,
    samples_near,
    value_near,
)

Kind = Literal["finite", "+inf", "-inf", "oscillates", "undefined", "unclear"]

PROMISE = 1e-7
"""Of the size of the values near the point: how well an extrapolation must settle to count."""

_FEWEST = 6
_CAUTION = 10
"""The last change of an estimate is a guess at its error, and may be too small."""

_FEWEST_TURNS = 3
_LAST_TERMS = 14
_TINY = 1e-30
_FAR, _NEAR = 0.3, 0.6
_SHRUNK, _STEADY, _POLE = 1e-3, 0.6, 1e6
_GROWTH = 1.5
_FINER, _FIRST_STEP = 24, 1.0
_SEARCH_WORK = 6_000
"""Parts of f worked out for one top: enough for formulas of 30 parts; of longer ones the band is rougher."""


@dataclass(frozen=True)
class Evidence:
    """What the numbers say on one side.

    estimate: mpf, the limit when kind is "finite". error: how far the estimate may be off.
    band: (least, greatest) of an oscillation, ±inf where it grows without bound.
    why: what in f has no value, when kind is "undefined". samples: the closest last.
    """

    kind: Kind
    side: Side
    samples: tuple[Sample, ...]
    estimate: Any = None
    error: float = 0.0
    band: tuple[float, float] | None = None
    why: str = ""

    def speaks_against(self, limit: Any) -> bool:
        """Whether the values refuse a limit (an mpf, ±inf too) that was found another way.

        Clear evidence has to agree with it; unclear evidence has at least to come nearer.
        """
        mp = context(DIGITS)
        if self.kind == "finite":
            return not mp.isfinite(limit) or abs(self.estimate - limit) > self.error + PROMISE * abs(limit)
        if self.kind != "unclear":
            return self.kind != ("+inf" if limit == mp.inf else "-inf" if limit == -mp.inf else "finite")
        values = [one.value for one in self.samples if not mp.isnan(one.value)]
        if len(values) < _FEWEST:
            return False
        far, near = values[: len(values) // 2], values[len(values) // 2 :]
        if not mp.isfinite(limit):
            sign = mp.sign(limit)
            return bool(max(sign * v for v in near) <= max(sign * v for v in far))
        return bool(max(abs(v - limit) for v in near) >= max(abs(v - limit) for v in far))


def numeric_evidence(e: Expression, point: Point, side: Side) -> Evidence:
    """The verdict of the numbers alone, in a fraction of a second."""
    samples = samples_near(e, point, side)
    every = samples.all
    gap = _undefined(e, side, every)
    if gap is not None:
        return gap
    defined = _without_nan(samples)
    if len(defined.all) < _FEWEST:
        return Evidence("unclear", side, every)
    return (
        _oscillation(e, point, side, defined)
        or _finite(side, defined)
        or _infinite(side, defined)
        or Evidence("unclear", side, every)
    )


def settled(e: Expression, point: Point, side: Side) -> Evidence | None:
    """The evidence when it is a number or ±∞, sooner than `numeric_evidence`; else None."""
    samples = samples_near(e, point, side)
    if len(samples.all) < _FEWEST or any(one.value != one.value for one in samples.all):
        return None
    return _finite(side, samples) or _infinite(side, samples)


def _undefined(e: Expression, side: Side, every: Sequence[Sample]) -> Evidence | None:
    """Where f has no value at samples however close; a value missing farther away does not matter."""
    near = every[len(every) // 2 :]
    missing = [one for one in near if one.value != one.value]
    if not missing:
        return None
    return Evidence("undefined", side, tuple(every), why=reason_undefined(e, missing[-1]))


def _without_nan(samples: Samples) -> Samples:
    rows = (samples.geometric, samples.doubling, samples.irregular)
    return Samples(*(tuple(one for one in row if one.value == one.value) for row in rows))


def _finite(side: Side, samples: Samples) -> Evidence | None:
    """A limit on which extrapolation settles, and to which the irregular samples come ever nearer."""
    values = [one.value for one in samples.all]
    mp = context(DIGITS)
    sizes = [abs(value) for value in values]
    scale = max(*sizes[len(sizes) // 2 :], min(mp.one, max(sizes)))
    estimates = [
        extrapolated([one.value for one in row[-_LAST_TERMS:]])
        for row in (samples.geometric, samples.doubling)
        if len(row) >= _FEWEST - 1
    ]
    # the closest value is an estimate too, off by about as much as it still moves
    estimates.append((values[-1], max(abs(value - values[-1]) for value in values[-_FEWEST:])))
    limit, error = min(estimates, key=lambda pair: pair[1])
    if error > PROMISE * max(scale, abs(limit)) or not _approaches(values, limit):
        return None
    if abs(limit) <= error or abs(limit) < mp.mpf(_TINY) * max(abs(value) for value in values):
        limit, error = mp.zero, max(error, abs(limit))
    return Evidence("finite", side, samples.all, estimate=limit, error=_CAUTION * float(error))


def _approaches(values: Sequence[Any], limit: Any) -> bool:
    distances = [abs(value - limit) for value in values]
    far, near = max(distances[: len(values) // 2]), max(distances[len(values) // 2 :])
    return bool(near < far or near <= PROMISE * abs(limit))


def _infinite(side: Side, samples: Samples) -> Evidence | None:
    """Values of one sign whose reciprocals tend to 0."""
    values = [one.value for one in samples.all]
    near = values[len(values) // 2 :]
    sign = 1 if near[-1] > 0 else -1
    if min(sign * value for value in near) <= 0:
        return None
    if max(map(abs, near)) <= max(map(abs, values[: len(values) // 2])):
        return None
    turned = Samples(
        *(
            tuple(Sample(one.depth, one.x, 1 / one.value) for one in row if one.value)
            for row in (samples.geometric, samples.doubling, samples.irregular)
        )
    )
    reciprocal = _finite(side, turned)
    if reciprocal is None or abs(reciprocal.estimate) > PROMISE * abs(1 / near[0]):
        return None
    return Evidence("+inf" if sign > 0 else "-inf", side, samples.all)


def _oscillation(e: Expression, point: Point, side: Side, samples: Samples) -> Evidence | None:
    """Values that keep turning, over a range that neither shrinks nor moves away."""
    values = [one.value for one in samples.irregular]
    half = len(values) // 2
    far, near = values[:half], values[half:]
    if not _keep_turning(near) or max(near) - min(near) < _SHRUNK * (max(far) - min(far)):
        return None
    (least, most), (low, high) = (_range(e, point, side, samples.irregular, place) for place in (_FAR, _NEAR))
    if low > most or high < least or high - low < _STEADY * (most - least):
        return None
    top = math.inf if high > 0 and high > _GROWTH * abs(most) else float(high)
    bottom = -math.inf if low < 0 and -low > _GROWTH * abs(least) else float(low)
    return Evidence("oscillates", side, samples.all, band=(_neat(bottom), _neat(top)))


def _range(
    e: Expression, point: Point, side: Side, irregular: Sequence[Sample], place: float
) -> tuple[Any, Any]:
    """(least, greatest) value around a place in the row of samples, ±inf beside poles."""
    middle = int(len(irregular) * place)
    around = [one.value for one in irregular[middle * 3 // 4 : middle + 1]]
    usual = sorted(map(abs, around))[len(around) // 2]
    depth = irregular[middle].depth
    low, high = (_past_counting(_extreme(e, point, side, depth, sign), usual) for sign in (-1, 1))
    return min(low, *around), max(high, *around)


def _past_counting(extreme: Any, usual: Any) -> Any:
    """±inf for a top that is one of ever higher ones, as beside a pole."""
    mp = context(DIGITS)
    return mp.sign(extreme) * mp.inf if abs(extreme) > _POLE * max(usual, mp.one) else extreme


def _keep_turning(values: Sequence[Any]) -> bool:
    steps = [after - before for before, after in pairwise(values) if after != before]
    turns = sum((one > 0) != (other > 0) for one, other in pairwise(steps))
    if turns < _FEWEST_TURNS:
        return False
    return bool(max(values) - min(values) > PROMISE * max(abs(value) for value in values))


def _extreme(e: Expression, point: Point, side: Side, depth: float, sign: int) -> Any:
    """The top (sign 1) or the bottom (−1) of the wave at a depth, by ever smaller steps uphill.

    Waves such as sin(1/x) are as short as t² at distance t, so the steps go down to far below 2^−depth.
    """
    mp = context(DIGITS)
    best, here, step = value_near(e, point, side, depth).value, mp.mpf(depth), mp.mpf(_FIRST_STEP)
    start = abs(best)
    left = _SEARCH_WORK // sum(1 for _ in post_order(e.tree))
    while step > mp.mpf(2) ** -(depth + _FINER) and left > 0:
        left -= 2
        trials = [
            (value_near(e, point, side, here + move, CHECKING_DIGITS).value, here + move)
            for move in (-step, step)
        ]
        value, there = max(trials, key=lambda pair: sign * pair[0])
        if sign * (value - best) > 0:
            best, here = value, there
        else:
            step /= 2
    return mp.zero if abs(best) < mp.mpf(2) ** (-_FINER / 2) * start else best


def _neat(bound: float) -> float:
    """Twelve digits, the most that the search for a top can promise."""
    return float(f"{bound:.12g}") + 0.0
