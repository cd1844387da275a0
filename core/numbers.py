"""One number, as a person reads it: rounded to digits that are true, with − and powers of ten."""

from collections.abc import Sequence
from math import isinf, isnan

_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_SMALLEST_PLAIN_EXPONENT = -4
_ROUNDING = 1e-10


def number(value: float, digits: int = 6) -> str:
    """The value to `digits` significant digits, for a sentence; NaN is "undefined".

    >>> number(-35.79136), number(4.096e-7), number(1e-6), number(-0.0)
    ('−35.7914', '4.096 × 10⁻⁷', '10⁻⁶', '0')
    """
    if isnan(value):
        return "undefined"
    if isinf(value):
        return "∞" if value > 0 else "−∞"
    mantissa, exponent = _decimal(value, digits)
    if exponent is None:
        return mantissa.replace("-", "−")
    power = "10" + str(exponent).translate(_SUPERSCRIPT)
    return _times_power(mantissa, " × ", power).replace("-", "−")


def number_latex(value: float, digits: int = 6) -> str:
    r"""The same number in LaTeX.

    >>> print(number_latex(4.096e-7), number_latex(-2.5), number_latex(-1e12))
    4.096 \cdot 10^{-7} -2.5 -10^{12}
    """
    if isnan(value):
        return r"\text{undefined}"
    if isinf(value):
        return r"\infty" if value > 0 else r"-\infty"
    mantissa, exponent = _decimal(value, digits)
    return mantissa if exponent is None else _times_power(mantissa, r" \cdot ", f"10^{{{exponent}}}")


def point(values: Sequence[float], names: Sequence[str], digits: int = 6) -> str:
    """Where something is: "x = 1.6" in one variable, "(x, y) = (4, 4)" in more.

    >>> point((0.5, -0.6), ("x", "y"))
    '(x, y) = (0.5, −0.6)'
    """
    return named([number(value, digits) for value in values], names)


def named(texts: Sequence[str], names: Sequence[str]) -> str:
    """The same for coordinates that are text already.

    >>> named(["1.60"], ["x"])
    'x = 1.60'
    """
    if len(names) == 1:
        return f"{names[0]} = {texts[0]}"
    return f"({', '.join(names)}) = ({', '.join(texts)})"


def is_whole(value: float, digits: int = 6) -> bool:
    """Whether the shown digits are the whole number, so that = may stand before them and not ≈.

    float64 errs in the 16th digit of most decimals, and arithmetic spreads that; ten digits must agree.

    >>> is_whole(1.99936), is_whole(2 * 1.92 - 4), is_whole(1 / 3)
    (True, True, False)
    """
    shown = float(f"{value:.{digits - 1}e}")
    return shown == value or abs(shown - value) <= _ROUNDING * abs(value)


def _decimal(value: float, digits: int) -> tuple[str, int | None]:
    """Sign and digits without idle zeros, and the power of ten when it is better split off."""
    mantissa, _, power = f"{value:.{digits - 1}e}".partition("e")
    exponent = int(power)
    if value == 0:
        return "0", None
    if _SMALLEST_PLAIN_EXPONENT <= exponent < digits:
        return _without_idle_zeros(f"{value:.{max(digits - 1 - exponent, 0)}f}"), None
    return _without_idle_zeros(mantissa), exponent


def _without_idle_zeros(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def _times_power(mantissa: str, times: str, power: str) -> str:
    if mantissa in ("1", "-1"):
        return mantissa.removesuffix("1") + power
    return mantissa + times + power
