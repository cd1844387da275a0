"""One direction of a quadratic under heavy-ball steps: e_{k+1} = (1 + β − ηλ) e_k − β e_{k−1}, and its roots.

With e_k ~ z^k this is z² − (1 + β − ηλ) z + β = 0 (Polyak, 1964; Goh, Why Momentum Really Works, 2017). Which
case holds is decided by exact arithmetic: the borders are single points.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import acos, pi, sqrt
from typing import Literal

from core.learning_rate.quadratics import Eigenvalue, as_typed

Kind = Literal["over-damped", "critical", "under-damped", "hopping", "for ever", "diverging"]


@dataclass(frozen=True)
class Mode:
    """What steps with rate η and momentum β do along one eigenvector.

    product is ηλ, linear 1 + β − ηλ, discriminant linear² − 4β; roots are the two roots, the larger in size
    first, and factor its size, by which an error shrinks per step in the end. Kinds: both roots real and
    positive, "over-damped"; equal, "critical"; a complex pair of size √β, "under-damped"; real and negative,
    "hopping"; −1 among them, "for ever"; one beyond the unit circle, "diverging".
    """

    eigenvalue: float
    product: float
    linear: float
    discriminant: float
    roots: tuple[complex, complex]
    factor: float
    kind: Kind

    @property
    def turn(self) -> float:
        """Steps for one swing to and fro, 2π/θ with z = √β e^{±iθ}; ∞ where nothing swings.

        >>> round(mode(Eigenvalue(Fraction(1)), 1.0, 0.25).turn, 6)
        4.766792
        """
        if self.kind != "under-damped":
            return 2.0 if self.kind == "hopping" else float("inf")
        return 2 * pi / acos(self.roots[0].real / self.factor)


def mode(eigenvalue: Eigenvalue, rate: float, beta: float) -> Mode:
    """The mode of an eigenvalue λ > 0, for η > 0 and 0 ≤ β < 1, which count as the decimals that are typed.

    >>> found = mode(Eigenvalue(Fraction(2)), 0.02, 0.64)
    >>> found.kind, found.roots, found.factor
    ('critical', ((0.8+0j), (0.8+0j)), 0.8)
    """
    eta, memory = as_typed([rate, beta])
    sign, radicand = eigenvalue.sign, eigenvalue.radicand
    centre = 1 + memory - eta * eigenvalue.centre
    linear = Eigenvalue(centre, -sign, eta * eta * radicand)
    square = centre * centre + eta * eta * radicand - 4 * memory
    discriminant = Eigenvalue(square, -sign * _sign(centre), 4 * centre * centre * eta * eta * radicand)
    side = discriminant.compare(Fraction(0))
    roots = _roots(float(linear), float(discriminant) if side else 0.0, beta)
    return Mode(
        eigenvalue=float(eigenvalue),
        product=float(Eigenvalue(eta * eigenvalue.centre, sign, eta * eta * radicand)),
        linear=float(linear),
        discriminant=float(discriminant) if side else 0.0,
        roots=roots,
        factor=sqrt(beta) if side < 0 else abs(roots[0]),
        kind=_kind(side, linear, memory),
    )


def _roots(linear: float, discriminant: float, beta: float) -> tuple[complex, complex]:
    """The roots of z² − linear·z + β; the smaller real one as β over the larger, without cancellation."""
    if discriminant < 0:
        aside = sqrt(-discriminant) / 2
        return complex(linear / 2, aside), complex(linear / 2, -aside)
    if discriminant == 0:
        return complex(linear / 2), complex(linear / 2)
    large = (linear + (-sqrt(discriminant) if linear < 0 else sqrt(discriminant))) / 2
    return complex(large), complex(beta / large)


def _kind(side: int, linear: Eigenvalue, beta: Fraction) -> Kind:
    """The case, from the sign of the discriminant and from where 1 + β − ηλ lies beside −(1 + β)."""
    beyond = linear.compare(-(1 + beta))
    if beyond <= 0:
        return "diverging" if beyond < 0 else "for ever"
    if side < 0:
        return "under-damped"
    if side == 0:
        return "critical"
    return "over-damped" if linear.compare(Fraction(0)) > 0 else "hopping"


def _sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)
