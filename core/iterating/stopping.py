"""When a run of an iterative method ends, and the sentence that says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, isfinite, isnan
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.expression import Expression
from core.expression.precise import undefined_part
from core.expression.printer import text
from core.expression.tree import Node
from core.numbers import number, point, related, rounded_point

Floats = NDArray[np.float64]
Kind = Literal[
    "converged", "step-limit", "diverged", "left-domain", "critical-start", "no-gradient", "no-step"
]

AWAY = 1e12


@dataclass(frozen=True)
class Status:
    """How a run ended, at which step, and why, in one sentence."""

    kind: Kind
    step: int
    sentence: str


@dataclass(frozen=True, eq=False)
class StoppingRule:
    """What ends a run of f: ‖∇f‖ ≤ tolerance, `steps` done, no value, no slope, or too far away.

    `far` and `large` bound ‖x‖ and |f|: 10¹² times what they are at the start, or 10¹² if that is below 1.
    """

    e: Expression
    steps: int
    tolerance: float
    far: float
    large: float

    @classmethod
    def from_start(cls, e: Expression, x: Floats, f: float, steps: int, tolerance: float) -> "StoppingRule":
        """The rule for a run that starts at x, where f(x) is finite."""
        return cls(e, steps, tolerance, AWAY * max(1.0, hypot(*x.tolist())), AWAY * max(1.0, abs(f)))

    def status(self, step: int, x: Floats, f: float, gradient: Floats) -> Status | None:
        """The end of the run at this iterate, or None when another step can be taken."""
        where = tuple(x.tolist())
        slope = hypot(*gradient.tolist())
        if isfinite(slope) and isfinite(f) and hypot(*where) <= self.far and abs(f) <= self.large:
            if slope <= self.tolerance:
                return self._flat(step, where, slope)
            return self._limit(step, where, slope) if step >= self.steps else None
        if isnan(f) and all(isfinite(value) for value in where):
            return self._outside(step, where)
        if isnan(slope) and isfinite(f):
            return self._no_slope(step, where)
        return self._away(step, where, f)

    def _flat(self, step: int, where: tuple[float, ...], slope: float) -> Status:
        bound = f"{slope_sign(where)} = {number(slope, 3)} ≤ {number(self.tolerance)}"
        if step:
            return Status("converged", step, f"After {counted(step)} {bound}, flat enough to stop.")
        here = point(where, self.e.variables)
        return Status(
            "critical-start",
            0,
            f"At the start {here} already {bound}, so no step is taken. "
            "Minimum, maximum or neither: the slope alone does not tell.",
        )

    def _limit(self, step: int, where: tuple[float, ...], slope: float) -> Status:
        done = "1 step is" if step == 1 else f"{step} steps are"
        return Status("step-limit", step, f"{done} done, and {slope_sign(where)} = {number(slope, 3)}.")

    def _outside(self, step: int, where: tuple[float, ...]) -> Status:
        part = undefined_part(self.e.tree, self.e.variables, where)
        if part is None:
            return self._away(step, where, float("nan"))
        here = self._outside_place(where)
        return Status("left-domain", step, f"Step {step} leads out of the domain: {undefined(part, here)}.")

    def _outside_place(self, where: tuple[float, ...]) -> str:
        """The place in so many digits that the place shown lies outside too: sqrt(1 − x) has a value at 1."""
        for digits in range(6, 17):
            shown = tuple(float(f"{value:.{digits - 1}e}") for value in where)
            if undefined_part(self.e.tree, self.e.variables, shown) is not None:
                return point(where, self.e.variables, digits)
        return point(where, self.e.variables, 17)

    def _no_slope(self, step: int, where: tuple[float, ...]) -> Status:
        here = rounded_point(where, self.e.variables)
        arrival = f"Step {step} lands on {here}" if step else f"The start is {here}"
        return Status("no-gradient", step, f"{arrival}, where f has a value but no slope.")

    def _away(self, step: int, where: tuple[float, ...], f: float) -> Status:
        value = f" and {related(f, 'f', 3)}" if not isnan(f) else ""
        reached = rounded_point(where, self.e.variables, 3)
        return Status("diverged", step, f"The run is broken off at step {step}, where {reached}{value}.")


def no_step(step: int, x: Floats, names: tuple[str, ...]) -> Status:
    """The end of a run whose method finds no step, though f has a slope: its H has no inverse there."""
    bend = "f″ is 0 or has no value" if len(names) == 1 else "the Hessian has no inverse"
    sentence = f"From {rounded_point(tuple(x.tolist()), names)} there is no Newton step: {bend}."
    return Status("no-step", step, sentence)


def undefined(part: Node, here: str) -> str:
    """Which part of f has no value: "log(x) is not defined at x = −0.9"."""
    return f"{text(part)} is not defined at {here}"


def slope_sign(where: Sequence[float]) -> str:
    """How the length of the gradient is written: |f′| in one variable, ‖∇f‖ in more."""
    return "|f′|" if len(where) == 1 else "‖∇f‖"


def counted(steps: int) -> str:
    """ "1 step", "2 steps"."""
    return "1 step" if steps == 1 else f"{steps} steps"
