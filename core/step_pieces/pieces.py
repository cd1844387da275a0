"""One step taken apart: the arrows that add up to it, and the same on the blackboard."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from core.descent import Trace
from core.descent.replay import step_check
from core.expression import Expression
from core.gradient import slope_check
from core.numbers import point
from core.optimizers import OPTIMIZERS
from core.step_pieces import bent, moments, plain, rates, velocity
from core.step_pieces.instant import Cartoon, Floats, Instant, Part, aligned, equals, factor, vector
from core.steps import LazySteps, Step
from core.substitution import column

CARTOONS: dict[str, Cartoon] = (
    plain.CARTOONS | velocity.CARTOONS | rates.CARTOONS | moments.CARTOONS | bent.CARTOONS
)


@dataclass(frozen=True, eq=False)
class StepPieces:
    """The arrows of step k, all (d,) and in the units of the picture.

    `parts` laid end to end lead from `start` to start + step; `bare` is −η∇f (+η∇f in an ascent), where the
    plain gradient would have gone with the same rate.
    """

    k: int
    start: Floats
    bare: Floats
    parts: tuple[Part, ...]
    step: Floats


def step_pieces(e: Expression, trace: Trace, k: int) -> StepPieces:
    """Step k, 1 ≤ k ≤ trace.steps, taken apart.

    >>> from core.descent import run
    >>> from core.expression import parse
    >>> trace = run(parse("x^2"), [1.0], "momentum", 0.25, 2, knobs={"beta": 0.5})
    >>> [(part.kind, part.vector.tolist()) for part in step_pieces(parse("x^2"), trace, 2).parts]
    [('memory', [-0.25]), ('gradient', [-0.25])]
    """
    at = Instant(e, trace, k)
    with np.errstate(over="ignore", invalid="ignore"):
        parts = CARTOONS[trace.optimizer].parts(at)
        return StepPieces(k, at.x, -at.rate * at.g, parts, at.step)


def all_pieces(e: Expression, trace: Trace, every: Sequence[int] | None = None) -> tuple[StepPieces, ...]:
    """The steps of a run, or those named, taken apart."""
    return tuple(step_pieces(e, trace, k) for k in every or range(1, trace.steps + 1))


def piece_steps(e: Expression, trace: Trace, k: int) -> LazySteps:
    """Step k on the blackboard: the gradient, what the method makes of it, and the sum."""
    at = Instant(e, trace, k)
    with np.errstate(over="ignore", invalid="ignore"):
        lines = CARTOONS[trace.optimizer].lines(at)
    return LazySteps([partial(_slope, at), *(partial(_given, line) for line in lines), partial(_sum, at)])


def _given(step: Step) -> Step:
    return step


def _slope(at: Instant) -> Step:
    where = ", ".join(f"{name}_{{{at.k - 1}}}" for name in at.e.variables)
    sign = "" if at.trace.sense == "descent" else "-"
    slope = f"f'({where})" if len(at.g) == 1 else rf"\nabla f({where})"
    why = "The slope where the step begins." if not sign else "Ascent is descent with −∇f put in for ∇f."
    latex = rf"g = {sign}{slope} {equals(at.g)} {vector(at.g)}"
    return Step("The gradient", latex, why, slope_check(at.e, at.x.tolist()))


def _sum(at: Instant) -> Step:
    names, there = at.e.variables, at.trace.x[at.k]
    after, before = (column([f"{name}_{{{j}}}" for name in names]) for j in (at.k, at.k - 1))
    latex = aligned(
        rf"{after} &= {before} + {factor(at.step)}",
        rf"&{equals(at.x, there)} {vector(at.x)} + {factor(at.step)} {equals(there)} {vector(there)}",
    )
    why = OPTIMIZERS[at.trace.optimizer].why
    return Step(
        f"Step {at.k}: to {point(there.tolist(), names)}", latex, why, step_check(at.e, at.trace, at.k)
    )
