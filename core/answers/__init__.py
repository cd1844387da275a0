"""The reader's own answer: `judge` says whether it is the derivative, and what may have gone wrong."""

from core.answers.diagnosis import Diagnosis, diagnoses
from core.answers.judging import Judgement, Witness, judge
from core.answers.misconceptions import MISCONCEPTIONS, Misconception

__all__ = ["MISCONCEPTIONS", "Diagnosis", "Judgement", "Misconception", "Witness", "diagnoses", "judge"]
