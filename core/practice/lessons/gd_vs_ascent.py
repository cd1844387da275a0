"""Questions about one step of gradient descent or ascent, and two."""

from dataclasses import replace
from functools import partial
from math import hypot, isfinite

from core.descent import Sense, Trace, run
from core.descent.walkthrough import run_steps
from core.numbers import number, number_latex, point
from core.practice.answering import ChoiceAnswer, NumberAnswer, Option, PointAnswer
from core.practice.draws import Draws
from core.practice.hinting import first_row, line, unfinished, words
from core.practice.lessons.kinds import Kind
from core.practice.question import Question, Slip, Unsuitable, Worked
from core.practice.situation import Situation
from core.practice.wording import curve, definition, indexed, polynomial, surface, terms
from core.steps import Step

LESSON = "gd_vs_ascent"
RATES = (0.1, 0.2, 0.25, 0.4, 0.05)
SENSES: tuple[tuple[Sense, int], ...] = (("descent", 1), ("ascent", -1))


def step_question(lesson: str, s: Situation) -> Question:
    """Where does step k end? The iterate before it is given."""
    name = "".join(s.e.variables)
    here = s.point if s.step == 1 else _trace(s).x[s.step - 1].tolist()
    before = point(here, _names(s, s.step - 1))
    text = f"Gradient {s.sense} with η = {number(s.eta)} stands at {before}. What is {indexed(name, s.step)}?"
    return Question(
        lesson=lesson,
        kind="next iterate",
        text=text,
        latex=definition(s.e),
        expects=NumberAnswer() if len(s.e.variables) == 1 else PointAnswer(),
        situation=s,
        work=partial(_next, s),
    )


def _next(s: Situation) -> Worked:
    trace = _trace(s)
    here, slope, there = (
        one.tolist() for one in (trace.x[s.step - 1], trace.gradient[s.step - 1], trace.x[s.step])
    )
    steps = run_steps(s.e, trace)[: s.step + 1]
    hints = (first_row(steps[-1], "The rule"), line(steps[0]), unfinished(steps[-1], "Put the numbers in"))
    return Worked(
        answer=_answer(there),
        reason=_moved(s, trace),
        steps=steps,
        hints=hints,
        turn=hints[2],
        slips=_step_slips(s, here, slope, float(trace.f[s.step - 1]), hints),
    )


def _step_slips(
    s: Situation, here: list[float], slope: list[float], value: float, hints: tuple[Step, Step, Step]
) -> tuple[Slip, ...]:
    """What goes wrong in x − η f′(x), one thing at a time."""
    rule, _, inserted = hints
    sign = -1 if s.sense == "descent" else 1
    other = "without the minus sign: ascent" if s.sense == "descent" else "with a minus sign: descent"

    def moved(by: float) -> float | tuple[float, ...]:
        return _answer([x + by * g for x, g in zip(here, slope, strict=True)])

    wrong = [
        Slip("sign", moved(-sign * s.eta), f"That is the step {other}.", rule),
        Slip("rate", moved(sign), "That is the step without η: the slope is multiplied by η first.", rule),
        Slip(
            "step alone",
            _answer([sign * s.eta * g for g in slope]),
            "That is the step itself. It starts where the iterate is: add it to that.",
            rule,
        ),
        Slip("slope", _answer(slope), "That is the slope, and only a part of the step.", inserted),
        Slip("stayed", _answer(here), "That is where the step begins.", rule),
    ]
    if len(here) == 1:
        by_value = here[0] + sign * s.eta * value
        told = "There f itself was put in. The step goes by the slope f′."
        wrong.append(Slip("value", by_value, told, rule))
    return tuple(wrong)


def second_question(s: Situation) -> Question:
    """Two steps from the start."""
    text = (
        f"Gradient {s.sense} with η = {number(s.eta)} starts at {point(s.point, _names(s, 0))}. "
        f"What is {indexed(''.join(s.e.variables), 2)}?"
    )
    return Question(
        LESSON,
        "second iterate",
        text,
        definition(s.e),
        NumberAnswer() if len(s.e.variables) == 1 else PointAnswer(),
        s,
        partial(_second, s),
    )


def _second(s: Situation) -> Worked:
    trace = _trace(s, 2)
    steps = run_steps(s.e, trace)[:3]
    hints = (line(steps[0]), line(steps[1]), unfinished(steps[2], "The second step"))
    first, start_slope = trace.x[1], trace.gradient[0]
    sign = -1 if s.sense == "descent" else 1
    slips = (
        Slip(
            "one step", _answer(first.tolist()), "That is after one step. Take another from there.", hints[2]
        ),
        Slip(
            "old slope",
            _answer((first + sign * s.eta * start_slope).tolist()),
            "That is the same step twice. The slope has to be taken anew at the new place.",
            hints[2],
        ),
        Slip(
            "sign",
            _answer(_mirrored(s).x[2].tolist()),
            f"That is the way of {'ascent' if sign < 0 else 'descent'}: the sign before η is the other one.",
            hints[1],
        ),
    )
    return Worked(_answer(trace.x[2].tolist()), _moved(s, trace, 2), steps, hints, hints[2], slips)


def _mirrored(s: Situation) -> Trace:
    """The same run the other way."""
    return _trace(replace(s, sense="ascent" if s.sense == "descent" else "descent"), 2)


WAYS = ChoiceAnswer(
    (
        Option("left", "to the left", "the step is negative and x becomes smaller."),
        Option("right", "to the right", "the step is positive and x becomes larger."),
        Option("stays", "nowhere", "the slope at the start is 0."),
    )
)


def way_question(s: Situation) -> Question:
    """Left or right, from the sign of the slope."""
    text = f"Gradient {s.sense} starts at {point(s.point, s.e.variables)}. Which way is its first step?"
    return Question(LESSON, "which way", text, definition(s.e), WAYS, s, partial(_way, s))


def _way(s: Situation) -> Worked:
    trace = _trace(s)
    steps = run_steps(s.e, trace)[:2]
    move = float(trace.step[0, 0])
    hints = (first_row(steps[1], "The rule"), line(steps[0]), unfinished(steps[1], "Put the numbers in"))
    opposite = "left" if move > 0 else "right"
    told = f"That is the way of {'ascent' if s.sense == 'descent' else 'descent'}."
    slips = (Slip("sign", opposite, told, hints[0]),)
    return Worked("right" if move > 0 else "left", _moved(s, trace), steps, hints, hints[2], slips)


CHANGES = ChoiceAnswer(
    (
        Option("lower", "lower", "f has fallen."),
        Option("higher", "higher", "f has risen."),
        Option("equal", "as high as before", "f is the same at both places."),
    )
)


def change_question(s: Situation) -> Question:
    """Is f lower after the step? A step that is too long climbs the other side."""
    text = (
        f"Gradient {s.sense} with η = {number(s.eta)} takes one step from {point(s.point, s.e.variables)}. "
        "Is f higher or lower there?"
    )
    return Question(LESSON, "higher or lower", text, definition(s.e), CHANGES, s, partial(_change, s))


def _change(s: Situation) -> Worked:
    trace = _trace(s)
    steps = run_steps(s.e, trace)[:2]
    before, after = trace.f.tolist()[:2]
    name = "equal" if abs(after - before) <= 1e-12 * abs(before) else "lower" if after < before else "higher"
    heights = Step(
        "Compare the heights",
        rf"f(x_0) = {number_latex(before)}, \qquad f(x_1) = {number_latex(after)}",
        "Against the slope f falls at first, but a long step may pass the bottom and climb the other side.",
    )
    hints = (
        words(heights, "How long is the step?"),
        line(steps[0]),
        line(steps[1], "Where the step ends", ""),
    )
    told = "The way down is not the whole story: this step is so long that it climbs again beyond the bottom."
    slips = (Slip("always down", "lower", told, hints[2]),) if s.sense == "descent" else ()
    reason = f"f goes from {number(before)} to {number(after)}."
    return Worked(name, reason, (*steps, heights), hints, hints[2], slips)


def rate_question(s: Situation) -> Question:
    """Which η was it? The rule read backwards."""
    trace = _trace(s)
    here, there = (point(trace.x[k].tolist(), _names(s, k)) for k in (0, 1))
    text = f"One step of gradient {s.sense} goes from {here} to {there}. Which η was it?"
    return Question(LESSON, "which rate", text, definition(s.e), NumberAnswer(), s, partial(_rate, s, trace))


def _rate(s: Situation, trace: Trace) -> Worked:
    steps = run_steps(s.e, trace)[:2]
    step, slope = hypot(*trace.step[0]), hypot(*trace.gradient[0])
    quotient = r"\eta = \frac{\left| x_1 - x_0 \right|}{\left| f'(x_0) \right|} = "
    quotient += rf"\frac{{{number_latex(step)}}}{{{number_latex(slope)}}} = {number_latex(step / slope)}"
    why = "The step is η times as long as the slope, so η is the length of the step over that of the slope."
    last = Step("Divide", quotient, why)
    hints = (first_row(steps[1], "The rule"), line(steps[0]), unfinished(last, "Divide", why))
    slips = (
        Slip("step alone", step, "That is the length of the step: the slope is still in it.", hints[2]),
        Slip("upside down", slope / step, "That is 1/η: the quotient is upside down.", hints[2]),
    )
    return Worked(float(trace.rate[0]), "", (steps[0], last), hints, hints[2], slips)


def _trace(s: Situation, steps: int = 0) -> Trace:
    """The run up to the step asked about; Unsuitable where it ends before."""
    wanted = steps or s.step
    trace = run(s.e, s.point, rate=s.eta, steps=wanted, sense=s.sense, tolerance=0.0)
    if trace.steps < wanted or not all(map(isfinite, trace.f)):
        raise Unsuitable(f"There is no such step to ask about. {trace.status.sentence}")
    return trace


def _answer(values: list[float]) -> float | tuple[float, ...]:
    return values[0] if len(values) == 1 else tuple(values)


def _names(s: Situation, k: int) -> tuple[str, ...]:
    return tuple(indexed(name, k) for name in s.e.variables)


def _moved(s: Situation, trace: Trace, k: int = 0) -> str:
    """The step in a sentence."""
    nth = k or s.step
    slope = number(hypot(*trace.gradient[nth - 1]), 4)
    return f"The slope there has size {slope}, and the step is {number(hypot(*trace.step[nth - 1]), 4)} long."


def _bowl(draws: Draws) -> Situation:
    """a(x − m)² + c multiplied out, from beside its lowest place; or the hill −f, to climb.

    With 2aη = 1 one step would be all there is.
    """
    a, m, c = draws.whole(1, 3), draws.whole(-3, 3), draws.whole(-4, 6)
    start = m + draws.whole(-4, 4, 0)
    sense, sign = draws.pick(SENSES)
    e = curve(polynomial(sign * a, -2 * sign * a * m, sign * (a * m * m + c)))
    return Situation(e, (float(start),), draws.pick([rate for rate in RATES if 2 * a * rate != 1]), sense)


def _cubic(draws: Draws) -> Situation:
    """Sometimes a cubic, whose slope is no line."""
    if draws.pick((True, False)):
        return _bowl(draws)
    b = draws.whole(1, 6)
    e = curve(polynomial(1, 0, -3 * b, 0))
    start = draws.pick([x for x in (-2, -1, 1, 2, 3) if x * x != b])
    return Situation(e, (float(start),), 0.1)


def _plane(draws: Draws) -> Situation:
    """a x² + b x y + c y² with b² < 4ac, level at (0, 0) alone."""
    a, b, c = draws.whole(1, 3), draws.whole(-1, 1), draws.whole(1, 4)
    e = surface(terms((a, "x^2"), (b, "x y"), (c, "y^2")))
    start = (float(draws.whole(-3, 3, 0)), float(draws.whole(-3, 3, 0)))
    return Situation(e, start, draws.pick((0.1, 0.2, 0.05)))


def _long_step(draws: Draws) -> Situation:
    """On a x² + …, with η·2a below, at or above 2."""
    a, m = draws.whole(1, 2), draws.whole(-3, 3)
    e = curve(polynomial(a, -2 * a * m, a * m * m))
    rate = draws.pick((0.3, 0.75, 1.0, 1.25)) / a
    return Situation(e, (float(m + draws.whole(-4, 4, 0)),), rate)


KINDS: tuple[Kind[Situation], ...] = (
    Kind("next iterate", "Next iterate", 1, _cubic, partial(step_question, LESSON)),
    Kind("which way", "Which way", 1, _bowl, way_question),
    Kind("second iterate", "Two steps", 1, _bowl, second_question),
    Kind("next point", "Next iterate in the plane", 2, _plane, partial(step_question, LESSON)),
    Kind("higher or lower", "Higher or lower", 1, _long_step, change_question),
    Kind("which rate", "Which rate was it", 1, _bowl, rate_question),
)
