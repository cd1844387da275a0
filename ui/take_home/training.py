"""What Training gives away."""

from collections.abc import Mapping, Sequence

from core.datasets import DATASETS, Samples
from core.models import Model, model_named
from core.optimizers import OPTIMIZERS
from core.schedules import SCHEDULES
from core.steps import Step
from core.take_home import training_script
from core.training import Training, train
from ui.take_home.asked import Asked
from ui.take_home.lesson import Columns, TakeHome, column
from ui.training.cached import closed_form_of, sample_steps_of, samples_of
from ui.training.setting import start_of


def _model(asked: Asked) -> Model:
    return model_named(asked.text("model"), asked.whole("hidden"), asked.text("activation"))


def _samples(asked: Asked) -> Samples:
    data = asked.text("data")
    if asked.samples is not None:
        return asked.samples
    if data not in DATASETS:
        return samples_of(data, 0)
    row = DATASETS[data]
    return samples_of(data, asked.whole("seed") if row.random else 0, asked.knobs(row))


def _training(asked: Asked) -> Training:
    optimizer, schedule = OPTIMIZERS[asked.text("optimizer")], SCHEDULES[asked.text("schedule")]
    model, samples = _model(asked), _samples(asked)
    return train(
        model,
        samples,
        rate=asked.number("eta"),
        batch=asked.whole("batch"),
        epochs=asked.whole("epochs"),
        seed=asked.whole("seed"),
        optimizer=optimizer.name,
        knobs=asked.knobs(optimizer),
        schedule=schedule.name,
        schedule_knobs=asked.knobs(schedule),
        start=start_of(asked.text("start"), model, samples) or None,
    )


def _subject(asked: Asked) -> tuple[str, str]:
    return "Model", _model(asked).title


def _settings(_: Asked) -> tuple[str, ...]:
    return "eta", "batch", "epochs", "seed", "optimizer", "schedule"


def _script(asked: Asked) -> str:
    return training_script(_training(asked))


def _steps(asked: Asked) -> Mapping[str, Sequence[Step]]:
    """The gradient for the sample and the epoch that are chosen, and the way to the closed form."""
    training = _training(asked)
    epoch, last = min(asked.whole("epoch"), training.epochs), training.samples.size
    sample = min(asked.whole("sample"), last) - 1 if training.samples.columns else 0
    found = closed_form_of(training.model, training.samples)
    parts: dict[str, Sequence[Step]] = {"One sample": sample_steps_of(training, epoch, sample)}
    return parts | ({"Closed form": found.steps} if found is not None and len(found.steps) else {})


def _table(asked: Asked) -> Columns:
    training = _training(asked)
    columns = {"epoch": [str(epoch) for epoch in range(training.epochs + 1)]}
    for place, name in enumerate(training.names):
        columns[name] = column(training.parameters[:, place].tolist())
    losses = {"loss": training.epoch_losses, "slope": training.slopes}
    return columns | {name: column(values.tolist()) for name, values in losses.items()}


TRAINING = TakeHome(_subject, _settings, _script, _steps, _table)
