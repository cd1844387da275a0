"""How an iterative method turns a gradient into a step: one row per method, each a pure (init, update) pair.

Every init and update works on one point (d,) and on many at once (n, d): each part of a state begins with the
shape of the points, so `type(state)(*(part[rows] for part in state))` is the state of some of them. A row
knows nothing of f, of descent or ascent, or of when to stop; `core/descent/run.py` does. What some rows ask
of f beside the gradient comes as a `Sight` (`core/iterating/sights.py`), and `row.move` serves every row
alike. The arrays may hold float64 or many-digit numbers: an update is plain arithmetic on whatever they hold.
"""

from core.optimizers import adam, adaptive, bfgs, momentum, plain, second_order
from core.optimizers.optimizer import Array, Knob, Optimizer, Rows, Sight, State, Update
from core.optimizers.plain import normalised_gradient, plain_gradient

__all__ = [
    "OPTIMIZERS",
    "Array",
    "Knob",
    "Optimizer",
    "Rows",
    "Sight",
    "State",
    "Update",
    "normalised_gradient",
    "plain_gradient",
]

_ROWS = (
    *plain.ROWS,
    *momentum.ROWS,
    *adaptive.ROWS,
    *adam.ROWS,
    *second_order.ROWS,
    bfgs.ROW,
    plain.COORDINATE,
)

OPTIMIZERS: dict[str, Optimizer] = {row.name: row for row in _ROWS}
