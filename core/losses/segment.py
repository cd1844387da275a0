"""Convex or not: the loss along the straight line between two parameters, beside the chord.

A convex function lies on or below each of its chords (Boyd and Vandenberghe, Convex Optimization, §3.1.1):
L((1 − t)θ₀ + tθ₁) ≤ (1 − t)L(θ₀) + tL(θ₁) for 0 ≤ t ≤ 1. One place above a chord proves that L is not convex.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.datasets import Samples
from core.expression.precise import context
from core.models import Model
from core.models.checking import compared
from core.models.many_digits import DIGITS, precise_loss
from core.numbers import number, number_latex
from core.steps import Check, Step

Floats = NDArray[np.float64]

PLACES = 201
_ROUNDING = 1e-12


@dataclass(frozen=True, eq=False)
class Segment:
    """Between the ends θ₀ and θ₁, (p,) each: t (201,) from 0 to 1, the loss there, and the chord's height.

    `worst` is where the loss is farthest above the chord, or least below it.
    """

    first: Floats
    second: Floats
    t: Floats
    loss: Floats
    chord: Floats

    @property
    def worst(self) -> int:
        """The index, away from both ends, of the largest loss − chord."""
        return 1 + int(np.argmax((self.loss - self.chord)[1:-1]))

    @property
    def above(self) -> float:
        """loss − chord at the worst place."""
        return float(self.loss[self.worst] - self.chord[self.worst])

    @property
    def proves(self) -> bool:
        """Whether the loss is above the chord by more than rounding, so that it cannot be convex."""
        return self.above > _ROUNDING * max(1.0, float(np.abs(self.loss).max()))

    @property
    def sentence(self) -> str:
        """What the segment shows, with its numbers."""
        t, here, chord = (number(float(values[self.worst]), 4) for values in (self.t, self.loss, self.chord))
        ends = f"{number(float(self.loss[0]), 4)} and {number(float(self.loss[-1]), 4)}"
        if self.proves:
            return (
                f"The losses at both ends are {ends}. At t = {t} between them the loss is {here} and the "
                f"chord {chord}: the chord lies below the curve, so the loss is not convex."
            )
        return f"The losses at both ends are {ends}, and between them the loss is nowhere above the chord."


def segment_between(model: Model, samples: Samples, first: Floats, second: Floats) -> Segment:
    """The loss on all samples at 201 places from `first` to `second`, (p,) each."""
    t = np.linspace(0.0, 1.0, PLACES)
    between = first + t[:, None] * (second - first)
    loss = model.loss(between, samples.x, samples.y)
    return Segment(first, second, t, loss, (1 - t) * loss[0] + t * loss[-1])


def segment_steps(model: Model, samples: Samples, found: Segment) -> tuple[Step, ...]:
    """What convex would mean, and the place that proves or does not disprove it."""
    return (_definition(), _ends(found), _place(model, samples, found))


def _definition() -> Step:
    between, chord = r"L\big((1 - t)\,\theta_0 + t\,\theta_1\big)", r"(1 - t)\,L(\theta_0) + t\,L(\theta_1)"
    why = "On the way between any two parameters the loss stays on or under the chord."
    return Step("What convex means", rf"{between} \le {chord}, \quad 0 \le t \le 1", why)


def _ends(found: Segment) -> Step:
    first, last = (number_latex(float(found.loss[k])) for k in (0, -1))
    latex = rf"L(\theta_0) \approx {first}, \qquad L(\theta_1) \approx {last}"
    away = number(float(np.linalg.norm(found.second - found.first)), 4)
    why = f"Both ends come from the same training with other starts; the parameters are {away} apart."
    return Step("The two ends", latex, why)


def _place(model: Model, samples: Samples, found: Segment) -> Step:
    t, loss, chord = (float(values[found.worst]) for values in (found.t, found.loss, found.chord))
    sign = ">" if found.proves else r"\le"
    where = rf"L(\theta_{{t}}) \approx {number_latex(loss)}"
    latex = rf"t = {number_latex(t, 4)}: \quad {where} {sign} {number_latex(chord)} \approx \text{{chord}}"
    return Step("A place between them", latex, found.sentence, _loss_check(model, samples, found))


def _loss_check(model: Model, samples: Samples, found: Segment) -> Check:
    """loss − chord at the place, from three losses in many digits."""
    t = Fraction(int(found.worst), PLACES - 1)
    ends = [[Fraction(value) for value in end.tolist()] for end in (found.first, found.second)]
    between = [(1 - t) * a + t * b for a, b in zip(*ends, strict=True)]
    first, here, last = (_precise(model, samples, theta) for theta in (ends[0], between, ends[1]))
    weight = here.context.mpf(t.numerator) / t.denominator
    second = here - (1 - weight) * first - weight * last
    return compared("Loss − chord at this place against the same in 50 digits.", found.above, second)


def _precise(model: Model, samples: Samples, theta: Sequence[Fraction]) -> Any:
    mp = context(DIGITS)
    numbers = [mp.mpf(value.numerator) / value.denominator for value in theta]
    return precise_loss(model, numbers, samples.x, samples.y)
