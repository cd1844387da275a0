"""Whether training settles: the rate against the steepest curvature of the loss."""

from functools import partial

from core.datasets import samples_of
from core.models import MODELS
from core.numbers import number, number_latex
from core.practice.answering import ChoiceAnswer, Option
from core.practice.draws import Draws
from core.practice.hinting import line, unfinished
from core.practice.learning import Learning
from core.practice.lessons.training.samples import LESSON, few, require, shown
from core.practice.question import Question, Unsuitable, Worked
from core.steps import Step
from core.training.greatest_rate import greatest_rate, hessian

FATES = ChoiceAnswer(
    (
        Option("settles", "it settles", "η lies below 2/λ_max, and every step shrinks the error."),
        Option(
            "stays", "it neither settles nor runs away", "η is exactly 2/λ_max, and a step mirrors the error."
        ),
        Option("runs away", "it runs away", "η lies above 2/λ_max, and the error grows in one direction."),
    )
)


def rate_question(s: Learning) -> Question:
    """η against 2/λ_max of the full batch."""
    require(s, "mean", "line", "perceptron")
    few(s)
    text = f"Every step sees all samples, and η = {number(s.eta)}. What becomes of the training?"
    latex = rf"{shown(s)}, \qquad {s.model.loss_latex}"
    return Question(LESSON, "settles", text, latex, FATES, s, partial(_rate, s))


def _rate(s: Learning) -> Worked:
    bend, limit = hessian(s.model, s.samples), greatest_rate(s.model, s.samples)
    if bend is None or limit is None:
        raise Unsuitable("No curvature sets a limit for η here.")
    steepest = 2 / limit
    matrix = r" \\ ".join(" & ".join(map(number_latex, row)) for row in bend.tolist())
    curvature = Step(
        "The curvature",
        rf"H = \begin{{pmatrix}} {matrix} \end{{pmatrix}}, \quad \lambda_{{\max}} = {number_latex(steepest)}",
        "The loss is a quadratic of the parameters, so its second derivatives are the same everywhere.",
    )
    bound = Step(
        "The limit",
        rf"\frac{{2}}{{\lambda_{{\max}}}} = \frac{{2}}{{{number_latex(steepest)}}} = {number_latex(limit)}",
        f"Below this η training settles, above it runs away. Here η = {number(s.eta)}.",
    )
    idea = Step("What decides", r"|1 - \eta \lambda| < 1", "A step multiplies the error along λ by 1 − ηλ.")
    hints = (
        idea,
        line(curvature),
        unfinished(bound, "The limit", "It is the steepest direction that limits η."),
    )
    same = abs(s.eta / limit - 1) < 1e-9
    fate = "stays" if same else "settles" if s.eta < limit else "runs away"
    return Worked(fate, "", (curvature, bound), hints, hints[2])


def rates(draws: Draws) -> Learning:
    """One number, whose curvature is 2, or a line through x = −a and a, whose largest is a²."""
    share = draws.pick((0.5, 0.8, 1.0, 1.25, 1.5))
    if draws.pick((True, False)):
        places = [[float(draws.whole(-4, 9))] for _ in range(3)]
        return Learning(MODELS["mean"], samples_of(places), (0.0,), share)
    a = draws.pick((1, 2, 4))
    points = [[-float(a), float(draws.whole(-4, 9))], [float(a), float(draws.whole(-4, 9))]]
    return Learning(MODELS["line"], samples_of(points), (0.0, 0.0), share * 2 / a**2)
