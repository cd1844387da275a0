"""What a question about training is made from: the model and data of the page, and others near them."""

from dataclasses import replace

import numpy as np

from core.datasets import Samples, samples_of
from core.errors import CalculusError
from core.models import Model
from core.practice import Learning
from core.practice.draws import Draws
from core.training import epoch_by_epoch, plan_of
from ui import address
from ui.training.chosen_data import text_and_samples
from ui.training.setting import model_in_hand, start_of

_RATES = (0.1, 0.2, 0.25, 0.4, 0.05, 0.5, 1.0, 1.5)
_BATCHES = (2, 3, 4, 5, 8, 10, 16, 32)
_SAID = (0.01, 0.02, 0.05, 0.1, 0.2, 0.8, 0.9, 0.95, 0.98, 0.99)
_FEW = 12


def learning_on_screen() -> Learning:
    """The model, its data, where its training begins, and the numbers that other parts of the page hold."""
    model, samples = model_in_hand(), text_and_samples()[1]
    return Learning(
        model,
        samples,
        _start(model, samples),
        eta=address.number("eta"),
        batch=address.whole("batch"),
        sample=max(0, min(address.whole("sample"), samples.size) - 1),
        prediction=address.number("yhat"),
        label=int(address.text("truth")),
    )


def _start(model: Model, samples: Samples) -> tuple[float, ...]:
    """The parameters before the first step; () where the model cannot begin with these data."""
    try:
        plan = plan_of(samples.size, rate=1, batch=1, epochs=1, seed=address.whole("seed"))
        start = start_of(address.text("start"), model, samples) or None
        running = next(epoch_by_epoch(model, samples, plan, start))
    except CalculusError:
        return ()
    return tuple(running.so_far().parameters[0].tolist())


def learning_elsewhere(here: Learning, draws: Draws) -> Learning:
    """The same model with other round numbers; few heights, which one reads at a glance, move too."""
    samples = here.samples
    if not here.model.labels and 0 < samples.size <= _FEW:
        moved = [float(draws.whole(-3, 3)) for _ in range(samples.size)]
        samples = samples_of(np.column_stack([samples.x, np.round(samples.y) + moved]), samples.names)
    return replace(
        here,
        samples=samples,
        theta=tuple(float(draws.whole(-3, 3)) for _ in here.theta),
        eta=draws.pick(_RATES),
        batch=draws.pick(_BATCHES),
        sample=draws.whole(0, max(samples.size, 1) - 1),
        prediction=draws.pick(_SAID),
        label=draws.whole(0, 1),
    )
