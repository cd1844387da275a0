"""The worked gradient of any row of the table: one entry for a page."""

from core.backpropagation.passing import backpropagate
from core.backpropagation.worked import backpropagation_steps
from core.models.checking import refuse_runaway
from core.models.model import Floats, Model
from core.models.worked import chain_steps, coin_steps, mean_steps, median_steps
from core.steps import LazySteps

_ONE_NUMBER = {"mean": mean_steps, "median": median_steps, "coin": coin_steps}


def gradient_steps(model: Model, theta: Floats, x: Floats, y: Floats, sample: int, rate: float) -> LazySteps:
    """The gradient at θ (p,) for one sample of x (n, d) and y (n,); a model without inputs takes all of y.

    Raises SettingError for parameters that have run away.

    >>> import numpy as np
    >>> from core.models import MODELS
    >>> x, y = np.array([[1.0], [2.0]]), np.array([2.0, 5.0])
    >>> gradient_steps(MODELS["line"], np.array([0.5, 1.0]), x, y, 1, 0.1)[1].title
    'Measure the miss'
    """
    refuse_runaway(model, theta)
    if model.name in _ONE_NUMBER:
        return _ONE_NUMBER[model.name](theta, y, rate)
    inputs, label = x[sample], float(y[sample])
    if model.hidden:
        return backpropagation_steps(backpropagate(model, theta, inputs, label, rate))
    return chain_steps(model, theta, inputs, label, rate)
