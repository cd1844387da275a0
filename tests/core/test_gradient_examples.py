"""Every claim in the notice of every example of the lesson, computed again."""

import math
from collections.abc import Callable

import numpy as np
import pytest

from core.examples import Example
from core.examples.gradient import GRADIENT
from core.expression import Expression, parse
from core.gradient import directional_derivative, gradient_at, slope_check
from core.slopes import standing
from core.slopes.angles import bearing, bearing_by_quotient, unit
from core.tangent_plane import tangent_plane

EXAMPLES = {example.name: example for example in GRADIENT}
KIND_OF = dict.fromkeys(EXAMPLES, "climbs") | {
    "level-but-no-summit": "flat",
    "fold": "no gradient",
    "no-value": "no value",
    "partials-only": "not differentiable",
}
CLAIMS: dict[str, Callable[[Example], None]] = {}
DIGITS = 1e-5
"""The notices give six digits."""


def claims(name: str) -> Callable[[Callable[[Example], None]], Callable[[Example], None]]:
    """The decorated function computes the claims of this example."""

    def enter(check: Callable[[Example], None]) -> Callable[[Example], None]:
        CLAIMS[name] = check
        return check

    return enter


def function(example: Example) -> Expression:
    return parse(example.values["g"], ("x", "y"))


def place(example: Example) -> tuple[float, float]:
    return float(example.values["px"]), float(example.values["py"])


def vector(example: Example) -> list[float]:
    found: list[float] = gradient_at(function(example), place(example)).vector.tolist()
    return found


def slope_towards(example: Example, angle: float) -> float:
    return directional_derivative(function(example), place(example), unit(angle))


def own_slope(example: Example) -> float:
    """D_u f for the example's own angle."""
    return slope_towards(example, float(example.values["angle"]))


@pytest.mark.parametrize("example", GRADIENT, ids=EXAMPLES)
def test_an_example_sets_exactly_the_keys_of_the_lesson(example: Example) -> None:
    assert list(example.values) == ["g", "px", "py", "angle"]
    assert example.lesson == "gradient"
    assert -180 < float(example.values["angle"]) <= 180


def test_the_page_opens_with_the_bowl_of_the_source() -> None:
    assert len(EXAMPLES) == len(GRADIENT)
    assert (function(GRADIENT[0]), place(GRADIENT[0])) == (parse("x^2 + y^2", ("x", "y")), (2.0, 3.0))


def test_the_claims_of_every_example_are_computed_below() -> None:
    assert set(CLAIMS) == set(EXAMPLES)


@pytest.mark.parametrize("example", GRADIENT, ids=EXAMPLES)
def test_what_there_is_to_notice_is_true(example: Example) -> None:
    CLAIMS[example.name](example)


@pytest.mark.parametrize("example", GRADIENT, ids=EXAMPLES)
def test_the_examples_stand_where_they_say(example: Example) -> None:
    assert standing(function(example), place(example)).kind == KIND_OF[example.name]


@claims("bowl")
def away_from_the_bottom(example: Example) -> None:
    assert vector(example) == [4, 6]
    assert 2 * np.array(place(example)) == pytest.approx(vector(example))
    assert math.hypot(*vector(example)) == pytest.approx(7.2111, rel=DIGITS)
    assert own_slope(example) == pytest.approx(7.07107, rel=DIGITS)
    assert bearing(vector(example)) + 90 == pytest.approx(146.31, abs=0.005)
    assert slope_towards(example, bearing(vector(example)) + 90) == pytest.approx(0, abs=1e-12)


@claims("bump")
def the_arrow_misses_the_summit(example: Example) -> None:
    summit = (math.sqrt(0.5), 0.0)
    assert gradient_at(function(example), summit).magnitude < 1e-15
    assert summit[0] == pytest.approx(0.707107, rel=DIGITS)
    assert bearing(vector(example)) == pytest.approx(-45)
    assert bearing(np.subtract(summit, place(example)).tolist()) == pytest.approx(-67.5)
    ahead = np.add(place(example), 0.1 * np.array(unit(-45))).tolist()
    assert bearing(gradient_at(function(example), ahead).vector.tolist()) < -46


@claims("saturated")
def flat_along_x(example: Example) -> None:
    assert vector(example) == pytest.approx([0.0706508, 1], rel=DIGITS)
    assert bearing(vector(example)) == pytest.approx(85.96, abs=0.005)


@claims("level-but-no-summit")
def level_and_yet_up_and_down(example: Example) -> None:
    assert vector(example) == [0, 0]
    assert tangent_plane(function(example), place(example)).level
    assert function(example)(0, [0.5, -0.5]).tolist() == [0.125, -0.125]


@claims("fifth-power")
def the_slope_along_x_is_the_same_at_any_y(example: Example) -> None:
    slopes = [gradient_at(function(example), (0.5, y)).vector[0] for y in (-3.0, 0.0, 1.0, 8.0)]
    assert slopes == [0.3125] * 4
    assert vector(example)[1] == 2
    assert bearing(vector(example)) == pytest.approx(81.12, abs=0.005)


@claims("product")
def steeper_than_both(example: Example) -> None:
    assert vector(example) == [48, 36]
    assert math.hypot(*vector(example)) == 60
    assert bearing(vector(example)) == pytest.approx(36.87, abs=0.005)


@claims("rounded-direction")
def the_rounded_direction_is_too_long(example: Example) -> None:
    assert vector(example) == pytest.approx([1.6, -1.4])
    assert own_slope(example) == pytest.approx(0.141421, rel=DIGITS)
    assert np.dot(vector(example), (0.71, 0.71)) == pytest.approx(0.142)
    assert math.hypot(0.71, 0.71) == pytest.approx(1.00409, rel=DIGITS)


@claims("downhill-quadrant")
def the_quotient_forgets_the_signs(example: Example) -> None:
    assert vector(example) == pytest.approx([-2.13333, -2.13333], rel=DIGITS)
    assert bearing(vector(example)) == pytest.approx(-135)
    assert bearing_by_quotient(vector(example)) == pytest.approx(45)
    assert bearing(np.subtract((4, 4), place(example)).tolist()) == 45
    assert gradient_at(function(example), (4.0, 4.0)).magnitude == pytest.approx(0, abs=1e-12)
    assert function(example)(4, 4) < function(example)(2, 2)
    assert own_slope(example) == pytest.approx(-3.01699, rel=DIGITS)


@claims("plane")
def one_arrow_for_all_places(example: Example) -> None:
    places = [(1.0, 1.0), (-7.0, 0.5), (100.0, -3.0)]
    assert all(gradient_at(function(example), at).vector.tolist() == [2, -3] for at in places)
    x, y = np.array([-2.0, 0.0, 5.0]), np.array([3.0, 0.0, -4.0])
    plane = tangent_plane(function(example), place(example))
    assert plane(x, y).tolist() == function(example)(x, y).tolist()


@claims("fold")
def a_slope_for_each_side(example: Example) -> None:
    along_x, along_y, *_ = standing(function(example), place(example)).sides
    assert float(along_x.before.limit) == -1
    assert float(along_x.after.limit) == 1
    assert along_y.common == 1
    assert "−1 from the left and 1 from the right" in slope_check(function(example), place(example)).compared
    assert not tangent_plane(function(example), place(example)).exists


@claims("no-value")
def a_value_for_each_way_in(example: Example) -> None:
    near = np.array([1e-1, 1e-4, 1e-8])
    assert np.isnan(function(example)(0, 0))
    assert not function(example)(near, 0).any()
    assert not function(example)(0, near).any()
    assert function(example)(near, near) == pytest.approx(0.5)


@claims("partials-only")
def two_slopes_without_a_plane(example: Example) -> None:
    assert vector(example) == [0, 0]
    assert own_slope(example) == 0
    step = 1e-6
    x, y = (step * part for part in unit(45))
    assert function(example)(x, y) / step == pytest.approx(0.707107, rel=DIGITS)
    assert not tangent_plane(function(example), place(example)).exists
