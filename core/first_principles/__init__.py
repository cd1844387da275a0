"""From limits to the derivative: the difference quotient line by line, and secants that become a tangent."""

from core.first_principles.difference_quotient import DifferenceQuotient, difference_quotient, needed_rule
from core.first_principles.secants import Secants, secants

__all__ = ["DifferenceQuotient", "Secants", "difference_quotient", "needed_rule", "secants"]
