"""What is true of f at x0: its value, f′ in 50 digits, its higher derivatives, and its rounding."""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from math import inf, isfinite, nan
from typing import Any

import numpy as np

from core.differencing.arithmetic import gap, stored, typed_program
from core.expression import Expression
from core.expression.precise import precise_value
from core.gradient import gradient_field, slope_across
from core.quotients import central

DIGITS = 50
HIGHEST = 10
"""The derivatives looked at: enough for a truncation error of order 9."""

_SPACINGS = (Fraction(1, 10**15), Fraction(1, 10**17))
_SPACING_DIGITS = 17
_SPARE_DIGITS = 50
_SMALLEST_SCALE = Fraction(1, 10**8)
_HALF_WIDTH = 6
_SETTLED = 1e-6
_ORDINARY = 4.0
"""A value of a few operations is this many spacings off; beyond that, f cancels or is ill-conditioned."""

_NOISE_EXPONENTS = (0.35, 0.4, 0.45, 0.5, 0.55, 0.6)


@dataclass(frozen=True)
class Local:
    """f around the stored x0 of a dtype. A number is NaN where it does not exist.

    x: x0 as stored. value: f(x0) as computed in the dtype, spacing: the gap to the next number there.
    truth: f′(x) as an mpf of 50 digits, and high + low the same as two floats. derivatives: f⁽ⁿ⁾(x) for
    n = 0 … 10. lost: how far computed values of f near x0 lie from the true ones, where that is more than
    four spacings, else 0; f = x² − 4x + 4 loses the spacing of 4 where it is 0. flat: the spacing of f′, and
    what the loss inside f does to f′.
    """

    dtype: str
    x: float
    value: float
    spacing: float
    truth: Any
    high: float
    low: float
    derivatives: tuple[float, ...]
    lost: float
    flat: float

    @property
    def noise(self) -> float:
        """How far a computed value of f near x0 may be from the true one."""
        return max(self.spacing, self.lost) if self.value or self.lost else 0.0


@lru_cache(maxsize=256)
def local(e: Expression, x0: float, dtype: str) -> Local:
    """The facts at x0, worked out once. Raises SettingError for an x0 that the dtype cannot hold."""
    program = typed_program(e, dtype)
    held = stored(x0, dtype, "x0")
    x = float(held)
    value = float(program.read(np.array([held])).values[0])
    truth, smooth = true_slope(e, held)
    high = float(truth)
    low = float(truth - high) if isfinite(high) else nan
    derivatives = higher_derivatives(e, Fraction(x)) if smooth else (nan,) * (HIGHEST + 1)
    lost = _lost(e, x, dtype) if smooth else nan
    # What is lost inside f is like a shift of x by lost/|f′|, and a shift of x changes f′ by f″.
    bend = abs(derivatives[2] / high) * lost if high and isfinite(derivatives[2]) else 0.0
    return Local(
        dtype=dtype,
        x=x,
        value=value,
        spacing=gap(value, dtype),
        truth=truth,
        high=high if isfinite(high) else nan,
        low=low,
        derivatives=derivatives,
        lost=lost,
        flat=gap(high, dtype) + bend if isfinite(high) else nan,
    )


def true_slope(e: Expression, held: Any) -> tuple[Any, bool]:
    """f′ as an mpf of 50 digits at a stored number, nan where there is none; and whether its formula holds.

    Whether f has a slope is asked at the decimal on the screen: |x − 0.1| has none at 0.1, although the
    float64 next to it lies 5·10⁻¹⁸ beside the corner. The slope itself is that at the stored number.
    """
    name, tree = e.variables[0], gradient_field(e).trees[0]
    decimal = Fraction(str(held))
    slope = precise_value(tree, {name: Fraction(float(held))}, DIGITS)
    mp = slope.context
    if not mp.isfinite(e.precise(decimal)):
        return mp.nan, False
    if mp.isfinite(precise_value(tree, {name: decimal}, DIGITS)):
        return slope, bool(mp.isfinite(slope))
    across = slope_across(e, (float(decimal),), 0)
    if across != across:
        return mp.nan, False
    return (mp.mpf(central(e, (decimal,), 0)) if across else mp.zero), False


def higher_derivatives(e: Expression, x: Fraction) -> tuple[float, ...]:
    """f⁽ⁿ⁾(x) for n = 0 … 10 from central differences in many digits; NaN where there is none.

    Two spacings δ = 10⁻¹⁵·|x| and 10⁻¹⁷·|x| must agree: their error is about δ²·f⁽ⁿ⁺²⁾, so that what agrees
    has far more true digits than a float. What is no larger than that error is 0.
    """
    scale = max(abs(x), _SMALLEST_SCALE) if x else Fraction(1)
    wide, close = (_central_differences(e, x, spacing * scale) for spacing in _SPACINGS)
    leak = (_SPACINGS[1] * scale) ** 2
    found = (_settled(wide[n], close[n], close[n + 2], leak) for n in range(HIGHEST + 1))
    return tuple(found)


def _central_differences(e: Expression, x: Fraction, spacing: Fraction) -> list[Any]:
    """δⁿf/spacingⁿ for n = 0 … 12 as mpf; for odd n the mean of the two differences around x.

    A difference that is nothing but the rounding of the values of f is 0.
    """
    reach = range(-_HALF_WIDTH, _HALF_WIDTH + 1)
    digits = _digits(spacing)
    row = [e.precise(x + k * spacing, digits=digits) for k in reach]
    noise = max(map(abs, row)) / 10**digits
    found: list[Any] = []
    for n in range(len(reach)):
        middle = _middle(row)
        middle = middle * 0 if abs(middle) <= noise * 2**n else middle
        found.append(middle * spacing.denominator**n / spacing.numerator**n)
        row = [b - a for a, b in pairwise(row)]
    return found


def _digits(spacing: Fraction) -> int:
    """So many that δ¹²f keeps some fifty of them after all it loses to cancellation."""
    magnitude = max(_SPACING_DIGITS, len(str(spacing.denominator // spacing.numerator)))
    return 2 * _HALF_WIDTH * magnitude + _SPARE_DIGITS


def _middle(row: list[Any]) -> Any:
    half = len(row) // 2
    return row[half] if len(row) % 2 else (row[half - 1] + row[half]) / 2


def _settled(wide: Any, close: Any, after: Any, leak: Fraction) -> float:
    if not close.context.isfinite(close - wide):
        return nan
    if abs(close) <= abs(after) * leak.numerator / leak.denominator:
        return 0.0
    return float(close) if abs(close - wide) <= _SETTLED * abs(close) else nan


def _lost(e: Expression, x: float, dtype: str) -> float:
    """The largest |computed f − true f| at places around x, 0 where all are within four spacings."""
    kind = np.dtype(dtype).type
    epsilon = float(np.finfo(dtype).eps)
    steps = [max(abs(x), 1.0) * epsilon**power for power in _NOISE_EXPONENTS]
    places = np.array([x] + [x + side * step for step in steps for side in (1, -1)]).astype(kind)
    values = typed_program(e, dtype).read(places).values
    worst = 0.0
    for place, value in zip(places.tolist(), values, strict=True):
        off = _off(e, place, value)
        worst = max(worst, off if off > _ORDINARY * gap(float(value), dtype) else 0.0)
    return worst


def _off(e: Expression, place: float, value: Any) -> float:
    if not np.isfinite(value):
        return 0.0
    off = float(abs(e.precise(Fraction(place), digits=DIGITS) - float(value)))
    return off if off < inf else 0.0
