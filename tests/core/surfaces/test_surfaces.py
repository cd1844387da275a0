"""The library of test surfaces: its minima are minima, as published, and its gradients are derivatives."""

import numpy as np
import pytest

from core.curvature import hessian_at
from core.expression.precise import precise_value
from core.expression.tree import Node
from core.gradient import gradient_at, gradient_field, slope_check
from core.optimizers import OPTIMIZERS
from core.surfaces import SURFACES, KnownMinimum, Surface
from tests.core.critical_points.published import PUBLISHED

EPS = float(np.finfo(np.float64).eps)
ASKED_FOR = {
    "sphere", "ellipse", "rosenbrock", "himmelblau", "beale", "booth", "matyas", "mccormick",
    "goldstein-price", "easom", "six-hump-camel", "three-hump-camel", "rastrigin", "ackley",
    "styblinski-tang", "monkey-saddle", "plateau", "cliff",
}  # fmt: skip

MINIMA = [
    pytest.param(surface, minimum, id=f"{surface.name} at {minimum.point}")
    for surface in SURFACES.values()
    for minimum in dict.fromkeys((*surface.minima, *filter(None, [surface.goal])))
]
SMOOTH = [case for case in MINIMA if case.values[1].smooth]

# Point and value as printed in SciPy's benchmark of global optimisers (go_benchmark_functions, after Jamil
# and Yang, 2013), in gonum and in argmin_testfunctions; third, how far the printed point can be relied on.
PRINTED = {
    "six-hump-camel": ((0.08984201, -0.7126564), -1.031628453489877, 1e-8),
    "mccormick": ((-0.5471975602214493, -1.547197559268372), -1.9132229549810367, 1e-8),
    "styblinski-tang": ((-2.903534, -2.903534), 2 * -39.16616570377142, 1e-6),
    "goldstein-price": ((0.0, -1.0), 3.0, 1e-12),
    "three-hump-camel": ((0.0, 0.0), 0.0, 1e-12),
    "booth": ((1.0, 3.0), 0.0, 1e-12),
    "matyas": ((0.0, 0.0), 0.0, 1e-12),
    "beale": ((3.0, 0.5), 0.0, 1e-12),
    "easom": ((3.141592653589793, 3.141592653589793), -1.0, 1e-12),
    "ackley": ((0.0, 0.0), 0.0, 1e-12),
    "rastrigin": ((0.0, 0.0), 0.0, 1e-12),
    "rosenbrock": ((1.0, 1.0), 0.0, 1e-12),
}


def exact(node: Node, point: tuple[float, float]) -> float:
    return float(precise_value(node, dict(zip(("x", "y"), point, strict=True)), 30))


def test_every_surface_that_was_asked_for_is_there() -> None:
    assert set(SURFACES) == ASKED_FOR


@pytest.mark.parametrize(("surface", "minimum"), SMOOTH)
def test_the_gradient_is_0_to_rounding_at_every_known_minimum(
    surface: Surface, minimum: KnownMinimum
) -> None:
    # The place is rounded to float64, which moves the slope by at most its curvature times half a digit.
    curvature = np.abs(hessian_at(surface.expression, minimum.point).eigenvalues).max()
    room = 4 * EPS * curvature * max(1.0, float(np.hypot(*minimum.point)))
    slopes = [exact(tree, minimum.point) for tree in gradient_field(surface.expression).trees]
    assert np.abs(slopes).max() <= room


@pytest.mark.parametrize(("surface", "minimum"), SMOOTH)
def test_the_surface_bends_upwards_in_every_direction_at_a_known_minimum(
    surface: Surface, minimum: KnownMinimum
) -> None:
    assert hessian_at(surface.expression, minimum.point).eigenvalues.min() > 0


@pytest.mark.parametrize(("surface", "minimum"), MINIMA)
def test_the_value_at_a_known_minimum_is_the_one_given(surface: Surface, minimum: KnownMinimum) -> None:
    value = exact(surface.expression.tree, minimum.point)
    assert value == pytest.approx(minimum.value, rel=4 * EPS, abs=1e-28)


@pytest.mark.parametrize(("surface", "minimum"), MINIMA)
def test_all_places_around_a_known_minimum_are_higher(surface: Surface, minimum: KnownMinimum) -> None:
    turn = np.linspace(0, 2 * np.pi, 64, endpoint=False)
    x, y = minimum.point
    around = surface.expression(x + 0.01 * np.cos(turn), y + 0.01 * np.sin(turn))
    assert (around > minimum.value).all()


@pytest.mark.parametrize("surface", SURFACES.values(), ids=lambda surface: surface.name)
def test_every_defeat_has_its_reason_and_nobody_is_beaten_twice(surface: Surface) -> None:
    beaten = [name for defeat in surface.defeats for name in defeat.optimizers]
    assert len(set(beaten)) == len(beaten) and set(beaten) <= set(OPTIMIZERS)
    assert all(defeat.why.endswith(".") and len(defeat.why) > 30 for defeat in surface.defeats)
    assert surface.minima or set(beaten) == set(OPTIMIZERS)


@pytest.mark.parametrize("name", PRINTED)
def test_the_lowest_minimum_is_the_one_that_libraries_print(name: str) -> None:
    point, value, digits = PRINTED[name]
    lowest = SURFACES[name].minima[0]
    assert lowest.value == min(minimum.value for minimum in SURFACES[name].minima)
    assert lowest.point == pytest.approx(point, abs=digits)
    assert lowest.value == pytest.approx(value, abs=1e-12)


@pytest.mark.parametrize(
    "name",
    [
        "himmelblau",
        "rosenbrock",
        "six-hump-camel",
        "three-hump-camel",
        "beale",
        "mccormick",
        "styblinski-tang",
        "goldstein-price",
    ],
)
def test_the_minima_are_those_of_the_table_of_critical_points(name: str) -> None:
    surface = SURFACES[name]
    (published,) = [row for row in PUBLISHED if row.text == surface.text]
    known = sorted(minimum.point for minimum in surface.minima)
    assert np.array(known) == pytest.approx(np.array(sorted(published.minima)), abs=1e-6)


def test_ackley_has_no_gradient_at_its_minimum() -> None:
    assert np.isnan(gradient_at(SURFACES["ackley"].expression, (0.0, 0.0)).vector).all()


def test_the_monkey_saddle_is_level_and_flat_in_its_middle() -> None:
    monkey = SURFACES["monkey-saddle"]
    assert gradient_at(monkey.expression, (0.0, 0.0)).vector.tolist() == [0, 0]
    assert not hessian_at(monkey.expression, (0.0, 0.0)).matrix.any()
    assert monkey.minima == ()


@pytest.mark.parametrize("surface", SURFACES.values(), ids=lambda surface: surface.name)
def test_the_derived_gradient_agrees_with_many_digit_quotients(surface: Surface) -> None:
    points = np.random.default_rng(7).uniform(*np.array(surface.window).T, size=(3, 2)).round(3)
    for point in (surface.start, *map(tuple, points.tolist())):
        check = slope_check(surface.expression, point)
        assert check.holds, (point, check)


@pytest.mark.parametrize("surface", SURFACES.values(), ids=lambda surface: surface.name)
def test_the_start_and_the_minima_lie_in_the_window_and_the_start_has_a_slope(surface: Surface) -> None:
    low, high = np.array(surface.window).T
    for point in (surface.start, *(minimum.point for minimum in surface.minima)):
        assert ((low < point) & (point < high)).all()
    assert gradient_at(surface.expression, surface.start).magnitude > 0


@pytest.mark.parametrize("surface", SURFACES.values(), ids=lambda surface: surface.name)
def test_what_it_punishes_is_one_sentence(surface: Surface) -> None:
    assert surface.punishes.endswith(".") and "!" not in surface.punishes
    assert 40 < len(surface.punishes) < 180


def slope_at(name: str, x: float, y: float) -> np.ndarray:
    return gradient_at(SURFACES[name].expression, (x, y)).vector


def test_the_numbers_in_the_sentences_are_true() -> None:
    assert slope_at("cliff", 1.3, 1.0)[0] == pytest.approx(719, abs=0.5)
    assert slope_at("cliff", 0.3, 1.0)[0] == pytest.approx(-0.003, abs=0.0005)
    assert hessian_at(SURFACES["ellipse"].expression, (0, 0)).eigenvalues == pytest.approx([2, 50])
    low, high = hessian_at(SURFACES["matyas"].expression, (0, 0)).eigenvalues
    assert high / low == pytest.approx(25)
    waves = [minimum.value for minimum in SURFACES["mccormick"].minima]
    assert waves[1] - waves[0] == pytest.approx(np.pi)
    across, along = hessian_at(SURFACES["rosenbrock"].expression, (1, 1)).eigenvalues[::-1]
    assert across / along == pytest.approx(2508, abs=0.5)
    assert not slope_at("beale", 0.0, 1.0).any()
    assert np.abs(slope_at("easom", np.pi / 2, np.pi / 2)).max() < 1e-15
    corners = np.meshgrid(np.linspace(-2, 2, 201), np.linspace(-2, 2, 201))
    assert SURFACES["goldstein-price"].expression(*corners).max() == pytest.approx(1e6, rel=0.02)
