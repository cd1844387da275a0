"""`TRAINERS`: the optimisers that can train a model, and why the others cannot."""

from typing import NoReturn

import numpy as np

from core.optimizers import OPTIMIZERS, Array, Optimizer, Sight

TRAINERS: dict[str, Optimizer] = {name: row for name, row in OPTIMIZERS.items() if not row.looks}
"""Those that ask for the gradient only (AdamW also for the parameters themselves, which are at hand)."""

LEFT_OUT = (
    "Newton, damped Newton and BFGS are left out: they ask for second derivatives, or for the loss after a "
    "step not yet taken, and both would have to come from the whole data and not from one batch."
)


def sight_of_parameters(theta: Array) -> Sight:
    """What a trainer sees beside the gradient: the parameters θ (p,)."""
    return Sight(theta, np.zeros(()), _left_out, _left_out)


def _left_out(*_: Array) -> NoReturn:
    """No row of `TRAINERS` asks."""
    raise LookupError(LEFT_OUT)
