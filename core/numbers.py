"""One number, as a person reads it: rounded to digits that are true, with − and powers of ten."""

from collections.abc import Sequence
from math import isinf, isnan

_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_SMALLEST_PLAIN_EXPONENT = -4
_ROUNDING = 1e-10

LARGEST = "1.8 × 10³⁰⁸"
"""float64 ends below this; a value that came out infinite is finite, and beyond it."""


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


def point(values: Sequence[float], names: Sequence[str], digits: int = 6, sign: str = "=") -> str:
    """Where something is: "x = 1.6" in one variable, "(x, y) = (4, 4)" in more.

    A coordinate that came out infinite is only beyond float64.

    >>> point((0.5, -0.6), ("x", "y")), point((0.5, float("-inf")), ("x", "y"))
    ('(x, y) = (0.5, −0.6)', 'x = 0.5, y < −1.8 × 10³⁰⁸')
    """
    if any(map(isinf, values)):
        pairs = zip(values, names, strict=True)
        return ", ".join(_related(value, name, digits, sign) for value, name in pairs)
    return named([number(value, digits) for value in values], names, sign)


def rounded_point(values: Sequence[float], names: Sequence[str], digits: int = 6) -> str:
    """The same, with ≈ where the shown digits are not the whole number.

    >>> rounded_point((0.25,), ("x",)), rounded_point((1 / 3,), ("x",))
    ('x = 0.25', 'x ≈ 0.333333')
    """
    return point(values, names, digits, _equals(values, digits))


def related(value: float, name: str, digits: int = 6) -> str:
    """One value with its name and =, ≈, or < and > for a value beyond float64.

    >>> related(7.18e12, "f", 3), related(1 / 3, "f", 3), related(float("inf"), "f")
    ('f = 7.18 × 10¹²', 'f ≈ 0.333', 'f > 1.8 × 10³⁰⁸')
    """
    return _related(value, name, digits, _equals((value,), digits))


def named(texts: Sequence[str], names: Sequence[str], sign: str = "=") -> str:
    """The same for coordinates that are text already.

    >>> named(["1.60"], ["x"])
    'x = 1.60'
    """
    if len(names) == 1:
        return f"{names[0]} {sign} {texts[0]}"
    return f"({', '.join(names)}) {sign} ({', '.join(texts)})"


def is_whole(value: float, digits: int = 6) -> bool:
    """Whether the shown digits are the whole number, so that = may stand before them and not ≈.

    float64 errs in the 16th digit of most decimals, and arithmetic spreads that; ten digits must agree.

    >>> is_whole(1.99936), is_whole(2 * 1.92 - 4), is_whole(1 / 3)
    (True, True, False)
    """
    shown = float(f"{value:.{digits - 1}e}")
    return shown == value or abs(shown - value) <= _ROUNDING * abs(value)


def _related(value: float, name: str, digits: int, sign: str) -> str:
    if isinf(value):
        return f"{name} > {LARGEST}" if value > 0 else f"{name} < −{LARGEST}"
    return f"{name} {sign} {number(value, digits)}"


def _equals(values: Sequence[float], digits: int) -> str:
    return "=" if all(is_whole(value, digits) for value in values) else "≈"


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
