"""One sample through a line or a perceptron: forward, back along the chain, and the step."""

from collections.abc import Callable
from functools import partial as applied

import numpy as np

from core.derivation import differentiate
from core.derivation.writing.hand import rows
from core.expression import parse
from core.expression.precise import context
from core.models.checking import compared, gradient_check, slope_check
from core.models.many_digits import DIGITS, SPACING_EXPONENT, precise_prediction
from core.models.model import Floats, Model
from core.models.worked.classification import (
    collapse_step,
    log_loss_step,
    squashed_step,
    to_prediction_step,
    to_sum_step,
)
from core.models.worked.sample import Sample, loss_check, sum_check
from core.models.worked.writing import (
    LOSS,
    PREDICTION,
    SUM,
    aligned,
    partial,
    plain,
    product,
    shown,
    update,
    weighted_sum,
)
from core.numbers import number
from core.steps import Check, LazySteps, Step

_SQUARE = "(y - p)^2/2"


def chain_steps(model: Model, theta: Floats, inputs: Floats, label: float, rate: float) -> LazySteps:
    """∂L/∂w = ∂L/∂ŷ · ∂ŷ/∂z · ∂z/∂w for one sample; without σ, ŷ is z itself and one factor fewer."""
    sample = Sample(model, theta, inputs, label, rate)
    regression: tuple[Callable[[Sample], Step], ...] = (_sum, _square_loss, _to_prediction)
    classification = (
        _sum,
        squashed_step,
        log_loss_step,
        to_prediction_step,
        to_sum_step,
        collapse_step,
    )
    makers = classification if model.labels else regression
    return LazySteps([applied(make, sample) for make in (*makers, _to_weights, _products, update_step)])


def _output(sample: Sample) -> str:
    return SUM if sample.model.labels else PREDICTION


def _sum(sample: Sample) -> Step:
    pairs = list(zip(sample.names[:-1], sample.input_names, strict=True))
    numbers = [
        (shown(w), shown(x)) for w, x in zip(sample.theta[:-1].tolist(), sample.inputs.tolist(), strict=True)
    ]
    lines = rows(
        _output(sample),
        weighted_sum(pairs, sample.names[-1]),
        weighted_sum(numbers, shown(float(sample.theta[-1]))),
        shown(sample.total),
    )
    return Step("Predict", lines, "Each input times its weight, and b on top.", sum_check(sample))


def _square_loss(sample: Sample) -> Step:
    miss = rf"\tfrac{{1}}{{2}} \left({shown(sample.label)} - {product([shown(sample.prediction)])}\right)^2"
    lines = rows(LOSS, r"\tfrac{1}{2} (y - \hat{y})^2", miss, shown(sample.loss_at(sample.theta)))
    why = "The miss squared: its sign does not matter, and a large miss counts more. ½ cancels the 2 to come."
    return Step("Measure the miss", lines, why, loss_check(sample, sample.theta))


def _to_prediction(sample: Sample) -> Step:
    slope = sample.prediction - sample.label
    lines = rows(
        partial(LOSS, PREDICTION),
        r"-(y - \hat{y})",
        rf"-\left({shown(sample.label)} - {product([shown(sample.prediction)])}\right)",
        shown(slope),
    )
    why = "The power rule brings down the 2, and the inner slope of y − ŷ by ŷ is −1. Below, p stands for ŷ."
    derivation = differentiate(parse(_SQUARE, ("p", "y")), "p")
    return Step("How the loss feels ŷ", lines, why, _square_check(sample, slope), derivation.steps)


def _square_check(sample: Sample, slope: float) -> Check:
    """∂L/∂ŷ against the difference quotient of (y − ŷ)²/2 as a function of ŷ alone."""
    mp = context(DIGITS)
    h = mp.mpf(10) ** -SPACING_EXPONENT
    here = precise_prediction(sample.model, sample.theta.tolist(), sample.inputs.tolist())
    ends = [(sample.label - here - way * h) ** 2 / 2 for way in (1, -1)]
    sentence = f"∂L/∂ŷ against the difference quotient of L as a function of ŷ alone, in {DIGITS} digits."
    return compared(sentence, slope, (ends[0] - ends[1]) / (2 * h), sample.scale)


def _to_weights(sample: Sample) -> Step:
    output = _output(sample)
    lines = [
        rf"{partial(output, name)} &= {x} = {shown(value)}"
        for name, x, value in zip(sample.names, sample.input_names, sample.inputs.tolist(), strict=False)
    ]
    lines.append(rf"{partial(output, sample.names[-1])} &= 1")
    subject = "z" if sample.model.labels else "ŷ"
    why = f"{subject} is linear in each weight, and the slope is the input that the weight multiplies."
    return Step(f"How {subject} feels each weight", aligned(lines), why)


def _products(sample: Sample) -> Step:
    each = tuple(_product(sample, place) for place in range(len(sample.theta)))
    lines = [
        rf"{partial(LOSS, name)} &= -(y - \hat{{y}}) \cdot {x} = {shown(slope)}"
        for name, x, slope in zip(sample.names, [*sample.input_names, "1"], sample.gradient, strict=True)
    ]
    why = "Slopes along the chain multiply. With σ or without, it is the miss times the input."
    check = gradient_check(sample.model, sample.theta, sample.x, sample.y)
    return Step("Multiply along the chain", aligned(lines), why, check, each)


def _product(sample: Sample, place: int) -> Step:
    name, slope = sample.names[place], sample.gradient[place]
    value = [*sample.inputs.tolist(), 1.0][place]
    chain = [partial(LOSS, PREDICTION), partial(PREDICTION, name)]
    if sample.model.labels:
        chain = [partial(LOSS, PREDICTION), partial(PREDICTION, SUM), partial(SUM, name)]
    miss = sample.gradient[-1]
    lines = rows(partial(LOSS, name), product(chain), product([shown(miss), shown(value)]), shown(slope))
    title = f"Along {plain(sample.model.parameters(len(sample.inputs))[place])}"
    check = slope_check(sample.model, sample.theta, sample.x, sample.y, place, slope)
    return Step(title, lines, "−(y − ŷ) is the same for every weight; the input is its own.", check)


def update_step(sample: Sample) -> Step:
    """w ← w − α·∂L/∂w for every parameter at once, and what it does to the loss of this sample."""
    lines = []
    for name, before, slope in zip(sample.names, sample.theta.tolist(), sample.gradient, strict=True):
        rule, numbers, result = update(name, before, sample.rate, slope)
        lines.append(rf"{name} &\leftarrow {rule} = {numbers} = {result}")
    after = sample.theta - sample.rate * np.array(sample.gradient)
    losses = [number(sample.loss_at(theta), 5) for theta in (sample.theta, after)]
    why = f"α multiplies the whole slope. The loss of this sample goes from {losses[0]} to {losses[1]}."
    return Step("Step against the gradient", aligned(lines), why, loss_check(sample, after))
