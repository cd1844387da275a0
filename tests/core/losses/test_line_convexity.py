"""The Hessian of a line's squared error: by hand for three points, never negative for any."""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.datasets import named_samples, samples_of
from core.losses import line_convexity_steps, line_hessian

tables = st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=2, max_size=20)


def test_the_three_points_have_a_sixth_of_the_notes_hessian() -> None:
    hessian = line_hessian(named_samples("three_points"))
    assert hessian == pytest.approx(np.array([[28, 12], [12, 6]]) / 6)
    assert np.linalg.eigvalsh(hessian) == pytest.approx([(17 - sqrt(265)) / 6, (17 + sqrt(265)) / 6])


@given(tables)
def test_no_direction_of_any_data_bends_down_and_the_check_holds(table: list[tuple[float, float]]) -> None:
    samples = samples_of(table)
    values = np.linalg.eigvalsh(line_hessian(samples))
    assert values[0] >= -1e-12 * values[1]
    *_, last = line_convexity_steps(samples)
    assert last.check is not None and last.check.holds


def test_one_place_for_all_points_leaves_a_line_of_minima() -> None:
    *_, last = line_convexity_steps(samples_of([[2, 1], [2, 5]]))
    assert last.why == "The least curvature of all directions is 0: a whole line of minima."
    *_, last = line_convexity_steps(named_samples("three_points"))
    assert last.why == "The least curvature of all directions is 0.1202 > 0, so there is one minimum."
