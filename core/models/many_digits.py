"""The second way for every gradient: each model's loss in 50 digits, and its difference quotient.

Nothing here is shared with the float64 models and nothing is differentiated: one sample after the other goes
forward through plain loops of mpmath numbers.
"""

from collections.abc import Callable, Sequence
from typing import Any

from core.expression.precise import context
from core.models.model import Floats, Model

DIGITS = 50
SPACING_EXPONENT = 18
"""h = 10⁻¹⁸: truncation near 10⁻³⁶, rounding near 10⁻⁴² of 60 working digits."""

Parameters = Sequence[Any]


def precise_prediction(model: Model, theta: Parameters, inputs: Parameters) -> Any:
    """ŷ of one sample (d,) as an mpf; θ (p,) holds floats or mpf."""
    mp = context(DIGITS)
    if model.inputs == (0, 0):
        return mp.mpf(theta[0])
    z = precise_sum(model, theta, inputs)
    return 1 / (1 + mp.exp(-z)) if model.labels else z


def precise_loss(model: Model, theta: Parameters, x: Floats, y: Floats) -> Any:
    """The mean loss over the samples as an mpf; NaN for a probability that is none."""
    mp = context(DIGITS)
    numbers = [mp.mpf(value) for value in theta]
    each = _EACH[model.name]
    samples = zip(x.tolist(), y.tolist(), strict=True)
    return mp.fsum(each(model, numbers, inputs, label) for inputs, label in samples) / len(y)


def precise_slope(model: Model, theta: Floats, x: Floats, y: Floats, place: int) -> Any:
    """(loss(θ + h·e) − loss(θ − h·e))/2h along one parameter, as an mpf."""
    mp = context(DIGITS)
    h = mp.mpf(10) ** -SPACING_EXPONENT
    numbers = [mp.mpf(value) for value in theta.tolist()]
    ends = [
        precise_loss(model, [*numbers[:place], numbers[place] + way * h, *numbers[place + 1 :]], x, y)
        for way in (1, -1)
    ]
    return (ends[0] - ends[1]) / (2 * h)


def unit_sums(model: Model, theta: Parameters, inputs: Parameters) -> list[Any]:
    """z_j of every hidden unit for one sample, as mpf."""
    mp = context(DIGITS)
    d, hidden = len(inputs), model.hidden
    return [
        mp.fdot(
            [*(theta[i * hidden + j] for i in range(d)), theta[d * hidden + j]],
            [*inputs, 1],
        )
        for j in range(hidden)
    ]


def unit_value(model: Model, z: Any) -> Any:
    """φ(z) as an mpf."""
    mp = context(DIGITS)
    functions: dict[str, Callable[[Any], Any]] = {
        "sigmoid": lambda u: 1 / (1 + mp.exp(-u)),
        "tanh": mp.tanh,
        "relu": lambda u: u if u > 0 else mp.zero,
    }
    return functions[model.activation](z)


def precise_sum(model: Model, theta: Parameters, inputs: Parameters) -> Any:
    """z, the last sum: over the inputs, or over the hidden units; an mpf."""
    mp = context(DIGITS)
    values = list(inputs)
    if model.hidden:
        values = [unit_value(model, z) for z in unit_sums(model, theta, inputs)]
    return mp.fdot(theta[-len(values) - 1 :], [*values, 1])


def _square(_: Model, theta: Parameters, __: Parameters, label: float) -> Any:
    return (theta[0] - label) ** 2


def _absolute(_: Model, theta: Parameters, __: Parameters, label: float) -> Any:
    return abs(theta[0] - label)


def _toss(_: Model, theta: Parameters, __: Parameters, label: float) -> Any:
    mp = context(DIGITS)
    share = theta[0] if label == 1 else 1 - theta[0]
    return -mp.log(share) if 0 < share <= 1 else mp.nan


def _half_square(model: Model, theta: Parameters, inputs: Parameters, label: float) -> Any:
    return (label - precise_sum(model, theta, inputs)) ** 2 / 2


def _log_loss(model: Model, theta: Parameters, inputs: Parameters, label: float) -> Any:
    """−log ŷ = log(1 + e^−z) for y = 1, −log(1 − ŷ) = log(1 + e^z) for y = 0."""
    mp = context(DIGITS)
    z = precise_sum(model, theta, inputs)
    return mp.log1p(mp.exp(-z if label == 1 else z))


_EACH: dict[str, Callable[[Model, Parameters, Parameters, float], Any]] = {
    "mean": _square,
    "median": _absolute,
    "coin": _toss,
    "line": _half_square,
    "perceptron": _half_square,
    "logistic": _log_loss,
    "two_two_one": _log_loss,
    "network": _log_loss,
}
