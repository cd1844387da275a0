"""Every claim in the notice of every example of the lesson, computed again."""

import math

import numpy as np
import pytest

from core.curvature import hessian_at
from core.examples import Example
from core.examples.gradient import GRADIENT
from core.expression import Expression, parse
from core.gradient import directional_derivative, gradient_at, slope_check
from core.jacobian import composition, jacobian, vector_function
from core.path_chain import path_chain
from core.slopes import standing
from core.slopes.angles import bearing, bearing_by_quotient, unit
from core.tangent_plane import tangent_plane
from core.three_variables import VARIABLES
from tests.core.examples.claims import Claims

EXAMPLES = {example.name: example for example in GRADIENT}
STANDING = [example for example in GRADIENT if "px" in example.values]
PARTS = [example for example in GRADIENT if "px" not in example.values]
KIND_OF = {example.name: "climbs" for example in STANDING} | {
    "level-but-no-summit": "flat",
    "fold": "no gradient",
    "no-value": "no value",
    "partials-only": "not differentiable",
}
CLAIMS = Claims[Example]()
DIGITS = 1e-5
"""The notices give six digits."""


def named(example: Example) -> str:
    return example.name


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


@pytest.mark.parametrize("example", STANDING, ids=named)
def test_an_example_of_a_place_sets_function_point_and_direction(example: Example) -> None:
    assert list(example.values) == ["g", "px", "py", "angle"]
    assert -180 < float(example.values["angle"]) <= 180


@pytest.mark.parametrize("example", PARTS, ids=named)
def test_an_example_of_a_part_opens_it_and_is_found_before_one_of_a_place(example: Example) -> None:
    assert next(iter(example.values)) == "tab"
    assert len(example.values) > 4


def test_the_page_opens_with_the_bowl_of_the_source() -> None:
    assert len(EXAMPLES) == len(GRADIENT)
    assert {example.lesson for example in GRADIENT} == {"gradient"}
    assert (function(GRADIENT[0]), place(GRADIENT[0])) == (parse("x^2 + y^2", ("x", "y")), (2.0, 3.0))


def test_the_claims_of_every_example_are_computed_below() -> None:
    assert set(CLAIMS) == set(EXAMPLES)


@pytest.mark.parametrize("example", GRADIENT, ids=named)
def test_what_there_is_to_notice_is_true(example: Example) -> None:
    CLAIMS[example.name](example)


@pytest.mark.parametrize("example", STANDING, ids=named)
def test_the_examples_stand_where_they_say(example: Example) -> None:
    assert standing(function(example), place(example)).kind == KIND_OF[example.name]


@CLAIMS.of("bowl")
def away_from_the_bottom(example: Example) -> None:
    assert vector(example) == [4, 6]
    assert 2 * np.array(place(example)) == pytest.approx(vector(example))
    assert math.hypot(*vector(example)) == pytest.approx(7.2111, rel=DIGITS)
    assert own_slope(example) == 4
    assert bearing(vector(example)) + 90 == pytest.approx(146.31, abs=0.005)
    assert slope_towards(example, bearing(vector(example)) + 90) == pytest.approx(0, abs=1e-12)


@CLAIMS.of("bump")
def the_arrow_misses_the_summit(example: Example) -> None:
    summit = (math.sqrt(0.5), 0.0)
    assert gradient_at(function(example), summit).magnitude < 1e-15
    assert summit[0] == pytest.approx(0.707107, rel=DIGITS)
    assert bearing(vector(example)) == pytest.approx(-45)
    assert bearing(np.subtract(summit, place(example)).tolist()) == pytest.approx(-67.5)
    ahead = np.add(place(example), 0.1 * np.array(unit(-45))).tolist()
    assert bearing(gradient_at(function(example), ahead).vector.tolist()) < -46


@CLAIMS.of("saturated")
def flat_along_x(example: Example) -> None:
    assert vector(example) == pytest.approx([0.0706508, 1], rel=DIGITS)
    assert bearing(vector(example)) == pytest.approx(85.96, abs=0.005)


@CLAIMS.of("level-but-no-summit")
def level_and_yet_up_and_down(example: Example) -> None:
    assert vector(example) == [0, 0]
    assert tangent_plane(function(example), place(example)).level
    assert function(example)(0, [0.5, -0.5]).tolist() == [0.125, -0.125]


@CLAIMS.of("fifth-power")
def the_slope_along_x_is_the_same_at_any_y(example: Example) -> None:
    slopes = [gradient_at(function(example), (0.5, y)).vector[0] for y in (-3.0, 0.0, 1.0, 8.0)]
    assert slopes == [0.3125] * 4
    assert vector(example)[1] == 2
    assert bearing(vector(example)) == pytest.approx(81.12, abs=0.005)


@CLAIMS.of("product")
def steeper_than_both(example: Example) -> None:
    assert vector(example) == [48, 36]
    assert math.hypot(*vector(example)) == 60
    assert bearing(vector(example)) == pytest.approx(36.87, abs=0.005)


@CLAIMS.of("rounded-direction")
def the_rounded_direction_is_too_long(example: Example) -> None:
    assert vector(example) == pytest.approx([1.6, -1.4])
    assert own_slope(example) == pytest.approx(0.141421, rel=DIGITS)
    assert np.dot(vector(example), (0.71, 0.71)) == pytest.approx(0.142)
    assert math.hypot(0.71, 0.71) == pytest.approx(1.00409, rel=DIGITS)


@CLAIMS.of("downhill-quadrant")
def the_quotient_forgets_the_signs(example: Example) -> None:
    assert vector(example) == pytest.approx([-2.13333, -2.13333], rel=DIGITS)
    assert bearing(vector(example)) == pytest.approx(-135)
    assert bearing_by_quotient(vector(example)) == pytest.approx(45)
    assert bearing(np.subtract((4, 4), place(example)).tolist()) == 45
    assert gradient_at(function(example), (4.0, 4.0)).magnitude == pytest.approx(0, abs=1e-12)
    assert function(example)(4, 4) < function(example)(2, 2)
    assert own_slope(example) == pytest.approx(-3.01699, rel=DIGITS)


@CLAIMS.of("plane")
def one_arrow_for_all_places(example: Example) -> None:
    places = [(1.0, 1.0), (-7.0, 0.5), (100.0, -3.0)]
    assert all(gradient_at(function(example), at).vector.tolist() == [2, -3] for at in places)
    x, y = np.array([-2.0, 0.0, 5.0]), np.array([3.0, 0.0, -4.0])
    plane = tangent_plane(function(example), place(example))
    assert plane(x, y).tolist() == function(example)(x, y).tolist()


@CLAIMS.of("fold")
def a_slope_for_each_side(example: Example) -> None:
    along_x, along_y, *_ = standing(function(example), place(example)).sides
    assert float(along_x.before.limit) == -1
    assert float(along_x.after.limit) == 1
    assert along_y.common == 1
    assert "−1 from the left and 1 from the right" in slope_check(function(example), place(example)).compared
    assert not tangent_plane(function(example), place(example)).exists


@CLAIMS.of("no-value")
def a_value_for_each_way_in(example: Example) -> None:
    near = np.array([1e-1, 1e-4, 1e-8])
    assert np.isnan(function(example)(0, 0))
    assert not function(example)(near, 0).any()
    assert not function(example)(0, near).any()
    assert function(example)(near, near) == pytest.approx(0.5)


@CLAIMS.of("partials-only")
def two_slopes_without_a_plane(example: Example) -> None:
    assert vector(example) == [0, 0]
    assert own_slope(example) == 0
    step = 1e-6
    x, y = (step * part for part in unit(45))
    assert function(example)(x, y) / step == pytest.approx(0.707107, rel=DIGITS)
    assert not tangent_plane(function(example), place(example)).exists


@CLAIMS.of("three-variables")
def an_arrow_in_space(example: Example) -> None:
    at = tuple(float(example.values[name]) for name in ("qx", "qy", "qz"))
    assert at == (1, 2, 0)
    found = gradient_at(parse(example.values["three"], VARIABLES), at)
    assert found.vector.tolist() == [2, 12, -1]
    assert found.magnitude == pytest.approx(12.2066, rel=DIGITS)


@CLAIMS.of("polar")
def the_area_grows_by_r(example: Example) -> None:
    matrix = jacobian(vector_function(example.values["map"], ("r", "t")))
    here = float(example.values["m1"]), float(example.values["m2"])
    for r, t in (here, (3.0, -2.0), (0.0, 1.0)):
        assert matrix.at((r, t)).determinant == pytest.approx(r, abs=1e-15)
    assert here[0] == 2
    assert matrix.function(0, 1).tolist() == matrix.function(0, 2).tolist()


@CLAIMS.of("inside")
def the_angle_makes_no_difference(example: Example) -> None:
    inner = vector_function(example.values["map"], ("r", "t"))
    both = composition(vector_function(example.values["outer"], ("x", "y")), inner)
    for r, t in ((2.0, 1.0), (3.0, -2.0)):
        outside, inside, _ = both.at((r, t))
        assert (outside.matrix @ inside.matrix)[0] == pytest.approx([2 * r, 0], abs=1e-14)
        assert both.whole(r, t).tolist() == pytest.approx([r * r])
    assert (example.values["m1"], example.values["m2"]) == ("2", "1")


@CLAIMS.of("path")
def the_part_across_the_way_does_not_count(example: Example) -> None:
    x, y = (parse(example.values[name], ("t",)) for name in ("xt", "yt"))
    moving = path_chain(function(example), x, y).at(float(example.values["t"]))
    assert moving.place.tolist() == [0, 4]
    assert moving.gradient.tolist() == [-12, 16]
    assert moving.velocity.tolist() == [6, 0]
    assert (moving.terms, moving.rate) == ((-72, 0), -72)
    saddle = hessian_at(function(example), (0.0, 0.0)).eigenvalues
    assert saddle.min() < 0 < saddle.max()
