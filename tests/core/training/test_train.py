"""The training loop: its steps by hand, its order, its end, and where full batches come to."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.closed_form import closed_form
from core.datasets import named_samples, samples_of
from core.errors import SettingError
from core.models import MODELS, model_named
from core.schedules import SCHEDULES
from core.training import MOST_STEPS, TRAINERS, epoch_by_epoch, greatest_rate, plan_of, train

LINE, MEAN, LOGISTIC = MODELS["line"], MODELS["mean"], MODELS["logistic"]
THREE = named_samples("three_points")
MOONS = named_samples("two_moons", 2, count=60, noise=0.2)


def test_a_full_batch_step_is_that_of_the_blackboard():
    """E/6 of the three points: from (0, 0) the slopes are −42/6 and −20/6."""
    found = train(LINE, THREE, rate=0.3, batch=3, epochs=1, seed=0, start=[0, 0])
    assert found.parameters[1] == pytest.approx([0.3 * 7, 0.3 * 20 / 6])
    assert found.losses == pytest.approx([38 / 6, found.epoch_losses[1]])
    assert found.rates.tolist() == [0.3]


def test_stochastic_steps_take_one_sample_after_the_other():
    """With one number and square loss a step goes to c + 2η(y − c): here to the sample itself."""
    found = train(MEAN, samples_of([[1], [5], [12]]), rate=0.5, batch=1, epochs=4, seed=2, start=[0])
    ends = found.parameters[1:, 0]
    assert set(ends.tolist()) <= {1.0, 5.0, 12.0}
    assert found.steps == 12
    assert len(found.losses) == 13


@pytest.mark.parametrize("batch", [1, 7, 20, 60, 500])
def test_every_epoch_sees_every_sample_once(batch):
    seen = []

    def gradient(theta, x, y):
        seen.append(np.column_stack([x, y]))
        return LOGISTIC.gradient(theta, x, y)

    found = train(replace(LOGISTIC, gradient=gradient), MOONS, rate=0.1, batch=batch, epochs=2, seed=1)
    # The whole data are looked at too, once before and once after every epoch.
    batches = [part for part in seen if len(part) < 60] if batch < 60 else seen[1::2]
    everything = np.sort(MOONS.table, axis=0)
    per_epoch = -(-60 // batch)
    assert found.steps == 2 * per_epoch
    for epoch in range(2):
        together = np.vstack(batches[epoch * per_epoch : (epoch + 1) * per_epoch])
        assert np.array_equal(np.sort(together, axis=0), everything)


def test_a_seed_decides_on_the_start_and_the_order():
    model = model_named("network", 3, "tanh")
    first, again, other = (train(model, MOONS, rate=0.3, batch=8, epochs=3, seed=seed) for seed in (5, 5, 6))
    assert np.array_equal(first.parameters, again.parameters)
    assert np.array_equal(first.losses, again.losses)
    assert not np.array_equal(first.parameters[0], other.parameters[0])


def test_the_same_start_with_another_seed_goes_another_way():
    one, other = (
        train(LINE, THREE, rate=0.05, batch=1, epochs=1, seed=seed, start=[0, 0]) for seed in (1, 4)
    )
    assert np.array_equal(one.parameters[0], other.parameters[0])
    assert not np.array_equal(one.parameters[1], other.parameters[1])


@pytest.mark.parametrize("model", ["line", "perceptron"])
@pytest.mark.parametrize("seed", range(3))
def test_a_full_batch_line_comes_to_the_least_squares_solution(model, seed):
    samples = named_samples("noisy_line", seed)
    rate = 0.9 * greatest_rate(MODELS[model], samples)
    found = train(MODELS[model], samples, rate=rate, batch=500, epochs=1000, seed=seed, tolerance=1e-12)
    design = np.column_stack([samples.x, np.ones(samples.size)])
    expected = np.linalg.lstsq(design, samples.y, rcond=None)[0]
    assert found.status == "converged"
    assert found.parameters[-1] == pytest.approx(expected, abs=1e-8)


@pytest.mark.parametrize("seed", range(3))
def test_a_full_batch_classifier_comes_to_the_newton_solution(seed):
    samples = named_samples("blobs", seed, spread=1.5)
    found = train(LOGISTIC, samples, rate=1, batch=500, epochs=2000, seed=seed, tolerance=1e-11)
    design = np.column_stack([samples.x, np.ones(samples.size)])
    w = np.zeros(3)
    for _ in range(25):
        p = 1 / (1 + np.exp(-design @ w))
        w = w - np.linalg.solve((design.T * (p * (1 - p))) @ design, design.T @ (p - samples.y))
    assert found.status == "converged"
    assert found.parameters[-1] == pytest.approx(w, abs=1e-8)
    assert closed_form(LOGISTIC, samples).parameters == pytest.approx(w, abs=1e-10)


def test_the_mean_the_median_and_the_share_are_found():
    for model, name, expected in (("mean", "three_power_lines", 3), ("coin", "coin", 0.7)):
        found = train(MODELS[model], named_samples(name), rate=0.1, batch=99, epochs=500, seed=0)
        assert found.parameters[-1, 0] == pytest.approx(expected, abs=1e-6)
    lines = named_samples("three_power_lines")
    shrinking = train(
        MODELS["median"], lines, rate=1, batch=9, epochs=500, seed=0, start=[6], schedule="inverse"
    )
    assert shrinking.parameters[-1, 0] == pytest.approx(2, abs=0.05)


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.integers(-9, 9), st.integers(-9, 9)), min_size=3, max_size=6),
    st.floats(0.1, 0.9),
    st.floats(1.1, 3.0),
)
def test_the_limit_parts_the_rates_that_settle_from_those_that_run_away(table, below, above):
    samples = samples_of(table)
    if np.ptp(samples.x) == 0:
        return
    limit = greatest_rate(LINE, samples)

    def after(share):
        plan = {"batch": 99, "epochs": 300, "seed": 0, "start": [20.0, -31.0]}
        return train(LINE, samples, rate=share * limit, **plan)

    assert after(below).epoch_losses[-1] <= after(below).epoch_losses[0]
    found = after(above)
    assert found.status == "diverged" or found.epoch_losses[-1] > found.epoch_losses[10]


def test_a_run_away_is_a_gap_and_no_warning():
    found = train(LINE, THREE, rate=1e200, batch=1, epochs=50, seed=0)
    assert found.status == "diverged"
    assert found.epochs == 1
    for numbers in (found.parameters, found.losses, found.epoch_losses, found.slopes, found.smoothed):
        assert not np.isinf(numbers).any()
    assert np.isnan(found.epoch_losses[-1])
    assert np.isfinite(found.parameters[0]).all()


def test_a_probability_that_leaves_0_to_1_ends_the_training():
    found = train(MODELS["coin"], named_samples("coin"), rate=9, batch=10, epochs=50, seed=0)
    assert found.status == "diverged"


def test_a_flat_start_takes_no_step():
    found = train(MEAN, samples_of([[1], [3]]), rate=0.1, batch=2, epochs=9, seed=0, start=[2])
    assert (found.status, found.steps, found.epochs) == ("converged", 0, 0)
    assert found.losses.tolist() == [1.0]
    assert found.last_step is None


@pytest.mark.parametrize("optimizer", TRAINERS)
@pytest.mark.parametrize("schedule", SCHEDULES)
def test_every_trainer_and_every_schedule_lower_the_loss(optimizer, schedule):
    settings = {"optimizer": optimizer, "schedule": schedule, "rate": 0.05, "batch": 20, "seed": 3}
    found = train(LOGISTIC, MOONS, epochs=30, start=[0, 0, 0], **settings)
    assert found.epoch_losses[-1] < found.epoch_losses[0]
    assert len(found.rates) == found.steps
    assert np.all(found.rates <= 0.05 + 1e-15)


def test_a_fixed_schedule_gives_the_rates_of_its_formula():
    found = train(
        LINE, THREE, rate=0.2, batch=1, epochs=4, seed=0, schedule="step",
        schedule_knobs={"factor": 0.5, "every": 6},
    )  # fmt: skip
    assert found.rates.tolist() == [0.2] * 6 + [0.1] * 6


def test_knobs_reach_the_method():
    plain = train(LINE, THREE, rate=0.1, batch=3, epochs=5, seed=0)
    still = train(LINE, THREE, rate=0.1, batch=3, epochs=5, seed=0, optimizer="momentum", knobs={"beta": 0.0})
    heavy = train(LINE, THREE, rate=0.1, batch=3, epochs=5, seed=0, optimizer="momentum", knobs={"beta": 0.9})
    assert np.array_equal(plain.parameters, still.parameters)
    assert not np.array_equal(plain.parameters, heavy.parameters)


def test_whoever_stops_has_the_training_so_far():
    plan = plan_of(THREE.size, rate=0.1, batch=1, epochs=50, seed=7)
    whole = train(LINE, THREE, rate=0.1, batch=1, epochs=50, seed=7)
    for running in epoch_by_epoch(LINE, THREE, plan):
        if running.done == 20:
            break
    part = running.so_far()
    assert part.status == "stopped"
    assert part.epochs == 20
    assert np.array_equal(part.parameters, whole.parameters[:21])
    assert np.array_equal(part.losses[:-1], whole.losses[:60])


def test_progress_is_told_before_the_first_epoch_and_after_each():
    plan = plan_of(THREE.size, rate=0.1, batch=1, epochs=5, seed=7)
    assert [running.done for running in epoch_by_epoch(LINE, THREE, plan)] == [0, 1, 2, 3, 4, 5]


def test_the_axis_of_epochs_counts_a_smaller_last_batch_as_a_step():
    found = train(LINE, named_samples("noisy_line", count=10), rate=0.01, batch=4, epochs=2, seed=0)
    assert found.epoch_of_step == pytest.approx([0, 1 / 3, 2 / 3, 1, 4 / 3, 5 / 3, 2])


@pytest.mark.parametrize(
    ("changed", "setting"),
    [
        ({"rate": 0}, "eta"),
        ({"rate": float("nan")}, "eta"),
        ({"batch": 0}, "batch"),
        ({"epochs": 0}, "epochs"),
        ({"epochs": 2001}, "epochs"),
        ({"seed": -1}, "seed"),
        ({"optimizer": "newton"}, "optimizer"),
        ({"optimizer": "bfgs"}, "optimizer"),
        ({"schedule": "none"}, "schedule"),
        ({"tolerance": -1}, "tolerance"),
        ({"start": [1]}, "start"),
        ({"start": [1e200, 0]}, "start"),
        ({"start": [1, float("inf")]}, "start"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(changed, setting):
    usable = {"rate": 0.1, "batch": 1, "epochs": 2, "seed": 0}
    with pytest.raises(SettingError) as caught:
        train(LINE, THREE, **(usable | changed))
    assert caught.value.setting == setting


def test_too_many_steps_are_refused_before_they_are_taken():
    many = named_samples("noisy_line", count=500)
    with pytest.raises(SettingError, match=f"at most {MOST_STEPS}"):
        train(LINE, many, rate=0.1, batch=1, epochs=300, seed=0)
