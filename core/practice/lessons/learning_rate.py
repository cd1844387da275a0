"""Questions about what a rate does to a run: which rates settle, which is best, and by which factor."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import inf, isfinite

from core.descent import Trace, run
from core.descent.walkthrough import run_steps
from core.learning_rate.outcomes import OUTCOMES
from core.learning_rate.quadratics import read_quadratic
from core.learning_rate.stability import Prediction, distances
from core.learning_rate.verdict import Outcome, outcome
from core.learning_rate.walkthrough import rate_steps
from core.numbers import number, number_latex, point
from core.practice.answering import ChoiceAnswer, NumberAnswer, Option
from core.practice.draws import Draws
from core.practice.hinting import line, unfinished, words
from core.practice.lessons.gd_vs_ascent import step_question
from core.practice.lessons.kinds import Kind
from core.practice.question import Hints, Question, Slip, Unsuitable, Worked
from core.practice.situation import Situation
from core.practice.wording import curve, definition, polynomial, surface, terms
from core.steps import Step

LESSON = "learning_rate"
GIVEN_STEPS = 100
ON_A_BOWL = ("one-step", "converges", "overshoots", "cycles", "diverges")


@dataclass(frozen=True, eq=False)
class _Known:
    """A run with its outcome and worked steps; the step of the limit and that of the factor, if there are."""

    trace: Trace
    result: Outcome
    steps: Sequence[Step]

    @property
    def prediction(self) -> Prediction:
        """What the curvature foretells; Unsuitable without one."""
        found = self.result.prediction
        if found is None or not 0 < found.limit < inf:
            raise Unsuitable("No curvature sets a limit for η here, so there is nothing to work out.")
        return found

    @property
    def limit_step(self) -> int:
        """Behind the derivatives come f″, or H and its eigenvalues, then the limit and the factor."""
        return 1 + (1 if len(self.prediction.point) == 1 else 2)


def _known(s: Situation) -> _Known:
    trace = run(s.e, s.point, rate=s.eta, steps=GIVEN_STEPS)
    result = outcome(s.e, trace, s.eta, GIVEN_STEPS)
    return _Known(trace, result, rate_steps(s.e, trace, result))


def fate_question(s: Situation) -> Question:
    """Will η converge, overshoot or diverge?"""
    text = (
        f"Gradient descent starts at {point(s.point, s.e.variables)}. What happens with η = {number(s.eta)}?"
    )
    return Question(LESSON, "fate", text, definition(s.e), _fates(s), s, partial(_fate, s))


def _fates(s: Situation) -> ChoiceAnswer:
    """The outcomes there can be: five in a bowl, elsewhere all. How many steps it takes is not asked."""
    quadratic = read_quadratic(s.e)
    in_bowl = quadratic is not None and all(float(root) > 0 for root in quadratic.eigenvalues)
    names = ON_A_BOWL if in_bowl else [name for name in OUTCOMES if name != "crawls"]
    return ChoiceAnswer(tuple(_option(name) for name in names))


def _option(name: str) -> Option:
    row = OUTCOMES[name]
    means = row.definition[0].lower() + row.definition[1:]
    if name == "converges":
        means = "the error shrinks at every step without changing sign (0 < ηλ ≤ 1)."
    return Option(name, row.title, means)


def _fate(s: Situation) -> Worked:
    known = _known(s)
    kind = "converges" if known.result.kind == "crawls" else known.result.kind
    reason = known.result.sentence
    if known.result.prediction is None or not 0 < known.result.prediction.limit < inf:
        hints = _walk_hints(s, known)
    else:
        limit, factor = (known.steps[known.limit_step + k] for k in (0, 1))
        hints = (words(limit, "What decides"), line(limit), unfinished(factor, "The factor for this η"))
    return Worked(kind, reason, known.steps, hints, hints[2])


def _walk_hints(s: Situation, known: _Known) -> Hints:
    """Where no limit is known: watch the first steps."""
    if known.trace.steps < 2:
        raise Unsuitable(f"There is no run to ask about. {known.trace.status.sentence}")
    steps = run_steps(s.e, known.trace)
    idea = Step(
        "What decides", "", "Each step goes against the slope. Follow the first ones and see where they lead."
    )
    return idea, line(steps[0]), line(steps[1])


def limit_question(s: Situation) -> Question:
    """Below which η does descent settle? 2/λ_max."""
    text = "Below which η does gradient descent settle at the minimum of f, from every start near it?"
    return Question(LESSON, "largest rate", text, definition(s.e), NumberAnswer(), s, partial(_limit, s))


def _limit(s: Situation) -> Worked:
    known = _known(s)
    prediction = known.prediction
    hints = _hints_to(known)
    most, least = float(prediction.eigenvalues[-1]), float(prediction.eigenvalues[0])
    slips = [
        Slip(
            "best rate",
            1 / most,
            "1/λ lands on the minimum at once in that direction; settling goes up to 2/λ.",
            hints[2],
        ),
        Slip("curvature", most, "That is the curvature λ. The limit is 2/λ.", hints[2]),
        Slip("upside down", most / 2, "The quotient is upside down: the limit is 2/λ.", hints[2]),
    ]
    if least > 0 and least != most:
        told = "That is 2/λ of the flattest direction. The steepest one sets the limit."
        slips.append(Slip("flattest", 2 / least, told, hints[2]))
    end = known.limit_step + 1
    reason = f"The steepest curvature is λ = {number(most)}."
    return Worked(prediction.limit, reason, known.steps[:end], hints, hints[2], tuple(slips))


def _hints_to(known: _Known) -> Hints:
    """The curvature's formula, its value, and the limit left to work out."""
    before = known.steps[known.limit_step - 1]
    idea = Step(
        "What decides",
        r"|1 - \eta \lambda| < 1",
        "A step multiplies the error by 1 − ηλ, and λ is a curvature.",
    )
    return idea, line(known.steps[0]), line(before)


def best_question(s: Situation) -> Question:
    """The constant rate with the least factor: 1/λ, or 2/(λ_min + λ_max)."""
    text = "Which constant η shrinks the error fastest, from every start near the minimum of f?"
    return Question(LESSON, "best rate", text, definition(s.e), NumberAnswer(), s, partial(_best, s))


def _best(s: Situation) -> Worked:
    known = _known(s)
    prediction = known.prediction
    best = prediction.best
    if not isfinite(best):
        raise Unsuitable("There is no best rate here: in a flat direction no rate helps.")
    least, most = (float(prediction.eigenvalues[k]) for k in (0, -1))
    formula, bottom = r"\frac{1}{\lambda}", number_latex(most)
    if len(s.e.variables) == 2:
        formula = r"\frac{2}{\lambda_{\min} + \lambda_{\max}}"
        bottom = f"{number_latex(least)} + {number_latex(most)}"
    top = "1" if len(s.e.variables) == 1 else "2"
    latex = rf"\eta_{{\text{{best}}}} = {formula} = \frac{{{top}}}{{{bottom}}} = {number_latex(best)}"
    why = "The best rate makes |1 − ηλ| as small as it can be in the worst direction: equal at both ends."
    last = Step("The best rate", latex, why)
    hints = (words(last), line(known.steps[known.limit_step - 1]), unfinished(last, "The best rate"))
    slips = (
        Slip("limit", prediction.limit, "That is the limit: at it the run no longer settles.", hints[2]),
        Slip(
            "steepest alone",
            1 / most,
            "That is best for the steepest direction alone; the flattest creeps.",
            hints[2],
        ),
        Slip("flattest alone", 1 / least, "That is best for the flattest direction alone.", hints[2]),
    )
    steps = (*known.steps[: known.limit_step], last)
    return Worked(best, "", steps, hints, hints[2], slips)


def factor_question(s: Situation) -> Question:
    """1 − ηλ."""
    text = (
        f"Gradient descent runs with η = {number(s.eta)}. By which factor does each step multiply the "
        "distance from the minimum? A minus says that it passes the minimum."
    )
    return Question(LESSON, "error factor", text, definition(s.e), NumberAnswer(), s, partial(_factor, s))


def _factor(s: Situation) -> Worked:
    known = _known(s)
    prediction = known.prediction
    if not prediction.exact:
        raise Unsuitable("The factor changes from step to step here: f is no parabola.")
    curvature, factor = float(prediction.eigenvalues[0]), float(prediction.factors[0])
    end = known.limit_step + 1
    hints = (
        words(known.steps[known.limit_step], "What decides"),
        line(known.steps[1]),
        unfinished(known.steps[end], "Put η in"),
    )
    slips = (
        Slip("ηλ", s.eta * curvature, "That is ηλ. What is left of the distance is 1 − ηλ.", hints[2]),
        Slip("plus", 1 + s.eta * curvature, "That is 1 + ηλ: descent subtracts the step.", hints[2]),
        Slip(
            "η alone",
            1 - s.eta,
            "There λ was taken for 1. It is the second derivative at the minimum.",
            hints[1],
        ),
        Slip(
            "no sign",
            abs(factor),
            "The size is right. The sign says that each step passes the minimum.",
            hints[2],
        ),
    )
    return Worked(factor, known.result.sentence, known.steps[: end + 1], hints, hints[2], slips)


def distance_question(s: Situation) -> Question:
    """|x_k − x*| after a few steps, by the factor or step by step."""
    text = (
        f"Gradient descent with η = {number(s.eta)} starts at {point(s.point, s.e.variables)}. "
        f"How far from the minimum is it after {s.step} steps?"
    )
    return Question(LESSON, "distance", text, definition(s.e), NumberAnswer(), s, partial(_distance, s))


def _distance(s: Situation) -> Worked:
    known = _known(s)
    trace = run(s.e, s.point, rate=s.eta, steps=s.step, tolerance=0.0)
    prediction = known.prediction
    away = distances(trace, prediction.point)
    if trace.steps < s.step or not isfinite(away[-1]):
        raise Unsuitable(f"There are not so many steps to ask about. {trace.status.sentence}")
    factor, first, last = float(prediction.factors[0]), float(away[0]), float(away[-1])
    latex = rf"|x_{{{s.step}}} - x^*| = |1 - \eta \lambda|^{{{s.step}}} \cdot |x_0 - x^*| = "
    latex += rf"{number_latex(abs(factor))}^{{{s.step}}} \cdot {number_latex(first)} = {number_latex(last)}"
    product = Step(
        "The factor, once for each step", latex, "Every step multiplies the distance by the same factor."
    )
    hints = (words(product), line(known.steps[0]), unfinished(product, "Multiply"))
    slips = (
        Slip("one step", abs(factor) * first, "That is the distance after one step.", hints[2]),
        Slip(
            "times",
            s.step * abs(factor) * first,
            "The factor counts once for each step: a power, no multiple.",
            hints[2],
        ),
        Slip(
            "start left out",
            abs(factor) ** s.step,
            "That is the factor of all steps. The first distance is missing.",
            hints[2],
        ),
        Slip(
            "place",
            float(trace.x[-1, 0]),
            "That is where it stands, not how far it is from the minimum.",
            hints[1],
        ),
    )
    return Worked(last, "", (*known.steps[: known.limit_step + 2], product), hints, hints[2], slips)


def _bowl(draws: Draws) -> Situation:
    """a(x − m)² + c and η with 2aη one of a few kind products."""
    a, m, c = draws.pick((1, 2, 4, 5)), draws.whole(-3, 3), draws.whole(0, 5)
    product = draws.pick((0.2, 0.4, 0.5, 0.8, 1.0, 1.2, 1.5, 1.6, 1.8, 2.0, 2.2, 2.5, 3.0))
    e = curve(polynomial(a, -2 * a * m, a * m * m + c))
    return Situation(e, (float(m + draws.whole(-4, 4, 0)),), _decimal(product / (2 * a)))


def _settling(draws: Draws) -> Situation:
    """The same with a rate below the limit, and two or three steps to take."""
    a, m = draws.pick((1, 2, 5)), draws.whole(-3, 3)
    product = draws.pick((0.4, 0.5, 0.8, 1.2, 1.5, 1.6))
    e = curve(polynomial(a, -2 * a * m, a * m * m))
    start = (float(m + draws.pick((-10, -8, -4, -2, 2, 4, 8, 10))),)
    return Situation(e, start, _decimal(product / (2 * a)), step=draws.whole(2, 3))


def _narrow_bowl(draws: Draws) -> Situation:
    """a x² + c y² with kind best rates 1/(a + c), and η with 2cη at one of the borders or beside."""
    a, c = draws.pick(((1, 4), (2, 8), (3, 5), (4, 16), (5, 20), (6, 10), (12, 20)))
    product = draws.pick((0.5, 1.0, 1.5, 2.0, 2.5))
    e = surface(terms((a, "x^2"), (c, "y^2")))
    start = (float(draws.whole(1, 4)), float(draws.whole(1, 4)))
    return Situation(e, start, _decimal(product / (2 * c)))


def _overshooting(draws: Draws) -> Situation:
    """A step that passes the minimum, or more."""
    a, m = draws.pick((1, 2, 5)), draws.whole(-3, 3)
    product = draws.pick((1.2, 1.5, 1.6, 2.0, 2.2))
    e = curve(polynomial(a, -2 * a * m, a * m * m))
    return Situation(e, (float(m + draws.whole(-5, 5, 0)),), _decimal(product / (2 * a)))


def _decimal(value: float) -> float:
    """The rate to six decimals, as it is shown."""
    return round(value, 6)


KINDS: tuple[Kind[Situation], ...] = (
    Kind("fate", "Converge, overshoot or diverge", 1, _bowl, fate_question),
    Kind("error factor", "The factor of a step", 1, _bowl, factor_question),
    Kind("largest rate", "The largest rate", 1, _bowl, limit_question),
    Kind("distance", "How far after a few steps", 1, _settling, distance_question),
    Kind("best rate", "The best rate", 1, _bowl, best_question),
    Kind("fate in the plane", "Converge, overshoot or diverge in the plane", 2, _narrow_bowl, fate_question),
    Kind("next iterate", "Next iterate", 1, _overshooting, partial(step_question, LESSON)),
    Kind("largest rate in the plane", "The largest rate in the plane", 2, _narrow_bowl, limit_question),
    Kind("best rate in the plane", "The best rate in the plane", 2, _narrow_bowl, best_question),
)
