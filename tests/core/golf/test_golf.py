"""The round of golf: its physics by hand, the loop of the sources, and its worked steps."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import SettingError
from core.golf import flight, golf_steps, play
from core.golf.shots import HOLE, distance_of
from core.golf.story import LOOP, PROBLEMS

# By hand: v = 2000 N · 0.0005 s / 0.0459 kg = 21.7865 m/s, v²/g = 474.651 / 9.81 = 48.3844 m.
AT_TWO = 48.3844


def test_a_push_of_two_kilonewtons_carries_48_metres() -> None:
    assert distance_of(2.0) == pytest.approx(AT_TWO, abs=1e-3)


def test_twice_the_force_goes_four_times_as_far() -> None:
    assert distance_of(3.0) == pytest.approx(4 * distance_of(1.5))


def test_the_flight_leaves_at_45_degrees_and_lands_at_its_range() -> None:
    x, y = flight(2.0, 1001)
    assert (y[1] - y[0]) / (x[1] - x[0]) == pytest.approx(1, abs=2e-3)
    assert (x[-1], y[-1]) == pytest.approx((distance_of(2.0), 0))
    assert y.max() == pytest.approx(distance_of(2.0) / 4)


def test_the_first_update_is_that_of_the_blackboard() -> None:
    game = play(start=2.0, target=150.0, rate=1e-4)
    slope = (AT_TWO - 150) * 2 * AT_TWO / 2
    assert game.slope[0] == pytest.approx(slope, rel=1e-4)
    assert game.force[1] == pytest.approx(2 - 1e-4 * slope, rel=1e-5)


def test_a_good_rate_ends_in_the_hole() -> None:
    game = play()
    assert game.ending == "hole" and abs(game.miss[-1]) <= HOLE
    assert (np.diff(np.abs(game.miss)) < 0).all()
    assert game.force[-1] == pytest.approx(math.sqrt(150 / distance_of(1.0)), abs=1e-3)
    assert game.sentence.startswith(f"In the hole after {len(game.force)} shots")


def test_the_loop_stops_when_the_error_grows() -> None:
    game = play(rate=1e-3)
    assert game.ending == "grew"
    assert abs(game.miss[-1]) >= abs(game.miss[-2])
    assert "η is too large" in game.sentence


def test_a_tiny_rate_runs_out_of_shots() -> None:
    game = play(rate=1e-6, shots=5)
    assert game.ending == "shots" and len(game.force) == 5
    assert game.sentence.startswith("The error still falls: shot 5 misses by")


@given(st.floats(0.1, 6), st.floats(10, 400), st.floats(1e-7, 1e-2))
def test_every_round_ends_with_a_sentence_and_numbers(start: float, target: float, rate: float) -> None:
    game = play(start=start, target=target, rate=rate)
    assert np.isfinite([game.force, game.distance, game.miss, game.loss, game.slope]).all()
    assert (np.diff(np.abs(game.miss[:-1])) < 0).all()
    assert game.sentence.endswith(".")


@given(st.floats(0.1, 6), st.floats(10, 400))
def test_every_slope_agrees_with_a_difference_quotient(start: float, target: float) -> None:
    (check,) = (golf_steps(play(start=start, target=target, shots=1))[1].check,)
    assert check is not None and check.holds


def test_a_shot_is_worked_as_predict_error_update() -> None:
    game = play()
    steps = golf_steps(game)
    assert len(steps) == len(game.force) + 1
    assert [part.title for part in steps[1].substeps] == [point.title for point in LOOP]
    assert [part.title for part in steps[len(game.force)].substeps] == ["Predict", "Compute the error"]
    assert "101.6" in steps[1].latex and "too short" in steps[1].why
    assert steps[len(game.force)].why.endswith(game.sentence)
    assert all(step.check is not None and step.check.holds for step in steps)


@pytest.mark.parametrize(
    ("setting", "bad"),
    [("start", 0.0), ("target", 1000.0), ("rate", float("nan")), ("shots", 0)],
)
def test_a_setting_out_of_range_is_named(setting: str, bad: float) -> None:
    with pytest.raises(SettingError):
        play(**{setting: bad})


def test_the_sources_name_three_problems_and_three_parts_of_the_loop() -> None:
    assert len(PROBLEMS) == len(LOOP) == 3
