"""The updates a second way: sums written out in place of recursions, in many digits.

Slopes and second derivatives are difference quotients of the typed function. Each function below gives the
step from x_{k−1}, k = len(g), from all gradients g so far (the present one is g[−1]).
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Any

from mpmath import MPContext

from core.expression import Expression

mp = MPContext()
mp.dps = 60
H = Fraction(1, 10**18)
Vector = list[Any]
Knobs = dict[str, float]


@lru_cache(maxsize=4096)
def value(e: Expression, x: tuple[Fraction, ...]) -> Any:
    return mp.mpf(e.precise(*x, digits=60))


def place(x: Vector) -> tuple[Fraction, ...]:
    """An mpf is a whole number times a power of two."""
    return tuple(
        Fraction(int(sign * man) * 2 ** max(exp, 0), 2 ** max(-exp, 0))
        for sign, man, exp in ((-1 if a._mpf_[0] else 1, a._mpf_[1], a._mpf_[2]) for a in x)
    )


def shifted(x: tuple[Fraction, ...], *moves: tuple[int, int]) -> tuple[Fraction, ...]:
    return tuple(at + H * sum(by for axis, by in moves if axis == i) for i, at in enumerate(x))


def gradient(e: Expression, x: Vector) -> Vector:
    """(f(x+h) − f(x−h)) / 2h, h = 10⁻¹⁸: the error is about 10⁻³⁶."""
    at, width = place(x), 2 * mp.mpf(H.numerator) / H.denominator
    return [(value(e, shifted(at, (i, 1))) - value(e, shifted(at, (i, -1)))) / width for i in range(len(x))]


def hessian(e: Expression, x: Vector) -> Any:
    """(f(++) − f(+−) − f(−+) + f(−−)) / 4h²."""
    at, d, width = place(x), len(x), 4 * (mp.mpf(H.numerator) / H.denominator) ** 2
    signs = [(a, b) for a in (1, -1) for b in (1, -1)]
    return mp.matrix(
        [
            [sum(a * b * value(e, shifted(at, (i, a), (j, b))) for a, b in signs) / width for j in range(d)]
            for i in range(d)
        ]
    )


def weighted(g: Sequence[Vector], weights: Sequence[Any], power: int = 1) -> Vector:
    return [
        sum(w * part**power for w, part in zip(weights, parts, strict=True)) for parts in zip(*g, strict=True)
    ]


def fading(beta: float, count: int) -> Vector:
    """β^{k−1}, …, β, 1."""
    return [mp.mpf(beta) ** (count - 1 - j) for j in range(count)]


def gd(g: Sequence[Vector], rate: Any) -> Vector:
    return [-rate * part for part in g[-1]]


def normalised(g: Sequence[Vector], rate: Any) -> Vector:
    return [-rate * part / mp.hypot(*g[-1]) for part in g[-1]]


def momentum(g: Sequence[Vector], rate: Any, beta: float) -> Vector:
    return [-rate * part for part in weighted(g, fading(beta, len(g)))]


def nesterov(g: Sequence[Vector], rate: Any, beta: float) -> Vector:
    """The gradient itself, and β times the fading sum that holds it already."""
    weights = [mp.mpf(beta) * w for w in fading(beta, len(g))]
    weights[-1] += 1
    return [-rate * part for part in weighted(g, weights)]


def adagrad(g: Sequence[Vector], rate: Any, eps: float) -> Vector:
    sums = weighted(g, [1] * len(g), 2)
    return [-rate * a / (mp.sqrt(s) + eps) for a, s in zip(g[-1], sums, strict=True)]


def rmsprop(g: Sequence[Vector], rate: Any, rho: float, eps: float) -> Vector:
    means = [(1 - mp.mpf(rho)) * s for s in weighted(g, fading(rho, len(g)), 2)]
    return [-rate * a / (mp.sqrt(s) + eps) for a, s in zip(g[-1], means, strict=True)]


def adam(g: Sequence[Vector], rate: Any, beta1: float, beta2: float, eps: float) -> Vector:
    """Both averages divided by the sum of their weights: that is what the bias correction comes to."""
    first, second = fading(beta1, len(g)), fading(beta2, len(g))
    means = [m / sum(first) for m in weighted(g, first)]
    sizes = [mp.sqrt(s / sum(second)) for s in weighted(g, second, 2)]
    return [-rate * m / (s + eps) for m, s in zip(means, sizes, strict=True)]


def coordinate(g: Sequence[Vector], rate: Any) -> Vector:
    turn = (len(g) - 1) % len(g[-1])
    return [-rate * part if i == turn else mp.mpf(0) for i, part in enumerate(g[-1])]


FROM_GRADIENTS: dict[str, Callable[..., Vector]] = {
    "gd": gd,
    "normalised": normalised,
    "momentum": momentum,
    "nesterov": nesterov,
    "adagrad": adagrad,
    "rmsprop": rmsprop,
    "adam": adam,
    "coordinate": coordinate,
}


def halved(e: Expression, x: Vector, g: Vector, way: Vector, rate: Any, sign: int) -> Vector:
    """Armijo: t = η, η/2, … until f falls by 10⁻⁴ of what the slope promises."""
    here, slope, t = sign * value(e, place(x)), sum(a * b for a, b in zip(g, way, strict=True)), rate
    while True:
        there = sign * value(e, place([a + t * b for a, b in zip(x, way, strict=True)]))
        if there <= here + mp.mpf("1e-4") * t * slope:
            return [t * part for part in way]
        t /= 2


def newton_way(e: Expression, x: Vector, g: Vector, sign: int) -> Vector:
    solved = mp.lu_solve(sign * hessian(e, x), mp.matrix([-part for part in g]))
    return [solved[i] for i in range(len(x))]


class Learner:
    """BFGS with the Hessian itself, not its inverse: C ← C − Css'C/s'Cs + yy'/y's, and C·way = −g."""

    def __init__(self, dimension: int) -> None:
        self.bend = mp.eye(dimension)
        self.last: tuple[Any, Any] | None = None

    def way(self, g: Vector) -> Vector:
        here = mp.matrix(g)
        if self.last is not None:
            step, before = self.last
            change = here - before
            rise = (change.T * step)[0]
            if rise > 0:
                bent = self.bend * step
                old = bent * bent.T / (step.T * bent)[0]
                self.bend = self.bend - old + change * change.T / rise
        solved = mp.lu_solve(self.bend, -here)
        return [solved[i] for i in range(len(g))]

    def took(self, step: Vector, g: Vector) -> None:
        self.last = mp.matrix(step), mp.matrix(g)


def iterates(
    name: str,
    e: Expression,
    start: Sequence[float],
    rate: float,
    knobs: dict[str, float],
    sign: int,
    steps: int,
) -> list[Vector]:
    """x_0 … x_steps, uphill for sign −1."""
    x, eta = [mp.mpf(at) for at in start], mp.mpf(rate)
    found, g, learner = [x], [], Learner(len(start))
    for _ in range(steps):
        g.append([sign * part for part in gradient(e, x)])
        match name:
            case "newton":
                step = [eta * part for part in newton_way(e, x, g[-1], sign)]
            case "damped":
                way = newton_way(e, x, g[-1], sign)
                down = sum(a * b for a, b in zip(way, g[-1], strict=True)) < 0
                step = halved(e, x, g[-1], way if down else [-part for part in g[-1]], eta, sign)
            case "bfgs":
                step = halved(e, x, g[-1], learner.way(g[-1]), eta, sign)
                learner.took(step, g[-1])
            case "adamw":
                inner = {key: knob for key, knob in knobs.items() if key != "decay"}
                pull = eta * mp.mpf(knobs["decay"])
                step = [a - pull * at for a, at in zip(adam(g, eta, **inner), x, strict=True)]
            case _:
                step = FROM_GRADIENTS[name](g, eta, **knobs)
        x = [at + by for at, by in zip(x, step, strict=True)]
        found.append(x)
    return found
