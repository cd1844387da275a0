"""One sample in a model: its way forward in float64, and the same in 50 digits."""

from dataclasses import dataclass

import numpy as np

from core.models.activations import ACTIVATIONS
from core.models.checking import compared, rounding_scale
from core.models.many_digits import precise_loss, precise_prediction, precise_sum
from core.models.model import Floats, Model
from core.models.network import unpacked
from core.models.worked.writing import symbol
from core.steps import Check


@dataclass(frozen=True, eq=False)
class Sample:
    """One sample (x (d,), y) in a model with parameters θ (p,), and the rate of the step."""

    model: Model
    theta: Floats
    inputs: Floats
    label: float
    rate: float

    @property
    def x(self) -> Floats:
        """The sample as a batch of one, (1, d)."""
        return self.inputs[None, :]

    @property
    def y(self) -> Floats:
        """Its label, (1,)."""
        return np.array([self.label])

    @property
    def names(self) -> list[str]:
        """The parameters in LaTeX."""
        return [symbol(name) for name in self.model.parameters(len(self.inputs))]

    @property
    def input_names(self) -> list[str]:
        """The inputs in LaTeX: x alone in a line, x₁, x₂, … else."""
        return ["x"] if self.model.name == "line" else [f"x_{{{i + 1}}}" for i in range(len(self.inputs))]

    @property
    def units(self) -> Floats:
        """z_j of the hidden units (h,)."""
        weights = unpacked(self.theta, len(self.inputs), self.model.hidden)
        sums: Floats = (self.inputs @ weights.first + weights.first_bias)[0]
        return sums

    @property
    def hidden(self) -> Floats:
        """a_j of the hidden units (h,)."""
        return ACTIVATIONS[self.model.activation].value(self.units)

    @property
    def total(self) -> float:
        """z, the last sum: over the inputs, or over the hidden units."""
        values = self.hidden if self.model.hidden else self.inputs
        return float(self.theta[-len(values) - 1 : -1] @ values + self.theta[-1])

    @property
    def prediction(self) -> float:
        """ŷ."""
        return float(self.model.predict(self.theta, self.x)[0])

    @property
    def gradient(self) -> list[float]:
        """∂L/∂θ (p,)."""
        return [float(slope) for slope in self.model.gradient(self.theta, self.x, self.y)]

    @property
    def scale(self) -> float:
        """The size of the numbers that rounding follows."""
        return rounding_scale(self.theta, self.x, self.y)

    def loss_at(self, theta: Floats) -> float:
        """L of this sample."""
        return float(self.model.loss(theta, self.x, self.y))


def sum_check(sample: Sample) -> Check:
    """z against the same sum in 50 digits."""
    second = precise_sum(sample.model, sample.theta.tolist(), sample.inputs.tolist())
    return compared("The sum against the same sum in 50 digits.", sample.total, second, sample.scale)


def prediction_check(sample: Sample) -> Check:
    """ŷ against a forward pass in 50 digits."""
    second = precise_prediction(sample.model, sample.theta.tolist(), sample.inputs.tolist())
    sentence = "ŷ against a forward pass of its own in 50 digits."
    return compared(sentence, sample.prediction, second, sample.scale)


def loss_check(sample: Sample, theta: Floats) -> Check:
    """L against the loss in 50 digits."""
    second = precise_loss(sample.model, theta.tolist(), sample.x, sample.y)
    scale = rounding_scale(theta, sample.x, sample.y) * (1 + abs(sample.prediction - sample.label))
    return compared("L against the loss worked out in 50 digits.", sample.loss_at(theta), second, scale)
