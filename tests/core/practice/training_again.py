"""Right answers about training in plain Python and mpmath, with no model, loss or gradient of the app."""

import statistics
from collections.abc import Callable
from operator import mul
from typing import Any

from mpmath import mp, mpf

from core.practice import Question
from tests.core.practice.second_ways import moved

DIGITS = 60
H = mpf(10) ** -20
Cost = Callable[[Any], Any]


def lowest(cost: Cost, left: float, right: float) -> float:
    """Where a cost with one valley is lowest, by leaving out a third again and again."""
    with mp.workdps(DIGITS):
        a, b = mpf(left), mpf(right)
        for _ in range(140):
            third = (b - a) / 3
            if cost(a + third) < cost(b - third):
                b -= third
            else:
                a += third
        return float(a)


def best_number(question: Question) -> float:
    places = question.situation.samples.y.tolist()
    power = 2 if "squared" in question.text else 1
    return lowest(lambda c: sum(abs(c - y) ** power for y in places), min(places) - 1, max(places) + 1)


def likeliest(question: Question) -> float:
    tosses = question.situation.samples.y.tolist()
    return lowest(lambda p: -mp.fprod(p if one else 1 - p for one in tosses), 0, 1)


def best_line(question: Question) -> tuple[float, ...]:
    samples = question.situation.samples
    return tuple(statistics.linear_regression(samples.x[:, 0].tolist(), samples.y.tolist()))


def cost_of_one(question: Question, theta: list[Any]) -> Any:
    """What the sample in hand costs, or all of them on the average where there are no inputs."""
    s = question.situation
    if not s.samples.columns:
        return sum((theta[0] - y) ** 2 for y in s.samples.y.tolist()) / s.samples.size
    *x, y = s.samples.table[s.sample].tolist()
    z = sum(w * at for w, at in zip(theta, x, strict=False)) + theta[-1]
    if not s.model.labels:
        return (y - z) ** 2 / 2
    said = 1 / (1 + mp.exp(-z))
    return -y * mp.log(said) - (1 - y) * mp.log(1 - said)


def slopes(question: Question) -> list[Any]:
    with mp.workdps(DIGITS):
        theta = [mpf(value) for value in question.situation.theta]
        ends = [
            [cost_of_one(question, moved(theta, place, way * H)) for way in (1, -1)]
            for place in range(len(theta))
        ]
        return [(ahead - behind) / (2 * H) for ahead, behind in ends]


def after_a_step(question: Question) -> Any:
    s = question.situation
    there = tuple(float(at - s.eta * g) for at, g in zip(s.theta, slopes(question), strict=True))
    return there if len(there) > 1 else there[0]


def fate(question: Question) -> str:
    """Two trainings on the same data, 400 steps on: nearer to each other, further apart, or neither."""
    s = question.situation
    columns = [[*row[:-1], 1.0] for row in s.samples.table.tolist()]
    rate = s.eta if s.samples.columns else 2 * s.eta
    gap = [1.0, 0.7][: len(columns[0])]
    for _ in range(400):
        misses = [sum(g * x for g, x in zip(gap, row, strict=True)) for row in columns]
        pulls = [statistics.fmean(map(mul, misses, along)) for along in zip(*columns, strict=True)]
        gap = [at - rate * pull for at, pull in zip(gap, pulls, strict=True)]
    apart = max(map(abs, gap))
    return "settles" if apart < 1e-3 else "runs away" if apart > 1e3 else "stays"


def how_much_steeper(question: Question) -> float:
    s = question.situation
    with mp.workdps(DIGITS):
        z, y = mp.log(mpf(s.prediction) / (1 - mpf(s.prediction))), s.label

        def quotient(loss: Cost) -> Any:
            return (loss(1 / (1 + mp.exp(-z - H))) - loss(1 / (1 + mp.exp(-z + H)))) / (2 * H)

        logarithm = quotient(lambda said: -mp.log(said if y else 1 - said))
        return float(logarithm / quotient(lambda said: (y - said) ** 2 / 2))


SECOND_WAY: dict[str, Callable[[Question], Any]] = {
    "best number": best_number,
    "likeliest P": likeliest,
    "best line": best_line,
    "training step": after_a_step,
    "weight slope": lambda q: float(slopes(q)[0]),
    "steps in an epoch": lambda q: float(len(range(0, q.situation.samples.size, q.situation.batch))),
    "settles": fate,
    "confident mistake": how_much_steeper,
}
