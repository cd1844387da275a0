"""How a model is to be trained: rate, batch, epochs, seed, optimiser and schedule, each within its limits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import ceil, isfinite

from core.errors import SettingError
from core.schedules import SCHEDULES
from core.training.methods import TRAINERS

MOST_EPOCHS = 2000
MOST_STEPS = 100_000

Knobs = Mapping[str, float] | Iterable[tuple[str, float]]


@dataclass(frozen=True)
class Plan:
    """Settings that can be used; `steps` is how many steps they make of n samples.

    knobs and schedule_knobs are complete: defaults where nothing was given.
    """

    rate: float
    batch: int
    epochs: int
    seed: int
    optimizer: str
    schedule: str
    tolerance: float
    knobs: dict[str, float] = field(hash=False)
    schedule_knobs: dict[str, float] = field(hash=False)

    def steps_an_epoch(self, n: int) -> int:
        """⌈n / batch⌉: the last batch of an epoch may be smaller."""
        return ceil(n / self.batch)

    def full(self, n: int) -> bool:
        """Whether every step sees all n samples."""
        return self.batch >= n


def plan_of(
    n: int,
    *,
    rate: float,
    batch: int,
    epochs: int,
    seed: int,
    optimizer: str = "gd",
    knobs: Knobs = (),
    schedule: str = "constant",
    schedule_knobs: Knobs = (),
    tolerance: float = 1e-6,
) -> Plan:
    """The plan for n samples; a batch larger than n is all of them. Raises SettingError, naming the key."""
    if optimizer not in TRAINERS:
        raise SettingError(f"The optimisers that can train are {', '.join(TRAINERS)}.", "optimizer")
    if schedule not in SCHEDULES:
        raise SettingError(f"The schedules are {', '.join(SCHEDULES)}.", "schedule")
    if not (isfinite(rate) and rate > 0):
        raise SettingError("The learning rate η must be a number greater than 0.", "eta")
    if batch < 1:
        raise SettingError("A batch has at least 1 sample.", "batch")
    if not 1 <= epochs <= MOST_EPOCHS:
        raise SettingError(f"The number of epochs must be between 1 and {MOST_EPOCHS}.", "epochs")
    if seed < 0:
        raise SettingError("The seed must be a whole number, 0 or greater.", "seed")
    if not (isfinite(tolerance) and tolerance >= 0):
        raise SettingError("The tolerance must be a number, 0 or greater.", "tolerance")
    plan = Plan(
        rate,
        min(batch, max(n, 1)),
        epochs,
        seed,
        optimizer,
        schedule,
        tolerance,
        TRAINERS[optimizer].defaults | dict(knobs),
        {knob.name: knob.default for knob in SCHEDULES[schedule].knobs} | dict(schedule_knobs),
    )
    steps = epochs * plan.steps_an_epoch(n)
    if steps > MOST_STEPS:
        raise SettingError(
            f"These settings make {steps} steps, and at most {MOST_STEPS} are taken: "
            "choose fewer epochs or a larger batch.",
            "epochs",
        )
    return plan
