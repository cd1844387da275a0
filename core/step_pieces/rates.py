"""The step of a method with a rate for each coordinate: the gradient over the size of the slopes so far."""

import numpy as np

from core.descent.retracing import exactly
from core.numbers import number_latex
from core.optimizers import Array
from core.step_pieces.instant import (
    Cartoon,
    Instant,
    aligned,
    equals,
    factor,
    faded,
    scaled_step,
    vector,
    vector_check,
)
from core.step_pieces.plain import whole
from core.steps import Step


def adagrad(at: Instant) -> tuple[Step, ...]:
    before, after = at.before.squares, at.after.squares
    latex = aligned(
        rf"s_{{{at.k}}} &= s_{{{at.k - 1}}} + g^2",
        rf"&{equals(before, at.g)} {factor(before)} + {factor(at.g)}^2 {equals(after)} {vector(after)}",
    )
    past = at.past()
    squares = np.sum(past * past, axis=0)
    check = vector_check(
        f"The sum from step to step, and the squares of all {at.k} slopes added up at once.",
        after,
        squares,
    )
    why = "The squared slope of each coordinate is added to its sum; nothing is ever forgotten."
    return Step("The squares", latex, why, check), scaled(at, squares)


def rmsprop(at: Instant) -> tuple[Step, ...]:
    rho, before, after = at.knob("rho"), at.before.squares, at.after.squares
    numbers = rf"{number_latex(rho)} \cdot {factor(before)} + {number_latex(1 - rho)} \cdot {factor(at.g)}^2"
    latex = aligned(
        rf"s_{{{at.k}}} &= \rho\, s_{{{at.k - 1}}} + (1 - \rho)\, g^2",
        rf"&{equals(before, at.g)} {numbers} {equals(after)} {vector(after)}",
    )
    past = at.past()
    squares = (1 - exactly(np.array([rho]))[0]) * faded(past * past, rho)
    check = vector_check(
        f"The average from step to step, and the squares of all {at.k} slopes, each times its weight.",
        after,
        squares,
    )
    why = "An average of the squared slopes of each coordinate, in which the older ones fade."
    return Step("The squares", latex, why, check), scaled(at, squares)


def scaled(at: Instant, squares: Array) -> Step:
    """−η g/(√s + ε), coordinate by coordinate; `squares` is s with many digits."""
    size = np.sqrt(at.after.squares)
    numbers = rf"-{number_latex(at.rate)} \cdot {factor(at.g)} \big/ {factor(size)}"
    latex = aligned(
        rf"&-\eta\, g \big/ (\sqrt{{s_{{{at.k}}}}} + \varepsilon)",
        rf"&{equals(at.g, size)} {numbers} {equals(at.step)} {vector(at.step)}",
    )
    why = "Coordinate by coordinate: a steep one is held back, a flat one helped on."
    exact = np.sqrt(squares) + at.knob("eps")
    return scaled_step(at, latex, why, -at.exact_rate() * (exactly(at.g) / exact))


CARTOONS = {"adagrad": Cartoon(whole, adagrad), "rmsprop": Cartoon(whole, rmsprop)}
