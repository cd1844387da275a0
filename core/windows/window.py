"""The piece of the plane worth looking at: it shows what the function does, and where the walk starts."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from core.errors import SettingError
from core.sampling import robust_range
from core.sampling.polyline import BoolArray, FloatArray
from core.windows.landmarks import Function, Gradient, Landmarks, landmarks, plane_critical_points, values

Surface = Callable[[FloatArray, FloatArray], FloatArray]
Range = tuple[float, float]

_DEFAULT = 5.0  # half the width when nothing turns anywhere
_ALONE = 4.0  # … around a single turning point with no scale of its own
_ALONE_IN_PLANE = 3.0
_TALLEST = 1e99  # what is higher would lift the picture beyond what a `Window` accepts
_EDGE = 0.06  # how much of the width shows where the function is undefined


@dataclass(frozen=True)
class Window:
    """The ranges of x and y that a picture shows.

    Raises SettingError, with its key in the address, for a range that is not ascending, reaches beyond
    ±1e100, or is so narrow that its numbers run out of digits.
    """

    x: Range
    y: Range

    def __post_init__(self) -> None:
        for name, ends in (("x", self.x), ("y", self.y)):
            size = max(abs(ends[0]), abs(ends[1]))
            if not (abs(ends[0]) <= 1e100 and abs(ends[1]) <= 1e100):
                raise SettingError(
                    f"The window in {name} needs two ends between −10¹⁰⁰ and 10¹⁰⁰.", f"{name}lo"
                )
            if not ends[0] < ends[1]:
                raise SettingError(f"The window in {name} has to end above its start.", f"{name}hi")
            if ends[1] - ends[0] < max(1e-9 * size, 1e-100):
                raise SettingError(f"The window in {name} is too narrow for a picture.", f"{name}hi")


def curve_window(f: Function, slope: Function, start: float) -> Window:
    """The window for y = f(x): its turning points, poles and edges of the domain, and the start.

    f and its derivative `slope` map float64 arrays (n,) → (n,), NaN off the domain. A start inside the
    function's own window does not change it; one outside widens it to half-widths of 1, 2, 5 · 10ᵏ about
    the same centre, so that the picture keeps still while the start moves.
    """
    marks = landmarks(f, slope)
    centre, own = _curve_frame(marks, f)
    x = rounded_outward(*_trimmed(f, centre, own))
    inside = x[0] <= start <= x[1]
    if not inside:
        half = _widened(own, abs(start - centre))
        x = rounded_outward(*_trimmed(f, centre, half, start))
    return Window(x, _heights(f, marks, x, start, squeeze=inside))


def plane_window(g: Surface, gradient: Gradient, start: tuple[float, float]) -> Window:
    """The window for level curves of g: the points where its gradient vanishes or flips, and the start.

    g maps two arrays (n,) → (n,); gradient maps points (n, 2) → (n, 2). Both axes show the same length
    unless g is undefined beyond; the start widens it in steps as in `curve_window`.
    """
    centre, half = _plane_frame(plane_critical_points(gradient), gradient)
    x, y = (rounded_outward(*ends) for ends in _trimmed_box(g, centre, half))
    if not (x[0] <= start[0] <= x[1] and y[0] <= start[1] <= y[1]):
        half = _widened(half, max(abs(start[0] - centre[0]), abs(start[1] - centre[1])))
        x, y = (rounded_outward(*ends) for ends in _trimmed_box(g, centre, half, start))
    return Window(x, y)


def rounded_outward(low: float, high: float) -> Range:
    """The range widened to multiples of a step of 1, 2, 2.5 or 5 · 10ᵏ that is at most an eighth of it.

    An end beyond a multiple by less than a fiftieth of the step, 0.25 % of the picture, stays there.

    >>> rounded_outward(-0.13, 2.27)
    (-0.25, 2.5)
    """
    step = _ladder_below((high - low) / 8.0)
    first, last = math.floor(low / step + 0.02), math.ceil(high / step - 0.02)
    return float(f"{first * step:.12g}"), float(f"{last * step:.12g}")


def _ladder_below(size: float) -> float:
    """The largest of 1, 2, 2.5, 5 · 10ᵏ that is at most `size`."""
    power = 10.0 ** math.floor(math.log10(size))
    return max(m * power for m in (0.5, 1.0, 2.0, 2.5, 5.0) if m * power <= size * (1.0 + 1e-9))


def _steps_up(size: float) -> Iterator[float]:
    """`size` itself, then the numbers 1, 2, 5 · 10ᵏ above it."""
    yield size
    exponent = math.floor(math.log10(size))
    while True:
        yield from (m * 10.0**exponent for m in (1.0, 2.0, 5.0) if m * 10.0**exponent > size)
        exponent += 1


def _widened(half: float, distance: float) -> float:
    """The half-width that shows a start at `distance` from the centre, inside by a twentieth if widened.

    A start beyond 1e90 is in no picture and widens none.
    """
    if distance <= half or not distance <= 1e90:
        return half
    return next(step for step in _steps_up(half) if distance <= 0.95 * step)


def _curve_frame(marks: Landmarks, f: Function) -> tuple[float, float]:
    """Centre and half-width of the function's own window.

    Several landmarks: their span and a margin. One: as far as the curve changes character, at the edge of
    the domain or where it is steepest. None, or more and more of them: a window about 0, or the domain.
    """
    places = np.sort(np.concatenate([marks.critical, marks.poles]))
    if marks.critical.size == 0 and 0 < marks.poles.size <= 3:
        places = np.sort(np.concatenate([places, marks.roots]))
    if places.size >= 5 and np.abs(places).max() > 0.7 * marks.scale:
        return 0.0, min(_DEFAULT, 6.0 * float(np.median(np.diff(places))))
    if places.size == 0:
        return _default_centre(marks, f), _DEFAULT
    if places[-1] - places[0] > 1e-6 * np.abs(places).max():
        return _spanned(places)
    centre = float(places[0])
    reaches = [*(3.0 * np.abs(marks.edges - centre)), 4.0 * abs(marks.steepest - centre)]
    return centre, min((reach for reach in reaches if reach > 1e-5), default=_ALONE)


def _spanned(places: FloatArray) -> tuple[float, float]:
    """Centre and half-width for several places: the more there are, the less is to be seen beyond them.

    The margin is two thirds of the span for two places, a sixth for four, and never less than 15 %.
    """
    span = float(places[-1] - places[0])
    margin = span * max(0.15, (2.0 / 3.0) * (2.0 / places.size) ** 2)
    return float(0.5 * places[0] + 0.5 * places[-1]), 0.5 * span + margin


def _default_centre(marks: Landmarks, f: Function) -> float:
    """0 if the function is defined near it, otherwise the edge of its domain that is nearest to 0."""
    near = np.linspace(-_DEFAULT, _DEFAULT, 65)
    if marks.edges.size == 0 or np.isfinite(values(f, near)).any():
        return 0.0
    return float(marks.edges[np.argmin(np.abs(marks.edges))])


def _trimmed(f: Function, centre: float, half: float, start: float = math.nan) -> Range:
    """The range centre ± half without what lies outside the domain, but for a strip that shows its end."""
    x = np.linspace(centre - half, centre + half, 257)
    return _trimmed_to(x, np.isfinite(values(f, x)), start)


def _trimmed_to(x: FloatArray, defined: BoolArray, start: float) -> Range:
    """From the first to the last x that is defined, a strip of `_EDGE` beyond it, and a start within x."""
    low, high = float(x[0]), float(x[-1])
    if not defined.any():
        return low, high
    first, last = float(x[np.argmax(defined)]), float(x[x.size - 1 - np.argmax(defined[::-1])])
    strip = _EDGE * max(last - first, 1e-3 * (high - low))
    inside = [start] if low <= start <= high else []
    return max(low, min([first - strip, *inside])), min(high, max([last + strip, *inside]))


def _heights(f: Function, marks: Landmarks, x: Range, start: float, *, squeeze: bool) -> Range:
    """The range of y: whole unless there are poles, and not much more than the turning points span.

    f(start) extends the range in doublings of its height, so that the picture keeps still in between.
    """
    inside = [place[(x[0] <= place) & (place <= x[1])] for place in (marks.critical, marks.edges)]
    turns, edges = (values(f, place) for place in inside)
    grid = values(f, np.linspace(*x, 513))
    heights = np.concatenate([grid, turns, edges])
    low, high = robust_range(heights[np.abs(heights) < _TALLEST])
    turns = turns[np.isfinite(turns)]
    spread = float(np.ptp(turns)) if squeeze and turns.size else 0.0
    if spread > 1e-6 * (high - low):
        low, high = max(low, float(turns.min()) - 1.5 * spread), min(high, float(turns.max()) + 1.5 * spread)
    at_start = float(values(f, np.array([start]))[0])
    while at_start < low and high - low < _TALLEST:
        low -= high - low
    while at_start > high and high - low < _TALLEST:
        high += high - low
    return rounded_outward(low, high)


def _plane_frame(turns: FloatArray, gradient: Gradient) -> tuple[tuple[float, float], float]:
    """Centre and half-width of the surface's own window, a square about the points where it turns."""
    if len(turns) == 0:
        return (0.0, 0.0), _ALONE
    if len(turns) == 1:
        x, y = (float(c) for c in turns[0])
        return (x, y), min(4.0 * _plane_reach(gradient, x, y), _ALONE_IN_PLANE)
    (x, half_x), (y, half_y) = _spanned(np.sort(turns[:, 0])), _spanned(np.sort(turns[:, 1]))
    return (x, y), max(half_x, half_y)


def _plane_reach(gradient: Gradient, x: float, y: float) -> float:
    """The distance from (x, y) along the axes at which the gradient is largest; ∞ if it keeps growing."""
    distance = np.geomspace(1e-3, 10.0, 48)
    along = distance[:, None, None] * np.array([[1.0, 0.0], [-1.0, 0.0], [0.0, 1.0], [0.0, -1.0]])
    slope = np.asarray(gradient((along + np.array([x, y])).reshape(-1, 2)), dtype=np.float64)
    size = np.nan_to_num(np.abs(slope), nan=0.0, posinf=0.0).max(axis=1).reshape(48, 4).max(axis=1)
    at = int(np.argmax(size))
    fades = size[-1] < 0.5 * size[at] and size[0] < 0.5 * size[at]
    return float(distance[at]) if fades else math.inf


def _trimmed_box(
    g: Surface, centre: tuple[float, float], half: float, start: tuple[float, float] = (math.nan, math.nan)
) -> tuple[Range, Range]:
    """The square centre ± half without the strips in which g is nowhere defined, as in `_trimmed`."""
    x, y = (np.linspace(c - half, c + half, 65) for c in centre)
    z = np.asarray(g(np.tile(x, y.size), np.repeat(y, x.size)), dtype=np.float64)
    defined = np.isfinite(np.broadcast_to(z, x.size * y.size)).reshape(y.size, x.size)
    in_column, in_row = np.any(defined, axis=0), np.any(defined, axis=1)
    return _trimmed_to(x, np.asarray(in_column), start[0]), _trimmed_to(y, np.asarray(in_row), start[1])
