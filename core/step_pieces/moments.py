"""The step of Adam and AdamW: an average gradient, over the usual size of the gradients."""

import numpy as np

from core.descent.retracing import exactly
from core.numbers import number_latex
from core.optimizers import Array
from core.step_pieces.instant import (
    Cartoon,
    Floats,
    Instant,
    Part,
    aligned,
    equals,
    factor,
    faded,
    scaled_step,
    vector,
    vector_check,
)
from core.steps import Step


def corrected(at: Instant) -> tuple[Floats, Floats]:
    """m̂ and v̂ (d,)."""
    mean = at.after.mean / (1 - at.knob("beta1") ** at.k)
    return mean, at.after.square / (1 - at.knob("beta2") ** at.k)


def _rate_of_each(at: Instant) -> Floats:
    """η/(√v̂ + ε) (d,): what every gradient in the average is multiplied by."""
    return at.rate / (np.sqrt(corrected(at)[1]) + at.knob("eps"))


def adam_parts(at: Instant) -> tuple[Part, ...]:
    """What the average held already, and what the present gradient adds to it, both scaled alike."""
    beta = at.knob("beta1")
    share = -_rate_of_each(at) / (1 - beta**at.k)
    return (
        Part("memory", share * (beta * at.before.mean)),
        Part("gradient", share * ((1 - beta) * at.g)),
    )


def adamw_parts(at: Instant) -> tuple[Part, ...]:
    """Those of Adam, and −ηλx."""
    return (*adam_parts(at), Part("decay", -at.rate * (at.knob("decay") * at.x)))


def averages(at: Instant) -> tuple[Step, Step, Step]:
    """m, v, and both without the zeros they began with."""
    past = at.past()
    rows = (
        ("The average", "m", "mean", "beta1", 1, "The gradients so far, of which the older ones fade."),
        ("The squares", "v", "square", "beta2", 2, "The same for the squared slope of each coordinate."),
    )
    first, second = (_average(at, past, *row) for row in rows)
    return first, second, _correction(at, past)


def _average(
    at: Instant, past: Array, title: str, name: str, field: str, knob: str, power: int, why: str
) -> Step:
    beta, before, after = at.knob(knob), getattr(at.before, field), getattr(at.after, field)
    square = "^2" if power == 2 else ""
    letter = rf"\beta_{power}"
    numbers = (
        rf"{number_latex(beta)} \cdot {factor(before)}"
        rf" + {number_latex(1 - beta)} \cdot {factor(at.g)}{square}"
    )
    latex = aligned(
        rf"{name}_{{{at.k}}} &= {letter}\, {name}_{{{at.k - 1}}} + (1 - {letter})\, g{square}",
        rf"&{equals(before, at.g)} {numbers} {equals(after)} {vector(after)}",
    )
    share = 1 - exactly(np.array([beta]))[0]
    check = vector_check(
        f"The average from step to step, and all {at.k} gradients, each times its weight, added up at once.",
        after,
        share * faded(past**power, beta),
        float(abs(past**power).max()),
    )
    return Step(title, latex, why, check)


def _exactly(at: Instant, past: Array) -> tuple[Array, Array]:
    """m̂ and v̂ as weighted means written out: the weights are divided by their sum."""
    first, second = (
        faded(past**power, at.knob(knob)) / faded(0 * past + 1, at.knob(knob))
        for knob, power in (("beta1", 1), ("beta2", 2))
    )
    return first, second


def _correction(at: Instant, past: Array) -> Step:
    """m̂ is an average with weights that add up to 1: written out so, it is the check."""
    mean, square = corrected(at)
    lines = [
        rf"\hat {name}_{{{at.k}}} &= \frac{{{name}_{{{at.k}}}}}{{1 - \beta_{power}^{{{at.k}}}}}"
        rf" {equals(value)} {vector(value)}"
        for name, power, value in (("m", 1, mean), ("v", 2, square))
    ]
    check = vector_check(
        "m divided by 1 − β₁ to the number of steps, and the weighted mean of all gradients.",
        mean,
        _exactly(at, past)[0],
        float(abs(past).max()),
    )
    why = "Both averages began with 0, which is no gradient; divided so, their weights add up to 1."
    return Step("Corrected", aligned(*lines), why, check)


def adam(at: Instant) -> tuple[Step, ...]:
    return *averages(at), _scaled(at, at.step)


def adamw(at: Instant) -> tuple[Step, ...]:
    decay = adamw_parts(at)[-1]
    pull = rf"-{number_latex(at.rate * at.knob('decay'))} \cdot {factor(at.x)}"
    latex = rf"-\eta \lambda\, x {equals(at.x)} {pull} {equals(decay.vector)} {vector(decay.vector)}"
    by, why = exactly(np.array([at.knob("decay")]))[0], "A pull towards 0 that no gradient asked for."
    exact = -at.exact_rate() * by * exactly(at.x)
    check = vector_check("The pull in float64, and again in many digits.", decay.vector, exact)
    return *averages(at), _scaled(at, at.step - decay.vector), Step("The decay", latex, why, check)


def _scaled(at: Instant, moved: Floats) -> Step:
    mean, square = corrected(at)
    size = np.sqrt(square)
    numbers = rf"-{number_latex(at.rate)} \cdot {factor(mean)} \big/ {factor(size)}"
    latex = aligned(
        rf"&-\eta\, \hat m_{{{at.k}}} \big/ (\sqrt{{\hat v_{{{at.k}}}}} + \varepsilon)",
        rf"&{equals(mean, size)} {numbers} {equals(moved)} {vector(moved)}",
    )
    exact_mean, exact_square = _exactly(at, at.past())
    second = -at.exact_rate() * exact_mean / (np.sqrt(exact_square) + at.knob("eps"))
    why = "The average over the usual size: about η in each coordinate while the slope keeps its sign."
    return scaled_step(at, latex, why, second, moved)


CARTOONS = {"adam": Cartoon(adam_parts, adam), "adamw": Cartoon(adamw_parts, adamw)}
