"""The quadratic model: Taylor's coefficients, an error like a cube, and a distance found and found again."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.expression import parse
from core.hessian import model_steps
from core.quadratic_model import (
    PART,
    QuadraticModel,
    error_along,
    model_check,
    quadratic_model,
    trusted_outline,
)
from core.sampling.contours import level_curves

XY = ("x", "y")
NUMBERS = st.floats(-2, 2)


def model_of(text: str, x: float, y: float) -> QuadraticModel:
    found = quadratic_model(parse(text, XY), (x, y))
    assert found is not None
    return found


@settings(deadline=None)
@given(NUMBERS, NUMBERS)
def test_a_quadratic_is_its_own_model_everywhere(x: float, y: float) -> None:
    e = parse("2x^2 + 3y^2 - x y + x - 4", XY)
    model = quadratic_model(e, (0.3, -0.7))
    assert model is not None
    assert float(model(x, y)) == pytest.approx(float(e(x, y)), abs=1e-12)


def test_coefficients_are_those_of_taylor_s_polynomial() -> None:
    """eˣ cos y = 1 + x + x²/2 − y²/2 + …"""
    model = model_of("e^x cos(y)", 0, 0)
    assert float(model(0.1, 0.2)) == pytest.approx(1 + 0.1 + 0.005 - 0.02, rel=1e-15)


def test_the_distance_of_trust_on_a_cubic_is_where_the_cube_is_a_tenth() -> None:
    """x² + x³ from 0 to the right: t³ = 0.1·t² at t = 0.1."""
    e = parse("x^2 + x^3 + y^2", XY)
    ray = error_along(e, model_of("x^2 + x^3 + y^2", 0, 0), 0.0, 2.0)
    assert ray.trusted == pytest.approx(0.1, rel=1e-9)
    assert ray.check is not None and ray.check.holds
    assert ray.sentence == "At a distance of 0.1 the error passes 10 % of the change promised."


def test_a_quadratic_is_trusted_as_far_as_it_is_followed() -> None:
    ray = error_along(parse("x^2 - y^2", XY), model_of("x^2 - y^2", 1, 1), 0.7, 5.0)
    assert ray.trusted == math.inf
    assert "As far as 5 this way" in ray.sentence


def test_trust_ends_at_the_edge_of_the_domain() -> None:
    """√x from 1 to the left: the error stays small until 0, beyond which f has no value."""
    text = "(x + 1)^2 + 0*sqrt(x) + y"
    ray = error_along(parse(text, XY), model_of(text, 1, 0), math.pi, 3.0)
    assert ray.ends
    assert ray.trusted == pytest.approx(1, abs=1e-9)


def test_a_model_without_change_promises_nothing() -> None:
    ray = error_along(parse("x^3 - 3x y^2", XY), model_of("x^3 - 3x y^2", 0, 0), 0.0, 1.0)
    assert ray.trusted == 0
    assert "promises no change" in ray.sentence


@pytest.mark.parametrize(
    "text", ["e^x cos(y)", "cos(x) + y^2", "x^2 y + y^3", "2x^2 + 3y^2 - x y", "log(x + 3) y"]
)
def test_half_the_distance_leaves_an_eighth_of_the_error(text: str) -> None:
    check = model_check(parse(text, XY), model_of(text, 0.3, 0.4))
    assert check.holds, check


def test_a_wrong_curvature_does_not_pass_the_check() -> None:
    right = model_of("e^x cos(y)", 0, 0)
    wrong = QuadraticModel(right.point, right.value, right.gradient, right.matrix * 1.01)
    assert not model_check(parse("e^x cos(y)", XY), wrong).holds


@pytest.mark.parametrize(("text", "x"), [("log(x) + y", -1.0), ("|x| + y", 0.0), ("x|x| + y", 0.0)])
def test_there_is_no_model_without_second_derivatives(text: str, x: float) -> None:
    assert quadratic_model(parse(text, XY), (x, 0.0)) is None


def test_the_outline_is_where_rays_lose_trust() -> None:
    e = parse("e^x + y^4 + y^2", XY)
    model = model_of("e^x + y^4 + y^2", 0, 0)
    outline = trusted_outline(e, model, 3.0)
    assert outline[0] == pytest.approx(outline[-1], abs=1e-12)
    for k in (0, 18, 40):
        ray = error_along(e, model, 2 * math.pi * k / 72, 3.0)
        assert np.hypot(*outline[k]) == pytest.approx(min(ray.trusted, 3.0), abs=3.0 / 400)


def test_the_part_of_a_ray_is_the_error_over_the_change_promised_so_far() -> None:
    e = parse("cos(x) + y", XY)
    ray = error_along(e, model_of("cos(x) + y", 0, 0), 0.0, 2.0)
    x = ray.distance[200]
    assert ray.part[200] == pytest.approx(abs(math.cos(x) - 1 + x * x / 2) / (x * x / 2), rel=1e-9)
    assert (ray.part <= PART).all() == (ray.trusted == math.inf)


def test_the_model_s_level_curves_lie_on_levels_of_f() -> None:
    e = parse("cos(x) + y^2", XY)
    window = ((-2.0, 2.0), (-2.0, 2.0))
    levels = level_curves(e, window)
    model = model_of("cos(x) + y^2", 0, 0)
    curves = model.levels(window, levels)
    assert set(curves.level.tolist()) <= set(levels.level.tolist())
    assert model(curves.x, curves.y) == pytest.approx(curves.level, abs=5e-3)


def test_its_steps_put_the_numbers_in_and_hold() -> None:
    e = parse("2x^2 + 3y^2 - x y", XY)
    model = model_of("2x^2 + 3y^2 - x y", 1, 1)
    board = list(model_steps(e, model, error_along(e, model, 0.0, 1.0)))
    assert board[1].latex == (
        r"q(x, y) = 4 + 3 \left(x - 1\right) + 5 \left(y - 1\right) + 2 \left(x - 1\right)^2 "
        r"- \left(x - 1\right) \left(y - 1\right) + 3 \left(y - 1\right)^2"
    )
    assert all(step.check is None or step.check.holds for step in board)


def test_a_jump_ends_trust_where_it_stands() -> None:
    text = "step(x) + y^2 + x"
    ray = error_along(parse(text, XY), model_of(text, -1, 0), 0.0, 3.0)
    assert ray.trusted == pytest.approx(1, abs=1e-9)
    assert ray.check is not None and ray.check.holds
