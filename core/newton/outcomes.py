"""How Newton's method ends: the named outcomes, and the sentence of each with its numbers."""

from dataclasses import dataclass
from math import hypot
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.curvature import Kind as LevelKind
from core.curvature import kind_of
from core.expression.precise import undefined_part
from core.iterating.stopping import counted, undefined
from core.newton.target import Local, Target
from core.numbers import number, point, rounded_point

Floats = NDArray[np.float64]
Kind = Literal[
    "root",
    "minimum",
    "maximum",
    "saddle",
    "degenerate",
    "singular",
    "cycle",
    "flies-off",
    "left-domain",
    "no-slope",
    "no-second-derivative",
    "stuck",
    "step-limit",
]

DUST = 1e-11

OUTCOMES: dict[Kind, str] = {
    "root": "A root",
    "minimum": "A minimum",
    "maximum": "A maximum",
    "saddle": "A saddle",
    "degenerate": "A level place that the second derivative cannot name",
    "singular": "No step to take",
    "cycle": "Round and round",
    "flies-off": "Farther and farther away",
    "left-domain": "Out of the domain",
    "no-slope": "No slope",
    "no-second-derivative": "No second derivative",
    "stuck": "No step lowers f",
    "step-limit": "Not there yet",
}


@dataclass(frozen=True)
class Outcome:
    """How a run ended, after how many steps, and why, in one sentence; `period` of a cycle, else 0."""

    kind: Kind
    step: int
    sentence: str
    period: int = 0

    @property
    def arrived(self) -> bool:
        """Whether F vanishes where the run ended."""
        return self.kind in ("root", "minimum", "maximum", "saddle", "degenerate")


def arrival(target: Target, step: int, x: Floats, here: Local, slow: bool) -> Outcome:
    """F = 0 at x; for a minimum the eigenvalues of H say what was found.

    `slow` says that the steps shrank by a mere factor: then F has a multiple zero, where H is singular too,
    even if rounding shows it a little beside.
    """
    place = place_without_dust(x, target.expression.variables)
    way = _when(step)
    if target.aim == "root":
        return Outcome("root", step, f"{way} f is {number(here.value, 3)} at {place}, a root.")
    eigenvalues = _eigenvalues(here.jacobian)
    kind: Kind = "degenerate" if slow else kind_at(here.jacobian)
    level = "f′ is 0" if len(x) == 1 else "∇f is 0"
    return Outcome(kind, step, f"{way} {level} at {place}: {_FOUND[kind]}{_bends(eigenvalues, kind)}.")


def place_without_dust(x: Floats, names: tuple[str, ...]) -> str:
    """The place without the dust of rounding: a coordinate that is nothing beside 1 or the other is 0."""
    dust = (x != 0) & (np.abs(x) <= DUST * max(1.0, hypot(*x.tolist())))
    clean = np.where(dust, 0.0, x).tolist()
    return point(clean, names, sign="≈") if dust.any() else rounded_point(clean, names)


def kind_at(hessian: Floats) -> LevelKind:
    """What a level place with this Hessian (d, d) is; "degenerate" where there is none."""
    eigenvalues = _eigenvalues(hessian)
    return "degenerate" if np.isnan(eigenvalues).any() else kind_of(eigenvalues)


_FOUND = {
    "minimum": "a minimum, ",
    "maximum": "a maximum, as level as a minimum, ",
    "saddle": "a saddle, as level as a minimum, ",
    "degenerate": "a level place that the second derivative cannot name, ",
}


def _bends(eigenvalues: Floats, kind: str) -> str:
    if np.isnan(eigenvalues).any():
        return "because there is none"
    if kind == "degenerate":
        name = "f″" if len(eigenvalues) == 1 else "an eigenvalue of H"
        return f"because {name} goes to 0 with the slope"
    shown = " and ".join(number(float(value), 4) for value in eigenvalues)
    return f"because f″ is {shown}" if len(eigenvalues) == 1 else f"because the eigenvalues of H are {shown}"


def singular(target: Target, step: int, x: Floats) -> Outcome:
    """J is singular and F is not 0: no step solves the equation."""
    place = rounded_point(x.tolist(), target.expression.variables)
    if target.aim == "root":
        why = f"f′ is 0 at {place} and f is not: a level tangent never meets the axis"
    elif len(x) == 1:
        why = f"f″ is 0 at {place} and f′ is not: the model is a straight line and has no level place"
    else:
        why = f"det H is 0 at {place}: no one step solves H·s = −∇f"
    return Outcome("singular", step, f"{_when(step)} {why}.")


def cycle(target: Target, step: int, period: int, x: list[Floats]) -> Outcome:
    """The last `period` steps lead to the same places as those before them, and so will all others."""
    first = step - 2 * period + 1
    size = max(1.0, hypot(*x[step].tolist()))
    round_trip = ", ".join(_bare(at, size) for at in x[first : first + period + 1])
    axes = f"({', '.join(target.expression.variables)})" if len(x[step]) > 1 else "x"
    return Outcome(
        "cycle",
        step,
        f"From step {first} on {axes} goes round: {round_trip}, and so on for ever.",
        period,
    )


def _bare(x: Floats, size: float) -> str:
    """The coordinates alone; what is nothing beside `size` is 0."""
    shown = [number(float(value) if abs(value) > 1e-9 * size else 0.0, 4) for value in x]
    return shown[0] if len(shown) == 1 else f"({', '.join(shown)})"


def stuck(target: Target, step: int, x: Floats) -> Outcome:
    """The search for a shorter step gave up: downhill ends here, at a corner, an edge or a low of |f|."""
    place = rounded_point(x.tolist(), target.expression.variables)
    what = "|f|" if target.aim == "root" else "f"
    return Outcome("stuck", step, f"{_when(step)}, at {place}, no step however short lowers {what}.")


def _when(step: int) -> str:
    return f"After {counted(step)}" if step else "At the start"


def flies_off(target: Target, step: int, x: Floats) -> Outcome:
    """‖x‖ is beyond any picture, or f beyond float64."""
    reached = rounded_point(x.tolist(), target.expression.variables, 3)
    return Outcome("flies-off", step, f"Step {step} leads to {reached}; the run is broken off there.")


def left_domain(target: Target, step: int, x: Floats) -> Outcome:
    """f has no value at x, and the part of it that has none."""
    e = target.expression
    where = tuple(x.tolist())
    part = undefined_part(e.tree, e.variables, where)
    if part is None:
        return flies_off(target, step, x)
    here = point(where, e.variables)
    return Outcome("left-domain", step, f"Step {step} leads out of the domain: {undefined(part, here)}.")


def no_derivative(target: Target, step: int, x: Floats, here: Local) -> Outcome:
    """f has a value at x, but no slope or no second derivative."""
    place = rounded_point(x.tolist(), target.expression.variables)
    arrived = f"Step {step} lands on {place}" if step else f"The start is {place}"
    missing = "second derivative" if np.isfinite(here.gradient).all() else "slope"
    kind: Kind = "no-second-derivative" if missing == "second derivative" else "no-slope"
    return Outcome(kind, step, f"{arrived}, where f has a value but no {missing}, so there is no next step.")


def step_limit(target: Target, step: int, here: Local, following: Floats) -> Outcome:
    """All steps are done, and the next would still be long."""
    size = "|f|" if target.aim == "root" else "|f′|" if len(following) == 1 else "‖∇f‖"
    left = number(hypot(*here.field.tolist()), 3)
    done = "1 step is" if step == 1 else f"{step} steps are"
    longest = number(hypot(*following.tolist()), 3)
    return Outcome("step-limit", step, f"{done} done, {size} is {left}, and the next step is {longest} long.")


def _eigenvalues(matrix: Floats) -> Floats:
    if not np.isfinite(matrix).all():
        return np.full(len(matrix), np.nan)
    return np.asarray(np.linalg.eigvalsh(matrix), dtype=np.float64)
