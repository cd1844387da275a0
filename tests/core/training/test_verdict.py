"""What a training did, in a sentence whose numbers are those of the training."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.datasets import DATASETS, named_samples, samples_of
from core.models import MODELS, model_named
from core.numbers import number
from core.training import TRAINERS, greatest_rate, loss_check, step_check, train, verdict
from core.training.greatest_rate import hessian
from core.training.smoothing import smoothed

LINE, MEAN = MODELS["line"], MODELS["mean"]
THREE = named_samples("three_points")
NOISY = named_samples("noisy_line", 1, count=60, noise=1)


def told(model, samples, **settings):
    found = train(model, samples, **({"seed": 0, "batch": 500, "epochs": 60} | settings))
    return found, verdict(found)


def test_a_converged_training_says_after_how_many_steps():
    found, said = told(LINE, THREE, rate=0.2, epochs=2000)
    assert said.kind == "converged"
    assert f"after {found.epochs} epochs ({found.steps} steps): the loss is 0.694444" in said.sentence
    assert found.slopes[-1] <= 1e-6 < found.slopes[-2]


def test_above_the_limit_a_training_runs_away_and_the_limit_is_named():
    found, said = told(LINE, THREE, rate=0.5)
    assert said.kind == "diverged"
    limit = 2 / np.linalg.eigvalsh(np.array([[28, 12], [12, 6]]) / 6)[-1]
    assert f"η = 0.5 is above 2/λ_max = {number(limit, 4)}" in said.sentence
    assert found.losses[-2] > found.losses[0]


def test_at_the_limit_it_swings():
    _, said = told(MEAN, samples_of([[1], [5]]), rate=1, start=[0])
    assert said.kind == "swings"
    assert "η = 1 is at 2/λ_max = 1" in said.sentence
    assert "the parameters hop to and fro, and it stays at 13" in said.sentence


def test_a_small_batch_makes_noise_and_this_is_said():
    found, said = told(LINE, NOISY, rate=0.1, batch=1)
    assert said.kind == "noisy"
    assert "each step sees only one of the 60 samples" in said.sentence
    assert (
        found.epoch_losses[-1]
        > 1.001 * train(LINE, NOISY, rate=0.1, batch=60, epochs=400, seed=0).epoch_losses[-1]
    )


def test_a_training_that_still_falls_says_by_how_much():
    found, said = told(LINE, NOISY, rate=0.002)
    assert said.kind == "falling"
    late = found.epoch_losses
    recent = -12
    share = number(100 * (late[recent] - late[-1]) / late[recent], 2)
    assert f"the last 11 epochs took {share} % off" in said.sentence


def test_a_spike_in_a_loss_that_falls_is_not_taken_for_noise():
    """The two moons with minibatches: epoch after epoch lower, but for one that jumps to twice the loss."""
    found, said = told(
        model_named("network", 8, "tanh"), named_samples("two_moons"), rate=1, batch=20, epochs=100
    )
    late = found.epoch_losses[-24:]
    assert late.max() > 2 * np.median(late) and late[-1] == late.min() < late[0] / 2
    assert said.kind == "falling"


def test_a_tiny_rate_is_stuck():
    _, said = told(LINE, NOISY, rate=1e-8)
    assert said.kind == "stuck"
    assert "η = 10⁻⁸" in said.sentence


def test_a_loss_that_no_longer_changes_has_settled():
    _, said = told(MEAN, named_samples("two_power_lines"), rate=0.1, start=[9])
    assert said.kind == "settled"
    assert "settled at 2.25" in said.sentence


def test_a_loss_that_rises_without_end_yet_has_risen():
    limit = greatest_rate(LINE, THREE)
    _, said = told(LINE, THREE, rate=1.02 * limit, epochs=20, start=[3, -2])
    assert said.kind == "risen"
    assert "is above 2/λ_max" in said.sentence


def test_a_flat_start_is_told():
    _, said = told(MEAN, samples_of([[1], [3]]), rate=0.1, start=[2])
    assert said.kind == "flat-start"
    assert "No step is taken" in said.sentence


def test_a_network_is_not_said_to_have_one_minimum():
    model = model_named("two_two_one")
    _, said = told(model, named_samples("xor"), rate=0.1, start=[0] * 9)
    assert said.kind == "flat-start"
    found, said = told(model, named_samples("xor"), rate=1, epochs=2000, tolerance=1e-2, seed=3)
    assert found.status == "converged"
    assert "another start may end lower" in said.sentence


@settings(max_examples=60)
@given(
    st.sampled_from(sorted(DATASETS)),
    st.sampled_from(sorted(TRAINERS)),
    st.sampled_from((1e-6, 0.1, 0.7, 5.0, 1e6, 1e200)),
    st.sampled_from((1, 3, 500)),
    st.integers(1, 9),
)
def test_whatever_the_settings_there_is_a_sentence_and_every_check_holds(
    name, optimizer, rate, batch, epochs
):
    row = DATASETS[name]
    for model in row.fits:
        found, said = told(
            MODELS[model], row.samples(1), rate=rate, batch=batch, epochs=epochs, optimizer=optimizer
        )
        assert said.sentence.endswith(".")
        assert "undefined" not in said.sentence
        assert loss_check(found).holds
        step = step_check(found)
        assert step is None or step.holds
        assert step is not None or found.status in ("diverged", "converged") or rate > 1


def test_a_step_of_every_trainer_is_replayed_late_in_a_training():
    moons = named_samples("two_moons", 1, count=30)
    for optimizer in TRAINERS:
        found = train(
            model_named("network", 3, "tanh"), moons, rate=0.05, batch=8, epochs=6, seed=0,
            optimizer=optimizer,
        )  # fmt: skip
        assert step_check(found).holds


def test_a_wrong_step_would_be_found():
    found = train(LINE, THREE, rate=0.1, batch=3, epochs=3, seed=0)
    found.last_step.after[:] += 1e-9
    assert not step_check(found).holds


def test_no_slope_is_replayed_on_the_corner_of_relu():
    samples = samples_of([[0, 0], [1, 1]])
    start = [1, 0, 1, 0]
    found = train(
        model_named("network", 1, "relu"), samples, rate=0.1, batch=2, epochs=1, seed=0, start=start
    )
    assert step_check(found) is None


def test_the_hessian_of_the_three_points_is_that_of_their_sum_of_squares():
    assert hessian(LINE, THREE) == pytest.approx(np.array([[28, 12], [12, 6]]) / 6)
    assert hessian(MODELS["logistic"], named_samples("blobs")) is None
    assert greatest_rate(MODELS["median"], named_samples("two_power_lines")) is None


@given(st.lists(st.floats(-1e3, 1e3), min_size=1, max_size=30), st.floats(0.0, 0.99))
def test_smoothing_weighs_each_loss_by_how_long_ago_it_was(losses, beta):
    found = smoothed(np.array(losses), beta)
    for k in range(len(losses)):
        weights = np.array([beta ** (k - j) for j in range(k + 1)])
        assert found[k] == pytest.approx(weights @ losses[: k + 1] / weights.sum(), rel=1e-9, abs=1e-9)


def test_a_gap_stays_a_gap_when_smoothed():
    assert np.isnan(smoothed(np.array([1.0, np.nan, 1.0]))).tolist() == [False, True, False]
