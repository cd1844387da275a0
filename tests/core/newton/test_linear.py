import mpmath
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.newton.linear import is_singular, newton_step

entries = st.floats(-1e3, 1e3).map(lambda value: round(value, 3))
matrices = st.lists(entries, min_size=4, max_size=4).map(lambda row: np.array(row).reshape(2, 2))


@given(matrices, st.lists(entries, min_size=2, max_size=2).map(np.array))
def test_the_step_solves_the_equation_as_well_as_elimination_does(
    matrix: np.ndarray, field: np.ndarray
) -> None:
    step = newton_step(field, matrix)
    if is_singular(matrix):
        assert np.isnan(step).all()
        return
    residual = np.abs(matrix @ step + field)
    scale = np.abs(matrix) @ np.abs(step) + np.abs(field)
    assert (residual <= 1e-12 * np.linalg.cond(matrix) * scale.max()).all()


@given(matrices)
def test_singular_means_a_determinant_of_0_up_to_rounding(matrix: np.ndarray) -> None:
    thousandths = np.round(matrix * 1000).astype(np.int64).tolist()
    (a, b), (c, d) = thousandths
    exact = a * d - b * c
    assert is_singular(matrix) == (abs(exact) <= 1e-15 * (abs(a * d) + abs(b * c)))


def test_many_points_are_solved_at_once_and_a_singular_one_is_nan() -> None:
    matrices = np.array([[[2.0, 0.0], [0.0, 4.0]], [[1.0, 2.0], [2.0, 4.0]], [[0.0, 0.0], [0.0, 0.0]]])
    step = newton_step(np.array([[2.0, 4.0]] * 3), matrices)
    assert step[0].tolist() == [-1.0, -1.0]
    assert np.isnan(step[1:]).all()


def test_huge_and_tiny_entries_do_not_overflow() -> None:
    for size in (1e200, 1e-200):
        step = newton_step(size * np.array([3.0, 5.0]), size * np.array([[1.0, 1.0], [0.0, 1.0]]))
        assert step.tolist() == pytest.approx([2.0, -5.0])


def test_the_arrays_may_hold_many_digit_numbers() -> None:
    with mpmath.workdps(60):
        third = mpmath.mpf(1) / 3
        step = newton_step(np.array([third, third]), np.array([[third, mpmath.mpf(0)], [mpmath.mpf(0), 1]]))
        assert abs(step[0] + 1) < mpmath.mpf(10) ** -58
        assert abs(step[1] + third) < mpmath.mpf(10) ** -58


def test_one_variable_divides_and_a_slope_of_0_has_no_step() -> None:
    assert newton_step(np.array([6.0]), np.array([[2.0]])).tolist() == [-3.0]
    assert np.isnan(newton_step(np.array([6.0]), np.array([[0.0]]))).all()
