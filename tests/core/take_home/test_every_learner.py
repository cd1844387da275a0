"""Every model, trainer and schedule goes the same way in its script as in the lesson."""

from pathlib import Path

import numpy as np

from core.datasets import DATASETS, named_samples
from core.models import ACTIVATIONS, MODELS, model_named
from core.schedules import SCHEDULES
from core.take_home import training_script
from core.take_home.learners import LEARNER_LINES
from core.training import TRAINERS, Training, train
from tests.core.take_home.running import printed_by, rows


def usual(model: str) -> str:
    """A set of data that this model learns from."""
    return next(name for name, row in DATASETS.items() if model in row.fits)


def same(trainings: list[Training], folder: Path) -> None:
    scripts = [training_script(training) for training in trainings]
    for training, script, output in zip(trainings, scripts, printed_by(scripts, folder), strict=True):
        wanted = np.column_stack([training.parameters, training.epoch_losses])
        np.testing.assert_allclose(
            [row[1:] for row in rows(output)], wanted, rtol=1e-8, atol=1e-10, err_msg=script
        )


def test_every_model_has_its_lines() -> None:
    assert LEARNER_LINES.keys() == MODELS.keys()


def test_every_model_learns_the_same_batch_by_batch(tmp_path: Path) -> None:
    models = [*MODELS.values(), *(model_named("network", 3, name) for name in ACTIVATIONS)]
    data = [named_samples(usual(model.name)) for model in models]
    pairs = zip(models, data, strict=True)
    same([train(model, one, rate=0.05, batch=2, epochs=6, seed=3) for model, one in pairs], tmp_path)


def test_every_trainer_takes_the_same_steps(tmp_path: Path) -> None:
    model, data = model_named("logistic"), named_samples(usual("logistic"))
    found = [train(model, data, rate=0.05, batch=3, epochs=5, seed=1, optimizer=name) for name in TRAINERS]
    same(found, tmp_path)


def test_every_schedule_gives_the_same_rates(tmp_path: Path) -> None:
    model, data = model_named("line"), named_samples("three_points")
    found = [train(model, data, rate=0.3, batch=2, epochs=12, seed=1, schedule=name) for name in SCHEDULES]
    same(found, tmp_path)


def test_a_training_that_runs_away_is_broken_off_at_the_same_place(tmp_path: Path) -> None:
    model, data = model_named("line"), named_samples("three_points")
    found = train(model, data, rate=3.0, batch=2, epochs=200, seed=1)
    assert found.status == "diverged"
    (output,) = printed_by([training_script(found)], tmp_path)
    np.testing.assert_allclose([row[1:-1] for row in rows(output)], found.parameters, rtol=1e-6)
