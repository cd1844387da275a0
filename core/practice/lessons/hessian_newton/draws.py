"""What the questions about curvature are asked of: functions and places with kind numbers, from a seed."""

from core.practice.draws import Draws
from core.practice.situation import Situation
from core.practice.wording import curve, polynomial, shifted, surface, terms


def quadratic(draws: Draws) -> Situation:
    """a x² + b x y + c y² with a level place of any kind, moved to (m, n) along the axes where b = 0."""
    a, c = draws.whole(1, 3), draws.whole(1, 3)
    b = draws.whole(-2, 2)
    up, across = draws.pick(((1, 1), (-1, -1), (1, -1)))
    a, c = up * a, across * c
    if b == 0:
        m, n = draws.whole(-2, 2), draws.whole(-2, 2)
        text = terms((a, "x^2"), (-2 * a * m, "x"), (c, "y^2"), (-2 * c * n, "y"))
        return Situation(surface(text), (float(m), float(n)))
    return Situation(surface(terms((a, "x^2"), (b, "x y"), (c, "y^2"))), (0.0, 0.0))


def level_place(draws: Draws) -> Situation:
    """A quadratic, a cubic valley, or a place where H cannot tell."""
    shape = draws.pick(("quadratic", "quadratic", "cubic", "quartic"))
    if shape == "quadratic":
        return quadratic(draws)
    sign, c = draws.pick((-1, 1)), draws.whole(1, 4)
    if shape == "cubic":
        r = draws.whole(1, 3)
        text = terms((1, "x^3"), (-3 * r * r, "x"), (sign * c, "y^2"))
        return Situation(surface(text), (float(draws.pick((-r, r))), 0.0))
    return Situation(surface(terms((draws.pick((-1, 1)), "x^4"), (sign * c, "y^2"))), (0.0, 0.0))


def level_on_a_curve(draws: Draws) -> Situation:
    """x³ − 3r²x and its like, or a power of x − m."""
    m, sign = draws.whole(-2, 2), draws.pick((-1, 1))
    if draws.pick((True, False)):
        r = draws.whole(1, 3)
        e = curve(polynomial(sign, 0, -3 * sign * r * r, draws.whole(-3, 3)))
        return Situation(e, (float(draws.pick((-r, r, r + 1))),))
    power = draws.pick((2, 3, 4, 5))
    base = f"({shifted(m)})" if m else "x"
    return Situation(curve(f"{'-' if sign < 0 else ''}{base}^{power}"), (float(m),))


def root_start(draws: Draws) -> Situation:
    """x² − c and x³ − c from a whole start."""
    power, c = draws.pick(((2, draws.whole(2, 12)), (3, draws.whole(2, 10))))
    e = curve(f"x^{power} - {c}")
    return Situation(e, (float(draws.pick([x for x in (1, 2, 3, 4) if x**power != c])),))


def minimum_start(draws: Draws) -> Situation:
    """x³ − 3bx, or x⁴ − 2bx², from a place with f′ ≠ 0 and f″ ≠ 0."""
    b = draws.whole(1, 5)
    e = curve(draws.pick((polynomial(1, 0, -3 * b, 0), polynomial(1, 0, -2 * b, 0, 0))))
    return Situation(e, (float(draws.pick([x for x in (1, 2, 3, -1, -2) if b not in (x * x, 3 * x * x)])),))


def plane_start(draws: Draws) -> Situation:
    """A quadratic with its minimum at a whole place: Newton's method is there in one step."""
    a, c, b = draws.whole(1, 3), draws.whole(1, 3), draws.pick((-1, 0, 1))
    m, n = draws.whole(-3, 3), draws.whole(-3, 3)
    text = terms((a, "x^2"), (b, "x y"), (c, "y^2"), (-2 * a * m - b * n, "x"), (-2 * c * n - b * m, "y"))
    return Situation(surface(text), (float(m + draws.whole(-3, 3, 0)), float(n + draws.whole(-3, 3, 0))))


def mixed_place(draws: Draws) -> Situation:
    """A product of powers and a square."""
    p, q, k = draws.whole(1, 3), draws.whole(1, 3), draws.whole(1, 4)
    powers = " ".join(name if n == 1 else f"{name}^{n}" for name, n in (("x", p), ("y", q)))
    text = terms((k, powers), (draws.whole(1, 3), "x^2"), (draws.whole(-3, 3, 0), "y^2"))
    return Situation(surface(text), (float(draws.whole(-2, 3, 0)), float(draws.whole(-2, 3, 0))))


def whole_eigenvalues(draws: Draws) -> Situation:
    """a(x² + y²) + b x y has the eigenvalues 2a ± b."""
    a, b = draws.whole(-3, 4, 0), draws.whole(-5, 5, 0)
    return Situation(surface(terms((a, "x^2"), (b, "x y"), (a, "y^2"))), (0.0, 0.0))
