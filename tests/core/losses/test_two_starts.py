"""Two starts of one training: a line meets, a network need not."""

import numpy as np
import pytest

from core.datasets import named_samples
from core.losses import landscape_window, loss_levels, two_starts
from core.models import model_named

XOR, THREE = named_samples("xor"), named_samples("three_points")


def test_a_network_ends_in_two_places_and_the_loss_between_them_is_above_the_chord() -> None:
    found = two_starts(model_named("two_two_one"), XOR, rate=1.0, batch=4, epochs=2000, seeds=(1, 2))
    assert not found.meet
    low, high = found.segment.loss[[0, -1]]
    assert low < 0.01 and high > 0.3
    assert found.segment.proves
    assert found.sentence.endswith("so the loss is not convex.")


def test_a_line_ends_in_one_place_from_every_start() -> None:
    found = two_starts(model_named("line"), THREE, rate=0.2, batch=3, epochs=2000, seeds=(1, 2))
    assert found.meet
    assert found.segment.first == pytest.approx([0.5, 7 / 3], abs=1e-4)
    assert found.sentence == "Both starts end in the same place, with a loss of 0.6944."


def test_what_diverges_ends_at_its_last_finite_parameters() -> None:
    found = two_starts(model_named("line"), THREE, rate=50.0, batch=3, epochs=100, seeds=(1, 2))
    assert np.isfinite(found.segment.first).all() and np.isfinite(found.apart)


def test_level_curves_of_the_loss_stand_at_its_values() -> None:
    window = landscape_window(np.zeros(2), np.array([0.5, 7 / 3]))
    levels = loss_levels(model_named("line"), THREE, window)
    m, b = levels.x, levels.y
    cost = (14 * m**2 + 3 * b**2 + 38 + 12 * m * b - 42 * m - 20 * b) / 6
    assert len(m) > 100
    assert cost == pytest.approx(levels.level, rel=0.02, abs=0.02)
