import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from charts.clipping import cut_segments, onto_box

BOX = ((-1.0, 1.0), (0.0, 2.0))
near = st.floats(-5, 5, allow_subnormal=False)
anything = st.floats(allow_nan=True, allow_infinity=True)


def inside(points: np.ndarray, slack: float = 1e-9) -> np.ndarray:
    x, y = points.T
    return (-1 - slack <= x) & (x <= 1 + slack) & (-slack <= y) & (y <= 2 + slack)


@given(near, near, near, near)
def test_a_cut_segment_holds_exactly_the_inner_points_of_the_whole(
    a: float, b: float, c: float, d: float
) -> None:
    start, end = np.array([[a, b]]), np.array([[c, d]])
    assume(np.linalg.norm(end - start) > 1e-3)
    first, last, has = cut_segments(start, end, BOX)
    share = np.linalg.norm(last - first) / np.linalg.norm(end - start)
    along = start + np.linspace(0, 1, 400)[:, None] * (end - start)
    assert inside(along, -1e-6).mean() - 0.01 <= share <= inside(along, 1e-6).mean() + 0.01
    assert inside(np.concatenate([first, last])).all() or not has[0]


@given(st.lists(st.tuples(anything, anything, anything, anything), min_size=1, max_size=5))
def test_nothing_that_is_not_finite_comes_out(rows: list[tuple[float, float, float, float]]) -> None:
    table = np.array(rows)
    a, b, has = cut_segments(table[:, :2], table[:, 2:], BOX)
    place, side = onto_box(table[:, :2], BOX)
    assert np.isfinite(a).all() and np.isfinite(b).all() and np.isfinite(place).all()
    assert inside(place).all()
    assert not has[~np.isfinite(table).all(axis=1)].any()
    known = ~np.isnan(table[:, :2]).any(axis=1)
    assert (inside(table[:, :2], 0.0)[known] == (side == 0).all(axis=1)[known]).all()


def test_a_segment_that_crosses_the_window_is_cut_at_both_sides() -> None:
    a, b, has = cut_segments(np.array([[-3.0, 0.0]]), np.array([[3.0, 2.0]]), BOX)
    assert has.tolist() == [True]
    np.testing.assert_allclose(np.concatenate([a, b]), [[-1, 2 / 3], [1, 4 / 3]])


def test_a_segment_of_astronomic_length_keeps_its_direction() -> None:
    a, b, has = cut_segments(np.array([[0.0, 1.0]]), np.array([[1e308, 1.0]]), BOX)
    assert has.tolist() == [True]
    np.testing.assert_allclose(np.concatenate([a, b]), [[0, 1], [1, 1]], rtol=1e-15)


def test_a_point_beyond_a_corner_is_beyond_two_sides() -> None:
    place, side = onto_box(np.array([[-np.inf, 7.0]]), BOX)
    assert place.tolist() == [[-1, 2]]
    assert side.tolist() == [[-1, 1]]
