"""What f″ tells about a curve: where it bends up or down, where that changes, and what a level point is."""

from core.second_derivative.concavity import Bend, BendPiece, Concavity, Inflection, concavity
from core.second_derivative.steps import motion_sentence, second_derivative_steps
from core.second_derivative.verdict import SecondDerivativeTest, second_derivative_test

__all__ = [
    "Bend",
    "BendPiece",
    "Concavity",
    "Inflection",
    "SecondDerivativeTest",
    "concavity",
    "motion_sentence",
    "second_derivative_steps",
    "second_derivative_test",
]
