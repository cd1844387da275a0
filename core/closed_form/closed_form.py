"""`closed_form`: the least loss of a model on its data where there is a way to it without descending."""

from collections.abc import Callable
from dataclasses import replace

from core.closed_form.least_squares import least_squares
from core.closed_form.logistic import logistic
from core.closed_form.one_number import coin, median
from core.closed_form.result import ClosedForm
from core.datasets import Samples, require_fit
from core.models import Model

_WAYS: dict[str, Callable[[Model, Samples], ClosedForm]] = {
    "mean": least_squares,
    "median": median,
    "coin": coin,
    "line": least_squares,
    "perceptron": least_squares,
    "logistic": logistic,
}

NO_WAY = (
    "A network has no such formula: its loss is not convex, and descent is how its parameters are found. "
    "Another start may end in another valley."
)


def closed_form(model: Model, samples: Samples) -> ClosedForm | None:
    """The least loss and where it is; None for a network (`NO_WAY` says why).

    Raises SettingError for data that the model cannot learn from.

    >>> from core.datasets import named_samples
    >>> from core.models import model_named
    >>> closed_form(model_named("line"), named_samples("three_points")).exact
    (Fraction(1, 2), Fraction(7, 3))
    """
    require_fit(model, samples)
    way = _WAYS.get(model.name)
    return None if way is None else _with_check(way(model, samples))


def _with_check(found: ClosedForm) -> ClosedForm:
    """The same, its check also at the last of its steps."""
    if found.check is None or not found.steps:
        return found
    *others, last = found.steps
    return replace(found, steps=(*others, replace(last, check=found.check)))
