"""Questions about difference quotients: by hand, their error, its causes, and which h is best."""

from functools import partial
from math import isfinite

import numpy as np

from core.differences import STENCILS, ErrorCurve, error_curve
from core.differencing.verdict import exact_estimate, verdict
from core.floats import microscope
from core.gradient import gradient_field, slope_check
from core.numbers import number, number_latex
from core.practice.answering import ChoiceAnswer, NumberAnswer, Option
from core.practice.hinting import line, unfinished, words
from core.practice.lessons.numerical_error.by_hand import (
    aligned_lines,
    cut_short,
    estimate_at,
    precise_slope_at,
    quotient_steps,
    real_stencil,
    run_of,
    slope_at,
    typed_step,
)
from core.practice.question import Question, Slip, Unsuitable, Worked
from core.practice.situation import Situation
from core.practice.wording import definition
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
    row = real_stencil(s)
    steps = quotient_steps(s, row)
    value = estimate_at(s, row)
    other = "central" if row.name == "forward" else "forward"
    slips = [
        Slip(
            "derivative",
            slope_at(s),
            "That is f′, what the quotient comes near to. The quotient itself is asked for.",
            steps[0],
        ),
        Slip(
            "not divided",
            value * s.h,
            f"That is the difference alone: it is divided by {run_of(row)}.",
            cut_short(steps),
        ),
        Slip(
            "multiplied",
            value * s.h * s.h,
            f"The difference is divided by {run_of(row)}, not multiplied.",
            cut_short(steps),
        ),
        Slip(
            "other quotient",
            estimate_at(s, STENCILS[other]),
            f"That is the {other} difference quotient.",
            steps[0],
        ),
    ]
    if row.name == "central":
        slips.append(Slip("twice", 2 * value, "The two places are 2h apart: divide by 2h.", cut_short(steps)))
    hints = (words(steps[0], "What to do"), line(steps[0]), cut_short(steps))
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
    row = real_stencil(s)
    quotient, slope = estimate_at(s, row), slope_at(s)
    value = float(exact_estimate(s.e, s.point[0], row, typed_step(s.h)) - precise_slope_at(s))
    latex = rf"{number_latex(quotient)} - {number_latex(slope)} = {number_latex(value)}"
    why = "The curve bends over the width h, and this is all of the error that exact arithmetic leaves."
    last = Step("Compare with f′", latex, why)
    formula = formula_latex(gradient_field(s.e).trees[0])
    derivative = Step("The derivative", rf"f'(x) = {formula}", "", slope_check(s.e, s.point))
    steps = (*quotient_steps(s, row), derivative, last)
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
    return aligned_lines(lines)


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
