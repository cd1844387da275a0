"""E02, E10 to E13, E23 to E27, E38, E41 to E45, E49 to E52 and E21, computed with SymPy, mpmath and NumPy."""

import math
from fractions import Fraction

import mpmath
import numpy as np
import sympy as sp

from core.numbers import number

x = sp.Symbol("x")
t = sp.Symbol("t")


def e02() -> tuple[str, ...]:
    f = 3 * x
    return (f"derivative is constant, {sp.diff(f, x)}", f"f(1) = {f.subs(x, 1)} and f(2) = {f.subs(x, 2)}")


def e10() -> tuple[str, ...]:
    return (number(float(mpmath.diff(lambda u: mpmath.mpf(2) ** u, 1)), 6),)


def e11() -> tuple[str, ...]:
    far = [math.tanh(k) for k in (-10, 10)]
    assert -1 < far[0] < far[1] < 1
    return (f"tan 1.5 = {number(math.tan(1.5), 6)}", f"sec 1.5 = {number(1 / math.cos(1.5), 6)}")


def e12() -> tuple[str, ...]:
    inner = sp.exp(x**2)
    short = sp.cos(inner) * inner
    return (f"would lose {str(sp.simplify(sp.diff(sp.sin(inner), x) / short)).replace('*', '')}",)


def e13() -> tuple[str, ...]:
    across, up = 3 * sp.sin(2 * t), 4 * sp.cos(2 * t)
    slope = sp.diff(across**2 - 3 * across * up + 2 * up**2, t)
    first, last = (sp.diff(part, t) for part in (across**2, 2 * up**2))
    sine, cosine = -46, -72
    for part, amount in ((first, 18), (last, -64)):
        assert sp.simplify(part - amount * sp.sin(4 * t)) == 0
    assert sp.simplify(slope - sine * sp.sin(4 * t) - cosine * sp.cos(4 * t)) == 0
    return ("−46 sin 4t − 72 cos 4t", "18 − 64 = −46")


def e23() -> tuple[str, ...]:
    at = sp.Rational(9)
    right, wrong = (1 / sp.diff(x**2, x).subs(x, place) for place in (sp.sqrt(at), at))
    assert sp.diff(sp.sqrt(x), x).subs(x, at) == right
    return (f"1/f′(3) = {right}", f"would be {wrong}")


def e24() -> tuple[str, ...]:
    g, c = x**3, sp.Symbol("c")
    assert sp.diff(c * g, x) == c * sp.diff(g, x)
    assert sp.diff(c * sp.diff(g, x), x) != c * sp.diff(g, x)
    return ("If f = c·g then f′ = c·g′.",)


def e25() -> tuple[str, ...]:
    return (number(float(mpmath.diff(lambda u: u * mpmath.exp(u), 2)), 6),)


def e26() -> tuple[str, ...]:
    a, b, c = sp.symbols("a b c")
    slope = sp.diff((x - a) ** 2 + (x - b) ** 2 + (x - c) ** 2, x)
    (level,) = sp.solve(slope, x)
    assert sp.expand(slope - (2 * x - 2 * a + 2 * x - 2 * b + 2 * x - 2 * c)) == 0
    assert sp.simplify(level - (a + b + c) / 3) == 0
    return ("0 at (a + b + c)/3", f"With 1, 2 and 6 it is {level.subs({a: 1, b: 2, c: 6})}")


def e27() -> tuple[str, ...]:
    likelihood = x**7 * (1 - x) ** 3
    assert sp.diff((1 - x) ** 3, x) == -3 * (1 - x) ** 2
    (level,) = sp.solve(sp.diff(sp.log(likelihood), x), x)
    best = likelihood.subs(x, level)
    return (
        f"P = {number(float(level))}",
        f"{float(best):.10f}",
        f"{float(sp.log(best)):.4f}".replace("-", "−"),
    )


def e38() -> tuple[str, ...]:
    slope = (mpmath.diff(lambda u: 1 / (1 + mpmath.exp(-u)), 1),)
    return (f"σ′(1) = {number(float(slope[0]), 6)}", f"−1 − 1 = −{1 + 1}")


def e41() -> tuple[str, ...]:
    wavy = x**4 * (2 + sp.sin(1 / x))
    bends = [sp.diff(wavy, x, 2).subs(x, 1 / (sp.pi * (k + sp.Rational(1, 2)))) for k in (20, 21)]
    assert bends[0].evalf() * bends[1].evalf() < 0
    near = [u for u in np.linspace(-0.2, 0.2, 401) if u != 0]
    assert min(u**4 * (2 + math.sin(1 / u)) for u in near) > 0
    return (f"x² has f″ = {sp.diff(x**2, x, 2)}",)


def e42() -> tuple[str, ...]:
    assert sp.diff(x**3, x).subs(x, 0) == 0
    low, high = (number(round(u**3, 12)) for u in (-0.1, 0.1))
    return (f"f(−0.1) = {low}, f(0.1) = {high}",)


def e43() -> tuple[str, ...]:
    assert sp.diff(x**3, x).subs(x, 0) == 0
    return (f"largest at 1 with slope {sp.diff(x, x)}", "|x| is least at 0")


def e44() -> tuple[str, ...]:
    flat = [u for u in np.linspace(-3, 3, 601) if max(abs(u) - 1, 0) == 0]
    level = {round(abs(u - 1) + abs(u - 3), 12) for u in np.linspace(1, 3, 21)}
    assert min(abs(u - 1) + abs(u - 3) for u in (0.999, 3.001)) > 2
    assert math.exp(-700) > math.exp(-701) > 0
    return (
        f"least on all of [{number(float(min(flat)))}, {number(float(max(flat)))}]",
        f"|x − 1| + |x − 3| is {number(level.pop())} on all of [1, 3]",
    )


def e45() -> tuple[str, ...]:
    at, plain, rate = Fraction(1), Fraction(1), Fraction(2, 5)
    normalised, usual = [at], [plain]
    for _ in range(5):
        at -= rate * (1 if at > 0 else -1)
        plain -= rate * 2 * plain
        normalised.append(at)
        usual.append(plain)
    return tuple(", ".join(number(float(u)) for u in run) for run in (normalised, usual[:3]))


def e50() -> tuple[str, ...]:
    smooth = (x - 1) ** 2 * (x + 1) ** 2
    assert [sp.diff(smooth, x).subs(x, at) for at in (-1, 1)] == [0, 0]
    return ("A smooth minimum inside the interval has slope 0",)


def e51() -> tuple[str, ...]:
    return (
        f"1.6 − 0.4(2(1.6) − 4) = {number(float(Fraction(8, 5) - Fraction(2, 5) * (Fraction(16, 5) - 4)))}",
    )


def e52() -> tuple[str, ...]:
    f = (x - 2) ** 2
    slope = sp.diff(f, x).subs(x, 0)
    up, down = (number(float(f.subs(x, sign * sp.Rational(2, 5) * slope))) for sign in (1, -1))
    return (f"f goes from {f.subs(x, 0)} to {up} upwards and to {down} downwards",)


def e21() -> tuple[str, ...]:
    stops = [round(0.01 + 0.1 * k, 2) for k in range(10)]
    assert {0.1, 1.0}.isdisjoint(stops)
    whole = np.zeros_like(np.array([1, 2]))
    whole[:] = np.sin([1.0, 2.0])
    assert whole.tolist() == [0, 0]
    assert 0.0 in np.linspace(-0.1, 0.1, 501)
    return (f"{stops[0]}, {stops[1]}, … {stops[-1]}",)


COMPUTED = {
    2: e02,
    10: e10,
    11: e11,
    12: e12,
    13: e13,
    21: e21,
    23: e23,
    24: e24,
    25: e25,
    26: e26,
    27: e27,
    38: e38,
    41: e41,
    42: e42,
    43: e43,
    44: e44,
    45: e45,
    50: e50,
    51: e51,
    52: e52,
}
