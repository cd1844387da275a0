"""The Hessian: golden matrices, the second derivative test, and a second way in many digits."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.curvature import curvature_check, curvature_field, eigenvalues_over, hessian_at
from core.expression import parse

XY = ("x", "y")
NUMBERS = st.floats(-3, 3, allow_nan=False)


def test_hessian_of_the_surface_at_its_minimum_is_64_15ths_of_the_identity() -> None:
    hessian = hessian_at(parse("85 - x^2(x-6)y^2(y-6)/90", XY), (4.0, 4.0))
    assert hessian.matrix == pytest.approx(np.eye(2) * 64 / 15, rel=1e-15)
    assert hessian.kind == "minimum"


def test_hessian_of_the_surface_at_its_saddle_has_eigenvalues_of_both_signs() -> None:
    hessian = hessian_at(parse("85 - x^2(x-6)y^2(y-6)/90", XY), (6.0, 6.0))
    assert hessian.eigenvalues == pytest.approx([-72 / 5, 72 / 5])
    assert hessian.kind == "saddle"


def test_eigenvalues_of_the_bowl_of_the_notes_are_5_plus_and_minus_root_2() -> None:
    hessian = hessian_at(parse("2x^2 + 3y^2 - x y", XY), (0.0, 0.0))
    assert hessian.matrix.tolist() == [[4, -1], [-1, 6]]
    assert hessian.eigenvalues == pytest.approx([5 - math.sqrt(2), 5 + math.sqrt(2)], rel=1e-15)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("x^2 + y^2", "minimum"),
        ("-x^2 - 2y^2", "maximum"),
        ("x^2 - y^2", "saddle"),
        ("x^2 + y^4", "degenerate"),
        ("|x| + y^2", "degenerate"),
        ("3", "degenerate"),
    ],
)
def test_kind_at_the_origin(text: str, kind: str) -> None:
    assert hessian_at(parse(text, XY), (0.0, 0.0)).kind == kind


@given(NUMBERS, NUMBERS)
def test_every_eigenvector_is_only_stretched(x: float, y: float) -> None:
    hessian = hessian_at(parse("sin(x) y + e^(x y/4) + x^2 - y^3", XY), (x, y))
    stretched = hessian.matrix @ hessian.eigenvectors
    assert stretched == pytest.approx(hessian.eigenvectors * hessian.eigenvalues, abs=1e-12)
    assert (np.diff(hessian.eigenvalues) >= 0).all()


@given(NUMBERS, NUMBERS)
def test_second_derivatives_agree_with_differences_in_80_digits(x: float, y: float) -> None:
    check = curvature_check(parse("sin(x) y + e^(x y/4) + x^2 - y^3", XY), (x, y))
    assert check.holds, check


def test_the_check_does_not_hold_at_a_corner() -> None:
    assert not curvature_check(parse("|x|"), (0.0,)).holds


def test_many_points_at_once_agree_with_one_by_one() -> None:
    e = parse("x^4 + x y^2 - log(x)", XY)
    points = np.array([[1.0, 2.0], [0.5, -1.0], [2.0, 0.0]])
    together = curvature_field(e).over(points)
    for matrix, place in zip(together, points, strict=True):
        assert matrix == pytest.approx(curvature_field(e).at(place.tolist()), rel=1e-14)


def test_eigenvalues_are_undefined_where_f_has_no_second_derivative() -> None:
    eigenvalues = eigenvalues_over(parse("x|x|"), [[-1.0], [0.0], [1.0]])
    assert eigenvalues[[0, 2], 0].tolist() == [-2, 2]
    assert math.isnan(eigenvalues[1, 0])


def test_there_is_no_hessian_where_f_has_no_value() -> None:
    """−1/x² has values at x < 0, where log x has none."""
    e = parse("log(x) + y^2", XY)
    assert np.isnan(hessian_at(e, (-1.0, 1.0)).matrix).all()
    assert np.isnan(eigenvalues_over(e, [[-1.0, 1.0], [1.0, 1.0]])).tolist() == [[True, True], [False, False]]
