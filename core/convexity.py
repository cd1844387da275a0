"""Convex, concave or neither, by chords: f is convex where no chord runs below the curve.

A pair of points whose chord is on the wrong side proves "not convex" at once. That none among thousands is on
the wrong side is no proof, so the verdict is held against the sign of f″, and of the jumps of f′ at corners.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import isnan
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.curvature import curvature_field
from core.errors import SettingError
from core.expression import Expression
from core.gradient import gradient_field
from core.numbers import number
from core.steps import Check

Floats = NDArray[np.float64]
Gaps = np.ma.MaskedArray[Any, np.dtype[np.float64]]
Kind = Literal["convex", "concave", "straight", "neither"]

POINTS = 401
"""Of the window; two that are an even number apart make a chord, about 40 000 of them."""

ROUNDING = 64 * float(np.finfo(np.float64).eps)
DIGITS = 50
LARGE = 0.5
"""Pairs with at least this part of the largest gap may stand for it."""

TRIED = 8


@dataclass(frozen=True)
class Chord:
    """Two points of the curve, and the place between them where chord and curve are compared.

    `gap` is chord − curve at the middle x: positive where the curve hangs below its chord.
    """

    left: float
    right: float
    middle: float
    curve: float
    chord: float

    @property
    def gap(self) -> float:
        return self.chord - self.curve

    @property
    def sentence(self) -> str:
        """Where the curve is, beside the chord."""
        if isnan(self.gap):
            return "f has no value at an end of this chord, or none in its middle."
        side = "above" if self.gap > 0 else "below" if self.gap < 0 else "on"
        return (
            f"From x = {number(self.left, 4)} to {number(self.right, 4)} the chord is at "
            f"{number(self.chord, 5)} in the middle, {side} the curve at {number(self.curve, 5)}."
        )


@dataclass(frozen=True)
class Convexity:
    """The verdict over a window, the chords that prove it, and the second way.

    `below` is the pair whose curve hangs farthest below its chord, `above` the one whose curve rises
    farthest above; None where there is none. Both together prove "neither".
    """

    kind: Kind
    window: tuple[float, float]
    below: Chord | None
    above: Chord | None
    chords: int
    check: Check

    @property
    def sentence(self) -> str:
        """The verdict in words, with its proof."""
        where = f"from x = {number(self.window[0], 4)} to {number(self.window[1], 4)}"
        if self.below is not None and self.above is not None:
            return f"Neither convex nor concave {where}. {self.above.sentence} {self.below.sentence}"
        chords = f"none of {self.chords} chords runs"
        if self.below is not None:
            return f"Convex {where}: {chords} below the curve."
        if self.above is not None:
            return f"Concave {where}: {chords} above the curve."
        return f"A straight line {where}: every chord lies on the curve, so it is both convex and concave."


def convexity(e: Expression, low: float, high: float) -> Convexity:
    """What a function of one variable is on [low, high]; the ends may be without a value, like 0 of log x.

    Raises SettingError("f") where f has no value somewhere inside: a chord must have a curve to compare with.

    >>> from core.expression import parse
    >>> convexity(parse("x^2"), -1, 2).kind, convexity(parse("x^3"), -1, 1).kind
    ('convex', 'neither')
    """
    x = np.linspace(low, high, POINTS)
    y = e(x)
    gaps = _gaps(x, y)
    below, above = _chord(e, x, gaps, 1), _chord(e, x, gaps, -1)
    names: dict[tuple[bool, bool], Kind] = {
        (True, True): "neither",
        (True, False): "convex",
        (False, True): "concave",
        (False, False): "straight",
    }
    kind = names[below is not None, above is not None]
    return Convexity(kind, (low, high), below, above, gaps.count(), bending_check(e, x, kind))


def chord(e: Expression, left: float, right: float) -> Chord:
    """The chord between two places, compared in the middle in many digits."""
    a, b = (Fraction(repr(float(place))) for place in (left, right))
    ends = [e.precise(place, digits=DIGITS) for place in (a, b)]
    curve = e.precise((a + b) / 2, digits=DIGITS)
    return Chord(left, right, float((a + b) / 2), float(curve), float((ends[0] + ends[1]) / 2))


def _gaps(x: Floats, y: Floats) -> Gaps:
    """chord − curve in the middle of x[i], x[j], (n, n); masked where i and j have no sample between them."""
    inside = slice(1, -1)
    if not np.isfinite(y[inside]).all():
        place = number(float(x[inside][~np.isfinite(y[inside])][0]), 4)
        raise SettingError(f"f has no value at x = {place}, so chords across it say nothing.", "f")
    i, j = np.meshgrid(np.arange(len(x)), np.arange(len(x)), indexing="ij")
    unusable = (j - i < 2) | ((i + j) % 2 == 1) | ~np.isfinite(y[i] + y[j])
    middle = y[(i + j) // 2]
    with np.errstate(invalid="ignore"):
        gap = (y[i] + y[j]) / 2 - middle
    noise = ROUNDING * (np.abs(y[i]) + np.abs(y[j]) + np.abs(middle))
    with np.errstate(invalid="ignore"):
        gap = np.where(np.abs(gap) <= noise, 0.0, gap)
    return np.ma.masked_array(gap, mask=unusable)


def _chord(e: Expression, x: Floats, gaps: Gaps, sign: int) -> Chord | None:
    """A pair with a large positive sign·gap that many digits confirm; None where there is none.

    At a jump float64 and the exact middle may fall on different sides of it, so several pairs are tried.
    """
    large = sign * np.ma.filled(gaps, 0.0)
    most = float(large.max())
    if not most > 0:
        return None
    first = np.argwhere(large == most)[:1]
    others = np.argwhere(large >= LARGE * most)
    spread = others[np.linspace(0, len(others) - 1, TRIED).astype(int)]
    for i, j in np.concatenate([first, spread]).tolist():
        found = chord(e, float(x[i]), float(x[j]))
        if (found.gap > 0) == (sign > 0) and found.gap != 0:
            return found
    return None


def bending_check(e: Expression, x: Floats, kind: Kind) -> Check:
    """The verdict against the signs of f″ and of the change of f′, at 400 places between the chords' ends."""
    places = (x[1:] + x[:-1]) / 2
    second = _bending(e, places)
    return Check(
        compared="The verdict of the chords against the sign of f″, and of the jumps of f′, at "
        f"{len(places)} places.",
        shown=kind,
        second=second,
        difference=0.0 if second == kind else 1.0,
        tolerance=0.5,
    )


def _bending(e: Expression, places: Floats) -> Kind:
    """What the derivatives say; a jump of f, which no derivative shows, makes it neither."""
    bend = curvature_field(e).over(places[:, None])[:, 0, 0]
    value, gradient = gradient_field(e).over(places[:, None])
    known = np.isfinite(gradient[:, 0])
    slope, bend = gradient[known, 0], bend[np.isfinite(bend)]
    noise = 1e-9 * max(1.0, float(np.abs(slope).max(initial=0.0)))
    change = np.diff(slope)
    if _jumps(places[known], value[known], slope, noise):
        return "neither"
    up = bool((bend > noise).any() or (change > noise).any())
    down = bool((bend < -noise).any() or (change < -noise).any())
    if up and down:
        return "neither"
    return "convex" if up else "concave" if down else "straight"


def _jumps(x: Floats, value: Floats, slope: Floats, noise: float) -> bool:
    """Whether f changes faster between two places than its slopes there allow (mean value theorem)."""
    pace = np.diff(value) / np.diff(x)
    low, high = np.minimum(slope[1:], slope[:-1]), np.maximum(slope[1:], slope[:-1])
    margin = (high - low) + 1e3 * noise
    return bool(((pace < low - margin) | (pace > high + margin)).any())
