"""A rate that works where the one in hand does not, found by trying."""

from dataclasses import replace

from core.datasets import Samples
from core.models import Model
from core.training.greatest_rate import greatest_rate
from core.training.kinds import kind_of
from core.training.plan import Plan
from core.training.run import epoch_by_epoch

_TRIES = 24
_TRIAL_STEPS = 3000


def working_rate(model: Model, samples: Samples, plan: Plan) -> float | None:
    """A rate below the plan's, in two digits, with which the loss neither runs away nor ends above its start.

    The first try is half of 2/λ_max where the loss is a quadratic, each further one half of the one before.
    A trial takes up to 3000 steps. None where 24 tries do not find one.

    >>> from core.datasets import named_samples
    >>> from core.models import model_named
    >>> from core.training.plan import plan_of
    >>> plan = plan_of(3, rate=0.37, batch=3, epochs=100, seed=0)
    >>> working_rate(model_named("line"), named_samples("three_points"), plan)
    0.18
    """
    epochs = max(1, min(plan.epochs, _TRIAL_STEPS // plan.steps_an_epoch(samples.size)))
    rate = min(plan.rate, greatest_rate(model, samples) or plan.rate) / 2
    for _ in range(_TRIES):
        rate = float(f"{rate:.2g}")
        *_, end = epoch_by_epoch(model, samples, replace(plan, rate=rate, epochs=epochs))
        if kind_of(end.so_far()) not in ("diverged", "risen"):
            return rate
        rate /= 2
    return None
