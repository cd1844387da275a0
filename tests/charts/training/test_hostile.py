"""Trainings that run away, stand still or have hardly any data are drawn all the same."""

import numpy as np
import pytest

from charts.picture import Picture
from charts.training import field_chart, loss_chart, number_line_chart, scatter_chart, truth_chart
from core.datasets import Samples, named_samples, samples_of
from core.models import model_named
from core.training import Training, train
from tests.charts.scene import draw
from tests.charts.training.trained import numbers_of

CHARTS = {0: number_line_chart, 1: scatter_chart, 2: field_chart, 3: truth_chart}
PAIRS = [
    ("mean", named_samples("three_power_lines")),
    ("median", named_samples("four_power_lines")),
    ("coin", named_samples("coin")),
    ("line", named_samples("three_points")),
    ("line", samples_of([[1e6, 1e-6], [1e6 + 1, 2e-6]])),
    ("logistic", samples_of([[-1, 0], [1, 1]])),
    ("logistic", named_samples("blobs")),
    ("network", named_samples("two_moons")),
    ("two_two_one", named_samples("xor")),
    ("perceptron", samples_of([[1, 2, 3, 4], [2, 1, 0, 1], [0, 0, 1, 2]])),
]


def pictures(training: Training) -> list[Picture]:
    chart = CHARTS[training.samples.x.shape[1]]
    return [chart(training=training), truth_chart(training=training), loss_chart(training=training)]


@pytest.mark.parametrize("rate", [1e-9, 3.0, 1e4, 1e150])
@pytest.mark.parametrize(("name", "samples"), PAIRS, ids=[f"{n}-{i}" for i, (n, _) in enumerate(PAIRS)])
def test_every_number_of_every_picture_is_finite(name: str, samples: Samples, rate: float) -> None:
    training = train(model_named(name), samples, rate=rate, batch=2, epochs=20, seed=3)
    for picture in pictures(training):
        assert all(np.isfinite(column).all() for column in numbers_of(picture))


def test_a_training_that_is_over_at_once_is_drawn() -> None:
    solved = train(
        model_named("mean"), samples_of([[4], [4]]), rate=0.1, batch=2, epochs=5, seed=0, start=[4.0]
    )
    assert solved.status == "converged" and solved.epochs == 0
    for picture in pictures(solved):
        assert draw(picture).marks("plane")


def test_names_that_people_typed_are_text_and_nothing_else() -> None:
    names = ("a' + datum.b", "<b>x</b>", "[y](z)")
    samples = samples_of([[0, 0, 0], [1, 1, 1], [0, 1, 0]], names)
    training = train(model_named("logistic"), samples, rate=0.1, batch=3, epochs=5, seed=0)
    scene = draw(field_chart(training=training))
    assert scene.marks("points")
    assert {"a' + datum.b", "<b>x</b>"} <= _titles(scene.root)


def _titles(node: object) -> set[str]:
    """Every text of the drawing."""
    if isinstance(node, dict):
        own = {node["text"]} if isinstance(node.get("text"), str) else set()
        return own.union(*map(_titles, node.values()))
    return set().union(*map(_titles, node)) if isinstance(node, list) else set()
