"""The step of a method of the present gradient: a multiple of it, of its direction, of one coordinate."""

import numpy as np

from core.descent.retracing import exactly
from core.expression.precise import context
from core.numbers import number, number_latex
from core.quotients import DIGITS
from core.step_pieces.instant import (
    PROMISE,
    Cartoon,
    Instant,
    Part,
    aligned,
    equals,
    factor,
    scaled_step,
    vector,
    vector_check,
)
from core.steps import Check, Step


def whole(at: Instant) -> tuple[Part, ...]:
    """All of the step is the present gradient's."""
    return (Part("gradient", at.step),)


def scaled(at: Instant) -> tuple[Step, ...]:
    """−η g."""
    numbers = rf"-{number_latex(at.rate)} \cdot {factor(at.g)} {equals(at.step)} {vector(at.step)}"
    why = "The rate says how much of the gradient is gone."
    return (scaled_step(at, rf"-\eta\, g = {numbers}", why, -at.exact_rate() * exactly(at.g)),)


def normalised(at: Instant) -> tuple[Step, ...]:
    """‖g‖, and −η g/‖g‖."""
    length = float(np.hypot.reduce(at.g))
    name = r"\left| g \right|" if len(at.g) == 1 else r"\left\lVert g \right\rVert"
    exact = context(DIGITS).sqrt(sum(part * part for part in exactly(at.g)))
    check = Check(
        "The length in float64, and the root of the sum of squares in many digits.",
        number(length, 12),
        number(float(exact), 12),
        abs(float(exact - length)),
        PROMISE * length,
    )
    long = rf"-\frac{{{number_latex(at.rate)}}}{{{number_latex(length)}}} \cdot {factor(at.g)}"
    return (
        Step(
            "Its length",
            rf"{name} {equals(np.array(length))} {number_latex(length)}",
            "How steep it is.",
            check,
        ),
        scaled_step(
            at,
            rf"-\frac{{\eta}}{{{name}}}\, g = {long} {equals(at.step)} {vector(at.step)}",
            "Only the direction of the gradient counts.",
            -at.exact_rate() / exact * exactly(at.g),
        ),
    )


def one_coordinate(at: Instant) -> tuple[Step, ...]:
    """Whose turn it is, and its own slope times −η."""
    d = len(at.g)
    i = (at.k - 1) % d
    name = at.e.variables[i]
    rule = rf"i = 1 + ({at.k - 1} \bmod {d}) = {i + 1}"
    numbers = rf"-{number_latex(at.rate)} \cdot {factor(at.g[i : i + 1])}"
    alone = exactly(at.g) * (np.arange(d) == i)
    check = vector_check("The step in float64, and again in many digits.", at.step, -at.exact_rate() * alone)
    return (
        Step(
            f"The turn of {name}",
            aligned(
                rf"&{rule}",
                rf"&-\eta\, g_{{{i + 1}}} = {numbers} {equals(at.step[i])} {vector(at.step[i : i + 1])}",
            ),
            "One coordinate moves along its own slope, and the others wait.",
            check,
        ),
    )


CARTOONS = {
    "gd": Cartoon(whole, scaled),
    "normalised": Cartoon(whole, normalised),
    "coordinate": Cartoon(whole, one_coordinate),
}
