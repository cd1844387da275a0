"""The learning problem: what a model predicts, what its mistakes cost, and the gradient of that cost."""

from functools import lru_cache

from core.models import linear, one_number
from core.models.activations import ACTIVATIONS, Activation
from core.models.model import Floats, Model
from core.models.network import MOST_HIDDEN, TWO_TWO_ONE, network

__all__ = ["ACTIVATIONS", "MODELS", "MOST_HIDDEN", "Activation", "Floats", "Model", "model_named"]

_ROWS = (*one_number.ROWS, *linear.ROWS, TWO_TWO_ONE, network(2, "sigmoid"))

MODELS: dict[str, Model] = {row.name: row for row in _ROWS}


@lru_cache(maxsize=32)
def model_named(name: str, hidden: int = 2, activation: str = "sigmoid") -> Model:
    """A row of the table; `hidden` and `activation` shape the row "network" alone.

    Raises KeyError for a name that is not in the table.

    >>> model_named("network", 3, "tanh").parameters(1)
    ('w11', 'w12', 'w13', 'b1', 'b2', 'b3', 'w1', 'w2', 'w3', 'b')
    """
    return network(hidden, activation) if name == "network" else MODELS[name]
