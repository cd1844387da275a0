"""Derivatives by the rules of a calculus course, each step of them checked: `differentiate`."""

from core.derivation.derivation import Derivation, differentiate
from core.derivation.higher import HigherDerivatives, higher_derivatives

__all__ = ["Derivation", "HigherDerivatives", "differentiate", "higher_derivatives"]
