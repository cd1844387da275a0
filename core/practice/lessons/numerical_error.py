"""Questions about difference quotients: by hand, their error, its causes, and which h is best."""

from dataclasses import replace
from fractions import Fraction
from functools import partial
from math import isfinite

import numpy as np

from core.differences import STENCILS, ErrorCurve, error_curve
from core.differencing.stencils import Stencil
from core.differencing.verdict import exact_estimate, verdict
from core.expression.precise import precise_value
from core.floats import microscope
from core.gradient import gradient_field, slope_check
from core.numbers import number, number_latex
from core.practice.answering import ChoiceAnswer, NumberAnswer, Option
from core.practice.draws import Draws
from core.practice.hinting import line, unfinished, words
from core.practice.lessons.kinds import Kind
from core.practice.question import Question, Slip, Unsuitable, Worked
from core.practice.situation import Situation
from core.practice.wording import curve, definition, polynomial
from core.steps import Step
from core.substitution import formula_latex

LESSON = "numerical_error"
DTYPE = "float64"


def quotient_question(s: Situation) -> Question:
    """A difference quotient worked out by hand, without any rounding."""
    name = STENCILS[s.stencil].label
    text = f"Work out the {name} difference quotient of f at x = {number(s.point[0])} with h = {number(s.h)}."
    return Question(LESSON, "quotient", text, definition(s.e), NumberAnswer(), s, partial(_quotient, s))


def _quotient(s: Situation) -> Worked:
    row = _real(s)
    steps = _by_hand(s, row)
    value = _estimate(s, row)
    other = "central" if row.name == "forward" else "forward"
    slips = [
        Slip(
            "derivative",
            _slope(s),
            "That is f′, what the quotient comes near to. The quotient itself is asked for.",
            steps[0],
        ),
        Slip(
            "not divided",
            value * s.h,
            f"That is the difference alone: it is divided by {_below(row)}.",
            _cut(steps),
        ),
        Slip(
            "multiplied",
            value * s.h * s.h,
            f"The difference is divided by {_below(row)}, not multiplied.",
            _cut(steps),
        ),
        Slip(
            "other quotient",
            _estimate(s, STENCILS[other]),
            f"That is the {other} difference quotient.",
            steps[0],
        ),
    ]
    if row.name == "central":
        slips.append(Slip("twice", 2 * value, "The two places are 2h apart: divide by 2h.", _cut(steps)))
    hints = (words(steps[0], "What to do"), line(steps[0]), _cut(steps))
    return Worked(value, "", steps, hints, hints[2], tuple(slips))


def error_question(s: Situation) -> Question:
    """The quotient of the exact numbers, less f′."""
    name = STENCILS[s.stencil].label
    text = (
        f"The {name} difference quotient of f at x = {number(s.point[0])} with h = {number(s.h)}, worked out "
        "exactly: how much larger than f′ is it? A minus says that it is smaller."
    )
    return Question(LESSON, "truncation", text, definition(s.e), NumberAnswer(), s, partial(_error, s))


def _error(s: Situation) -> Worked:
    row = _real(s)
    quotient, slope = _estimate(s, row), _slope(s)
    value = float(exact_estimate(s.e, s.point[0], row, _typed(s.h)) - _precise_slope(s))
    latex = rf"{number_latex(quotient)} - {number_latex(slope)} = {number_latex(value)}"
    why = "The curve bends over the width h, and this is all of the error that exact arithmetic leaves."
    last = Step("Compare with f′", latex, why)
    formula = formula_latex(gradient_field(s.e).trees[0])
    derivative = Step("The derivative", rf"f'(x) = {formula}", "", slope_check(s.e, s.point))
    steps = (*_by_hand(s, row), derivative, last)
    hints = (words(last, "What it is"), line(derivative), line(steps[1]))
    slips = (
        Slip("sign", -value, "The size is right: it is the quotient less f′.", unfinished(last, "Subtract")),
        Slip("quotient", quotient, "That is the quotient. Its distance from f′ is asked for.", hints[1]),
        Slip("slope", slope, "That is f′ itself: it is to be compared with the quotient.", hints[2]),
    )
    return Worked(value, "", steps, hints, unfinished(last, "Subtract"), slips)


def best_question(s: Situation) -> Question:
    """Which h gives the least error in float64: this one, or one ten thousand times larger or smaller?"""
    name = STENCILS[s.stencil].label
    options = tuple(f"{s.h * by:.3g}" for by in (1e4, 1.0, 1e-4))
    listed = ", ".join(number(float(h)) for h in options)
    text = (
        f"f′({number(s.point[0])}) by the {name} difference quotient in {DTYPE}: which h is best, {listed}?"
    )
    expects = ChoiceAnswer(tuple(_h_option(h) for h in options))
    return Question(LESSON, "best h", text, definition(s.e), expects, s, partial(_best, options, s))


def _h_option(text: str) -> Option:
    means = "truncation and rounding together are least there."
    return Option(text, number(float(text)), means, float(text))


def _best(options: tuple[str, ...], s: Situation) -> Worked:
    h = [float(text) for text in options]
    found = error_curve(s.e, s.point[0], s.stencil, DTYPE, h)
    if not np.isfinite(found.error).all() or not found.model.known:
        raise Unsuitable("f has no derivatives here from which an error could be foretold.")
    best = int(np.argmin(found.error))
    check = verdict(s.e, s.point[0], h[best], DTYPE, s.stencil).check
    causes = Step("Both causes, for each h", _balance(found), BALANCE, check)
    bends = _shrinking(found.model.order)
    slips = tuple(
        Slip(str(status), options[k], found.reason(k), bends if "truncation" in str(status) else GROWING)
        for k, status in enumerate(found.status)
        if k != best
    )
    reason = f"Truncation and rounding together are least near h = {number(found.predicted_h, 2)}."
    hints = (words(causes, "What decides"), bends, GROWING)
    return Worked(options[best], reason, (bends, GROWING, causes), hints, GROWING, slips)


BALANCE = "Truncation shrinks with h and rounding grows as 1/h: the best h is where they are alike."
GROWING = Step(
    "What grows as h shrinks",
    r"\text{rounding} \sim \frac{\varepsilon}{h}, \qquad \varepsilon \approx 2 \cdot 10^{-16}",
    "f is right to 16 digits, and its error is divided by h.",
)


def _shrinking(order: int) -> Step:
    return Step(
        "What shrinks with h",
        rf"\text{{truncation}} \sim h^{{{order}}}",
        "The part of Taylor's formula that is cut off.",
    )


def _balance(found: ErrorCurve) -> str:
    """Truncation + rounding as foretold, and the error as found, for each h."""
    rows = zip(found.h, found.truncation, found.rounding, found.error, strict=True)
    lines = []
    for h, *sizes in rows:
        cut, off, error = (number_latex(float(size), 2) for size in sizes)
        lines.append(
            rf"h = {number_latex(float(h))}: \quad {cut} &+ {off} \quad \text{{error}} \approx {error}"
        )
    return _aligned(lines)


CAUSES = ChoiceAnswer(
    (
        Option("truncation", "truncation", "h is too large, and the curve bends over it."),
        Option("rounding", "rounding", "h is too small, and the rounding of f is divided by it."),
        Option("neither", "neither: h is about right", "no other h does much better."),
    )
)


def cause_question(s: Situation) -> Question:
    """Which cause outweighs the other at this h?"""
    name = STENCILS[s.stencil].label
    text = (
        f"f′({number(s.point[0])}) by the {name} difference quotient in {DTYPE} with h = {number(s.h)}: "
        "what is most of the error?"
    )
    return Question(LESSON, "cause", text, definition(s.e), CAUSES, s, partial(_cause, s))


def _cause(s: Situation) -> Worked:
    found = verdict(s.e, s.point[0], s.h, DTYPE, s.stencil)
    if not isfinite(found.truncation + found.rounding):
        raise Unsuitable(f"There is no error of two causes to weigh here. {found.reason}")
    cut, off = abs(found.truncation), abs(found.rounding)
    name = "neither" if found.status == "good" else "truncation" if cut > off else "rounding"
    reason = f"Of the error found here truncation makes {number(cut, 3)} and rounding {number(off, 3)}."
    row = STENCILS[s.stencil]
    shrinks = _shrinking(row.order)
    compare = Step("Compare", row.latex, reason, found.check)
    idea = Step(
        "What decides", "", "Two causes: the curve bends over the width h, and f is rounded before h divides."
    )
    return Worked(name, reason, (shrinks, GROWING, compare), (idea, shrinks, GROWING), GROWING)


def order_question(s: Situation) -> Question:
    """By how much the truncation error falls when h is divided: factor^order."""
    name, by = STENCILS[s.stencil].label, round(1 / s.h)
    text = (
        f"The truncation error of the {name} difference quotient of f at x = {number(s.point[0])}: about how "
        f"many times smaller is it when a small h is divided by {by}?"
    )
    return Question(LESSON, "order", text, definition(s.e), NumberAnswer(), s, partial(_order, s))


def _order(s: Situation) -> Worked:
    model = error_curve(s.e, s.point[0], s.stencil, DTYPE, [1e-3]).model
    if not model.known or not model.coefficient:
        raise Unsuitable("This quotient has no truncation error here.")
    by, order = round(1 / s.h), model.order
    value = float(by**order)
    idea = Step(
        "Where it comes from",
        STENCILS[s.stencil].latex,
        "Taylor's formula for each value of f; what cancels does not count.",
    )
    law = Step(
        "The law",
        rf"\text{{truncation}} \approx C \cdot h^{{{order}}}",
        "The first term of Taylor's formula that is left.",
    )
    last = Step(
        "Divide",
        rf"\frac{{C\, h^{{{order}}}}}{{C\, (h/{by})^{{{order}}}}} = {by}^{{{order}}} = {by**order}",
        "C drops out.",
    )
    wrong = (1, 2, 3, 4, 6)
    slips = tuple(
        Slip("order", float(by**p), f"That would be an error like h to the power {p}.", law)
        for p in wrong
        if p != order
    )
    return Worked(value, "", (idea, law, last), (words(idea, "What to do"), idea, law), law, slips)


STORED = ChoiceAnswer(
    (
        Option("yes", "yes", "x + h is stored as x, and the quotient is 0."),
        Option("no", "no", "x + h is stored as another number than x."),
    )
)


def absorbed_question(s: Situation) -> Question:
    """Is x + h stored as x itself?"""
    text = f"In {DTYPE}, with x = {number(s.point[0], 9)} and h = {number(s.h)}: is x + h stored as x itself?"
    return Question(LESSON, "absorbed", text, definition(s.e), STORED, s, partial(_absorbed, s))


def _absorbed(s: Situation) -> Worked:
    found = microscope(s.e, s.point[0], s.h, DTYPE)
    q = found.quotient
    gap = float(q.x.spacing or 0)
    here = rf"{number_latex(gap, 2)} \text{{ at }} {number_latex(s.point[0], 9)}"
    shown = rf"2^{{-52}} \approx 2.2 \cdot 10^{{-16}} \text{{ at }} 1, \quad {here}"
    idea = Step(
        "What decides", "", "A sum is rounded to the nearest number there is: h must reach half of the gap."
    )
    gaps = Step("The gap", shown, "Numbers have 53 binary digits, so large ones stand further apart.")
    half = Step(
        "Half of it",
        rf"\frac{{{number_latex(gap, 2)}}}{{2}} \quad\text{{and}}\quad h = {number_latex(s.h)}",
        "",
    )
    name = "yes" if q.moved.value == q.x.value else "no"
    return Worked(
        name, f"Numbers there are {number(gap, 2)} apart.", found.steps[:2], (idea, gaps, half), half
    )


def _by_hand(s: Situation, row: Stencil) -> tuple[Step, Step]:
    """The values of f at the places of the stencil, and the quotient."""
    x, h = Fraction(repr(s.point[0])), _typed(s.h)
    values = {offset: float(s.e.precise(x + offset * h)) for offset in row.offsets}
    lines = [
        rf"f({number_latex(float(x + offset * h))}) &= {number_latex(value)}"
        for offset, value in values.items()
    ]
    (part,) = row.differences
    ahead, behind = (number_latex(values[Fraction(end)]) for end in (part.ahead, part.behind))
    bottom = number_latex(float(h * row.over))
    minus = rf"\left({behind}\right)" if behind.startswith("-") else behind
    value = number_latex(_estimate(s, row))
    latex = rf"{row.latex} = \frac{{{ahead} - {minus}}}{{{bottom}}} = {value}"
    return (
        Step("The values of f", _aligned(lines), "The quotient needs f at these places and nowhere else."),
        Step("The quotient", latex, f"The rise of f, divided by the run {_below(row)}."),
    )


def _cut(steps: tuple[Step, Step]) -> Step:
    return unfinished(steps[1], "The quotient", steps[1].why)


def _below(row: Stencil) -> str:
    return "h" if row.over == 1 else f"{row.over}h"


def _real(s: Situation) -> Stencil:
    """The stencil, one difference of two values; Unsuitable for the others and where f has no value."""
    row = STENCILS[s.stencil]
    if len(row.differences) != 1:
        raise Unsuitable("This is asked of the forward, backward and central difference quotient alone.")
    if not isfinite(_estimate(s, row)) or not isfinite(_slope(s)):
        raise Unsuitable("f has no value at a place that the quotient needs, or no slope at x.")
    return row


def _estimate(s: Situation, row: Stencil) -> float:
    return float(exact_estimate(s.e, s.point[0], row, _typed(s.h)))


def _slope(s: Situation) -> float:
    return float(gradient_field(s.e).at(s.point)[1][0])


def _precise_slope(s: Situation) -> object:
    """f′(x) in many digits."""
    return precise_value(gradient_field(s.e).trees[0], {s.e.variables[0]: Fraction(s.point[0])}, 60)


def _typed(h: float) -> Fraction:
    """h as the decimal that was typed."""
    return Fraction(repr(float(h)))


def _aligned(lines: list[str]) -> str:
    return r"\begin{aligned} " + r" \\ ".join(lines) + r" \end{aligned}"


def _polynomial(draws: Draws) -> Situation:
    """A parabola or a cubic, a whole x and a short h."""
    a, b = draws.whole(1, 3), draws.whole(-3, 3)
    factors = draws.pick(((a, b, 0), (a, 0, b), (1, 0, b, 0)))
    h = draws.pick((1.0, 0.5, 0.1, 0.2))
    x = float(draws.whole(-1, 3, 0))
    return Situation(
        curve(polynomial(*factors)), (x,), h=h, stencil=draws.pick(("forward", "central", "backward"))
    )


def _bent(draws: Draws) -> Situation:
    """A cubic, for which no quotient is exact."""
    a, b = draws.whole(1, 2), draws.whole(-3, 3)
    e = curve(polynomial(a, b, 0, draws.whole(0, 4)))
    stencil = draws.pick(("forward", "central", "backward"))
    return Situation(e, (float(draws.whole(1, 3)),), h=draws.pick((1.0, 0.5, 0.1)), stencil=stencil)


_CURVES = ("e^x", "sin(x)", "log(x)", "1/x", "e^(-x)", "x e^x", "cos(x)", "atan(x)")


def _smooth(draws: Draws) -> Situation:
    """A curve with all derivatives away from 0, forward or central."""
    text = draws.pick(_CURVES)
    # log 1 = 0 has no rounding to speak of, so that other small errors would decide.
    x = draws.whole(2 if "log" in text else 1, 3)
    return Situation(curve(text), (float(x),), stencil=draws.pick(("forward", "central")))


def _one_of_three(draws: Draws) -> Situation:
    """An h such that it, or the one on either side, is clearly the best."""
    s = _smooth(draws)
    middles = (1e-4, 1e-5, 1e-8, 1e-9, 1e-12) if s.stencil == "forward" else (1e-5, 1e-6, 1e-9, 1e-10)
    return replace(s, h=draws.pick(middles))


def _one_h(draws: Draws) -> Situation:
    """An h far from the best one, or close to it."""
    s = _smooth(draws)
    sizes = (
        (1e-1, 1e-2, 1e-3, 1e-8, 1e-12, 1e-13) if s.stencil == "forward" else (1e-1, 1e-2, 1e-5, 1e-10, 1e-12)
    )
    return replace(s, h=draws.pick(sizes))


def _divided(draws: Draws) -> Situation:
    """h is 1/2, 1/3 or 1/10: by which the width is multiplied."""
    stencil = draws.pick(("forward", "backward", "central", "five_point"))
    return replace(_smooth(draws), h=1 / draws.pick((2, 3, 10)), stencil=stencil)


def _tiny(draws: Draws) -> Situation:
    """x = 1 … 10⁶ and an h about as large as the gap there."""
    x, sizes = draws.pick(
        (
            (1.0, (1e-16, 1e-15)),
            (100.0, (1e-15, 1e-14)),
            (1000.0, (1e-14, 1e-13)),
            (1e6, (1e-11, 1e-10, 1e-12)),
            (8.0, (1e-16, 1e-15)),
        )
    )
    return Situation(curve("x^2"), (x,), h=draws.pick(sizes))


KINDS: tuple[Kind[Situation], ...] = (
    Kind("best h", "Which h is best", 1, _one_of_three, best_question),
    Kind("quotient", "A difference quotient by hand", 1, _polynomial, quotient_question),
    Kind("cause", "Which cause is it", 1, _one_h, cause_question),
    Kind("truncation", "The error of exact arithmetic", 1, _bent, error_question),
    Kind("order", "How fast the error falls", 1, _divided, order_question),
    Kind("absorbed", "Is x + h stored as x", 1, _tiny, absorbed_question),
)
