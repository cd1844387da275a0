"""What gradient descent with a constant rate does on a quadratic, decided in exact arithmetic.

∇f(x_{k+1}) = (I − ηH) ∇f(x_k): along each eigenvector of H the slope, and with it the error, is multiplied
by 1 − ηλ at every step. Only eigenvalues present in the first slope ever matter, and the borders ηλ = 1 and
ηλ = 2 are decided by squares of rationals, never by rounding.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import hypot, inf

from core.learning_rate.quadratics import Eigenvalue, Quadratic, as_typed
from core.learning_rate.stability import error_factor, steps_to

_SETTLED = ("one-step", "converges", "crawls", "overshoots")
"""Kinds that are "stalls" when f has no minimum: from a start on the ridge a run settles at the saddle."""


@dataclass(frozen=True)
class Fate:
    """The outcome's kind (a key of `OUTCOMES`) and the eigenvalues behind it.

    active: the eigenvalues the run feels, ascending; deciding: the one whose |1 − ηλ| is greatest; distance:
    ‖x_0 − x*‖; steps: how many bring it to 10^−6, ∞ where none do.
    """

    kind: str
    active: tuple[Eigenvalue, ...]
    deciding: Eigenvalue | None
    distance: float
    steps: float


def fate(quadratic: Quadratic, start: Sequence[float], rate: float, given: int) -> Fate:
    """The fate of a run of `given` steps; start and rate count as the decimals they were typed as.

    >>> from fractions import Fraction
    >>> bowl = Quadratic(((Fraction(2),),), (Fraction(-4),), Fraction(4))
    >>> [fate(bowl, (0.0,), rate, 50).kind for rate in (0.1, 0.5, 0.9, 1.0, 1.1)]
    ['crawls', 'one-step', 'overshoots', 'cycles', 'diverges']
    """
    typed = as_typed(start)
    active = quadratic.active(typed)
    if not active:
        return Fate("still", (), None, 0.0, 0)
    deciding = max(active, key=lambda eigenvalue: abs(error_factor(eigenvalue, rate)))
    stationary = quadratic.stationary(typed)
    if stationary is None:
        return Fate(_kind(active, rate), active, deciding, inf, inf)
    distance = hypot(*(float(x - s) for x, s in zip(typed, stationary, strict=True)))
    kind = _kind(active, rate)
    steps = 1 if kind == "one-step" else steps_to(abs(error_factor(deciding, rate)), distance)
    if kind == "converges" and steps > given:
        kind = "crawls"
    if kind in _SETTLED and quadratic.eigenvalues[0].compare(Fraction(0)) < 0:
        kind = "stalls"
    return Fate(kind, active, deciding, distance, steps if kind not in ("cycles", "diverges") else inf)


def _kind(active: tuple[Eigenvalue, ...], rate: float) -> str:
    """The named case, by where the least and the greatest eigenvalue lie beside 0, 1/η and 2/η."""
    (eta,) = as_typed([rate])
    least, most = active[0], active[-1]
    beyond = most.compare(2 / eta)
    if beyond > 0:
        return "diverges"
    if least.compare(Fraction(0)) <= 0:
        return "runs-off"
    if beyond == 0:
        return "cycles"
    if most.compare(1 / eta) == 0 and least.compare(1 / eta) == 0:
        return "one-step"
    return "overshoots" if most.compare(1 / eta) > 0 else "converges"
