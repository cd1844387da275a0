"""Newton, its remedies and gradient descent from the same start: where each arrives, and what it costs."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, log2

import numpy as np
from numpy.typing import NDArray

from core.descent import Trace, run
from core.expression import Expression
from core.newton.methods import METHODS
from core.newton.run import Cost, NewtonRun, newton_minimise
from core.numbers import number, rounded_point

Floats = NDArray[np.float64]

DESCENT = "gradient descent"
DESCENT_STEPS = 1000
TOLERANCE = 1e-8


@dataclass(frozen=True, eq=False)
class Row:
    """One method from the common start: its steps, its last point (d,), f and ‖∇f‖ there, the cost."""

    name: str
    title: str
    steps: int
    end: Floats
    value: float
    slope: float
    outcome: str
    sentence: str
    cost: Cost


def side_by_side(e: Expression, start: Sequence[float], steps: int = 50) -> tuple[Row, ...]:
    """A row for every method of Newton's kind, and last gradient descent with Armijo's backtracking.

    Descent stops at ‖∇f‖ ≤ 10⁻⁸ or after 1000 steps; its rate is halved from 1 at each step.
    """
    rows = [_newton_row(newton_minimise(e, start, name, steps)) for name in METHODS]
    descent = run(e, start, rate=1.0, steps=DESCENT_STEPS, tolerance=TOLERANCE, schedule="backtracking")
    return (*rows, _descent_row(descent))


def cheapest(rows: Sequence[Row], names: tuple[str, ...]) -> str:
    """Newton beside descent in a sentence, with the costs."""
    newton, descent = rows[0], rows[-1]
    where = [rounded_point(row.end.tolist(), names, 4) for row in (newton, descent)]
    return (
        f"Newton ends at {where[0]} after {_steps(newton.steps)}: {_said(newton.cost, len(names))}. "
        f"Gradient descent ends at {where[1]} after {_steps(descent.steps)}: "
        f"{_said(descent.cost, len(names))}."
    )


def _newton_row(run: NewtonRun) -> Row:
    title = METHODS[run.method].title
    end, slope = run.x[-1], hypot(*run.gradient[-1].tolist())
    value, outcome = float(run.f[-1]), run.outcome
    return Row(run.method, title, run.steps, end, value, slope, outcome.kind, outcome.sentence, run.cost)


def _descent_row(trace: Trace) -> Row:
    # Backtracking asks for f once per halving, and once for the rate it keeps.
    asked = sum(round(-log2(rate)) + 1 for rate in trace.rate.tolist())
    slope = hypot(*trace.gradient[-1].tolist())
    kind, sentence = trace.status.kind, trace.status.sentence
    cost = Cost(asked, trace.steps + 1, 0)
    end, value = trace.x[-1], float(trace.f[-1])
    return Row(DESCENT, "Gradient descent", trace.steps, end, value, slope, kind, sentence, cost)


def _steps(count: int) -> str:
    return "1 step" if count == 1 else f"{number(count)} steps"


def _said(cost: Cost, dimension: int) -> str:
    slope, bend = ("slope", "second derivative") if dimension == 1 else ("gradient", "Hessian")
    counts = [(cost.values, "value"), (cost.gradients, slope), (cost.hessians, bend)]
    return ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for count, name in counts if count)
