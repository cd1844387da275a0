"""Newton's step and its remedies: one row per method, each a pure function of what is seen at the point.

A remedy costs nothing where the plain step is good: near a minimum all four take the same step.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.newton.line_search import ENOUGH, MOST_ASKED, NOISE, MeritAt, halved
from core.newton.linear import newton_step
from core.newton.target import Aim
from core.newton.trust import within_radius
from core.numbers import number

Floats = NDArray[np.float64]
SHIFTED = 1e-3
"""What the Levenberg shift makes of the smallest eigenvalue, as a part of the largest in size."""

FIRST = np.zeros(1, dtype=np.intp)

POSITIVE = 1e-8
"""An eigenvalue above this part of the largest in size needs no shift."""


@dataclass(frozen=True, eq=False)
class Sight:
    """What a method may look at, for n points at once.

    F (n, d), J (n, d, d), the merit (n,) and its gradient (n, d); `merit_at`
    asks for more of f.
    """

    field: Floats
    jacobian: Floats
    merit: Floats
    slope: Floats
    merit_at: MeritAt


@dataclass(frozen=True, eq=False)
class Move:
    """Steps (n, d), how often the merit was asked for, what the method remembers, and what it did, in words.

    `said` speaks of the first of the points.
    """

    step: Floats
    asked: int = 0
    memory: float = 0.0
    said: str = ""


@dataclass(frozen=True)
class Method:
    """One way to step. `reason` says what it mends, `move` maps a sight and the memory to a move."""

    name: str
    title: str
    latex: str
    reason: str
    source: str
    move: Callable[[Sight, float], Move]
    aims: tuple[Aim, ...]


def plain(sight: Sight, memory: float) -> Move:
    """J·s = −F, whatever comes of it; NaN where J is singular."""
    return Move(newton_step(sight.field, sight.jacobian), memory=memory)


def damped(sight: Sight, memory: float) -> Move:
    """t·s, with t = 1, ½, ¼, … until the merit falls enough; −∇ instead of s where s does not lead down."""
    step = newton_step(sight.field, sight.jacobian)
    down = np.sum(step * sight.slope, axis=1) < 0
    turned = "" if down[0] else "Newton's step does not lead down here, so −∇f takes its place. "
    return _searched(sight, np.where(down[:, None], step, -sight.slope), memory, turned)


def levenberg(sight: Sight, memory: float) -> Move:
    """(H + μI)·s = −∇f with the least μ ≥ 0 that makes all eigenvalues positive, then as `damped`."""
    eigenvalues, vectors = np.linalg.eigh(sight.jacobian)
    largest = np.max(np.abs(eigenvalues), axis=1)
    floor = np.where(largest > 0, SHIFTED * largest, 1.0)
    shift = np.where(eigenvalues[:, 0] > POSITIVE * largest, 0.0, floor - eigenvalues[:, 0])
    along = np.einsum("nji,nj->ni", vectors, sight.slope)
    step = -np.einsum("nij,nj->ni", vectors, along / (eigenvalues + shift[:, None]))
    said = f"The shift is μ = {number(float(shift[0]), 3)}. " if shift[0] > 0 else "No shift is needed. "
    return _searched(sight, step, memory, said)


def _searched(sight: Sight, step: Floats, memory: float, said: str) -> Move:
    promise = -np.sum(step * sight.slope, axis=1)
    t, asked = halved(step, sight.merit, promise, sight.merit_at)
    own = round(-np.log2(float(t[0])))
    times = "once" if own == 1 else f"{own} times"
    how = f"The step is halved {times}." if own else "The whole step is taken."
    return Move(t[:, None] * step, asked, memory, said + how)


def trust_region(sight: Sight, memory: float) -> Move:
    """The lowest point of the quadratic model within the radius; the radius follows how true the model was.

    One point at a time. The model foretells a fall; where f falls by less than a quarter of it the radius
    shrinks, where by more than three quarters it doubles (Nocedal & Wright, algorithm 4.1).
    """
    gradient, hessian = sight.field[0], sight.jacobian[0]
    radius, asked = memory, 0
    while True:
        step, touches = within_radius(gradient, hessian, radius)
        foretold = -float(gradient @ step + step @ hessian @ step / 2)
        asked += 1
        fallen = float(sight.merit[0] - sight.merit_at(step[None], FIRST)[0])
        noise = NOISE * abs(float(sight.merit[0]))
        if fallen + noise >= ENOUGH * foretold or asked > MOST_ASKED:
            break
        radius = float(np.linalg.norm(step)) / 4
    where = "on its edge" if touches else "inside it"
    said = f"The model is trusted to a distance of {number(radius, 3)}; its lowest point lies {where}."
    if fallen < foretold / 4 and foretold > noise:
        radius /= 4
    elif fallen > 0.75 * foretold and touches:
        radius *= 2
    return Move(step[None], asked, radius, said)


_ROWS = (
    Method(
        "newton",
        "Newton",
        r"H s = -\nabla f",
        "Nothing is mended: the step is taken whole, wherever it leads.",
        "Nocedal & Wright, Numerical Optimization, §2.2",
        plain,
        ("root", "minimum"),
    ),
    Method(
        "damped",
        "Damped Newton",
        r"x_{k+1} = x_k + t\,s,\quad t \in \{1, \tfrac12, \tfrac14, \dots\}",
        "Mends overshooting: the way is right and the step too long, so it is halved until it is a gain.",
        "Armijo, 1966; Nocedal & Wright, Numerical Optimization, §3.3",
        damped,
        ("root", "minimum"),
    ),
    Method(
        "levenberg",
        "Levenberg shift",
        r"(H + \mu I)\, s = -\nabla f",
        "Mends saddles, maxima and singular Hessians: μ lifts all eigenvalues above 0, and s leads down.",
        "Levenberg, 1944; Nocedal & Wright, Numerical Optimization, §3.4",
        levenberg,
        ("minimum",),
    ),
    Method(
        "trust",
        "Trust region",
        r"\min_s\; f + \nabla f^{\mathsf T} s + \tfrac12 s^{\mathsf T} H s"
        r"\quad \text{with } \lVert s \rVert \le \Delta",
        "Mends trust in a model far from where it was made: no step is longer than the model has earned.",
        "Nocedal & Wright, Numerical Optimization, algorithm 4.1",
        trust_region,
        ("minimum",),
    ),
)

METHODS: dict[str, Method] = {row.name: row for row in _ROWS}
