"""The tangent plane: published numbers, what it touches, its steps, and where there is none."""

import math

import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from core.expression import Expression, parse
from core.tangent_plane import TangentPlane, plane_steps, tangent_plane
from core.tangent_plane.touching import slanting_check
from tests.core.golden import Case, Golden

GOLDEN = Golden("gradient")
X, Y = sympy.symbols("x y", real=True)

# Two variables, and the same by SymPy's own constructors: the expected plane shares no code with ours.
FUNCTIONS = {
    "x^2 + y^2": X**2 + Y**2,
    "x e^(-(x^2 + y^2))": X * sympy.exp(-(X**2) - Y**2),
    "tanh x + tanh y": sympy.tanh(X) + sympy.tanh(Y),
    "3x^2 y^3": 3 * X**2 * Y**3,
    "85 - x^2(x-6)y^2(y-6)/90": 85 - X**2 * (X - 6) * Y**2 * (Y - 6) / 90,
    "sin(x y) + log(4 + x)": sympy.sin(X * Y) + sympy.log(4 + X),
    "sqrt(x^2 + y^2 + 1)": sympy.sqrt(X**2 + Y**2 + 1),
}
PLACES = ((2.0, 3.0), (-0.5, 0.25), (0.0, 0.0))
WITHOUT_PLANE = {
    "|x| + |y|": ((0.0, 1.0), "no gradient"),
    "sqrt(x) + y": ((0.0, 1.0), "no gradient"),
    "x y/(x^2 + y^2)": ((0.0, 0.0), "no value"),
    "log(x) + y": ((-1.0, 1.0), "no value"),
    "sqrt(|x y|)": ((0.0, 0.0), "not differentiable"),
    "cbrt(x^2 y)": ((0.0, 0.0), "not differentiable"),
}


def surface(text: str) -> Expression:
    return parse(text, ("x", "y"))


def plane_of(text: str, *place: float) -> TangentPlane:
    return tangent_plane(surface(text), (place[0], place[1]))


@pytest.mark.parametrize("text", FUNCTIONS)
@pytest.mark.parametrize("place", PLACES, ids=str)
def test_the_plane_is_the_one_of_the_textbook_formula(text: str, place: tuple[float, float]) -> None:
    at = dict(zip((X, Y), map(sympy.Rational, place), strict=True))
    f = FUNCTIONS[text]
    height, along_x, along_y = (float(part.subs(at).evalf(30)) for part in (f, f.diff(X), f.diff(Y)))
    plane = plane_of(text, *place)
    assert (plane.height, *plane.slopes) == pytest.approx((height, along_x, along_y), rel=1e-13, abs=1e-13)
    expected = height + along_x * (7 - place[0]) + along_y * (-2 - place[1])
    assert float(plane(np.float64(7), np.float64(-2))) == pytest.approx(expected, rel=1e-12, abs=1e-12)


@GOLDEN.checked_by("tangent-plane")
def the_plane_of_the_source_is_4x_plus_8y_minus_20(case: Case) -> None:
    plane = plane_of(case["input"]["f"].replace("**", "^"), *case["input"]["point"])
    expected = parse(case["verified"]["expanded"], ("x", "y"))
    x, y = np.array([0.0, 2.0, -1.5]), np.array([0.0, 4.0, 3.25])
    assert plane(x, y) == pytest.approx(expected(x, y))
    assert plane_steps(plane)[2].latex == "z = 4 x + 8 y - 20"


@pytest.mark.parametrize("name", sorted(GOLDEN.checks))
def test_the_golden_plane_holds(name: str) -> None:
    GOLDEN.check(name)


def test_the_plane_is_level_where_the_gradient_is_zero() -> None:
    plane = plane_of("x^2 + y^2", 0, 0)
    assert plane.level
    assert plane.sentence == "Both slopes are 0: the tangent plane is level, z = 0."
    assert plane_steps(plane)[2].latex == "z = 0"
    assert not plane_of("x^2 + y^2", 0, 1).level


@given(st.integers(-40, 40), st.integers(-40, 40))
def test_the_plane_misses_a_paraboloid_by_the_square_of_the_distance(a: int, b: int) -> None:
    """x² + y² − plane is exactly (x − a)² + (y − b)²."""
    plane = plane_of("x^2 + y^2", a / 8, b / 8)
    x, y = np.array([0.0, 1.0, -3.0]), np.array([0.0, 2.0, 0.5])
    gap = x**2 + y**2 - plane(x, y)
    assert gap == pytest.approx((x - a / 8) ** 2 + (y - b / 8) ** 2, abs=1e-11)


@pytest.mark.parametrize("text", FUNCTIONS)
@pytest.mark.parametrize("place", PLACES, ids=str)
def test_every_step_has_a_check_that_holds(text: str, place: tuple[float, float]) -> None:
    steps = plane_steps(plane_of(text, *place))
    assert len(steps) == 4
    for step in steps:
        assert step.check is not None
        assert step.check.holds, step.title


def test_the_steps_put_the_numbers_in() -> None:
    needed, put_in, collected, beside = plane_steps(plane_of("x^2 + y^2", 2, -3))
    assert r"f(2, -3) &= 13 \\ f_x(2, -3) &= 4 \\ f_y(2, -3) &= -6" in needed.latex
    second = r"&= 13 + 4 \cdot \left(x - 2\right) + \left(-6\right) \cdot \left(y + 3\right)"
    assert second in put_in.latex
    assert collected.latex == "z = 4 x - 6 y - 13"
    assert "misses f by 0.02." in beside.why


def test_a_rounded_number_is_not_written_as_equal() -> None:
    collected = plane_steps(plane_of("85 - x^2(x-6)y^2(y-6)/90", 1, 2))[2]
    assert collected.latex == r"z \approx -1.6 x - 0.666667 y + 87.0444"


def test_no_step_beside_the_point_where_f_ends() -> None:
    titles = [step.title for step in plane_steps(plane_of("asin(x) + y", 0.95, 0))]
    assert titles == ["What the plane needs", "Height, and slope times distance", "Collect"]


def test_at_the_edge_of_the_domain_the_side_with_values_decides() -> None:
    plane = plane_of("x^1.5 + y", 0, 1)
    assert plane.slopes == (0, 1)
    assert all(step.check is not None and step.check.holds for step in plane_steps(plane))


@pytest.mark.parametrize("text", WITHOUT_PLANE)
def test_a_sentence_says_why_there_is_no_plane(text: str) -> None:
    place, reason = WITHOUT_PLANE[text]
    plane = plane_of(text, *place)
    opening = {
        "no gradient": "there is no gradient",
        "no value": "f has no value",
        "not differentiable": "both partial derivatives exist",
    }
    assert not plane.exists
    assert not plane.level
    assert opening[reason] in plane.sentence
    assert plane.sentence.endswith("There is no tangent plane.")
    assert plane_steps(plane) == ()
    assert math.isnan(plane(np.float64(1), np.float64(1)))


def test_the_slanting_check_tells_a_plane_that_only_touches_along_the_axes() -> None:
    assert not slanting_check(surface("sqrt(|x y|)"), (0.0, 0.0), (0.0, 0.0)).holds
    assert not slanting_check(surface("x^2 + y^2"), (2.0, 3.0), (4.0, 6.00001)).holds
    assert slanting_check(surface("x^2 + y^2"), (2.0, 3.0), (4.0, 6.0)).holds


def test_a_height_beyond_float64_carries_no_plane() -> None:
    plane = plane_of("x^2 + y^2", 1e300, 1.0)
    assert not plane.exists
    assert plane.sentence.endswith("there is no height to lay a plane at.")
