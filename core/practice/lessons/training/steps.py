"""Steps of training: how many make an epoch, and where one ends."""

from collections.abc import Sequence
from functools import partial

import numpy as np

from core.datasets import samples_of
from core.models import MODELS, Floats
from core.models.worked import chain_steps, mean_steps
from core.numbers import number, point
from core.practice.answering import NumberAnswer, PointAnswer
from core.practice.draws import Draws
from core.practice.hinting import line, unfinished, words
from core.practice.learning import Learning
from core.practice.lessons.training.samples import LESSON, begun, few, require, shown
from core.practice.question import Hints, Question, Slip, Unsuitable, Worked
from core.steps import Step
from core.training import plan_of

_ONE_SAMPLE = ("line", "perceptron", "logistic")


def epoch_question(s: Learning) -> Question:
    """⌈n/b⌉."""
    n, batch = s.samples.size, min(s.batch, s.samples.size)
    if n == 0:
        raise Unsuitable("There is no data yet.")
    text = f"There are {n} samples, and a batch has {batch}. How many steps is one epoch?"
    latex = rf"n = {n}, \qquad \text{{batch}} = {batch}"
    return Question(LESSON, "steps in an epoch", text, latex, NumberAnswer(), s, partial(_epoch, n, batch))


def _epoch(n: int, batch: int) -> Worked:
    count = plan_of(n, rate=1, batch=batch, epochs=1, seed=0).steps_an_epoch(n)
    last = n - (count - 1) * batch
    whole = Step(
        "Full batches",
        rf"{n} = {n // batch} \cdot {batch} + {n % batch}",
        "An epoch goes through all samples once, a batch for each step.",
    )
    end = Step(
        "Rounded up",
        rf"\left\lceil \frac{{n}}{{\text{{batch}}}} \right\rceil = "
        rf"\left\lceil \frac{{{n}}}{{{batch}}} \right\rceil = {count}",
        f"The last batch has {last}: what is left over makes a step too.",
    )
    idea = Step("One step, one batch", "", "Each step takes the next samples, until none is left.")
    left = Step("What is left over", "", "Samples that do not fill a batch are a smaller batch of their own.")
    hints = (idea, left, unfinished(end, "Rounded up"))
    slips = (
        Slip("left over", float(n // batch), "The samples that are left over make one more step.", whole),
        Slip("fraction", n / batch, "There is no part of a step: the last batch is smaller.", left),
        Slip("samples", float(n), "That many steps are taken where each sees a single sample.", idea),
        Slip("batch", float(batch), "That is how many samples one step sees.", idea),
    )
    return Worked(float(count), "", (whole, end), hints, hints[2], slips)


def step_question(s: Learning) -> Question:
    """θ − η∇L for one sample; of models without inputs for all of them."""
    require(s, "mean", *_ONE_SAMPLE)
    names = begun(s)
    if len(names) > 2:
        raise Unsuitable("A step of more than two parameters is too long for one answer.")
    if s.model.name == "mean":
        few(s)
    here = point(s.theta, names)
    seen = "all samples" if s.model.name == "mean" else f"the sample ({_row(s)}) alone"
    text = (
        f"With η = {number(s.eta)}, training stands at {here} and takes one step on {seen}. Where is it then?"
    )
    latex = shown(s) if s.model.name == "mean" else s.model.prediction_latex
    latex += rf", \qquad {s.model.loss_latex}"
    expects = NumberAnswer() if len(names) == 1 else PointAnswer()
    return Question(LESSON, "training step", text, latex, expects, s, partial(_step, s))


def _row(s: Learning) -> str:
    return ", ".join(map(number, s.samples.table[s.sample].tolist()))


def _step(s: Learning) -> Worked:
    rows = s.samples.table if s.model.name == "mean" else s.samples.table[[s.sample]]
    theta = np.array(s.theta)
    slope = s.model.gradient(theta, rows[:, :-1], rows[:, -1])
    after = theta - s.eta * slope
    if not np.isfinite(after).all():
        raise Unsuitable("The step leads beyond all numbers.")
    steps, hints = _worked_step(s, theta)
    slips = _step_slips(s, slope.tolist(), hints)
    return Worked(_answer(after.tolist()), steps[-1].why, steps, hints, hints[0], slips)


def _worked_step(s: Learning, theta: Floats) -> tuple[Sequence[Step], Hints]:
    """The lesson's own lines; the hints are the rule, the prediction and the slopes."""
    rule = Step(
        "The rule",
        r"\theta \leftarrow \theta - \eta \, \frac{\partial L}{\partial \theta}",
        "Every parameter moves against its own slope, and η says how far.",
    )
    if s.model.name == "mean":
        steps: Sequence[Step] = mean_steps(theta, s.samples.y, s.eta)[-2:]
        return steps, (rule, words(steps[0]), line(steps[0]))
    steps = chain_steps(s.model, theta, s.samples.x[s.sample], float(s.samples.y[s.sample]), s.eta)
    return steps, (rule, line(steps[0]), line(steps[-2]))


def _step_slips(s: Learning, slope: list[float], hints: Hints) -> tuple[Slip, ...]:
    def moved(by: float) -> float | tuple[float, ...]:
        return _answer([at + by * g for at, g in zip(s.theta, slope, strict=True)])

    step = _answer([-s.eta * g for g in slope])
    return (
        Slip("sign", moved(s.eta), "That is uphill: the step goes against the slope.", hints[0]),
        Slip(
            "rate", moved(-1.0), "That is the step without η: the slope is multiplied by η first.", hints[0]
        ),
        Slip("step alone", step, "That is the step itself. It starts where the parameters are.", hints[0]),
        Slip(
            "slope", _answer(slope), "That is the slope of the loss, and only a part of the step.", hints[0]
        ),
    )


def _answer(values: list[float]) -> float | tuple[float, ...]:
    return values[0] if len(values) == 1 else tuple(values)


def batches(draws: Draws) -> Learning:
    """12 to 200 samples in batches that rarely go in without a rest."""
    n, batch = draws.pick((12, 20, 25, 50, 60, 100, 128, 200)), draws.pick((3, 5, 7, 8, 10))
    return Learning(MODELS["mean"], samples_of([[float(k)] for k in range(n)]), batch=batch)


def one_step(draws: Draws) -> Learning:
    """A number among three places whose mean is whole, or a line and one sample that it misses."""
    eta = draws.pick((0.1, 0.2, 0.25, 0.4, 0.05))
    if draws.pick((True, False)):
        mean, left, right = draws.whole(0, 6), draws.whole(1, 4), draws.whole(1, 4)
        places = [[float(mean + away)] for away in (-left, left - right, right)]
        start = float(mean + draws.whole(-5, 5, 0))
        return Learning(MODELS["mean"], samples_of(places), (start,), eta)
    m, b, x = draws.whole(-2, 3), draws.whole(-3, 3), draws.whole(2, 4)
    y = float(m * x + b - draws.whole(-4, 4, 0))
    other = [float(x + 1), float(draws.whole(-3, 6))]
    return Learning(MODELS["line"], samples_of([[float(x), y], other]), (float(m), float(b)), eta)
