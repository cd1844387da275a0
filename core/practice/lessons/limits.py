"""Questions about limits: the value, what happens where there is none, breaks, and δ for an ε."""

import math
from collections.abc import Sequence
from functools import partial

from core.continuity import Continuity, continuity_at, kind_sentence
from core.limiting.epsilon_delta import largest_delta
from core.limiting.point import Point, read_point
from core.limits import LimitReport, analyse_limit, wanted_sides
from core.numbers import number, number_latex
from core.practice.answering import ChoiceAnswer, LimitAnswer, NumberAnswer, Option
from core.practice.draws import Draws
from core.practice.hinting import line, plan, unfinished, words
from core.practice.lessons.kinds import Kind
from core.practice.question import Hints, Question, Slip, Unsuitable, Worked
from core.practice.situation import Situation
from core.practice.wording import curve, definition, polynomial, shifted
from core.steps import Step
from core.substitution import as_factor

LESSON = "limits"


def limit_question(s: Situation) -> Question:
    """The limit, from the sides asked for."""
    where, latex = read_point(s.a), _sign(s)
    side = "" if s.side == "both" or where.infinite else f" from the {s.side}"
    text = f"What is the limit of f for {_towards(where)}{side}?"
    return Question(
        LESSON, "limit", text, rf"{latex} {_bracketed(s)}", LimitAnswer(), s, partial(_limit, s), waits=True
    )


def _limit(s: Situation) -> Worked:
    report = _report(s)
    hints = _hints(report.steps, read_point(s.a))
    answer = float(report.value) if report.value is not None else math.nan
    return Worked(answer, report.sentence, report.steps, hints, hints[2], _limit_slips(s, report, hints))


def _limit_slips(s: Situation, report: LimitReport, hints: Hints) -> tuple[Slip, ...]:
    """The value at the point, one side for both, and what is said of 0/0."""
    where, slips = read_point(s.a), []
    for one in report.sides if report.verdict == "sides-differ" else ():
        if one.value is not None:
            told = f"That is the limit from the {one.side} alone. From the other side f arrives elsewhere."
            slips.append(Slip("one side", float(one.value), told, hints[2]))
    value = float(s.e.precise(where.place)) if where.number is not None else math.inf
    if math.isnan(value):
        told = "f has no value at the point itself, but a limit never looks there, only around it."
        slips.append(Slip("no value there", math.nan, told, hints[0]))
    elif math.isfinite(value):
        told = "That is f at the point itself. A limit never looks there, only around it."
        slips.append(Slip("value there", value, told, hints[0]))
    if report.verdict == "finite" and report.steps[0].title == "Name the form":
        told = "A form such as 0/0 or ∞ − ∞ decides nothing yet: it has to be rewritten first."
        slips += [Slip("form", wrong, told, hints[0]) for wrong in (0.0, 1.0, math.inf, math.nan)]
    return tuple(slips)


FATES = ChoiceAnswer(
    (
        Option("finite", "it comes to a number", "both sides arrive at the same number."),
        Option("+inf", "it grows beyond every bound", "f passes every number, however large."),
        Option("-inf", "it falls below every bound", "f passes every number on the way down."),
        Option("sides-differ", "the sides differ", "left and right of the point f does not do the same."),
        Option("oscillates", "it never settles", "f goes up and down without end, however close you come."),
    )
)


def fate_question(s: Situation) -> Question:
    """What becomes of f there?"""
    text = f"What becomes of f for {_towards(read_point(s.a))}?"
    return Question(LESSON, "what happens", text, definition(s.e), FATES, s, partial(_fate, s), waits=True)


def _fate(s: Situation) -> Worked:
    report = _report(s)
    if report.verdict == "undefined":
        raise Unsuitable(f"There is nothing to choose between. {report.sentence}")
    hints = _hints(report.steps, read_point(s.a))
    return Worked(report.verdict, report.sentence, report.steps, hints, hints[2])


BREAKS = ChoiceAnswer(
    (
        Option(
            "continuous", "none: f is continuous there", "f is defined there, and its limit is that value."
        ),
        Option(
            "removable",
            "a hole that one value would mend",
            "the limit is there, and f there is missing or another.",
        ),
        Option("jump", "a jump", "both sides arrive, at different values."),
        Option("infinite", "a pole", "f outgrows every bound on a side."),
        Option("oscillating", "f never settles", "f keeps turning over a range that does not shrink."),
    )
)


def break_question(s: Situation) -> Question:
    """Which kind of break is it, if any?"""
    text = f"Which kind of break does f have at {read_point(s.a).name}?"
    return Question(LESSON, "break", text, definition(s.e), BREAKS, s, partial(_break, s))


def _break(s: Situation) -> Worked:
    found = _continuity(s)
    if found.kind not in [option.name for option in BREAKS.options]:
        raise Unsuitable(f"This is none of the breaks of this question. {_kind(s, found)}")
    steps = tuple(Step(one.asks, "", f"{one.sentence}") for one in found.conditions)
    idea = Step(
        "What decides",
        "",
        "Three questions: is f defined there, does it have a limit, and are the two equal?",
    )
    hints = (idea, steps[0], steps[1])
    return Worked(found.kind, _kind(s, found), steps, hints, steps[1])


def delta_question(s: Situation) -> Question:
    """The largest δ for an ε, of a line."""
    where, close = read_point(s.a).name, number(s.epsilon)
    text = f"For ε = {close}, what is the largest δ that keeps f within ε of its limit at {where}?"
    return Question(LESSON, "delta", text, definition(s.e), NumberAnswer(), s, partial(_delta, s))


def _delta(s: Situation) -> Worked:
    found = _continuity(s)
    limit = found.limit
    if limit is None:
        raise Unsuitable(f"There is no limit, so no δ. {_kind(s, found)}")
    result = largest_delta(s.e, found.point, float(limit), s.epsilon)
    if result.delta is None or result.escape is None:
        raise Unsuitable("f stays within ε as far as was looked, so no δ is the largest.")
    steepness = s.epsilon / result.delta
    where, level = (as_factor(number_latex(float(value))) for value in (found.point, limit))
    band = rf"\left| f(x) - {level} \right| < {number_latex(s.epsilon)}"
    idea = Step(
        "What δ has to do",
        rf"0 < \left| x - {where} \right| < \delta \implies {band}",
        "δ says how near x has to be, ε how near f.",
    )
    edge = Step(
        "Where f leaves the band",
        rf"\left| f(x) - {level} \right| = {number_latex(s.epsilon)}",
        "δ reaches to the nearest such x.",
    )
    last = Step(
        "The nearest edge",
        rf"\delta = {number_latex(result.delta)}",
        f"There f is {number(s.epsilon)} from its limit.",
    )
    slips = (
        Slip(
            "multiplied",
            s.epsilon * steepness,
            "ε was multiplied: where f is steep, x has to be nearer, so divide.",
            edge,
        ),
        Slip("ε itself", s.epsilon, "That is ε, how near f has to be. δ is how near x has to be.", idea),
        Slip(
            "both sides", 2 * result.delta, "That is the width of the whole band of x. δ is its half.", edge
        ),
    )
    return Worked(result.delta, "", (idea, edge, last), (words(idea, "What δ is"), idea, edge), edge, slips)


def _report(s: Situation) -> LimitReport:
    report = analyse_limit(s.e, s.a, s.side)
    if report.verdict == "undecided":
        raise Unsuitable(f"This limit is not decided, so an answer cannot be judged. {report.sentence}")
    return report


def _continuity(s: Situation) -> Continuity:
    where = read_point(s.a)
    if where.number is None:
        raise Unsuitable("This is asked of a point of the line, not of ∞.")
    return continuity_at(s.e, where.place)


def _kind(s: Situation, found: Continuity) -> str:
    return kind_sentence(found, read_point(s.a).name)


def _hints(steps: Sequence[Step], where: Point) -> Hints:
    """The plan, the first line, and the last line that says something new, without its result."""
    lines = [step for step in steps if step.title not in ("Both sides", "A constant")]
    if len(lines) < 2:
        return plan(steps), words(steps[0]), _nearer(where)
    first, last = lines[0], lines[-1]
    opening = line(first) if first.title == "Name the form" else unfinished(first, first.title, first.why)
    return plan(steps), opening, unfinished(last, last.title, last.why)


def _nearer(where: Point) -> Step:
    """What to try by hand where one line says it all."""
    if where.number is None:
        far = ("100", "10000") if where.infinite > 0 else ("−100", "−10000")
        return Step("Try it", "", f"Put in x = {far[0]}, then x = {far[1]}. What does f come near to?")
    near = "0.1 beside the point, then 0.01 beside it"
    return Step("Try it", "", f"Put in an x {near}. What does f come near to?")


def _towards(where: Point) -> str:
    return where.name if where.infinite else where.name.replace(" = ", " → ")


def _sign(s: Situation) -> str:
    where = read_point(s.a)
    sides = wanted_sides(where, s.side)
    mark = "" if where.infinite or len(sides) == 2 else "^-" if sides == ("left",) else "^+"
    return rf"\lim_{{x \to {where.latex}{mark}}}"


def _bracketed(s: Situation) -> str:
    return rf"\left( {s.e.latex} \right)"


def _values(draws: Draws) -> Situation:
    """A hole, a quotient far out, a known limit, a root, or a pole."""
    a, b, c = draws.whole(1, 4), draws.whole(1, 5), draws.whole(2, 5)
    root = draws.whole(1, 4)
    sign = draws.pick((-1, 1))
    m = draws.whole(-3, 3, 0)
    texts = (
        (f"({polynomial(1, 0, -a * a)})/({shifted(sign * a)})", str(sign * a)),
        (f"({polynomial(1, b - m, -b * m)})/({shifted(m)})", str(m)),
        (f"({polynomial(a, 0, b)})/({polynomial(c, -sign, 0)})", draws.pick(("oo", "-oo"))),
        (f"({polynomial(a, b)})/({polynomial(1, 0, c)})", "oo"),
        (f"sin({a}x)/({b}x)", "0"),
        (f"(sqrt(x + {root * root}) - {root})/x", "0"),
        (f"{sign * a}/({shifted(m)})^2", str(m)),
        (f"({polynomial(sign, b)})/({shifted(-c)})", str(m if m != -c else 1)),
        (f"(1 - cos({a}x))/x^2", "0"),
        (f"x^{a + 1} e^(-x)", "oo"),
    )
    text, where = draws.pick(texts)
    return Situation(curve(text), a=where)


def _one_sided(draws: Draws) -> Situation:
    """A corner or a stair from one side."""
    m, k = draws.whole(-3, 3), draws.whole(1, 4)
    texts = (
        f"{k}|{shifted(m)}|/({shifted(m)})",
        f"floor(x) + {k}",
        f"{k}/({shifted(m)})",
        f"{k}x + sign({shifted(m)})",
    )
    return Situation(curve(draws.pick(texts)), a=str(m), side=draws.pick(("left", "right")))


def _fates(draws: Draws) -> Situation:
    """One of each way to end."""
    m, k = draws.whole(-3, 3), draws.whole(1, 5)
    base = shifted(m)
    texts = (
        f"sin({k}/({base}))",
        f"|{base}|/({base}) + {k}",
        f"{k}/({base})^2",
        f"-{k}/({base})^2",
        f"({base}) sin({k}/({base}))",
        f"{k}/({base})",
    )
    return Situation(curve(draws.pick(texts)), a=str(m))


def _breaks(draws: Draws) -> Situation:
    """One of each kind of break."""
    m, k = draws.whole(-3, 3), draws.whole(1, 4)
    base = shifted(m)
    texts = (
        f"({polynomial(1, k - m, -k * m)})/({base})",
        f"{k}|{base}|/({base})",
        f"{k}/({base})^2",
        f"{k}|{base}|",
        f"sin({k}/({base}))",
        f"{{x < {m}: x^2, {k}x}}",
    )
    return Situation(curve(draws.pick(texts)), a=str(m))


def _lines(draws: Draws) -> Situation:
    """A line of a steepness of at least 2."""
    slope, at = draws.pick((2, 4, 5, 8, 10, -2, -4, -5)), draws.whole(0, 4)
    e = curve(polynomial(slope, draws.whole(-5, 5)))
    return Situation(e, a=str(at), epsilon=draws.pick((0.1, 0.2, 0.5, 1.0, 0.4)))


KINDS: tuple[Kind[Situation], ...] = (
    Kind("limit", "What is the limit", 1, _values, limit_question),
    Kind("break", "Which kind of break", 1, _breaks, break_question),
    Kind("one side", "A limit from one side", 1, _one_sided, limit_question),
    Kind("delta", "The largest δ", 1, _lines, delta_question),
    Kind("what happens", "What becomes of f", 1, _fates, fate_question),
)
