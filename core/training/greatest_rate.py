"""Up to which rate the full batch can settle: 2/λ_max, where the loss is a quadratic of the parameters."""

import numpy as np

from core.datasets import Samples
from core.models import Model
from core.training.training import Floats

QUADRATIC = frozenset({"mean", "line", "perceptron"})
"""The models that are linear in θ and have a squared loss."""


def hessian(model: Model, samples: Samples) -> Floats | None:
    """The Hessian of the loss (p, p), the same for every θ; None where it is not.

    The gradient of a quadratic is Hθ + g, so its columns are gradient(eᵢ) − gradient(0).

    >>> from core.datasets import named_samples
    >>> from core.models import model_named
    >>> hessian(model_named("mean"), named_samples("two_power_lines")).tolist()
    [[2.0]]
    """
    if model.name not in QUADRATIC:
        return None
    p = len(model.parameters(samples.x.shape[1]))
    ends = model.gradient(np.eye(p), samples.x, samples.y)
    return ends - model.gradient(np.zeros(p), samples.x, samples.y)


def greatest_rate(model: Model, samples: Samples) -> float | None:
    """2/λ_max of that Hessian: below it gradient descent on all data converges, above it runs away.

    Nesterov, Introductory Lectures on Convex Optimization, §2.1.5. None where the loss is no quadratic.
    """
    found = hessian(model, samples)
    return None if found is None else float(2 / np.linalg.eigvalsh((found + found.T) / 2)[-1])
