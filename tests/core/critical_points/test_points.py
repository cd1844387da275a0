"""What is found in a window beside isolated points, and what is said about it."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.critical_points.around import look_around
from core.critical_points.points import CriticalMap, critical_points
from core.expression import parse

SQUARE = ((-3.0, 3.0), (-3.0, 3.0))


def found_in(text: str, window: object = SQUARE) -> CriticalMap:
    return critical_points(parse(text, ("x", "y")), window)  # type: ignore[arg-type]


def test_himmelblau_is_told_in_one_sentence() -> None:
    found = found_in("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", ((-5.0, 5.0), (-5.0, 5.0)))
    assert found.sentence == "Critical in this window: 4 minima, 4 saddles, 1 maximum."


def test_simple_fractions_are_exact_places() -> None:
    (point,) = found_in("(3x - 1)^2 + (y + 0.75)^2").points
    assert point.place == (Fraction(1, 3), Fraction(-3, 4))
    assert point.exact and point.residual == 0


def test_an_irrational_place_is_known_to_thirty_digits() -> None:
    (point, _) = (one for one in found_in("x^3 - 6x + y^2").points)
    assert abs(point.place[0] ** 2 - 2) < 1e-30


def test_a_gradient_that_only_comes_near_0_makes_no_point() -> None:
    assert found_in("e^x + y^2", ((-30.0, 2.0), (-2.0, 2.0))).points == ()


def test_a_slope_without_zero_makes_no_point() -> None:
    found = found_in("2x - y")
    assert (found.points, found.sets) == ((), ())
    assert found.sentence == "No critical point was found in this window."


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("sin(x)", {"the line x = 1.5708", "the line x = −1.5708"}),
        ("(x - y)^2 (x + 2y - 1)^2", {"the line y = x", "the line y = −0.5·x + 0.5"}),
        ("(x^2 + (y - 1)^2 - 1)^2", {"the circle of radius 1 about (0, 1)"}),
        ("max(|x| - 1, 0) + y^2", {"a part of the line y = 0"}),
    ],
)
def test_sets_of_critical_points_are_recognised(text: str, names: set[str]) -> None:
    found = found_in(text)
    assert {one.name for one in found.sets} == names
    assert all(one.check.holds for one in found.sets)


def test_the_marks_of_a_set_lie_on_it() -> None:
    (line,) = found_in("(x - 2y)^2").sets
    assert line.points[:, 0] == pytest.approx(2 * line.points[:, 1], abs=1e-12)
    assert line.value == 0


def test_a_plateau_is_an_area() -> None:
    (area,) = found_in("max(x^2 + y^2 - 1, 0)").sets
    assert area.shape == "area"
    assert np.hypot(*area.points.T).max() <= 1 + 1e-9
    assert area.sentence.startswith("f is constant, 0, on an area about")


def test_a_hyperbola_of_critical_points_is_a_curve() -> None:
    found = found_in("(x y - 1)^2", ((-2.0, 2.0), (-2.0, 2.0)))
    assert {one.shape for one in found.sets} == {"curve"}
    places = np.vstack([one.points for one in found.sets])
    assert places.prod(axis=1) == pytest.approx(1, abs=1e-8)
    assert [point.kind for point in found.points] == ["saddle"]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("|x| + |y|", "minimum", [0, 0]),
        ("-|x - 0.5| - |y|", "maximum", [0.5, 0]),
        ("sqrt(x^2 + y^2)", "minimum", [0, 0]),
    ],
)
def test_a_corner_is_said_where_no_gradient_is(text: str, kind: str, place: list[float]) -> None:
    found = found_in(text)
    (corner,) = found.corners
    assert (corner.kind, corner.point.tolist()) == (kind, place)
    assert found.points == ()
    assert "no gradient" in corner.sentence()


def test_a_multiple_root_at_an_irrational_place_is_degenerate() -> None:
    found = found_in("(x^2 - 2)^4 + y^2")
    assert [point.kind for point in found.points] == ["saddle", "degenerate", "degenerate"]
    assert found.points[1].point == pytest.approx([-(2**0.5), 0], abs=1e-15)


def test_a_tiny_curvature_is_not_taken_for_0() -> None:
    (point,) = found_in("x^2 + 10^(-10) y^2").points
    assert point.kind == "minimum"


def test_too_many_points_are_said_to_be_too_many() -> None:
    found = found_in("sin(5x) sin(5y)")
    assert not found.complete
    assert found.sentence.endswith("There are more than are listed here.")


@pytest.mark.parametrize(
    ("text", "finding", "changes"),
    [
        ("x^3 - 3x y^2", "saddle", 6),
        ("x^2 - y^2", "saddle", 4),
        ("x^3", "saddle", 2),
        ("x^4 + y^4", "minimum", 0),
        ("-x^4 - y^2", "maximum", 0),
        ("x^2 y^2", "flat minimum", 0),
        ("-(x + y)^2", "flat maximum", 0),
        ("(y - x^2)(y - 2x^2)", "saddle", 0),
        ("3", "level", 0),
        ("sqrt(x)", "unclear", 0),
    ],
)
def test_the_look_around_tells_what_the_hessian_cannot(text: str, finding: str, changes: int) -> None:
    look = look_around(parse(text, ("x", "y")), (0, 0))
    assert look.finding == finding
    if finding != "unclear":
        assert look.changes == changes


NUMBERS = st.integers(-9, 9).filter(bool)


@settings(deadline=None, max_examples=25)
@given(NUMBERS, st.integers(-9, 9), NUMBERS, st.integers(-8, 8), st.integers(-8, 8))
def test_a_quadratic_has_one_point_where_cramer_s_rule_puts_it(
    a: int, b: int, d: int, p: int, q: int
) -> None:
    """½a x² + b xy + ½d y² − (ap + bq)x/4 − (bp + dq)y/4 has ∇f = 0 at (p, q)/4, alone if ad ≠ b²."""
    if a * d == b * b:
        return
    text = f"{a}/2*x^2 + {b}*x*y + {d}/2*y^2 - ({a * p + b * q})/4*x - ({b * p + d * q})/4*y"
    (point,) = found_in(text).points
    assert point.place == (Fraction(p, 4), Fraction(q, 4))
    expected = "saddle" if a * d < b * b else "minimum" if a > 0 else "maximum"
    assert point.kind == expected


def test_beside_a_steep_slope_a_small_one_is_not_taken_for_0() -> None:
    assert found_in("10^30 x^2 + y^2").sets == ()
