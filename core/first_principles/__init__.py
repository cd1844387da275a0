"""From limits to the derivative: the difference quotient line by line, and secants that become a tangent."""

from core.first_principles.difference_quotient import DifferenceQuotient, difference_quotient, needed_rule
from core.first_principles.secants import Secants, secants
from core.first_principles.tangent import tangent_check, tangent_sentence

__all__ = [
    "DifferenceQuotient",
    "Secants",
    "difference_quotient",
    "needed_rule",
    "secants",
    "tangent_check",
    "tangent_sentence",
]
