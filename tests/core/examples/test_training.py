"""Every claim of the examples of Training, computed again."""

from math import log, sqrt

import numpy as np
import pytest

from core.datasets import DATASETS, named_samples
from core.examples.example import Example
from core.examples.training import TRAINING
from core.models import MODELS, model_named
from core.training import Training, train
from tests.core.examples.claims import Claims

CLAIMS: Claims[Example] = Claims()
BY_NAME = {example.name: example for example in TRAINING}


def training(example: Example, **other: str) -> Training:
    values = {"hidden": "2", "activation": "sigmoid", **example.values, **other}
    model = model_named(values["model"], int(values["hidden"]), values["activation"])
    numbers = {key: int(values[key]) for key in ("batch", "epochs", "seed")}
    return train(model, named_samples(values["data"], numbers["seed"]), rate=float(values["eta"]), **numbers)


def right(run: Training, epoch: int = -1) -> int:
    said = run.model.predict(run.parameters[epoch], run.samples.x) > 0.5
    return int((said == (run.samples.y == 1)).sum())


@pytest.mark.parametrize("example", TRAINING, ids=lambda example: example.name)
def test_the_claims_of_an_example_hold(example: Example) -> None:
    CLAIMS[example.name](example)


def test_every_example_has_its_claims_computed() -> None:
    assert sorted(CLAIMS) == sorted(BY_NAME) and len(BY_NAME) == len(TRAINING)


@pytest.mark.parametrize("example", TRAINING, ids=lambda example: example.name)
def test_an_example_names_a_model_and_a_set_that_fit(example: Example) -> None:
    assert example.lesson == "training"
    assert example.values["model"] in MODELS
    assert example.values["model"] in DATASETS[example.values["data"]].fits
    assert example.notice.endswith(".") and ".." not in example.notice


@CLAIMS.of("three-points")
def the_line_heads_for_the_closed_form(example: Example) -> None:
    run = training(example)
    assert run.parameters[0].tolist() == [1.44, -0.9]
    assert run.parameters[-1] == pytest.approx([0.534158, 2.25568], rel=3e-6)
    x = np.array([[1, 1], [2, 1], [3, 1]])
    best, squares, *_ = np.linalg.lstsq(x, np.array([2, 5, 3]), rcond=None)
    assert best == pytest.approx([1 / 2, 7 / 3])
    assert squares[0] == pytest.approx(25 / 6)


@CLAIMS.of("too-fast")
def beyond_the_limit_the_loss_grows(example: Example) -> None:
    curvature = np.linalg.eigvalsh(np.array([[28, 12], [12, 6]]) / 6)[-1]
    assert curvature == pytest.approx((17 + sqrt(265)) / 6)
    assert (curvature, 2 / curvature) == pytest.approx((5.54647, 0.36059), rel=2e-6)
    run = training(example)
    assert run.epoch_losses[1] < run.epoch_losses[0]
    assert (np.diff(run.epoch_losses[1:]) > 0).all()
    assert run.epoch_losses[-1] == pytest.approx(14192.6, rel=1e-5)
    assert (np.diff(training(example, eta="0.36").epoch_losses) < 0).all()


@CLAIMS.of("two-lines")
def every_step_halves_what_is_left(example: Example) -> None:
    c = training(example).parameters[:, 0]
    assert c[:4].tolist() == pytest.approx([1.44, 1.97, 2.235, 2.3675])
    assert (c[1:] - 2.5) / (c[:-1] - 2.5) == pytest.approx(0.5)


@CLAIMS.of("median")
def the_house_hops_about_the_middle_line(example: Example) -> None:
    run = training(example)
    steps = np.abs(np.diff(run.parameters[:, 0]))
    assert steps == pytest.approx(1 / 30)
    assert sorted(set(run.parameters[-10:, 0].round(5))) == [1.97333, 2.00667]
    assert (np.median(run.samples.y), run.samples.y.mean()) == (2, 3)


@CLAIMS.of("coin")
def the_coin_comes_to_seven_tenths(example: Example) -> None:
    run = training(example)
    assert run.parameters[0, 0] == 0.77
    assert abs(run.parameters[-1, 0] - 0.7) < 3e-6
    assert -(0.7 * log(0.7) + 0.3 * log(0.3)) == pytest.approx(0.610864, abs=5e-7)


@CLAIMS.of("one-at-a-time")
def single_samples_are_quick_and_noisy(example: Example) -> None:
    single, full = training(example), training(example, batch="30", epochs="1")
    assert single.samples.size == 30 and single.plan.steps_an_epoch(30) == 30
    assert single.epoch_losses[:2] == pytest.approx([2.63746, 0.139251], rel=3e-6)
    assert full.epoch_losses[1] == pytest.approx(1.99768, rel=3e-6)
    assert (np.diff(single.epoch_losses) > 0).sum() == 12
    x = np.column_stack([single.samples.x, np.ones(30)])
    _, squares, *_ = np.linalg.lstsq(x, single.samples.y, rcond=None)
    assert squares[0] / 60 == pytest.approx(0.109357, rel=5e-6)
    assert (single.epoch_losses > squares[0] / 60).all()


@CLAIMS.of("sentiment")
def right_and_still_growing(example: Example) -> None:
    run = training(example)
    assert [right(run, epoch) for epoch in (0, 1, 2, 200)] == [0, 2, 4, 4]
    assert run.epoch_losses[-1] == pytest.approx(0.00737829, rel=1e-6)
    lengths = np.linalg.norm(run.parameters, axis=1)
    assert lengths[[20, 200]] == pytest.approx([2.00352, 3.84861], rel=2e-6)
    assert (np.diff(lengths[3:]) > 0).all()


@CLAIMS.of("xor-one-line")
def one_perceptron_says_one_half(example: Example) -> None:
    run = training(example)
    assert run.parameters[-1] == pytest.approx(0, abs=1e-4)
    assert run.epoch_losses[-1] == pytest.approx(log(2), abs=1e-9)


@CLAIMS.of("xor-network")
def the_network_solves_xor(example: Example) -> None:
    run = training(example)
    said = run.model.predict(run.parameters[-1], run.samples.x)
    assert said == pytest.approx([0.0049, 0.9936, 0.9936, 0.0056], abs=5.1e-5)
    assert run.samples.y.tolist() == [0, 1, 1, 0]
    assert run.epoch_losses[[0, -1]] == pytest.approx([0.881398, 0.00583989], rel=1e-5)


@CLAIMS.of("xor-stuck")
def another_start_ends_elsewhere(example: Example) -> None:
    run = training(example)
    miss = np.abs(run.model.predict(run.parameters[-1], run.samples.x) - run.samples.y)
    assert sorted(miss.round(2).tolist()) == [0.0, 0.01, 0.5, 0.5]
    assert run.epoch_losses[-1] == pytest.approx(0.35109, rel=1e-5)
    other = BY_NAME["xor-network"].values
    assert {**other, "seed": "2"} == example.values


@CLAIMS.of("two-moons")
def the_boundary_bends(example: Example) -> None:
    run, one = training(example), training(example, model="logistic")
    assert [right(run, epoch) for epoch in (20, 100)] == [88, 100]
    assert right(one) == 87


@CLAIMS.of("dead-units")
def three_units_never_move(example: Example) -> None:
    run = training(example)
    first = run.parameters[:, :8].reshape(-1, 2, 4)
    moved = (np.abs(first - first[0]).max(axis=(0, 1)) > 0).tolist()
    assert moved == [False, False, False, True]
    sums = run.samples.x @ first[0] + run.parameters[0, 8:12]
    assert (sums[:, :3] <= 0).all()
    assert run.epoch_losses[-1] == pytest.approx(0.477875, abs=1e-6)
