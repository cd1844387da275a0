"""Newton's method with one loop: `newton_root` and `newton_minimise` → `NewtonRun`.

However a run ends is a result with a name and a sentence; only a setting that cannot be used raises.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot, isfinite, isnan

import numpy as np
from numpy.typing import NDArray

from core.errors import SettingError
from core.expression import Expression
from core.iterating.beginning import start_of
from core.iterating.stopping import AWAY
from core.newton import outcomes
from core.newton.line_search import MOST_ASKED
from core.newton.linear import is_singular, newton_step
from core.newton.methods import METHODS, Method, Move, Sight
from core.newton.outcomes import Outcome
from core.newton.target import Aim, Target

Floats = NDArray[np.float64]

MOST_STEPS = 200
ARRIVED = 1e-12
"""Newton's step is about as long as the error: one this short, relative beyond 1, ends the run."""

NOISE = 1e-7
"""Steps below this that no longer shrink are rounding."""

SLOW = 0.2
"""A simple zero squares the error; steps that shrink by no more than this factor tell of a multiple one."""

LONGEST_CYCLE = 8
SAME = 1e-10


@dataclass(frozen=True)
class Cost:
    """How often f, its gradient and its Hessian were worked out (f′ and f″ in one variable)."""

    values: int
    gradients: int
    hessians: int


@dataclass(frozen=True, eq=False)
class NewtonRun:
    """Every iterate of k steps in d variables, ready for the pictures of runs.

    x (k+1, d), f (k+1,), gradient (k+1, d), field F (k+1, d) and jacobian J (k+1, d, d) belong to the
    iterates; step (k, d) and said (k) to the steps between them: x[j+1] = x[j] + step[j]. `following` (d,)
    is the step that would come next, NaN where there is none.
    """

    target: Target
    method: str
    x: Floats
    f: Floats
    gradient: Floats
    field: Floats
    jacobian: Floats
    step: Floats
    said: tuple[str, ...]
    following: Floats
    outcome: Outcome
    cost: Cost

    @property
    def steps(self) -> int:
        """How many steps were taken, k."""
        return len(self.step)


def newton_root(e: Expression, x0: float, method: str = "newton", steps: int = 50) -> NewtonRun:
    """x_{k+1} = x_k − f(x_k)/f′(x_k), the place where the tangent meets the axis.

    >>> from core.expression import parse
    >>> newton_root(parse("x^2 - 2"), 1.0).x[:4, 0].round(6).tolist()
    [1.0, 1.5, 1.416667, 1.414216]
    """
    return newton_run(Target(e, "root"), [x0], method, steps)


def newton_minimise(
    e: Expression, start: Sequence[float], method: str = "newton", steps: int = 50
) -> NewtonRun:
    """x_{k+1} = x_k + s with H·s = −∇f: to the level place of the quadratic model, which need not be low.

    >>> from core.expression import parse
    >>> newton_minimise(parse("x^2 - 4x + 4"), [0.0]).x[:, 0].tolist()
    [0.0, 2.0]
    """
    return newton_run(Target(e, "minimum"), start, method, steps)


def newton_run(target: Target, start: Sequence[float], method: str = "newton", steps: int = 50) -> NewtonRun:
    """The run of one method; SettingError for a start outside the domain and for settings of no use."""
    row = _method(method, target.aim)
    if not 1 <= steps <= MOST_STEPS:
        raise SettingError(f"The number of steps must be between 1 and {MOST_STEPS}.", "steps")
    walk = _Walk(target, row, start_of(target.expression, start))
    while (outcome := walk.ending(steps)) is None:
        walk.go()
    return walk.result(outcome)


def _method(name: str, aim: Aim) -> Method:
    known = [row.name for row in METHODS.values() if aim in row.aims]
    if name not in known:
        raise SettingError(f"There is no such method here; there are {', '.join(known)}.", "method")
    return METHODS[name]


class _Walk:
    """The iterates so far; `following` is the move from the last of them."""

    def __init__(self, target: Target, method: Method, start: Floats) -> None:
        self.target = target
        self.method = method
        self.x = [start]
        self.locals = [target.at(start.tolist())]
        self.moves: list[Move] = []
        self.far = AWAY * max(1.0, hypot(*start.tolist()))
        self.memory = max(1.0, hypot(*start.tolist()))
        self.following = self._look()

    def _look(self) -> Move:
        """The move from the last iterate; NaN where the method has none."""
        here, x = self.locals[-1], self.x[-1]
        known = isfinite(here.value) and np.isfinite(here.field).all() and np.isfinite(here.jacobian).all()
        if not known or (not here.field.any()):
            return Move(np.where(here.field == 0, 0.0, np.nan)[None], memory=self.memory)
        sight = Sight(
            here.field[None],
            here.jacobian[None],
            np.array([self.target.merit(here.value)]),
            self.target.merit_slope(here.field, here.jacobian)[None],
            lambda steps, _: self._merits(x + steps),
        )
        with np.errstate(over="ignore", invalid="ignore"):
            return self.method.move(sight, self.memory)

    def _merits(self, points: Floats) -> Floats:
        return np.array([self.target.merit(float(self.target.expression(*at))) for at in points])

    def go(self) -> None:
        """One step."""
        self.moves.append(self.following)
        self.memory = self.following.memory
        self.x.append(self.x[-1] + self.following.step[0])
        self.locals.append(self.target.at(self.x[-1].tolist()))
        self.following = self._look()

    def ending(self, steps: int) -> Outcome | None:
        """The end of the run at the last iterate, or None when another step can be taken."""
        k, x, here = len(self.moves), self.x[-1], self.locals[-1]
        if not np.isfinite(x).all() or np.isinf(here.value) or hypot(*x.tolist()) > self.far:
            return outcomes.flies_off(self.target, k, x)
        if isnan(here.value):
            return outcomes.left_domain(self.target, k, x)
        if not np.isfinite(here.field).all() or not np.isfinite(here.jacobian).all():
            return outcomes.no_derivative(self.target, k, x, here)
        if self._is_there():
            return outcomes.arrival(self.target, k, x, here, self._is_slow())
        stuck = self.target.aim == "root" and is_singular(here.jacobian)
        if stuck or not np.isfinite(self.following.step).all():
            return outcomes.singular(self.target, k, x)
        if self._is_stuck():
            return outcomes.stuck(self.target, k, x)
        period = self._period()
        if period:
            return outcomes.cycle(self.target, k, period, self.x)
        return outcomes.step_limit(self.target, k, here, self.following.step[0]) if k >= steps else None

    def _is_there(self) -> bool:
        """F is 0, or Newton's own step is too short to matter and F small beside what it was."""
        here, first = self.locals[-1], self.locals[0]
        if not here.field.any():
            return True
        step = newton_step(here.field, here.jacobian)
        own = step if np.isfinite(step).all() else self.following.step[0]
        if not np.isfinite(own).all():
            return False
        size, length = max(1.0, hypot(*self.x[-1].tolist())), hypot(*own.tolist())
        small = hypot(*here.field.tolist()) <= 1e-6 * max(1.0, hypot(*first.field.tolist()))
        noisy = bool(self.moves) and 0.9 * self._last_length() <= length <= NOISE * size
        return small and (length <= ARRIVED * size or noisy)

    def _is_stuck(self) -> bool:
        """The search for a shorter step gave up, or the step is too short to change x."""
        still = bool((self.x[-1] + self.following.step[0] == self.x[-1]).all())
        return self.following.asked > MOST_ASKED or (still and self.method.name != "newton")

    def _is_slow(self) -> bool:
        lengths = [float(np.linalg.norm(move.step)) for move in self.moves[-4:]]
        ratios = [later / max(earlier, 1e-300) for earlier, later in pairwise(lengths)]
        return len(ratios) == 3 and min(ratios) > SLOW

    def _last_length(self) -> float:
        return float(np.linalg.norm(self.moves[-1].step))

    def _period(self) -> int:
        """The least number p of steps that have led back twice to the same places; 0 for none."""
        x = np.array(self.x)
        size = max(1.0, float(np.linalg.norm(x[-1])))
        for period in range(2, min(LONGEST_CYCLE, len(x) // 2) + 1):
            now, before = x[-period:], x[-2 * period : -period]
            if np.abs(now - before).max() <= SAME * size and self._last_length() > 1e-3 * size:
                return period
        return 0

    def result(self, outcome: Outcome) -> NewtonRun:
        points, d = len(self.x), len(self.x[0])
        asked = sum(move.asked for move in self.moves)
        at_root = self.target.aim == "root"
        return NewtonRun(
            target=self.target,
            method=self.method.name,
            x=np.array(self.x),
            f=np.array([here.value for here in self.locals]),
            gradient=np.array([here.gradient for here in self.locals]),
            field=np.array([here.field for here in self.locals]),
            jacobian=np.array([here.jacobian for here in self.locals]),
            step=np.array([move.step[0] for move in self.moves]).reshape(-1, d),
            said=tuple(move.said for move in self.moves),
            following=self.following.step[0],
            outcome=outcome,
            cost=Cost(asked + (points if at_root else 0), points, 0 if at_root else points),
        )
