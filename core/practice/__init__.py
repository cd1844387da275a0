"""Practice: questions with kind numbers from a seed or about the function on screen, and their judge."""

from core.practice.learning import Learning
from core.practice.lessons import LESSONS, Kind
from core.practice.predicting import Prediction, prediction
from core.practice.question import Question, Slip, Unsuitable, Verdict, Worked
from core.practice.scoring import Mark, Score, score
from core.practice.sets import kinds_about, question_about, questions
from core.practice.situation import Situation

__all__ = [
    "LESSONS",
    "Kind",
    "Learning",
    "Mark",
    "Prediction",
    "Question",
    "Score",
    "Situation",
    "Slip",
    "Unsuitable",
    "Verdict",
    "Worked",
    "kinds_about",
    "prediction",
    "question_about",
    "questions",
    "score",
]
