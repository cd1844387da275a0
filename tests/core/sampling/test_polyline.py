"""Simplified lines stay where they were."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.sampling.polyline import kept_vertices

walks = st.lists(st.tuples(st.floats(-100, 100), st.floats(-100, 100)), min_size=2, max_size=60)


def _distance_from_line(point, corners):
    """The smallest distance of a point from the polyline through the corners."""
    a, b = corners[:-1], corners[1:]
    along = b - a
    length = np.maximum((along**2).sum(axis=1), 1e-300)
    share = np.clip(((point - a) * along).sum(axis=1) / length, 0, 1)
    return np.hypot(*(a + share[:, None] * along - point).T).min()


@given(walks, st.floats(0.01, 50))
def test_no_vertex_that_was_dropped_is_farther_than_the_tolerance(walk, tolerance):
    points = np.array(walk)
    fixed = np.zeros(len(points), dtype=bool)
    fixed[[0, -1]] = True
    kept = kept_vertices(*points.T, fixed=fixed, tolerance=tolerance)
    worst = max(_distance_from_line(point, points[kept]) for point in points)
    assert worst <= tolerance + 1e-9


def test_a_straight_line_needs_its_ends_only():
    x = np.linspace(0, 1, 100)
    fixed = np.isin(np.arange(100), [0, 99])
    assert np.flatnonzero(kept_vertices(x, 3 * x, fixed=fixed, tolerance=1e-6)).tolist() == [0, 99]


def test_a_closed_line_keeps_its_shape():
    angle = np.linspace(0, 2 * np.pi, 201)
    fixed = np.isin(np.arange(201), [0, 200])
    kept = kept_vertices(np.cos(angle), np.sin(angle), fixed=fixed, tolerance=0.01)
    # a chord of the unit circle with sagitta 0.01 spans an angle of 2·acos(0.99) = 0.283
    assert 2 * np.pi / 0.283 <= np.count_nonzero(kept) - 1 <= 64


def test_fixed_vertices_stay():
    fixed = np.array([True, False, True, False, True])
    kept = kept_vertices(np.arange(5.0), np.zeros(5), fixed=fixed, tolerance=1.0)
    assert kept.tolist() == fixed.tolist()
