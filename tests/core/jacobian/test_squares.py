"""Small squares: their images become the parallelogram, and their areas the determinant."""

import math

import numpy as np
import pytest

from core.jacobian import Squares, squares, vector_function


def polar(r: float, t: float, widest: float = 1.0) -> Squares:
    return squares(vector_function("r cos t\nr sin t", ("r", "t")), (r, t), widest)


def test_the_area_of_a_piece_of_a_ring_is_known() -> None:
    # Between the radii r and r + s and the angles t and t + s lies ½((r + s)² − r²)·s = (r + s/2)·s².
    found = polar(2.0, 0.5)
    np.testing.assert_allclose(found.area, 2.0 + found.side / 2, rtol=1e-9)


def test_sides_fall_evenly_to_a_hundredth() -> None:
    side = polar(2.0, 0.5, widest=0.5).side
    assert (side[0], side[12], side[24]) == (0.5, 0.05, 0.005)
    assert (np.diff(side) < 0).all()


def test_images_approach_the_parallelogram_in_proportion_to_the_side() -> None:
    found = polar(1.0, 0.3)
    away = np.abs(found.images - found.linear).max(axis=(1, 2, 3))
    assert away[24] < 0.02
    assert away[12] / away[24] == pytest.approx(10.0, rel=0.1)


def test_the_parallelogram_has_the_columns_as_sides() -> None:
    linear = polar(2.0, 0.0).linear
    # Lines 0 to 2 go across, 3 to 5 upwards; J = (1, 0; 0, 2) at r = 2, t = 0.
    np.testing.assert_allclose(linear[0, -1], [1.0, 0.0], atol=1e-15)
    np.testing.assert_allclose(linear[3, -1], [0.0, 2.0], atol=1e-15)
    np.testing.assert_allclose(linear[5, -1], [1.0, 2.0], atol=1e-15)


def test_a_mirrored_square_has_a_negative_area() -> None:
    found = squares(vector_function("y\nx", ("x", "y")), (0.3, 0.7))
    assert found.local.determinant == -1.0
    np.testing.assert_allclose(found.area, -1.0, rtol=1e-12)


def test_area_is_missing_where_the_square_leaves_the_domain() -> None:
    found = squares(vector_function("sqrt(1 - x)\ny", ("x", "y")), (0.5, 0.0))
    assert math.isnan(found.area[0]) and found.side[0] > 0.5
    assert found.area[-1] == pytest.approx(-math.sqrt(0.5), rel=0.01)


@pytest.mark.parametrize(
    ("text", "widest"), [("x\ny\nx", 1.0), ("x", 1.0), ("x\ny", 0.0), ("x\ny", math.inf)]
)
def test_only_two_to_two_with_a_real_side_has_squares(text: str, widest: float) -> None:
    with pytest.raises(ValueError, match="two inputs, two outputs"):
        squares(vector_function(text, ("x", "y")), (0.0, 0.0), widest)
