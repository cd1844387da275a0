"""Newton's method in many digits: how many digits are right after each step, and how fast they grow."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.expression.latex import written_size
from core.expression.precise import context
from core.newton.linear import newton_step
from core.newton.run import NewtonRun
from core.newton.target import Target, target_trees
from core.numbers import number

Floats = NDArray[np.float64]
Point = NDArray[Any]
"""(d,) many-digit numbers."""

DIGITS = 160
SHORT = 1e-70
MOST_STEPS = 600
MOST_WORK = 60_000
"""Steps times numbers and signs of the formulas; about half a second."""

QUADRATIC = 1.8
TRIPLE = 2.5
LINEAR = 1.2


@dataclass(frozen=True, eq=False)
class Digits:
    """Correct digits of every iterate of a run, in float64 and with many digits (k+1,).

    Digits are −log₁₀ ‖x_k − x*‖, relative to ‖x*‖ unless that is 0; ∞ where nothing is left. The order p is
    that of ‖x_{k+1} − x*‖ ≈ C·‖x_k − x*‖^p at the end of the run in many digits, NaN if it cannot be seen.
    `factor` is ‖x_{k+1} − x*‖/‖x_k − x*‖ there. `limit` (d,) is x*.
    """

    limit: Floats
    right: Floats
    exact: Floats
    order: float
    factor: float
    kind: Literal["quadratic", "linear", "other"]

    @property
    def sentence(self) -> str:
        """What the digits do, with their numbers."""
        if self.kind == "linear":
            return (
                f"Each step leaves {number(self.factor, 3)} of the error, so it takes "
                f"{number(-1 / np.log10(self.factor), 2)} steps for one more digit: the zero is multiple."
            )
        shown = ", ".join(f"{value:.0f}" for value in self.exact if 0.5 <= value < DIGITS / 2)
        if self.exact[-1] >= DIGITS / 2 and not shown:
            return "The first step that comes near is exact: all digits are right at once."
        if self.kind == "quadratic":
            grows = "triples" if self.order > TRIPLE else "doubles"
            return f"Near the end each step {grows} the digits that are right: {shown}."
        return f"The digits that are right: {shown}." if shown else "No digit is right yet."


def digits_right(run: NewtonRun) -> Digits | None:
    """The digits of a run of plain Newton steps; None where it arrives nowhere, or its formulas are too long.

    >>> from core.expression import parse
    >>> from core.newton.run import newton_root
    >>> digits_right(newton_root(parse("x^2 - 2"), 1.0)).exact[:6].round().tolist()
    [1.0, 1.0, 3.0, 6.0, 12.0, 24.0]
    """
    if run.method != "newton" or not run.outcome.arrived:
        return None
    path = exact_path(run.target, run.x[0].tolist())
    if path is None:
        return None
    limit, size = path[-1], _length(path[-1])
    size = size if size > SHORT * 1000 else 1
    errors = [_length(point - limit) for point in path[:-1]]
    shown = [point if k else path[0] for k, point in enumerate(_exactly(run.x))]
    order, factor = _order(errors)
    kind: Literal["quadratic", "linear", "other"] = (
        "quadratic" if order > QUADRATIC else "linear" if order < LINEAR and factor > 0.05 else "other"
    )
    return Digits(
        limit=np.array([float(value) for value in limit]),
        right=_digits([_length(point - limit) for point in shown], size),
        exact=_digits(errors[: len(run.x)], size),
        order=order,
        factor=factor,
        kind=kind,
    )


def exact_path(target: Target, start: Sequence[float]) -> list[Point] | None:
    """Newton's iterates in 160 digits from the start as typed, until a step is shorter than 10⁻⁷⁰.

    None where they do not get there within the work allowed.
    """
    field, jacobian = target_trees(target)
    work = sum(written_size(tree) for tree in (*field, *jacobian))
    mp = context(DIGITS)
    typed = [Fraction(repr(float(value))) for value in start]
    path = [np.array([mp.mpf(value.numerator) / value.denominator for value in typed], dtype=object)]
    for _ in range(min(MOST_STEPS, max(MOST_WORK // max(work, 1), 12))):
        values, slopes = target.precise(path[-1].tolist(), DIGITS)
        if not any(values):
            return [*path, path[-1]]
        step = newton_step(values, slopes)
        if not all(map(mp.isfinite, step)):
            return None
        path.append(path[-1] + step)
        if _length(step) <= SHORT * max(1, _length(path[-1])):
            return path
    return None


def _exactly(x: Floats) -> list[Point]:
    mp = context(DIGITS)
    return [np.array([mp.mpf(value) for value in point], dtype=object) for point in x.tolist()]


def _length(vector: Point) -> Any:
    return context(DIGITS).norm(vector.tolist())


def _digits(errors: Sequence[Any], size: Any) -> Floats:
    mp = context(DIGITS)
    return np.array([float(-mp.log10(error / size)) if error else np.inf for error in errors])


def _order(errors: Sequence[Any]) -> tuple[float, float]:
    """(p, factor) from the last three errors that are neither 0 nor the rounding of the limit."""
    mp = context(DIGITS)
    seen = [mp.log10(error) for error in errors if error > 10**-60]
    if len(seen) < 3 or seen[-2] == seen[-3]:
        return float("nan"), float("nan")
    order = (seen[-1] - seen[-2]) / (seen[-2] - seen[-3])
    return float(order), float(mp.mpf(10) ** (seen[-1] - seen[-2]))
