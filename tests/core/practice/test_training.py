"""Questions about training: printed answers, named slips, and models that have no such question."""

import math

import pytest

from core.datasets import named_samples, samples_of
from core.models import MODELS
from core.practice import Learning, Unsuitable, question_about

POINTS = named_samples("three_points")
PLACES = samples_of([[1.0], [3.0], [8.0]])
TOSSES = samples_of([[1.0]] * 7 + [[0.0]] * 3)
ONE = samples_of([[2.0, -2.0, 1.0], [0.0, 0.0, 0.0]])
LONG = samples_of([[float(k)] for k in range(40)])


def learning(model: str, samples: object, *theta: float, **beside: object) -> Learning:
    return Learning(MODELS[model], samples, theta, **beside)


# The first two are printed in the documents of the course; the others are worked out by hand.
PRINTED = (
    ("best line", learning("line", POINTS), "(1/2, 7/3)"),
    ("likeliest P", learning("coin", TOSSES), "0.7"),
    ("best number", learning("mean", PLACES), "4"),
    ("best number", learning("median", PLACES), "3"),
    ("steps in an epoch", learning("mean", LONG, batch=12), "4"),
    ("steps in an epoch", learning("mean", LONG, batch=8), "5"),
    ("training step", learning("mean", PLACES, 5.0, eta=0.25), "4.5"),
    ("training step", learning("line", POINTS, 1.0, 0.0, eta=0.5, sample=1), "(4, 1.5)"),
    ("weight slope", learning("logistic", ONE, 1.0, 1.0, 0.0), "-1"),
    ("weight slope", learning("perceptron", ONE, 1.0, 0.0, 0.0), "2"),
    ("settles", learning("mean", PLACES, eta=1.0), "stays"),
    ("settles", learning("mean", PLACES, eta=0.9), "settles"),
    ("settles", learning("line", POINTS, eta=0.4), "runs away"),
    ("confident mistake", learning("mean", PLACES, prediction=0.1, label=1), "100/9"),
)


@pytest.mark.parametrize(("kind", "situation", "answer"), PRINTED)
def test_answers_worked_out_by_hand_are_right(kind: str, situation: Learning, answer: str) -> None:
    assert question_about("training", situation, kind).check(answer).right


SLIPS = (
    ("best line", learning("line", POINTS), "(7/3, 1/2)", "order"),
    ("best line", learning("line", POINTS), "(1/2, 3/2)", "ends"),
    ("likeliest P", learning("coin", TOSSES), "0.3", "zeros"),
    ("best number", learning("mean", PLACES), "3", "median"),
    ("best number", learning("median", PLACES), "4", "mean"),
    ("steps in an epoch", learning("mean", LONG, batch=12), "3", "left over"),
    ("training step", learning("mean", PLACES, 5.0, eta=0.25), "5.5", "sign"),
    ("training step", learning("line", POINTS, 1.0, 0.0, eta=0.5, sample=1), "(7, 3)", "rate"),
    ("weight slope", learning("logistic", ONE, 1.0, 1.0, 0.0), "-1/2", "miss alone"),
    ("weight slope", learning("logistic", ONE, 1.0, 1.0, 0.0), "-1/4", "flattened"),
    ("confident mistake", learning("mean", PLACES, prediction=0.1, label=1), "0.09", "upside down"),
)


@pytest.mark.parametrize(("kind", "situation", "answer", "name"), SLIPS)
def test_a_known_slip_is_named(kind: str, situation: Learning, answer: str, name: str) -> None:
    verdict = question_about("training", situation, kind).check(answer)
    assert (verdict.right, verdict.slip) == (False, name)
    assert verdict.step is not None


UNSUITABLE = (
    ("best number", learning("line", POINTS)),
    ("best number", learning("median", samples_of([[1.0], [2.0]]))),
    ("best number", learning("mean", LONG)),
    ("best line", learning("mean", PLACES)),
    ("best line", learning("line", PLACES)),
    ("likeliest P", learning("coin", samples_of([[1.0], [1.0]]))),
    ("training step", learning("perceptron", ONE, 1.0, 1.0, 1.0)),
    ("training step", learning("line", POINTS)),
    ("training step", learning("line", POINTS, 1e308, 1e308, eta=1e9)),
    ("weight slope", learning("network", ONE)),
    ("settles", learning("logistic", ONE)),
)


@pytest.mark.parametrize(("kind", "situation"), UNSUITABLE)
def test_where_there_is_no_such_question_a_sentence_says_why(kind: str, situation: Learning) -> None:
    with pytest.raises(Unsuitable) as reason:
        question_about("training", situation, kind)
    assert str(reason.value).endswith(".")


@pytest.mark.parametrize("label", [0, 1])
@pytest.mark.parametrize("said", [1e-6, 0.5, 0.9])
def test_the_log_loss_is_steeper_by_one_over_the_slope_of_sigma(said: float, label: int) -> None:
    situation = learning("mean", PLACES, prediction=said, label=label)
    answer = question_about("training", situation, "confident mistake").worked.answer
    assert math.isclose(answer, 1 / (said * (1 - said)), rel_tol=1e-9)
