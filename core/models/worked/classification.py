"""σ and the log-loss on the way back: the steep logarithm and the flat σ cancel, and the miss is left."""

import numpy as np

from core.derivation import differentiate
from core.derivation.writing.hand import rows
from core.derivative_facts.sigmoid import sigmoid_steps
from core.expression import parse
from core.expression.precise import context
from core.models.checking import compared, slope_check
from core.models.log_loss import log_loss_slope, sigmoid
from core.models.many_digits import DIGITS, SPACING_EXPONENT, precise_sum
from core.models.worked.sample import Sample, loss_check, prediction_check
from core.models.worked.writing import LOSS, PREDICTION, SUM, partial, product, shown
from core.numbers import number
from core.steps import Check, Step

_LOG = "-y log(p) - (1 - y) log(1 - p)"


def squashed_step(sample: Sample) -> Step:
    """ŷ = σ(z)."""
    lines = rows(
        PREDICTION,
        r"\sigma(z)",
        rf"\frac{{1}}{{1 + e^{{{shown(-sample.total)}}}}}",
        shown(sample.prediction),
    )
    why = "σ turns any number into one between 0 and 1."
    return Step("Into a probability", lines, why, prediction_check(sample))


def log_loss_step(sample: Sample) -> Step:
    """−log of the probability that the model gave to what happened."""
    given = r"\hat{y}" if sample.label == 1 else r"1 - \hat{y}"
    chance = float(sigmoid(np.array(sample.total if sample.label == 1 else -sample.total)))
    lines = rows(
        LOSS,
        r"-y \log \hat{y} - (1 - y) \log(1 - \hat{y})",
        rf"-\log({given})",
        rf"-\log({shown(chance)})",
        shown(sample.loss_at(sample.theta)),
    )
    why = (
        f"y is {number(sample.label)}, so one term is left: the less probable the model held what is true, "
        "the larger the loss."
    )
    return Step("Measure the miss", lines, why, loss_check(sample, sample.theta))


def to_prediction_step(sample: Sample) -> Step:
    """∂L/∂ŷ = −(y − ŷ)/(ŷ(1 − ŷ))."""
    slope = log_slope(sample)
    lines = rows(
        partial(LOSS, PREDICTION),
        r"-\frac{y}{\hat{y}} + \frac{1 - y}{1 - \hat{y}}",
        r"\frac{-(y - \hat{y})}{\hat{y}(1 - \hat{y})}",
        shown(slope),
    )
    why = (
        "The slope of log is 1 over what stands inside; both terms on one denominator leave "
        "−(y − ŷ) above. Below, p stands for ŷ."
    )
    derivation = differentiate(parse(_LOG, ("p", "y")), "p")
    return Step("How the loss feels ŷ", lines, why, _log_check(sample, slope), derivation.steps)


def log_slope(sample: Sample) -> float:
    """−1/ŷ for y = 1 and 1/(1 − ŷ) for y = 0, with 1 − ŷ = σ(−z)."""
    side = 1 - 2 * sample.label
    with np.errstate(divide="ignore"):
        return float(side / sigmoid(np.array(-side * sample.total)))


def _log_check(sample: Sample, slope: float) -> Check:
    """∂L/∂ŷ against the difference quotient of −log s, s the probability given to what happened."""
    mp = context(DIGITS)
    side = 1 - 2 * int(sample.label)
    share = 1 / (1 + mp.exp(side * precise_sum(sample.model, sample.theta.tolist(), sample.inputs.tolist())))
    # A small probability leaves less room, so the step is relative.
    h = share * mp.mpf(10) ** -SPACING_EXPONENT
    quotient = (mp.log(share - h) - mp.log(share + h)) / (2 * h)
    sentence = f"∂L/∂ŷ against the difference quotient of L as a function of ŷ alone, in {DIGITS} digits."
    return compared(sentence, slope, -side * quotient, abs(slope) * (1 + abs(sample.total)))


def to_sum_step(sample: Sample) -> Step:
    """∂ŷ/∂z = ŷ(1 − ŷ)."""
    chances = [float(sigmoid(np.array(way * sample.total))) for way in (1, -1)]
    lines = rows(
        partial(PREDICTION, SUM),
        r"\hat{y}(1 - \hat{y})",
        product([shown(chance) for chance in chances]),
        shown(chances[0] * chances[1]),
    )
    why = "The derivative of σ by z, the sum: y is the label and does not move. The notes have dy below."
    inner = sigmoid_steps(sample.total)
    return Step("How ŷ feels z", lines, why, inner[-1].check, inner)


def collapse_step(sample: Sample) -> Step:
    """∂L/∂z = −(y − ŷ)."""
    slope = float(log_loss_slope(np.array(sample.total), np.array(sample.label)))
    lines = rows(
        partial(LOSS, SUM),
        product([partial(LOSS, PREDICTION), partial(PREDICTION, SUM)]),
        r"\frac{-(y - \hat{y})}{\hat{y}(1 - \hat{y})} \cdot \hat{y}(1 - \hat{y})",
        r"-(y - \hat{y})",
        shown(slope),
    )
    why = (
        "What σ would flatten, the logarithm steepens by as much: the two cancel, and only the miss is left."
    )
    # b enters z with slope 1, so that ∂L/∂b is ∂L/∂z.
    place = len(sample.theta) - 1
    check = slope_check(sample.model, sample.theta, sample.x, sample.y, place, slope)
    return Step("The two cancel", lines, why, check)
