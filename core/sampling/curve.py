"""Curves as honest samples: dense at bends, gaps at poles and jumps, bands where the curve is too fast.

Everything is decided in picture coordinates: a canvas of `WIDTH` × `HEIGHT` pixels shows [low, high] × view.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from core.sampling.polyline import BoolArray, FloatArray, kept_vertices

Function = Callable[[FloatArray], FloatArray]

WIDTH, HEIGHT = 768.0, 384.0
SURVEY = 512
"""Intervals of the first look, 1.5 px each."""
BUDGET = 4096
"""No curve costs more evaluations."""
POINTS = 1400
"""No curve has more points, gaps aside."""

_FAR = 32.0  # half-heights from the middle of the view; what is farther counts as a gap
_BEND = 0.25  # px; how far a sample may lie off the chord of its neighbours
_STEEP = 4.0  # px; a smaller jump is drawn as a step, the eye cannot tell
_HAIR = 1e-3  # px; a rise that is this narrow is a jump to the eye
_COLUMN = 2.0  # px; the band of an unresolved oscillation has one low and one high sample per column
_SPACING = 6.0  # px; even a straight line keeps a sample this often, for reading values off it


@dataclass(frozen=True, eq=False)
class Curve:
    """Samples of y = f(x), x ascending; a row with y = NaN is a gap (pole, jump, or off the domain).

    `view` is the (low, high) of y the samples were chosen for. In the intervals `unresolved` the curve
    oscillates faster than the picture can show: there the samples are the lowest and the highest values
    per column of pixels, so that a line through them fills the band the curve really covers.
    """

    x: FloatArray
    y: FloatArray
    view: tuple[float, float]
    unresolved: tuple[tuple[float, float], ...] = ()


def sample_curve(f: Function, low: float, high: float, *, view: tuple[float, float] | None = None) -> Curve:
    """Samples of f on [low, high], chosen for a picture that shows the values in `view`.

    f maps float64 arrays (n,) → (n,), NaN off its domain, ±inf on overflow. Without `view` it is
    `robust_range` of a first look. Points far outside the view are gaps; every other point is a true
    sample. At most `BUDGET` evaluations in a few dozen vectorised calls. Raises ValueError for an
    interval or a view that is empty or infinite.
    """
    for name, (least, most) in (("x", (low, high)), ("view", view or (0.0, 1.0))):
        if not (least < most and most - least < np.inf):
            raise ValueError(f"{name} needs finite low < high, got {least} and {most}")
    samples = _Samples(f, low, high, view)
    _follow_bends(samples)
    busy = _busy(samples)
    zones = _zones(samples, busy)
    _close_in(samples, zones)
    _fill_bands(samples, zones)
    return _drawn(samples, zones)


def robust_range(y: FloatArray) -> tuple[float, float]:
    """A range (low, high) of y that shows a curve whole unless it has poles, with a margin of 5 %.

    An extreme is shown if it lies within 1.5 times the spread of the middle 90 % of the finite values
    (the idea of Tukey's fences); otherwise the range ends a quarter of that spread beyond the middle.
    Values that differ in their last digits only are drawn as one.

    >>> robust_range(np.array([3.0, 3.0, np.nan]))
    (2.0, 4.0)
    """
    finite = y[np.abs(y) < 1e290]
    if finite.size == 0:
        return -1.0, 1.0
    least, low, high, most = (float(q) for q in np.quantile(finite, [0.0, 0.05, 0.95, 1.0]))
    spread = high - low
    if spread > 0.0:
        least = least if least >= low - 1.5 * spread else low - 0.25 * spread
        most = most if most <= high + 1.5 * spread else high + 0.25 * spread
    if most - least <= max(2e-9 * max(abs(least), abs(most)), 1e-99):
        reach = max(1.0, 1e-3 * abs(most))
        return least - reach, most + reach
    margin = 0.05 * (most - least)
    return least - margin, most + margin


class _Samples:
    """The samples so far, sorted by x, with their place (u, v) in the picture in px.

    v grows linearly inside the view (|v| ≤ HEIGHT/2) and logarithmically outside, so that a curve on its
    way to a pole still bends; it is NaN where y is not finite or too far away.
    """

    def __init__(self, f: Function, low: float, high: float, view: tuple[float, float] | None) -> None:
        self._f, self._low, self._width = f, low, high - low
        self._random = np.random.default_rng(0)
        self.evaluations = 0
        self.x = self._survey(low, high)
        self.y = self._values(self.x)
        self.view = view if view is not None else robust_range(self.y)
        self._place()

    def _survey(self, low: float, high: float) -> FloatArray:
        """Every other sample is shifted at random, so that no period can hide between the samples."""
        x = np.linspace(low, high, SURVEY + 1)
        x[1::2] += self._random.uniform(-0.3, 0.3, SURVEY // 2) * (self._width / SURVEY)
        return np.unique(x)

    def _values(self, x: FloatArray) -> FloatArray:
        self.evaluations += x.size
        y = np.broadcast_to(np.asarray(self._f(x), dtype=np.float64), x.shape)
        return np.where(np.abs(y) < 1e290, y, np.nan)

    def _place(self) -> None:
        low, high = self.view
        half = 0.5 * high - 0.5 * low
        height = np.clip(self.y - (0.5 * low + 0.5 * high), -2.0 * _FAR * half, 2.0 * _FAR * half)
        scaled = height / half
        size = np.abs(scaled)
        size = np.where(size <= _FAR, size, np.nan)
        self.u = (self.x - self._low) / self._width * WIDTH
        outside = 1.0 + np.log(np.maximum(size, 1.0))
        self.v = np.copysign(np.where(size <= 1.0, size, outside), scaled) * (HEIGHT / 2)

    @property
    def spare(self) -> int:
        """How many evaluations the budget still allows."""
        return BUDGET - self.evaluations

    @property
    def visible(self) -> FloatArray:
        """v cut off half a picture above and below the view: what is out of sight does not rise or fall."""
        return np.clip(self.v, -HEIGHT, HEIGHT)

    def add(self, x: FloatArray) -> None:
        """Evaluate f at new points and sort them in; points beyond the budget are left out."""
        x = np.setdiff1d(x, self.x)[: self.spare]
        place = np.searchsorted(self.x, x)
        self.x, self.y = np.insert(self.x, place, x), np.insert(self.y, place, self._values(x))
        self._place()

    def split(self, intervals: BoolArray, parts: int) -> None:
        """Cut the marked intervals [xᵢ, xᵢ₊₁] into parts, in two at a random place near the middle."""
        left, width = self.x[:-1][intervals], np.diff(self.x)[intervals]
        shares = np.arange(1, parts) / parts
        if parts == 2:
            self.add(left + width * self._random.uniform(0.35, 0.65, left.size))
        else:
            self.add((left[:, None] + width[:, None] * shares).ravel())

    def fill(self, zone: tuple[float, float], count: int) -> None:
        """`count` more samples at random places of a zone."""
        self.add(self._random.uniform(*zone, count))


def _follow_bends(samples: _Samples) -> None:
    """Halve three times, down to a fifth of a pixel, the intervals at samples that lie off their chord."""
    for _ in range(3):
        bent = _off_chord(samples.u, samples.v) > _BEND
        split = (bent[:-1] | bent[1:]) & np.isfinite(samples.v[:-1] + samples.v[1:])
        busy = _busy(samples)
        samples.split(split & ~(busy[:-1] & busy[1:]), 2)


def _off_chord(u: FloatArray, v: FloatArray) -> FloatArray:
    """Distance in px of each sample from the line through its neighbours; 0 where a neighbour is missing."""
    across_u, across_v = u[2:] - u[:-2], v[2:] - v[:-2]
    twice_area = across_u * (v[1:-1] - v[:-2]) - across_v * (u[1:-1] - u[:-2])
    off = np.abs(twice_area) / np.hypot(across_u, across_v)
    return np.pad(np.nan_to_num(off, nan=0.0), 1)


def _busy(samples: _Samples) -> BoolArray:
    """Samples amid four turns or more within 16 samples that span less than 8 px: too fast for the eye."""
    rise = np.diff(samples.visible)
    turn = (rise[:-1] * rise[1:] < 0.0) & (np.minimum(np.abs(rise[:-1]), np.abs(rise[1:])) > 0.5)
    turns = np.convolve(np.pad(turn, 1), np.ones(16), "same")
    last = samples.u.size - 1
    middle = np.arange(last + 1)
    span = samples.u[np.minimum(middle + 8, last)] - samples.u[np.maximum(middle - 8, 0)]
    busy: BoolArray = (turns >= 4) & (span < 8.0)
    return busy


def _zones(samples: _Samples, busy: BoolArray) -> list[tuple[float, float]]:
    """The intervals of x that the busy samples cover, joined where less than two columns lie between."""
    at = np.flatnonzero(busy)
    if at.size == 0:
        return []
    pieces = np.split(at, np.flatnonzero(np.diff(samples.u[at]) > 2 * _COLUMN) + 1)
    return [(float(samples.x[p[0]]), float(samples.x[p[-1]])) for p in pieces if p.size > 1]


def _inside(x: FloatArray, zones: list[tuple[float, float]]) -> BoolArray:
    """Which x lie in one of the zones."""
    inside = np.zeros(x.shape, dtype=np.bool_)
    for low, high in zones:
        inside |= (x >= low) & (x <= high)
    return inside


def _fill_bands(samples: _Samples, zones: list[tuple[float, float]]) -> None:
    """Up to 16 more samples per pixel in the zones: the more there are, the truer the band's edges."""
    total = sum(high - low for low, high in zones)
    for zone in zones:
        width = zone[1] - zone[0]
        pixels = width / (samples.x[-1] - samples.x[0]) * WIDTH
        samples.fill(zone, int(min(16 * pixels, 0.9 * samples.spare * width / total)))


def _close_in(samples: _Samples, zones: list[tuple[float, float]]) -> None:
    """Close in on every edge of the domain and every cliff, the faster the fewer they are.

    A cliff whose rise shrinks is steep but continuous, and gets the samples to show it. One that stays
    is a jump, one that grows a pole. An edge out of sight needs no exact place.
    """
    finest = (samples.x[-1] - samples.x[0]) * 2.0**-46
    for _ in range(60):
        wanted = _edges(samples) & (np.diff(samples.x) > finest)
        wanted |= _cliffs(samples) & (np.diff(samples.u) > 0.5 * _HAIR)
        wanted &= ~_inside(samples.x[:-1], zones)
        places = np.count_nonzero(wanted)
        if places == 0 or samples.spare == 0:
            break
        samples.split(wanted, 16 if places <= 8 else 4 if places <= 24 else 2)
    samples.add(_round_numbers(samples, _edges(samples)))


def _edges(samples: _Samples) -> BoolArray:
    """Intervals with a value in sight at one end and none at the other."""
    finite = np.isfinite(samples.v)
    in_sight = np.abs(samples.v) <= HEIGHT
    edges: BoolArray = (finite[:-1] != finite[1:]) & (in_sight[:-1] | in_sight[1:])
    return edges


def _cliffs(samples: _Samples) -> BoolArray:
    """Narrow intervals with a rise unlike the curve on both sides: much steeper, or the other way.

    The branches of 1/x all fall while the line across the pole rises; beside a jump the curve is flat.
    The flank of a fast but smooth wave is as steep as its neighbours.
    """
    width = np.maximum(np.diff(samples.u), 1e-12)
    rise = np.diff(samples.visible)
    slope = np.pad(np.nan_to_num(rise / width, nan=0.0), 1)
    here, before, after = slope[1:-1], slope[:-2], slope[2:]
    steeper = np.abs(here) > 3.0 * np.maximum(np.abs(before), np.abs(after))
    against = (here * before <= 0.0) & (here * after <= 0.0)
    cliffs: BoolArray = (np.abs(rise) > _STEEP) & (width < 0.5) & (steeper | against)
    return cliffs


def _round_numbers(samples: _Samples, edge: BoolArray) -> FloatArray:
    """The round number in each edge's interval, if there is one: √x starts at 0 and not just beside it."""
    left, right = samples.x[:-1][edge], samples.x[1:][edge]
    decimals = 12 - int(np.ceil(np.log10(samples.x[-1] - samples.x[0])))
    number = np.round(0.5 * left + 0.5 * right, decimals)
    return number[(left <= number) & (number <= right)]


def _drawn(samples: _Samples, zones: list[tuple[float, float]]) -> Curve:
    """The curve to draw: the samples the eye needs, and one NaN row per gap.

    A sample between two gaps makes no line and is left out.
    """
    x, y, u, v = _with_gaps(samples, zones)
    banded = _inside(x, zones) & np.isfinite(v)
    extreme = _band(u, v, banded)
    gap = np.isnan(v)
    alone = np.append(True, gap[:-1]) & np.append(gap[1:], True)
    y[alone], v[alone], gap[alone], extreme[alone] = np.nan, np.nan, True, False
    needless = (banded & ~extreme & ~gap) | (gap & np.append(True, gap[:-1]))
    x, y, u, v, extreme = (row[~needless] for row in (x, y, u, v, extreme))
    kept = _enough(u, v, extreme)
    if kept.size and np.isnan(v[-1]):
        kept[-1] = False
    return Curve(x[kept], y[kept], samples.view, tuple(zones))


def _with_gaps(
    samples: _Samples, zones: list[tuple[float, float]]
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """x, y, u and v with a NaN row in every jump; values out of the picture's reach are NaN too."""
    x, u, v = samples.x, samples.u, samples.v
    jump = _cliffs(samples) & (np.diff(u) < _HAIR) & ~_inside(x[:-1], zones)
    at = np.flatnonzero(jump) + 1
    y = np.where(np.isnan(v), np.nan, samples.y)
    return (
        np.insert(x, at, 0.5 * x[at - 1] + 0.5 * x[at]),
        np.insert(y, at, np.nan),
        np.insert(u, at, u[at]),
        np.insert(v, at, np.nan),
    )


def _band(u: FloatArray, v: FloatArray, banded: BoolArray) -> BoolArray:
    """The lowest and the highest of the banded samples in each column of pixels."""
    at = np.flatnonzero(banded)
    chosen = np.zeros(u.shape, dtype=np.bool_)
    if at.size:
        column = np.floor(u[at] / _COLUMN)
        by_height = at[np.lexsort((v[at], column))]
        first = np.flatnonzero(np.diff(column, prepend=-1.0))
        chosen[by_height[first]] = True
        chosen[by_height[np.append(first[1:], at.size) - 1]] = True
    return chosen


def _enough(u: FloatArray, v: FloatArray, extreme: BoolArray) -> BoolArray:
    """The samples that keep the line within a tenth of a pixel, or as near as `POINTS` samples can."""
    gap = np.isnan(v)
    fixed = gap | extreme | (np.diff(np.floor(u / _SPACING), prepend=-1.0) > 0)
    fixed[:-1] |= gap[1:]
    fixed[1:] |= gap[:-1]
    fixed[-1:] = True
    tolerance = 0.1
    kept = kept_vertices(u, v, fixed=fixed, tolerance=tolerance)
    while np.count_nonzero(kept & ~gap) > POINTS and tolerance < HEIGHT:
        tolerance *= 2.0
        kept = kept_vertices(u, v, fixed=fixed, tolerance=tolerance)
    return kept
