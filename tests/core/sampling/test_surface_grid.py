"""Grids of heights, and cuts."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.expression import parse
from core.sampling.surface_grid import CELLS, cut_through, surface_grid

WINDOW = ((-2.0, 2.0), (-1.0, 3.0))
ANGLES = st.integers(-1440, 1440).map(lambda quarter: quarter / 4)


def test_rows_belong_to_y_and_columns_to_x() -> None:
    grid = surface_grid(parse("x + 100 y", ("x", "y")), WINDOW)
    assert grid.z.shape == (CELLS + 1, CELLS + 1)
    assert grid.z[3, 7] == pytest.approx(grid.x[7] + 100 * grid.y[3])
    assert (grid.x[0], grid.x[-1], grid.y[0], grid.y[-1]) == (-2, 2, -1, 3)


def test_what_is_undefined_or_too_large_is_a_gap() -> None:
    assert np.isnan(surface_grid(parse("log(x) + y", ("x", "y")), WINDOW).z[:, :24]).all()
    assert np.isnan(surface_grid(parse("e^(900 + x + y)", ("x", "y")), WINDOW).z).all()


def test_a_constant_function_fills_the_grid() -> None:
    assert (surface_grid(parse("3", ("x", "y")), WINDOW).z == 3).all()


@given(ANGLES, st.floats(-2, 2), st.floats(-1, 3))
def test_a_cut_runs_from_edge_to_edge_through_the_point(angle: float, a: float, b: float) -> None:
    cut = cut_through(lambda x, y: x - 2 * y, (a, b), angle, WINDOW)
    here = (cut.x == a) & (cut.y == b)
    assert here.any()
    assert cut.z == pytest.approx(cut.x - 2 * cut.y, abs=1e-12)
    for x, y in ((cut.x[0], cut.y[0]), (cut.x[-1], cut.y[-1])):
        edges = (abs(x + 2), abs(x - 2), abs(y + 1), abs(y - 3))
        assert min(edges) < 1e-9
    turn = np.radians(angle)
    assert (cut.x - a) * np.sin(turn) == pytest.approx((cut.y - b) * np.cos(turn), abs=1e-9)


def test_a_cut_along_an_axis_holds_the_other_variable_exactly() -> None:
    assert set(cut_through(lambda x, y: x * y, (0.1, 0.3), 0, WINDOW).y.tolist()) == {0.3}
    assert set(cut_through(lambda x, y: x * y, (0.1, 0.3), 90, WINDOW).x.tolist()) == {0.1}


def test_a_point_outside_the_window_has_no_cut() -> None:
    assert cut_through(lambda x, y: x + y, (5.0, 0.0), 30, WINDOW).x.size == 0
