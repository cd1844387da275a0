"""The step of a method with a velocity: what is left of it, and the push of the present gradient."""

import numpy as np

from core.descent.retracing import exactly
from core.numbers import number_latex
from core.step_pieces.instant import (
    Cartoon,
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


def heavy_ball_parts(at: Instant) -> tuple[Part, ...]:
    """−ηβv, and −ηg."""
    beta = at.knob("beta")
    return (
        Part("memory", -at.rate * (beta * at.before.velocity)),
        Part("gradient", -at.rate * at.g),
    )


def nesterov_parts(at: Instant) -> tuple[Part, ...]:
    """−ηβ²v, and −η(1 + β)g."""
    beta = at.knob("beta")
    return (
        Part("memory", -at.rate * (beta * beta * at.before.velocity)),
        Part("gradient", -at.rate * ((1 + beta) * at.g)),
    )


def velocity_step(at: Instant) -> Step:
    """v ← βv + g, beside the fading sum of all gradients written out."""
    beta, before, after = at.knob("beta"), at.before.velocity, at.after.velocity
    numbers = rf"{number_latex(beta)} \cdot {factor(before)} + {factor(at.g)}"
    past = at.past()
    size = float(abs(past).max() * len(past))
    return Step(
        "The velocity",
        aligned(
            rf"v_{{{at.k}}} &= \beta\, v_{{{at.k - 1}}} + g",
            rf"&{equals(before, at.g)} {numbers} {equals(after)} {vector(after)}",
        ),
        "A part β of the old velocity is left, and the gradient is added.",
        vector_check(
            f"The velocity from step to step, and the sum of all {at.k} gradients, each times a power of β.",
            after,
            faded(past, beta),
            size,
        ),
    )


def heavy_ball(at: Instant) -> tuple[Step, ...]:
    numbers = rf"-{number_latex(at.rate)} \cdot {factor(at.after.velocity)}"
    scaled = (
        rf"-\eta\, v_{{{at.k}}} {equals(at.after.velocity)} {numbers} {equals(at.step)} {vector(at.step)}"
    )
    second = -at.exact_rate() * faded(at.past(), at.knob("beta"))
    why = "The step follows the velocity, not the gradient."
    return velocity_step(at), scaled_step(at, scaled, why, second)


def nesterov(at: Instant) -> tuple[Step, ...]:
    beta, after = at.knob("beta"), at.after.velocity
    inside = rf"{factor(at.g)} + {number_latex(beta)} \cdot {factor(after)}"
    scaled = aligned(
        rf"&-\eta\, (g + \beta\, v_{{{at.k}}})",
        rf"&{equals(after, at.g)} -{number_latex(at.rate)} \cdot \left( {inside} \right)",
        rf"&{equals(at.step)} {vector(at.step)}",
    )
    sums = exactly(at.g) + exactly(np.array([beta]))[0] * faded(at.past(), beta)
    second = -at.exact_rate() * sums
    why = "The gradient counts once more than in the velocity, so that a turn of the slope is felt sooner."
    return velocity_step(at), scaled_step(at, scaled, why, second)


CARTOONS = {
    "momentum": Cartoon(heavy_ball_parts, heavy_ball),
    "nesterov": Cartoon(nesterov_parts, nesterov),
}
