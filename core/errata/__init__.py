"""What the sources of the course have wrong: one table, for those who teach from them.

`python -m core.errata` writes docs/errata.md from it.
"""

from core.errata.derivative_rules import DERIVATIVE_RULES
from core.errata.descent import DESCENT
from core.errata.erratum import Erratum, Place, Shown
from core.errata.extrema import EXTREMA
from core.errata.gradient import GRADIENT
from core.errata.hessian_newton import HESSIAN_NEWTON
from core.errata.learning import LEARNING
from core.errata.limits import LIMITS
from core.errata.numerical_error import NUMERICAL_ERROR
from core.errata.transcription import TRANSCRIPTION

__all__ = ["CHAPTERS", "ERRATA", "Erratum", "Place", "Shown"]

CHAPTERS: dict[str, tuple[Erratum, ...]] = {
    "Limits and continuity": LIMITS,
    "Numbers and numerical derivatives": NUMERICAL_ERROR,
    "Rules of differentiation": DERIVATIVE_RULES,
    "Minima, maxima, convexity": EXTREMA,
    "Gradient and Jacobian": GRADIENT,
    "Hessian and Newton": HESSIAN_NEWTON,
    "Descent and ascent": DESCENT,
    "Losses and networks": LEARNING,
    "Throughout": TRANSCRIPTION,
}
"""The errata of each chapter, in the order of the course."""

ERRATA: tuple[Erratum, ...] = tuple(
    sorted((one for chapter in CHAPTERS.values() for one in chapter), key=lambda one: one.number)
)
"""All of them by number."""
