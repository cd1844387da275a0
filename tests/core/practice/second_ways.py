"""Right answers found without the lessons' cores: difference quotients and runs in many digits.

Everything here works on `Expression.precise`, the typed tree in mpmath, and on plain Python.
"""

from collections.abc import Callable, Sequence
from math import inf
from typing import Any

from mpmath import mp, mpf

from core.expression import Expression
from core.expression.tree import Binary, Call, Node, Number, Variable, children
from core.practice import Question

DIGITS = 90
H = mpf(10) ** -25
Point = Sequence[Any]


def value(e: Expression, point: Point) -> Any:
    return e.precise(*point, digits=DIGITS)


def moved(point: Point, axis: int, by: Any) -> list[Any]:
    with mp.workdps(DIGITS):
        return [mpf(at) + by * (k == axis) for k, at in enumerate(point)]


def slope(e: Expression, point: Point, axis: int = 0) -> Any:
    with mp.workdps(DIGITS):
        return (value(e, moved(point, axis, H)) - value(e, moved(point, axis, -H))) / (2 * H)


def second(e: Expression, point: Point, i: int = 0, j: int = 0) -> Any:
    with mp.workdps(DIGITS):
        return (slope(e, moved(point, j, H), i) - slope(e, moved(point, j, -H), i)) / (2 * H)


def gradient(e: Expression, point: Point) -> list[Any]:
    return [slope(e, point, axis) for axis in range(len(point))]


def hessian(e: Expression, point: Point) -> Any:
    axes = range(len(point))
    return mp.matrix([[second(e, point, i, j) for j in axes] for i in axes])


def eigenvalues(e: Expression, point: Point) -> list[float]:
    return sorted(float(one) for one in mp.eigsy(hessian(e, point), eigvals_only=True))


def walk(question: Question, steps: int) -> list[list[Any]]:
    """x_0 … x_n of plain gradient descent or ascent."""
    s = question.situation
    sign = -1 if s.sense == "descent" else 1
    path: list[list[Any]] = [list(map(mpf, s.point))]
    with mp.workdps(DIGITS):
        for _ in range(steps):
            slopes = gradient(s.e, path[-1])
            path.append([x + sign * mpf(str(s.eta)) * g for x, g in zip(path[-1], slopes, strict=True)])
    return path


def lowest(question: Question) -> list[Any]:
    """The place with ∇f = 0 of a quadratic, by one solved equation."""
    s = question.situation
    with mp.workdps(DIGITS):
        start = [mpf(at) for at in s.point]
        step = mp.lu_solve(hessian(s.e, start), -mp.matrix(gradient(s.e, start)))
        return [at + by for at, by in zip(start, step, strict=True)]


def shown(values: Sequence[Any]) -> Any:
    numbers = tuple(float(one) for one in values)
    return numbers[0] if len(numbers) == 1 else numbers


def step_of_newton(question: Question) -> Any:
    s = question.situation
    if question.kind == "Newton for a root":
        return float(s.point[0] - value(s.e, s.point) / slope(s.e, s.point))
    step = mp.lu_solve(hessian(s.e, s.point), -mp.matrix(gradient(s.e, s.point)))
    return shown([at + by for at, by in zip(s.point, step, strict=True)])


def factors(question: Question) -> list[float]:
    """What one step makes of the error along each axis that the start is away on."""
    path, end = walk(question, 1), lowest(question)
    with mp.workdps(DIGITS):
        pairs = zip(*path, end, strict=True)
        return [float((after - at) / (before - at)) for before, after, at in pairs if abs(before - at) > 1e-9]


def fate(question: Question) -> str:
    kept = factors(question)
    largest = max(map(abs, kept))
    if largest < 1e-15:
        return "one-step"
    if abs(largest - 1) < 1e-12:
        return "cycles"
    if largest > 1:
        return "diverges"
    return "overshoots" if min(kept) < -1e-15 else "converges"


def settles(question: Question, rate: float) -> bool:
    """Whether the error of a start off both axes has shrunk after many steps with this rate."""
    s, end = question.situation, lowest(question)
    matrix = hessian(s.e, s.point)
    with mp.workdps(30):
        error = mp.matrix([1] * len(end))
        for _ in range(200):
            error = error - mpf(rate) * (matrix * error)
        return bool(mp.norm(error) < 1)


def worst_factor(question: Question, rate: float) -> float:
    return max(abs(1 - rate * one) for one in eigenvalues(question.situation.e, question.situation.point))


def what_it_is(question: Question) -> str:
    """A level point by the quotients' eigenvalues."""
    low, *_, high = eigenvalues(question.situation.e, question.situation.point)
    if low * high < -1e-9:
        return "saddle"
    if min(abs(low), abs(high)) < 1e-9:
        return "degenerate"
    return "minimum" if low > 0 else "maximum"


def on_a_curve(question: Question) -> str:
    """A level point of a curve by the values beside it."""
    e, (x,) = question.situation.e, question.situation.point
    if abs(slope(e, (x,))) > 1e-20:
        return "not level"
    here = value(e, (x,))
    left, right = (value(e, (mpf(x) + by,)) - here for by in (mpf("-1e-3"), mpf("1e-3")))
    if left * right < 0:
        return "inflection"
    return "minimum" if left > 0 else "maximum"


def depends(node: Node) -> bool:
    return isinstance(node, Variable) or any(map(depends, children(node)))


def first_rule(question: Question) -> str:
    """By the sign or function that holds f together."""
    match question.situation.e.tree:
        case Binary("+" | "-"):
            return "sum"
        case Binary("*", left, right):
            return "product" if _both_depend(left, right) else "factor"
        case Binary("/", left, right) if depends(left):
            return "quotient" if depends(right) else "factor"
        case Binary("^", Variable(), Number()):
            return "power"
        case Binary("^", _, Variable()) | Call(_, (Variable(),)):
            return "table"
        case _:
            return "chain"


def _both_depend(left: Node, right: Node) -> bool:
    """2x·cos x stands as (2·x)·cos x; a number in front of all is a factor all the same."""
    match left:
        case Binary("*", Number(), _):
            return False
    return depends(left) and depends(right)


STENCIL_ENDS = {"forward": (1, 0), "backward": (0, -1), "central": (1, -1)}


def quotient(e: Expression, x: float, stencil: str, h: Any) -> Any:
    ahead, behind = STENCIL_ENDS[stencil]
    with mp.workdps(DIGITS):
        width = mpf(str(h)) if isinstance(h, float) else h
        rise = value(e, (x + ahead * width,)) - value(e, (x + behind * width,))
        return rise / ((ahead - behind) * width)


def quotient_in_floats(e: Expression, x: float, stencil: str, h: float) -> float:
    ahead, behind = STENCIL_ENDS[stencil]
    rise = float(e(x + ahead * h)) - float(e(x + behind * h))
    return rise / ((ahead - behind) * h)


def error_in_floats(question: Question, h: float) -> float:
    s = question.situation
    return float(abs(quotient_in_floats(s.e, s.point[0], s.stencil, h) - slope(s.e, s.point)))


def exact_shrinking(question: Question) -> float:
    """The truncation error at h over that at h/by, both without rounding."""
    s = question.situation
    by, h = round(1 / s.h), mpf("1e-6")
    if s.stencil == "five_point":

        def estimate(width: Any) -> Any:
            first, twice = (quotient(s.e, s.point[0], "central", width * k) for k in (1, 2))
            return (4 * first - twice) / 3
    else:

        def estimate(width: Any) -> Any:
            return quotient(s.e, s.point[0], s.stencil, width)

    with mp.workdps(DIGITS):
        truth = slope(s.e, s.point)
        return float((estimate(h) - truth) / (estimate(h / by) - truth))


def near(question: Question, side: int) -> Any:
    """f close beside the point of a limit, or far out."""
    s = question.situation
    with mp.workdps(DIGITS):
        if s.a.endswith("oo"):
            far = mpf(300) if "e^" in str(s.e) else mpf("1e18")
            return value(s.e, (-far if s.a.startswith("-") else far,))
        return value(s.e, (mpf(s.a) + side * mpf("1e-18"),))


def arrives(question: Question) -> float:
    """The limit by values: ±∞ where they are huge, NaN where the sides differ."""
    sides = {"left": (-1,), "right": (1,), "both": (-1, 1)}[question.situation.side]
    ends = []
    for side in sides:
        end = near(question, side)
        ends.append(float(mp.sign(end)) * inf if abs(end) > 1e10 else float(end))
    return ends[0] if ends[0] == ends[-1] or abs(ends[0] - ends[-1]) < 1e-9 else float("nan")


SECOND_WAY: dict[str, Callable[[Question], Any]] = {
    "next iterate": lambda q: shown(walk(q, 1)[1]),
    "second iterate": lambda q: shown(walk(q, 2)[2]),
    "error factor": lambda q: factors(q)[0],
    "distance": lambda q: float(abs(walk(q, q.situation.step)[-1][0] - lowest(q)[0])),
    "fate": fate,
    "classify": what_it_is,
    "second derivative test": on_a_curve,
    "Newton for a root": step_of_newton,
    "Newton for a minimum": step_of_newton,
    "mixed derivative": lambda q: float(second(q.situation.e, q.situation.point, 0, 1)),
    "eigenvalue": lambda q: eigenvalues(q.situation.e, q.situation.point)[-1],
    "gradient": lambda q: shown(gradient(q.situation.e, q.situation.point)),
    "steepest slope": lambda q: float(mp.norm(gradient(q.situation.e, q.situation.point))),
    "slope": lambda q: float(slope(q.situation.e, q.situation.point)),
    "second derivative": lambda q: float(second(q.situation.e, q.situation.point)),
    "which rule": first_rule,
    "quotient": lambda q: float(
        quotient(q.situation.e, q.situation.point[0], q.situation.stencil, q.situation.h)
    ),
    "truncation": lambda q: float(
        quotient(q.situation.e, q.situation.point[0], q.situation.stencil, q.situation.h)
        - slope(q.situation.e, q.situation.point)
    ),
    "absorbed": lambda q: "yes" if q.situation.point[0] + q.situation.h == q.situation.point[0] else "no",
    "limit": arrives,
}
"""The right answer of a kind, where it can be found outright."""
