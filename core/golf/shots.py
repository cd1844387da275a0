"""Golf as a learning problem: the force is the parameter, the miss is the error, the loop is training.

A force F that pushes a ball of mass m for a time τ gives it the speed v = Fτ/m (impulse is the change of
momentum). At 45°, on level ground and without air, it lands at R = v²·sin(2·45°)/g = v²/g (Halliday, Resnick
and Walker, Fundamentals of Physics, the chapters on momentum and on projectile motion).
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.errors import SettingError
from core.numbers import number

Floats = NDArray[np.float64]
Ending = Literal["hole", "grew", "shots"]

MASS = 0.0459
"""Kilograms; the Rules of Golf allow no more than 45.93 g."""
CONTACT = 0.0005
"""Seconds; a club and a ball touch for about half a millisecond."""
GRAVITY = 9.81
STIFFNESS = (1000 * CONTACT / MASS) ** 2 / GRAVITY
"""The c in R = c·F², with F in kilonewtons and R in metres: 12.1 m for one kilonewton."""

HOLE = 0.054
"""Metres; half of the hole's 108 mm."""

FORCES, TARGETS, RATES = (0.1, 6.0), (10.0, 400.0), (1e-7, 1e-2)
MOST_SHOTS = 30


@dataclass(frozen=True, eq=False)
class Golf:
    """A round of k + 1 shots at a hole `target` metres away; all arrays have shape (k+1,).

    `force` in kN, `distance` R and `miss` R − target in m, `loss` miss²/2 in m², `slope` dL/dF in m²/kN.
    `ending`: the ball is in the hole, the error grew, or there were no more shots.
    """

    target: float
    rate: float
    force: Floats
    distance: Floats
    miss: Floats
    loss: Floats
    slope: Floats
    ending: Ending

    @property
    def sentence(self) -> str:
        """How the round ended, with its numbers."""
        last = len(self.force)
        if self.ending == "hole":
            noun = "shot" if last == 1 else "shots"
            return f"In the hole after {last} {noun}, with a force of {number(float(self.force[-1]), 4)} kN."
        missed = f"shot {last} misses by {number(abs(float(self.miss[-1])), 3)} m"
        if self.ending == "grew":
            before = number(abs(float(self.miss[-2])), 3)
            return f"The error grew: {missed}, the one before by {before} m. η is too large."
        return f"The error still falls: {missed}. It takes more shots or a larger η."


def distance_of(force: float) -> float:
    """R = c·F·|F|: where the ball lands, in m; a negative force hits it backwards.

    >>> round(distance_of(1.0), 2), round(distance_of(2.0), 1)
    (12.1, 48.4)
    """
    return STIFFNESS * force * abs(force)


def slope_of(force: float, target: float) -> float:
    """dL/dF = (R − D)·dR/dF = (R − D)·2c|F| for L = (R − D)²/2."""
    return (distance_of(force) - target) * 2 * STIFFNESS * abs(force)


def play(*, start: float = 2.0, target: float = 150.0, rate: float = 1e-4, shots: int = 12) -> Golf:
    """While the error decreases: predict, compute the error, update F ← F − η·dL/dF.

    `start` in kN, `target` in m, `rate` η in kN²/m². Raises SettingError outside FORCES, TARGETS and
    RATES, or for fewer than one shot or more than MOST_SHOTS.
    """
    _checked(start, target, rate, shots)
    forces = [start]
    while len(forces) < shots and not _ended(forces, target):
        forces.append(forces[-1] - rate * slope_of(forces[-1], target))
    distance = [distance_of(force) for force in forces]
    miss = np.array(distance) - target
    slope = np.array([slope_of(force, target) for force in forces])
    ending = _ended(forces, target) or "shots"
    return Golf(target, rate, np.array(forces), np.array(distance), miss, miss**2 / 2, slope, ending)


def flight(force: float, count: int = 33) -> tuple[Floats, Floats]:
    """The path y = x − x²/R of a ball hit at 45°, from 0 to R: (x, y), each (count,), in m.

    >>> x, y = flight(2.0)
    >>> round(float(x[-1]), 1), round(float(y.max()), 1)
    (48.4, 12.1)
    """
    reach = distance_of(force)
    share = np.linspace(0.0, 1.0, count)
    return reach * share, abs(reach) * share * (1 - share)


def _ended(forces: list[float], target: float) -> Ending | None:
    misses = [abs(distance_of(force) - target) for force in forces[-2:]]
    if misses[-1] <= HOLE:
        return "hole"
    return "grew" if len(misses) == 2 and misses[1] >= misses[0] else None


def _checked(start: float, target: float, rate: float, shots: int) -> None:
    ranges = (
        (start, FORCES, "The first force has to lie between 0.1 and 6 kN.", "force"),
        (target, TARGETS, "The hole has to be between 10 and 400 m away.", "target"),
        (rate, RATES, "The rate η has to lie between 10⁻⁷ and 0.01.", "eta"),
        (shots, (1, MOST_SHOTS), f"A round has between 1 and {MOST_SHOTS} shots.", "steps"),
    )
    for value, (low, high), sentence, setting in ranges:
        if not low <= value <= high:
            raise SettingError(sentence, setting)
