"""Level curves lie where g has their level, and nowhere else."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.sampling.contours import VERTICES, chosen_levels, level_curves

PIXEL = 1 / 600


def quiet(g):
    """g without NumPy's warnings, as a typed function is."""

    def h(x, y):
        with np.errstate(all="ignore"):
            return g(x, y)

    return h


SMOOTH = {
    "bowl": (lambda x, y: x**2 + 30 * y**2, lambda x, y: (2 * x, 60 * y), ((-4, 4), (-4, 4))),
    "saddle": (lambda x, y: x**2 - y**2, lambda x, y: (2 * x, -2 * y), ((-3, 3), (-3, 3))),
    "hill": (
        lambda x, y: 85 - x**2 * (x - 6) * y**2 * (y - 6) / 90,
        lambda x, y: (
            -(3 * x**2 - 12 * x) * y**2 * (y - 6) / 90,
            -(3 * y**2 - 12 * y) * x**2 * (x - 6) / 90,
        ),
        ((-1, 7), (-1, 7)),
    ),
    "four valleys": (
        lambda x, y: (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2,
        lambda x, y: (
            4 * x * (x**2 + y - 11) + 2 * (x + y**2 - 7),
            2 * (x**2 + y - 11) + 4 * y * (x + y**2 - 7),
        ),
        ((-5, 5), (-5, 5)),
    ),
    "banana": (
        lambda x, y: (1 - x) ** 2 + 100 * (y - x**2) ** 2,
        lambda x, y: (-2 * (1 - x) - 400 * x * (y - x**2), 200 * (y - x**2)),
        ((-2, 2), (-1, 3)),
    ),
    "well and hill": (
        lambda x, y: x * np.exp(-(x**2) - y**2),
        lambda x, y: (
            (1 - 2 * x**2) * np.exp(-(x**2) - y**2),
            -2 * x * y * np.exp(-(x**2) - y**2),
        ),
        ((-2, 2), (-2, 2)),
    ),
    "terrace": (
        lambda x, y: np.tanh(x) + np.tanh(y),
        lambda x, y: (1 / np.cosh(x) ** 2, 1 / np.cosh(y) ** 2),
        ((-4, 4), (-4, 4)),
    ),
}
shapes = pytest.mark.parametrize(("g", "window"), [(g, w) for g, _, w in SMOOTH.values()], ids=SMOOTH.keys())
smooth = pytest.mark.parametrize(("g", "gradient", "window"), SMOOTH.values(), ids=SMOOTH.keys())


def segments(curves):
    """Start and end (m, 2) of every line segment the chart draws."""
    points = np.column_stack([curves.x, curves.y])
    same = curves.line[:-1] == curves.line[1:]
    return points[:-1][same], points[1:][same]


@smooth
def test_every_vertex_is_within_two_and_a_half_pixels_of_its_level(g, gradient, window):
    curves = level_curves(g, window)
    size = window[0][1] - window[0][0]
    slope = np.hypot(*gradient(curves.x, curves.y))
    # near a critical point the level curve bends within one cell: allow what the curvature hides there
    away = slope > 0.05 * np.median(slope)
    distance = np.abs(g(curves.x, curves.y) - curves.level)[away] / slope[away]
    assert np.mean(away) > 0.9
    assert distance.max() < 2.5 * PIXEL * size


@shapes
def test_there_are_about_a_dozen_levels_within_the_values(g, window):
    curves = level_curves(g, window)
    x, y = np.meshgrid(np.linspace(*window[0], 301), np.linspace(*window[1], 301))
    levels = np.unique(curves.level)
    assert 10 <= levels.size <= 12
    assert g(x, y).min() < levels[0] and levels[-1] < g(x, y).max()


@shapes
def test_a_picture_stays_small(g, window):
    assert level_curves(g, window).x.size <= 1500


def test_level_curves_of_a_round_bowl_are_closed_circles():
    curves = level_curves(lambda x, y: x**2 + y**2, ((-4, 4), (-4, 4)))
    np.testing.assert_allclose(np.hypot(curves.x, curves.y), np.sqrt(curves.level), atol=8 * PIXEL)
    for line in np.unique(curves.line[curves.level < 16]):
        own = np.flatnonzero(curves.line == line)
        assert (curves.x[own[0]], curves.y[own[0]]) == (curves.x[own[-1]], curves.y[own[-1]])


def test_lines_are_numbered_in_blocks():
    curves = level_curves(SMOOTH["four valleys"][0], ((-5, 5), (-5, 5)))
    assert np.array_equal(np.unique(np.diff(curves.line)), [0, 1])
    assert all(np.unique(curves.level[curves.line == line]).size == 1 for line in np.unique(curves.line))


def test_the_floor_of_a_narrow_valley_is_seen():
    curves = level_curves(SMOOTH["banana"][0], ((-2, 2), (-1, 3)))
    lowest = curves.level == curves.level.min()
    assert curves.level.min() < 1
    assert np.hypot(curves.x[lowest] - 1, curves.y[lowest] - 1).min() < 0.5


def test_each_minimum_of_four_is_encircled():
    curves = level_curves(SMOOTH["four valleys"][0], ((-5, 5), (-5, 5)))
    for place in ((3, 2), (-2.805118, 3.131312), (-3.779310, -3.283186), (3.584428, -1.848126)):
        assert np.hypot(curves.x - place[0], curves.y - place[1]).min() < 0.6


def test_no_line_crosses_the_jumps_of_floor():
    curves = level_curves(lambda x, y: np.floor(x) + y**2, ((-4, 4.1), (-4, 4)))
    start, end = segments(curves)
    assert len(start) > 100
    assert (np.floor(np.minimum(start[:, 0], end[:, 0])) + 1 >= np.maximum(start[:, 0], end[:, 0])).all()


@given(st.floats(-3.9, 3.9))
@settings(max_examples=30, deadline=None)
def test_no_line_crosses_the_pole_of_1_over_x_minus_a(a):
    curves = level_curves(quiet(lambda x, y: 1 / (x - a) + y), ((-4, 4), (-4, 4)))
    start, end = segments(curves)
    assert not ((start[:, 0] - a) * (end[:, 0] - a) < 0).any()


def test_a_steep_but_continuous_wall_keeps_its_level_curves():
    curves = level_curves(lambda x, y: np.tanh(20 * (x - 0.01)) + y / 2, ((-4, 4), (-4, 4)))
    wall = np.abs(curves.x) < 0.2
    for level in np.unique(curves.level[np.abs(curves.level) < 0.9]):
        # up the wall from y = 2(level − 1) to y = 2(level + 1)
        y = curves.y[wall & (curves.level == level)]
        assert y.min() < 2 * level - 1.7 and y.max() > 2 * level + 1.7
        assert np.unique(curves.line[curves.level == level]).size == 1


def test_a_flat_part_has_no_level_curves():
    curves = level_curves(lambda x, y: np.maximum(x + y, 0), ((-4, 4), (-4, 4)))
    assert curves.level.min() > 0
    assert (curves.x + curves.y > 0).all()


def test_level_curves_stay_inside_the_domain():
    curves = level_curves(quiet(lambda x, y: np.sqrt(4 - x**2 - y**2)), ((-3, 3), (-3, 3)))
    assert curves.x.size > 100
    assert np.hypot(curves.x, curves.y).max() <= 2


def test_overflow_does_not_reach_the_picture():
    curves = level_curves(quiet(lambda x, y: np.exp(200 * x * y)), ((-4, 4), (-4, 4)))
    assert np.isfinite(curves.x).all() and np.isfinite(curves.level).all()


@pytest.mark.parametrize("value", [3.0, np.nan, np.inf])
def test_a_constant_or_undefined_function_has_none(value):
    curves = level_curves(lambda x, y: np.where(x + y < 99, value, 0), ((-4, 4), (-4, 4)))
    assert curves.x.size == 0 and not curves.unresolved


def test_an_oscillation_finer_than_the_grid_is_not_drawn_and_says_so():
    curves = level_curves(lambda x, y: np.sin(300 * x + 170 * y**2), ((-4, 4), (-4, 4)))
    assert curves.unresolved and curves.x.size == 0


@given(st.floats(0.1, 60), st.floats(0.1, 60))
@settings(max_examples=30, deadline=None)
def test_the_number_of_vertices_is_bounded(p, q):
    curves = level_curves(lambda x, y: np.sin(p * x) * np.cos(q * y), ((-4, 4), (-4, 4)))
    assert curves.x.size <= VERTICES


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=200), st.integers(1, 20))
def test_levels_ascend_and_lie_strictly_between_the_extremes(values, count):
    z = np.array(values)
    levels = chosen_levels(z, count)
    assert (np.diff(levels) > 0).all() and levels.size <= count
    if levels.size:
        assert z.min() < levels[0] and levels[-1] < z.max()


def test_levels_are_readable():
    z = np.linspace(0, 97.3, 5000) ** 2
    assert all(len(f"{level:g}".replace(".", "").strip("0")) <= 3 for level in chosen_levels(z, 12))
