"""E01, E20, E22, E46, E53 and E03 to E19, computed with Python's floats, fractions and mpmath."""

import math
from collections.abc import Sequence
from fractions import Fraction

from mpmath import MPContext

from core.numbers import number

EPSILON = 2.0**-52
mp = MPContext()
mp.dps = 40
PLACES = [mp.mpf(1) / 10**k for k in range(1, 6)]


def e01() -> tuple[str, ...]:
    beside = [(2 + h) ** 2 for h in (Fraction(1, 10**6), Fraction(-1, 10**6))]
    assert abs(sum(beside) / 2 - 4) < Fraction(1, 10**9)
    return (f"its limit there is {2**2}, not 2",)


def e20() -> tuple[str, ...]:
    quotients = []
    for waves in (0.5, 1.5):
        h = 1 / (100 * math.pi + waves * math.pi)
        quotients.append(math.sin(1 / h) / h)
    return tuple(number(quotient, 6) for quotient in quotients)


def e22() -> tuple[str, ...]:
    terms = [number(float((1 + Fraction(1, n)) ** n), 6) for n in (1, 10, 100)]
    return (f"{terms[0]}, {terms[1]} and {terms[2]}",)


def e46() -> tuple[str, ...]:
    values = {x: 5.0 if x == 0 else x for x in (0.0, 1e-9)}
    assert values[1e-9] < 1e-8
    return (f"f(0) = {number(values[0.0])}",)


def e53() -> tuple[str, ...]:
    values = [[Fraction(1) / x**2 for x in (h, -h)] for h in (Fraction(1, 100), Fraction(1, 1000))]
    assert values == [[10**4] * 2, [10**6] * 2]
    return ("1/x² is 10⁴ at ±0.01 and 10⁶ at ±0.001",)


def e03() -> tuple[str, ...]:
    quotients = [((3 + h) ** 2 - 3**2) / h for h in (0.01, 0.001, 0.00001)]
    return tuple(map(repr, quotients))


def e04() -> tuple[str, ...]:
    low, high = EPSILON / 2, math.nextafter(EPSILON / 2, 1)
    assert 1 + low == 1 < 1 + high
    assert math.ulp(1.0) == EPSILON
    return (repr(high), repr(1 + 1.2e-16), "2⁻⁵²", "2⁻⁵³")


def e05() -> tuple[str, ...]:
    def quotients(h: float) -> tuple[float, float]:
        return ((3 + h) ** 2 - 9) / h, ((3 + h) ** 2 - (3 - h) ** 2) / (2 * h)

    assert quotients(1e-14) == (6.217248937900877, 6.128431095930864)
    both = set(quotients(1e-15))
    return (f"both print {both.pop()!r}",) if len(both) == 1 else ("two numbers",)


def e06() -> tuple[str, ...]:
    h = math.sqrt(EPSILON)
    assert (h, ((3 + h) ** 2 - 9) / h) == (2.0**-26, 6.0)
    assert (Fraction(3) + Fraction(h)) ** 2 - 9 == 6 * Fraction(h) + Fraction(h) ** 2
    return (number(2 * math.sqrt(EPSILON * 9 / 2), 3), number(EPSILON ** (1 / 3), 3), "2⁻²⁶")


def e07() -> tuple[str, ...]:
    for h in (Fraction(1, 100), Fraction(1, 10**8)):
        assert ((3 + h) ** 2 - 9) / h - 6 == h
    return ("0.01, then 10⁻⁸ for h = 10⁻⁸",)


def e08() -> tuple[str, ...]:
    x, h = Fraction(1, 10**10), Fraction(1, 10**12)
    return (number(math.ulp(9.0), 3), number(float((x + h) ** 2 - x**2), 3))


def e09() -> tuple[str, ...]:
    quotients = {(abs(h) - abs(-h)) / (2 * h) for h in (0.5, 1e-3, 1e-12)}
    (only,) = quotients
    return (f"the symmetric quotient is {number(only)} for every h",)


def _quotient(x: mp.mpf, h: mp.mpf) -> mp.mpf:
    """The central quotient of sin(1/x), 0 at 0, in forty digits."""
    right, left = (mp.mpf(0) if t == 0 else mp.sin(1 / t) for t in (x + h, x - h))
    return (right - left) / (2 * h)


def _relative_errors(steps: Sequence[mp.mpf]) -> list[float]:
    slopes = [-mp.cos(1 / x) / x**2 for x in PLACES]
    found = [_quotient(x, h) for x, h in zip(PLACES, steps, strict=True)]
    return [float(abs(one / slope - 1)) for one, slope in zip(found, slopes, strict=True)]


def e18() -> tuple[str, ...]:
    shown = ("0.0022", "1.064", "0.9996", "1.00001", "1.0000001")
    errors = _relative_errors([mp.mpf("0.001")] * 5)
    for text, error in zip(shown, errors, strict=True):
        assert round(error, len(text) - 2) == float(text)
    return (f"{', '.join(shown[:4])} and {shown[4]}",)


def e19() -> tuple[str, ...]:
    h = 1e-3
    worst = max(_relative_errors([x**2 / 1000 for x in PLACES]))
    for x in map(float, PLACES):
        right, left = (0.0 if t == 0 else math.sin(1 / t) for t in (x + h, x - h))
        assert abs((right - left) / (2 * h) - _quotient(mp.mpf(x), mp.mpf(h))) < 2e-11
    return (number(worst, 3), "Rounding is below 2 × 10⁻¹¹")


COMPUTED = {
    1: e01,
    3: e03,
    4: e04,
    5: e05,
    6: e06,
    7: e07,
    8: e08,
    9: e09,
    18: e18,
    19: e19,
    20: e20,
    22: e22,
    46: e46,
    53: e53,
}
