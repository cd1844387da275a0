"""A confident mistake: what log-loss and squared loss tell the model to do about it."""

from dataclasses import dataclass
from fractions import Fraction
from math import log, log1p

import numpy as np

from core.errors import SettingError
from core.expression import Expression, parse
from core.losses.classification import squared_loss, squared_slope
from core.models.log_loss import log_loss, log_loss_slope
from core.numbers import number, number_latex
from core.quotients import central
from core.steps import Check, Step

SUREST = 1e-9
_TOLERANCE = 1e-12
_RIGHT = {1: "sigmoid(z)", 0: "1 - sigmoid(z)"}
"""The probability that the model gives to what is true."""


@dataclass(frozen=True)
class Mistake:
    """One prediction ŷ = σ(z) for the label y, its two losses, and their slopes in z."""

    prediction: float
    label: int
    z: float
    log_loss: float
    log_slope: float
    squared_loss: float
    squared_slope: float

    @property
    def sentence(self) -> str:
        """Both slopes, and how many times larger that of the log-loss is."""
        slopes = (number(self.squared_slope, 3), number(self.log_slope, 3))
        ratio = number(self.log_slope / self.squared_slope, 3)
        return (
            f"With ŷ = {number(self.prediction)} and y = {self.label} the squared loss has the slope "
            f"{slopes[0]} in z and the log-loss {slopes[1]}, {ratio} times as much."
        )


def mistake(prediction: float = 0.01, label: int = 1) -> Mistake:
    """The prediction ŷ between 10⁻⁹ and 1 − 10⁻⁹ for the label 0 or 1; SettingError for other numbers."""
    if not SUREST <= prediction <= 1 - SUREST:
        raise SettingError("The prediction ŷ has to lie strictly between 0 and 1.", "yhat")
    if label not in (0, 1):
        raise SettingError("The label y has to be 0 or 1.", "label")
    z = log(prediction) - log1p(-prediction)
    place, truth = np.array(z), np.array(float(label))
    all_four = (log_loss, log_loss_slope, squared_loss, squared_slope)
    return Mistake(prediction, label, z, *(float(of(place, truth)) for of in all_four))


def mistake_steps(found: Mistake) -> tuple[Step, ...]:
    """From ŷ to both losses and slopes, each checked by a difference quotient in many digits."""
    return (_prediction(found), _logarithm(found), _square(found), _cancelled(found))


def _prediction(found: Mistake) -> Step:
    shown, z = number_latex(found.prediction), number_latex(found.z)
    latex = rf"\hat y = \sigma(z) = {shown} \iff z = \log\frac{{\hat y}}{{1 - \hat y}} \approx {z}"
    truth = "right" if (found.prediction > 0.5) == bool(found.label) else "wrong"
    why = f"The truth is y = {found.label}. The model leans to one side, and it is {truth}."
    value = float(parse("sigmoid(z)", ("z",)).precise(Fraction(found.z)))
    return Step("The prediction", latex, why, _check("σ(z)", found.prediction, value))


def _logarithm(found: Mistake) -> Step:
    """The log-loss of this label and its slope, the chain through ŷ with its factors."""
    given, outer = {1: (r"\hat y", r"-\frac{1}{\hat y}"), 0: (r"(1 - \hat y)", r"\frac{1}{1 - \hat y}")}[
        found.label
    ]
    lines = (
        rf"L &= -\log {given} \approx {number_latex(found.log_loss)}",
        r"\frac{\partial L}{\partial z} &= \frac{\partial L}{\partial \hat y} \cdot "
        rf"\frac{{\partial \hat y}}{{\partial z}} = {outer} \cdot \hat y (1 - \hat y) = -(y - \hat y) "
        rf"\approx {number_latex(found.log_slope)}",
    )
    why = "Above a confident mistake the logarithm is steep: just as much as the sigmoid is flat there."
    return Step("Log-loss", _aligned(lines), why, _slope_check(found, f"-log({_RIGHT[found.label]})", "log"))


def _square(found: Mistake) -> Step:
    lines = (
        rf"L &= \tfrac12 (y - \hat y)^2 \approx {number_latex(found.squared_loss)}",
        r"\frac{\partial L}{\partial z} &= -(y - \hat y) \cdot \hat y (1 - \hat y) "
        rf"\approx {number_latex(found.squared_slope)}",
    )
    why = "The sigmoid is flat where the model is sure, and nothing takes that factor away."
    formula = f"({found.label} - sigmoid(z))^2/2"
    return Step("Squared loss", _aligned(lines), why, _slope_check(found, formula, "squared"))


def _cancelled(found: Mistake) -> Step:
    ratio = number_latex(found.log_slope / found.squared_slope)
    latex = (
        r"\frac{-(y - \hat y)}{-(y - \hat y) \cdot \hat y (1 - \hat y)} = \frac{1}{\hat y (1 - \hat y)} "
        rf"\approx {ratio}"
    )
    why = f"{found.sentence} It is never less than 4 times, at ŷ = 1/2."
    second = 1 / (found.prediction * (1 - found.prediction))
    shown = found.log_slope / found.squared_slope
    check = Check(
        "The quotient of both slopes against 1/(ŷ(1 − ŷ)).",
        number(shown, 10),
        number(second, 10),
        abs(shown - second),
        1e-9 * second,
    )
    return Step("How they differ", latex, why, check)


def _slope_check(found: Mistake, formula: str, which: str) -> Check:
    e: Expression = parse(formula, ("z",))
    shown = found.log_slope if which == "log" else found.squared_slope
    return _check(f"The slope of the {which} loss", shown, float(central(e, (Fraction(found.z),), 0)))


def _check(subject: str, shown: float, second: float) -> Check:
    compared = f"{subject}, as computed, against many digits."
    return Check(compared, number(shown, 12), number(second, 12), abs(shown - second), _TOLERANCE)


def _aligned(lines: tuple[str, ...]) -> str:
    return r"\begin{aligned} " + r" \\ ".join(lines) + r" \end{aligned}"
