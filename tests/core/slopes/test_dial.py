"""The dial, the level curve, the field and the window."""

import math
from fractions import Fraction

import numpy as np
import pytest

from core.expression import parse
from core.gradient import directional_derivative, gradient_at
from core.quotients import central
from core.slopes import arrow_field, cuts, dial, level_curve, slope_towards, straight_section, view_window
from core.slopes.angles import bearing, unit
from core.slopes.cuts import straight_cut
from core.windows import Window

PLANE = ("x", "y")
CASES = [
    ("x^2 + y^2", (2.0, 3.0)),
    ("x e^(-(x^2 + y^2))", (-0.5, 0.4)),
    ("tanh x + tanh y", (1.0, -1.0)),
    ("85 - x^2 (x - 6) y^2 (y - 6)/90", (3.0, 2.0)),
    ("sin(5x) cos(5y)", (0.3, 0.2)),
    ("(1 - x)^2 + 100(y - x^2)^2", (-1.0, 1.1)),
    ("1/(x - y)", (1.0, -0.5)),
    ("sqrt x + log y", (0.01, 0.2)),
]


@pytest.mark.parametrize(("text", "place"), CASES)
def test_the_largest_slope_of_the_dial_lies_along_the_gradient(text: str, place: tuple[float, float]) -> None:
    """Found from difference quotients of f alone: a parabola through the largest of 72 and its neighbours."""
    e = parse(text, PLANE)
    angles = np.arange(0.0, 360.0, 5.0)
    slopes = np.array([float(central(straight_cut(e, place, a), (Fraction(0),), 0)) for a in angles.tolist()])
    best = int(np.argmax(slopes))
    before, top, after = slopes[best - 1], slopes[best], slopes[(best + 1) % 72]
    highest = angles[best] + 5.0 * (before - after) / (2 * (before - 2 * top + after))
    found = dial(e, place)
    assert abs((found.steepest - highest + 180) % 360 - 180) < 0.1
    shown = found.angles[np.argmax(found.slope)]
    assert abs((shown - found.steepest + 180) % 360 - 180) < 0.1
    assert found.slope.max() == pytest.approx(gradient_at(e, place).magnitude, rel=1e-12)


@pytest.mark.parametrize(("text", "place"), CASES)
def test_along_the_level_curve_the_slope_of_f_itself_is_zero(text: str, place: tuple[float, float]) -> None:
    e = parse(text, PLANE)
    for angle in dial(e, place).level:
        slope = float(central(straight_cut(e, place, angle), (Fraction(0),), 0))
        assert abs(slope) < 1e-12 * gradient_at(e, place).magnitude


def test_every_slope_of_the_dial_is_that_of_its_angle() -> None:
    e = parse("x^2 + 2x y - y", PLANE)
    found = dial(e, (-0.2, 1.0))
    for angle, slope in zip(found.angles.tolist(), found.slope.tolist(), strict=True):
        assert slope == pytest.approx(directional_derivative(e, (-0.2, 1.0), unit(angle)), abs=1e-12)


def test_the_dial_is_a_circle_of_zeros_where_the_gradient_is_zero() -> None:
    found = dial(parse("x^2 + y^2", PLANE), (0.0, 0.0))
    assert found.largest == 0 and math.isnan(found.steepest) and found.level == ()


def test_without_a_gradient_the_dial_shows_the_slopes_walking_away() -> None:
    found = dial(parse("|x| + |y|", PLANE), (0.0, 1.0))
    turn = np.radians(found.angles)
    assert not found.differentiable
    assert found.slope == pytest.approx(np.abs(np.cos(turn)) + np.sin(turn), abs=1e-14)


def test_a_direction_in_which_f_leaps_has_no_slope() -> None:
    e = parse("{x^2 + y^2 = 0: 0, x y/(x^2 + y^2)}", PLANE)
    assert math.isnan(slope_towards(e, (0.0, 0.0), 45.0))
    assert slope_towards(e, (0.0, 0.0), 90.0) == 0


def test_a_direction_without_a_length_is_misuse() -> None:
    with pytest.raises(ValueError, match="needs a length"):
        directional_derivative(parse("x + y", PLANE), (0, 0), (0, 0))


@pytest.mark.parametrize(("text", "place"), CASES)
def test_the_level_curve_keeps_its_level_and_crosses_the_gradient_at_a_right_angle(
    text: str, place: tuple[float, float]
) -> None:
    e = parse(text, PLANE)
    curve = level_curve(e, place, view_window(e, place))
    size = gradient_at(e, place).magnitude
    assert np.max(np.abs(e(curve.x, curve.y) - curve.level)) < 1e-4 * size
    assert (curve.x[curve.start], curve.y[curve.start]) == place
    closed = curve.start == 0
    before, after = (-2 if closed else curve.start - 1), curve.start + 1
    along = bearing((curve.x[after] - curve.x[before], curve.y[after] - curve.y[before]))
    across = bearing(gradient_at(e, place).vector.tolist())
    assert abs((along - across) % 180 - 90) < 1


def test_a_closed_level_curve_comes_back_to_its_start() -> None:
    curve = level_curve(parse("x^2 + y^2", PLANE), (0.6, 0.8), Window((-3, 3), (-3, 3)))
    assert (curve.x[0], curve.y[0]) == (curve.x[-1], curve.y[-1]) == (0.6, 0.8)
    assert np.hypot(curve.x, curve.y) == pytest.approx(np.ones(curve.x.size), abs=1e-12)
    assert np.ptp(np.arctan2(curve.y, curve.x)) > 6


def test_where_the_gradient_is_zero_there_is_no_level_curve_to_follow() -> None:
    assert level_curve(parse("x^2 + y^2", PLANE), (0.0, 0.0), Window((-3, 3), (-3, 3))).x.size == 0


def test_the_field_is_the_gradient_in_the_middle_of_square_cells() -> None:
    found = arrow_field(parse("x^2 + 3y^2", PLANE), Window((-4, 4), (-2, 2)))
    assert found.spacing == pytest.approx(8 / 13)
    assert len(found.points) == 13 * 6
    assert found.vectors == pytest.approx(found.points * [2, 6])
    assert found.points.mean(axis=0) == pytest.approx([0, 0], abs=1e-12)


def test_the_field_has_no_arrow_where_there_is_no_gradient() -> None:
    found = arrow_field(parse("log x + y", PLANE), Window((-2, 2), (-2, 2)))
    assert len(found.points) == 6 * 13 and (found.points[:, 0] > 0).all()


@pytest.mark.parametrize(
    ("text", "place"), [("x^2 + y^2", (2.0, 3.0)), ("x + y", (3.9, 0.0)), ("x y", (50.0, 0.0))]
)
def test_the_window_leaves_room_for_an_arrow(text: str, place: tuple[float, float]) -> None:
    window = view_window(parse(text, PLANE), place)
    for at, (low, high) in zip(place, (window.x, window.y), strict=True):
        assert min(at - low, high - at) > 0.1 * (high - low)


def test_cuts_are_those_of_the_surface_and_their_slopes_the_gradient() -> None:
    e = parse("x^2 y + y^3", PLANE)
    found = cuts(e, (0.5, 1.1), Window((-2, 2), (-2, 2)))
    assert found.at[found.start] == 1.1
    for at, curve in zip(found.at, found.along_x, strict=True):
        known = np.isfinite(curve.y)
        assert curve.y[known] == pytest.approx(curve.x[known] ** 2 * at + at**3, abs=1e-12)
    known = np.isfinite(found.along_y.y)
    y = found.along_y.x[known]
    assert found.along_y.y[known] == pytest.approx(y / 4 + y**3, abs=1e-12)
    assert found.slopes == pytest.approx(np.column_stack([found.at, 0.25 + 3 * found.at**2]))


def test_sliding_cuts_have_gaps_at_poles_and_jumps_but_not_on_steep_ways() -> None:
    window = Window((-2, 2), (-2, 2))
    pole = cuts(parse("1/x + y", PLANE), (1.0, 0.0), window)
    jump = cuts(parse("9 step(x) + y", PLANE), (1.0, 0.0), window)
    steep = cuts(parse("9 tanh(40x) + y", PLANE), (1.0, 0.0), window)
    others = [k for k in range(len(pole.at)) if k != pole.start]
    assert all(np.isnan(pole.along_x[k].y).any() for k in others)
    assert all(np.isnan(jump.along_x[k].y).any() for k in others)
    assert not any(np.isnan(steep.along_x[k].y).any() for k in others)


def test_the_heights_of_the_cuts_do_not_move_with_the_point() -> None:
    e, window = parse("x^2 + y^2", PLANE), Window((-3, 3), (-3, 3))
    assert cuts(e, (0.0, 0.0), window).heights == cuts(e, (2.5, 2.0), window).heights


def test_the_straight_cut_has_the_slope_of_its_direction() -> None:
    e, window = parse("x^2 + 2x y - y", PLANE), Window((-3, 3), (-3, 3))
    cut = straight_section(e, (-0.2, 1.0), 45.0, window)
    assert cut.slope == pytest.approx(math.sqrt(2) / 10, rel=1e-14)
    t = cut.curve.x[np.isfinite(cut.curve.y)] / math.sqrt(2)
    expected = (t - 0.2) ** 2 + 2 * (t - 0.2) * (t + 1) - (t + 1)
    assert cut.curve.y[np.isfinite(cut.curve.y)] == pytest.approx(expected, abs=1e-12)
