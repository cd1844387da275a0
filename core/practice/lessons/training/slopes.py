"""What a weight is told: the slope of one sample's loss, and what two losses make of a sure mistake."""

from functools import partial

import numpy as np

from core.datasets import samples_of
from core.losses import mistake, mistake_steps
from core.models import MODELS
from core.models.worked import chain_steps
from core.models.worked.sample import Sample
from core.models.worked.writing import plain
from core.numbers import number, point
from core.practice.answering import NumberAnswer
from core.practice.draws import Draws
from core.practice.hinting import line, words
from core.practice.learning import Learning
from core.practice.lessons.training.samples import LESSON, begun, require
from core.practice.question import Question, Slip, Worked
from core.steps import Step


def weight_question(s: Learning) -> Question:
    """∂L/∂w of the first weight, for one sample: the miss times the input."""
    require(s, "line", "perceptron", "logistic")
    names = begun(s)
    *inputs, label = s.samples.table[s.sample].tolist()
    columns = ("x",) if len(inputs) == 1 else tuple(plain(f"x{k}") for k in range(1, len(inputs) + 1))
    text = (
        f"The parameters are {point(s.theta, names)}, and one sample is {point(inputs, columns)} with "
        f"y = {number(label)}. What is the slope of its loss along {names[0]}?"
    )
    latex = rf"{s.model.prediction_latex}, \qquad {s.model.loss_latex}"
    return Question(LESSON, "weight slope", text, latex, NumberAnswer(), s, partial(_weight, s))


def _weight(s: Learning) -> Worked:
    theta, x, y = np.array(s.theta), s.samples.x[s.sample], float(s.samples.y[s.sample])
    sample = Sample(s.model, theta, x, y, s.eta)
    slope, miss = sample.gradient[0], sample.gradient[-1]
    steps = chain_steps(s.model, theta, x, y, s.eta)[:-1]
    idea = Step(
        "The miss times the input",
        r"\frac{\partial L}{\partial w} = -(y - \hat{y}) \cdot x",
        "Slopes along the chain multiply, and for this loss only the miss is left of them.",
    )
    hints = (idea, line(steps[0]), line(steps[1]) if s.model.labels else words(steps[2]))
    first, said = float(x[0]), sample.prediction
    slips = [
        Slip("sign", -slope, "The sign is the other one: L falls where ŷ comes nearer to y.", idea),
        Slip("miss alone", miss, "That is the slope along b. Along a weight the input multiplies it.", idea),
        Slip("no miss", said * first, "There ŷ was taken for the miss: y is subtracted from it.", idea),
        Slip("other input", miss * float(x[-1]), "That is the slope along the last weight.", idea),
    ]
    if s.model.labels:
        told = "σ′ = ŷ(1 − ŷ) is still in it. The log-loss has it below, and the two cancel."
        slips.append(Slip("flattened", slope * said * (1 - said), told, line(steps[5])))
    return Worked(slope, "It is the miss ŷ − y times the input.", steps, hints, hints[2], tuple(slips))


def mistake_question(s: Learning) -> Question:
    """1/(ŷ(1 − ŷ)): by how much the log-loss is the louder one."""
    text = (
        f"The truth is y = {s.label}, and the model says ŷ = {number(s.prediction)}. How many times steeper "
        "in z is the log-loss than the squared loss?"
    )
    latex = r"\hat{y} = \sigma(z), \qquad \tfrac{1}{2} (y - \hat{y})^2 \quad \text{and} \quad "
    latex += MODELS["logistic"].loss_latex.removeprefix("L = ")
    return Question(LESSON, "confident mistake", text, latex, NumberAnswer(), s, partial(_mistake, s))


def _mistake(s: Learning) -> Worked:
    found = mistake(s.prediction, s.label)
    steps = mistake_steps(found)
    answer = found.log_slope / found.squared_slope
    idea = Step(
        "The same miss in both",
        r"\frac{\partial L}{\partial z} = \frac{\partial L}{\partial \hat{y}} \cdot \hat{y} (1 - \hat{y})",
        "Both losses reach z through σ, whose slope is ŷ(1 − ŷ). Only one of them takes that away again.",
    )
    hints = (idea, line(steps[1]), line(steps[2]))
    losses = found.log_loss / found.squared_loss
    slips = (
        Slip(
            "upside down", 1 / answer, "The quotient is upside down: the log-loss is the steeper one.", idea
        ),
        Slip("losses", losses, "Those are the losses divided, not their slopes.", hints[1]),
        Slip("one factor", 1 / found.prediction, "That is 1/ŷ. The slope of σ is ŷ(1 − ŷ).", idea),
        Slip("log slope", abs(found.log_slope), "That is the slope of the log-loss alone.", hints[2]),
    )
    return Worked(answer, found.sentence, steps, hints, hints[2], slips)


def one_sample(draws: Draws) -> Learning:
    """A perceptron with z = 0, so that ŷ = 1/2, or a linear one that misses by a whole number."""
    w = (draws.whole(-3, 3, 0), draws.whole(-3, 3, 0))
    x = (draws.whole(-5, 5, -1, 0, 1), draws.whole(-3, 3, 0))
    total = w[0] * x[0] + w[1] * x[1]
    if draws.pick((True, False)):
        name, b, y = "logistic", -total, draws.whole(0, 1)
    else:
        name, b = "perceptron", draws.whole(-3, 3)
        y = total + b + draws.whole(-4, 4, 0)
    # A second row beside it, for no column may be constant and no label alone.
    rows = [[*x, y], [x[0] + 1, x[1] - 1, 1 - y]]
    samples = samples_of(np.array(rows, dtype=np.float64))
    return Learning(MODELS[name], samples, tuple(map(float, (*w, b))))


def confident(draws: Draws) -> Learning:
    """A sure model that is wrong."""
    label = draws.whole(0, 1)
    sure = draws.pick((0.01, 0.02, 0.05, 0.1, 0.2))
    said = sure if label else round(1 - sure, 6)
    samples = samples_of([[0.0, 0.0], [1.0, 1.0]])
    return Learning(MODELS["logistic"], samples, (0.0, 0.0), prediction=said, label=label)
