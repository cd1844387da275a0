"""The training loop: predict, look at the error, update; `train` → `Training`, or epoch by epoch."""

from collections.abc import Iterator, Sequence

from core.datasets import Samples, require_fit
from core.models import Model
from core.training.plan import Knobs, Plan, plan_of
from core.training.running import Running
from core.training.training import Training


def train(
    model: Model,
    samples: Samples,
    *,
    rate: float,
    batch: int,
    epochs: int,
    seed: int,
    optimizer: str = "gd",
    knobs: Knobs = (),
    schedule: str = "constant",
    schedule_knobs: Knobs = (),
    start: Sequence[float] | None = None,
    tolerance: float = 1e-6,
) -> Training:
    """θ ← θ + step(∇L of a batch), batch after batch, `epochs` times through the data (n, d).

    A batch of n or more is all of them, in their order; smaller ones take the samples in an order drawn anew
    for every epoch. The seed decides on the start and on those orders. Raises SettingError, naming the key,
    for data the model cannot learn from and for a setting that cannot be used. Divergence is a result.

    >>> from core.datasets import named_samples
    >>> from core.models import model_named
    >>> places = named_samples("three_power_lines")
    >>> train(model_named("mean"), places, rate=0.25, batch=3, epochs=3, seed=0, start=[7]).parameters[:, 0]
    array([7. , 5. , 4. , 3.5])
    """
    plan = plan_of(
        samples.size,
        rate=rate,
        batch=batch,
        epochs=epochs,
        seed=seed,
        optimizer=optimizer,
        knobs=knobs,
        schedule=schedule,
        schedule_knobs=schedule_knobs,
        tolerance=tolerance,
    )
    *_, running = epoch_by_epoch(model, samples, plan, start)
    return running.so_far()


def epoch_by_epoch(
    model: Model, samples: Samples, plan: Plan, start: Sequence[float] | None = None
) -> Iterator[Running]:
    """The same training, given back before the first epoch and after every one; `so_far()` is a `Training`.

    Whoever stops asking has a training with the status "stopped".
    """
    require_fit(model, samples)
    running = Running(model, samples, plan, start)
    yield running
    while running.status == "stopped":
        running.epoch()
        yield running
