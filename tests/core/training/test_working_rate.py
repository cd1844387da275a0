"""A rate that works, for trainings that run away."""

from typing import Any

import pytest

from core.datasets import named_samples
from core.models import model_named
from core.training import plan_of, train, verdict, working_rate

RUNAWAYS: list[tuple[str, str, dict[str, Any]]] = [
    ("line", "three_points", {"rate": 5.0, "batch": 3}),
    ("line", "noisy_line", {"rate": 2.0, "batch": 1}),
    ("mean", "two_power_lines", {"rate": 3.0, "batch": 2}),
    ("perceptron", "sentiment", {"rate": 1.0, "batch": 4}),
    ("line", "three_points", {"rate": 5.0, "batch": 3, "optimizer": "momentum"}),
    ("line", "three_points", {"rate": 5.0, "batch": 3, "schedule": "inverse"}),
]


@pytest.mark.parametrize(("model", "data", "settings"), RUNAWAYS)
def test_with_the_rate_that_is_offered_the_training_does_not_run_away(
    model: str, data: str, settings: dict[str, Any]
) -> None:
    learner, samples = model_named(model), named_samples(data)
    rest = {**settings, "epochs": 60, "seed": 0}
    assert verdict(train(learner, samples, **rest)).kind == "diverged"
    offered = working_rate(learner, samples, plan_of(samples.size, **rest))
    assert offered is not None
    assert 0 < offered < settings["rate"]
    ended = train(learner, samples, **{**rest, "rate": offered})
    assert verdict(ended).kind not in ("diverged", "risen")
    assert ended.epoch_losses[-1] < ended.epoch_losses[0]


def test_the_offered_rate_is_half_of_the_greatest_one_where_that_is_known() -> None:
    # 2/λ_max of 14m² + 12mb + 3b², halved by 3: the matrix (14/3, 2; 2, 1) has λ_max = 5.5465
    samples = named_samples("three_points")
    plan = plan_of(3, rate=0.5, batch=3, epochs=50, seed=0)
    assert working_rate(model_named("line"), samples, plan) == pytest.approx(1 / 5.54647, rel=0.02)
