"""What training is about, in the words of the opening pages of the sources (HSE, lecture 7)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Point:
    """A heading and the sentence under it."""

    title: str
    sentence: str


LEARNED = Point(
    "What is learned",
    "A hidden dependency: between features and a number (regression), between features and a class "
    "(classification), or how the data fall into groups (clustering).",
)

PROBLEMS = (
    Point("Many parameters", "One or two for a line, millions or billions for a language model."),
    Point("Much data", "The error is measured on all of it, or on a small batch at a time."),
    Point("It has to be fast", "Each step must be cheap, because there are very many of them."),
)
"""What a method of training has to cope with; the answer is the calculus of functions of many variables."""

LOOP = (
    Point("Predict", "With the parameters as they are."),
    Point("Compute the error", "Compare the prediction with the truth."),
    Point("Update", "Move the parameters against the slope of the error."),
)
"""While the error decreases, in this order; `core.golf.play` is this loop with one parameter."""

GOLF = (
    Point("The player", "the learning algorithm"),
    Point("The force of the shot", "the parameter"),
    Point("The miss, in metres", "the error"),
)
"""Which part of a game of golf stands for which part of training."""
