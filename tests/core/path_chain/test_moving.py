"""A point on its way over z(x, y): golden rates, the right angle to level curves, and what is missing."""

import json
import math
from pathlib import Path

import mpmath
import numpy as np
import pytest

from core.errors import CalculusError, SettingError
from core.expression import parse
from core.path_chain import PathChain, path_chain

GOLDEN = Path(__file__).parents[2] / "golden" / "derivative_rules.json"
SOURCE = ("x^2 - 3x y + 2y^2", "3sin(2t)", "4cos(2t)")


def chain(z: str, x: str, y: str) -> PathChain:
    return path_chain(parse(z, ("x", "y")), parse(x, ("t",)), parse(y, ("t",)))


@pytest.mark.parametrize("t", [-1.2, 0.0, 0.3, 0.7853981633974483, 5.0])
def test_the_example_of_the_sources_has_the_corrected_rate(t: float) -> None:
    # E13: the sources print −64 sin 4t; 18 − 64 = −46.
    expected = -46 * math.sin(4 * t) - 72 * math.cos(4 * t)
    assert chain(*SOURCE).at(t).rate == pytest.approx(expected, rel=1e-13)


def test_the_golden_case_of_the_erratum_is_the_one_computed_here() -> None:
    cases = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert any(case["erratum"] == "E13" and "46" in json.dumps(case["verified"]) for case in cases)


@pytest.mark.parametrize(
    ("z", "x", "y", "t"),
    [
        (*SOURCE, 0.3),
        ("x e^(-x^2-y^2)", "cos t", "sin(2t)", 1.1),
        ("x y", "t^2", "t^3", -0.8),
        ("tanh x + tanh y", "t", "e^t", 0.4),
        ("sqrt(1 + x^2 + y^2)", "t cos t", "t sin t", 4.0),
        ("x^y", "2 + t", "t^2", 0.9),
        ("ln(x^2 + y^2)", "1 + t", "1 - t", 0.25),
    ],
)
def test_the_rate_agrees_with_a_difference_quotient_in_many_digits(z: str, x: str, y: str, t: float) -> None:
    found = chain(z, x, y)
    with mpmath.workdps(80):
        h = mpmath.mpf(10) ** -20
        ahead, behind = (
            mpmath.mpf(
                found.z.precise(
                    *(path.precise(t + way * h, digits=80) for path in (found.x, found.y)), digits=80
                )
            )
            for way in (1, -1)
        )
        assert abs(found.at(t).rate - (ahead - behind) / (2 * h)) <= 1e-12 * max(1, abs(found.at(t).rate))


def test_on_a_level_curve_the_velocity_is_at_a_right_angle_to_the_gradient() -> None:
    circle = chain("x^2 + y^2", "cos t", "sin t")
    assert circle.at(1.0).rate == 0.0
    assert "moves along the level curve, at a right angle" in circle.sentence(circle.at(1.0))
    assert np.all(circle.walk(0.0, 6.0).rate == 0.0)


def test_the_sentence_says_rise_and_fall_with_the_rate() -> None:
    slope = chain("x + y", "t", "t")
    assert slope.sentence(slope.at(2.0)) == (
        "At t = 2 the point is at (x, y) = (2, 2) and z rises there: dz/dt = 2."
    )
    source = chain(*SOURCE)
    assert source.sentence(source.at(0.3)).endswith("z falls there: dz/dt ≈ −68.9636.")


def test_standing_still_and_level_ground_are_told_apart() -> None:
    assert "stands still" in chain("x + y", "t^2", "t^2").sentence(chain("x + y", "t^2", "t^2").at(0.0))
    bowl = chain("x^2 + y^2", "t", "t")
    assert "level in every direction" in bowl.sentence(bowl.at(0.0))


@pytest.mark.parametrize(
    ("z", "x", "y", "t", "sentence"),
    [
        ("x + y", "ln t", "t", -1.0, "x has no value at t = −1."),
        ("x + y", "t", "|t|", 0.0, "y has no derivative at t = 0, so the rule does not apply there."),
        ("ln x + y", "t", "t", -2.0, "z has no value at (x, y) = (−2, −2), where the point is at t = −2."),
        ("|x| + y", "t^2", "t", 0.0, "z has no gradient at (x, y) = (0, 0), where the point is at t = 0"),
    ],
)
def test_what_is_missing_is_said(z: str, x: str, y: str, t: float, sentence: str) -> None:
    found = chain(z, x, y)
    assert found.sentence(found.at(t)).startswith(sentence)
    assert math.isnan(found.at(t).rate)


def test_a_walk_has_the_numbers_of_each_moment() -> None:
    found = chain(*SOURCE)
    walk = found.walk(0.0, 3.0)
    one = found.at(float(walk.t[120]))
    np.testing.assert_allclose(walk.place[120], one.place, rtol=1e-14)
    np.testing.assert_allclose(walk.velocity[120], one.velocity, rtol=1e-14)
    np.testing.assert_allclose(walk.gradient[120], one.gradient, rtol=1e-13)
    assert walk.rate[120] == pytest.approx(one.rate, rel=1e-13)
    assert walk.stop(0.6) == 12


def test_the_window_leaves_room_for_arrows_all_around_the_path() -> None:
    walk = chain(*SOURCE).walk(0.0, 3.2)
    for axis, (low, high) in enumerate((walk.window.x, walk.window.y)):
        assert low <= walk.place[:, axis].min() - walk.room
        assert high >= walk.place[:, axis].max() + walk.room


def test_a_point_that_stands_still_has_a_window_too() -> None:
    walk = chain("x + y", "1", "2").walk(0.0, 1.0)
    assert walk.window.x[0] < 1 < walk.window.x[1] and walk.heights[0] <= 3 < walk.heights[1]


@pytest.mark.parametrize(
    ("low", "high", "setting"),
    [
        (1.0, 1.0, "thi"),
        (0.0, math.inf, "thi"),
        (0.0, math.nan, "thi"),
        (math.nan, 1.0, "tlo"),
        (-math.inf, 1.0, "tlo"),
    ],
)
def test_a_range_that_is_none_names_its_control(low: float, high: float, setting: str) -> None:
    with pytest.raises(SettingError) as caught:
        chain(*SOURCE).walk(low, high)
    assert caught.value.setting == setting


def test_a_composition_beyond_the_limits_of_the_language_is_refused() -> None:
    with pytest.raises(CalculusError, match="too much here"):
        chain("(x^90 + y)^29", "(t + 1)^30", "t")
