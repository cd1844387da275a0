"""E14 to E17, E28 to E37, E39, E40, E47 and E48, computed with NumPy, SymPy and fractions."""

import math
from collections import Counter

import numpy as np
import sympy as sp

from core.numbers import number

x, y, m, b = sp.symbols("x y m b")
SURFACE = 85 - x**2 * (x - 6) * y**2 * (y - 6) / 90
QUARTIC = x**4 + sp.Rational(4, 5) * y**4 + 4 * x**2 + 2 * y**2 - x * y - x**2 * y / 5


def _gradient(f: sp.Expr, at: tuple[object, object]) -> list[sp.Expr]:
    return [sp.diff(f, v).subs({x: at[0], y: at[1]}) for v in (x, y)]


def _hessian(f: sp.Expr, at: tuple[object, object]) -> sp.Matrix:
    return sp.hessian(f, (x, y)).subs({x: at[0], y: at[1]})


def e14() -> tuple[str, ...]:
    z = x**2 + y**2
    total = sum(_gradient(z, (1, 2)))
    return (f"for x² + y² it is {sp.diff(z, x, y)}", f"at (1, 2) it is {total}")


def e15() -> tuple[str, ...]:
    right, wrong = (math.degrees(angle) for angle in (math.atan2(-2, -2), math.atan(-2 / -2)))
    assert abs(math.atanh(1 - 1e-15)) > 17
    return (f"{number(right)}° for (−2, −2)", f"tan⁻¹ gives {number(wrong)}°")


def e16() -> tuple[str, ...]:
    jacobian = sp.Matrix([x * y, x + y, sp.sin(x)]).jacobian([x, y])
    rows, columns = jacobian.shape
    return (f"{rows} × {columns} for two inputs and three outputs",)


def e17() -> tuple[str, ...]:
    angles = np.radians(np.arange(0.0, 360.0, 0.01))
    slopes = 2 * np.cos(angles) + 8 * np.sin(angles)
    assert abs(slopes.max() - math.hypot(2, 8)) < 1e-6
    return (f"the slope along it is {number(math.hypot(2, 8), 6)}",)


def e47() -> tuple[str, ...]:
    slope = [float(part) for part in _gradient(x**2 + 2 * x * y - y, (-sp.Rational(1, 5), 1))]
    u = math.hypot(0.71, 0.71)
    return (f"gives {number(sum(slope) * 0.71 / u, 6)}", f"length {number(u, 5)}")


def e28() -> tuple[str, ...]:
    cubic = x**2 * (x - 6)
    assert sp.expand(sp.diff(cubic, x) - x * (3 * x - 12)) == 0
    return ("(x²(x − 6))′ = x(3x − 12)",)


def e29() -> tuple[str, ...]:
    for at in ((4, 4), (6, 6), (0, 3), (5, 0)):
        assert _gradient(SURFACE, at) == [0, 0]
    value = SURFACE.subs({x: 4, y: 4})
    assert _hessian(SURFACE, (4, 4)) == sp.Rational(64, 15) * sp.eye(2)
    assert set(_hessian(SURFACE, (6, 6)).eigenvals()) == {sp.Rational(72, 5), -sp.Rational(72, 5)}
    assert SURFACE.subs({x: 0, y: 7}) == 85
    assert SURFACE.subs({x: 100, y: 100}) < -(10**9)
    return (f"f = {value} = {number(float(value), 6)}", "±72/5", "64/15 times the unit matrix")


def e30() -> tuple[str, ...]:
    start = (sp.Rational(1, 2), sp.Rational(3, 5))
    slope = _gradient(SURFACE, start)
    after = [float(here - part / 20) for here, part in zip(start, slope, strict=True)]
    assert slope[0] == -sp.Rational(567, 5000)
    shown = ", ".join(number(float(part), 4) for part in slope)
    return (f"∇f = ({shown})", f"({', '.join(number(place, 4) for place in after)})")


def e31() -> tuple[str, ...]:
    def slope(at: float) -> float:
        return math.exp(at) - 1 / at

    after = 0.05 - 0.005 * slope(0.05)
    return (
        f"{number(slope(0.05), 6)} at 0.05",
        f"the next x is {number(after, 4)}",
        f"f′ is {number(slope(0.1447), 5)}, as printed",
        f"without rounding it is {number(slope(after), 4)}",
    )


def e32() -> tuple[str, ...]:
    high, low = sorted(np.linalg.eigvalsh([[4, -1], [-1, 6]]), reverse=True)
    assert (round(high + low, 9), round(high * low, 9)) == (10, 23)
    second = np.linalg.eigvalsh([[-4, -1], [-1, -6]])
    assert [round(float(value), 2) for value in second] == [-6.41, -3.59]
    return (f"{number(float(high), 6)} and {number(float(low), 6)}", "λ² − 10λ + 23 and λ² + 10λ + 23")


def e33() -> tuple[str, ...]:
    low, high = np.linalg.eigvalsh(np.array(_hessian(2 * x**2 - 2 * y**2, (0, 0)), dtype=float))
    return (f"the eigenvalues {number(float(high))} and {number(float(low))}",)


def e34() -> tuple[str, ...]:
    slope, bend = sp.diff(QUARTIC, y), sp.diff(QUARTIC, y, 2)
    at = {x: 4, y: 4}
    assert [number(float(part.subs(at)), 6) for part in (slope, bend)] == ["213.6", "157.6"]
    wrong = QUARTIC + y**4 / 10
    printed = [number(float(sp.diff(wrong, y, k).subs(at)), 6) for k in (1, 2)]
    corner = _hessian(QUARTIC, (0, 0)).tolist()
    rows = " and ".join(f"({', '.join(number(float(v)) for v in row)})" for row in corner)
    return (f"the rows {rows}", f"{printed[0]} and {printed[1]}", "9.6y² + 4")


def _newton(steps: int) -> tuple[list[np.ndarray], list[np.ndarray], list[np.ndarray]]:
    """Iterates, gradients and Hessians of Newton's method on the quartic, written out by hand."""
    at = np.array([4.0, 4.0])
    places, slopes, bends = [at], [], []
    for _ in range(steps):
        u, v = at
        slopes.append(np.array([4 * u**3 + 8 * u - v - 0.4 * u * v, 3.2 * v**3 + 4 * v - u - 0.2 * u**2]))
        across = -1 - 0.4 * u
        bends.append(np.array([[12 * u**2 + 8 - 0.4 * v, across], [across, 9.6 * v**2 + 4]]))
        at = at - np.linalg.solve(bends[-1], slopes[-1])
        places.append(at)
    return places, slopes, bends


def _pair(values: np.ndarray, digits: int) -> str:
    return f"({', '.join(number(float(value), digits) for value in values)})"


def e35() -> tuple[str, ...]:
    places, slopes, bends = _newton(2)
    entries = [number(float(value), 5) for value in bends[1].ravel()[[0, 1, 3]]]
    return (
        _pair(places[1], 6),
        _pair(slopes[1], 6),
        f"H has {', '.join(entries)}",
        _pair(places[1] - places[2], 4),
        _pair(places[2], 3),
    )


def e36() -> tuple[str, ...]:
    places, _, _ = _newton(9)
    arrived = next(k for k, at in enumerate(places) if abs(at).max() < 1e-15)
    return (f"{arrived} steps, to {_pair(places[arrived], 3)}", f"After 3 it is at {_pair(places[3], 4)}")


def e37() -> tuple[str, ...]:
    cost = sum((m * u + b - v) ** 2 for u, v in ((1, 2), (2, 5), (3, 3)))
    right = 14 * m**2 + 3 * b**2 + 38 + 12 * m * b - 42 * m - 20 * b
    assert sp.expand(cost - right) == 0
    best = sp.solve([sp.diff(right, v) for v in (m, b)], (m, b))
    wrong = sp.solve([28 * m + 12 * b - 92, sp.diff(right, b)], (m, b))
    solved, misprinted = (f"m = {one[m]}, b = {one[b]}".replace("-", "−") for one in (best, wrong))
    by_m = sp.Poly(sp.diff(right, m), m, b)
    slope = f"{by_m.coeff_monomial(m)}m + {by_m.coeff_monomial(b)}b − {-by_m.coeff_monomial(1)}"
    return (f"{solved}, E = {right.subs(best)}", misprinted, f"∂E/∂m = {slope}; 12b")


def _sigma(z: float) -> float:
    return 1 / (1 + math.exp(-z))


def e39() -> tuple[str, ...]:
    second = _sigma(3 * 0 + 1)
    output = _sigma(2 * second + 1)
    formula = -3 * 2 * second * (1 - second) * (1 - output)

    def loss(weight: float) -> float:
        return -math.log(_sigma(2 * _sigma(3 * weight + 1) + 1))

    assert abs((loss(1e-6) - loss(-1e-6)) / 2e-6 - formula) < 1e-9
    return (f"the slope at w₁₂ = 0 is {number(formula, 6)}",)


def e40() -> tuple[str, ...]:
    a1 = _sigma(0)
    a2 = _sigma(3 * a1)
    a3 = _sigma(2 * a2)
    product = -1 / a3 * (a3 * (1 - a3)) * 2 * (a2 * (1 - a2)) * 3 * (a1 * (1 - a1))

    def loss(b1: float) -> float:
        return -math.log(_sigma(2 * _sigma(3 * _sigma(b1))))

    assert abs((loss(1e-6) - loss(-1e-6)) / 2e-6 - product) < 1e-9
    return (f"is {number(product, 6)}",)


def e48() -> tuple[str, ...]:
    words = [Counter(line.lower().split()) for line in ("Na na", "Na na m na")]
    counts = [f"{one['ya']} and {one['na']}" for one in words]
    return (f"“Na na” has {counts[0]}", f"as printed it has {counts[1]}")


COMPUTED = {
    14: e14,
    15: e15,
    16: e16,
    17: e17,
    28: e28,
    29: e29,
    30: e30,
    31: e31,
    32: e32,
    33: e33,
    34: e34,
    35: e35,
    36: e36,
    37: e37,
    39: e39,
    40: e40,
    47: e47,
    48: e48,
}
