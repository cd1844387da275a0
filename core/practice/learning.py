"""What a question about training is made from: a model and its samples, on screen or drawn from a seed."""

from dataclasses import dataclass

from core.datasets import Samples
from core.models import Model


@dataclass(frozen=True)
class Learning:
    """A model, what it learns from, and the values of the address that a question may need.

    theta (p,): the parameters before a step. sample: the row that is looked at, from 0. prediction and label:
    what a model says about one sample, and what is true of it.
    """

    model: Model
    samples: Samples
    theta: tuple[float, ...] = ()
    eta: float = 0.1
    batch: int = 1
    sample: int = 0
    prediction: float = 0.1
    label: int = 1

    @property
    def variables(self) -> int:
        """None: there is no typed function here."""
        return 0
