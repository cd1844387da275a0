"""What is drawn of a Hessian: conic, axes, cuts along the axes, and the region where f is convex."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.curvature import hessian_at
from core.expression import parse
from core.hessian import Conic, convex_region, local_conic, sections

XY = ("x", "y")
ORIGIN = (0.0, 0.0)
# decimals as short as they are typed: a rounded one beside a nearly singular matrix is another conic
NUMBERS = st.integers(50, 3000).flatmap(lambda k: st.sampled_from([k / 1000, -k / 1000]))


def conic(text: str, reach: float = 1.0) -> Conic:
    return local_conic(hessian_at(parse(text, XY), ORIGIN), ORIGIN, reach)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_the_quadratic_form_is_plus_or_minus_one_number_all_along_the_conic(
    a: float, b: float, d: float
) -> None:
    found = conic(f"{a:.3f}/2*x^2 + {b:.3f}*x*y + {d:.3f}/2*y^2")
    form = np.abs(a * found.x**2 + 2 * b * found.x * found.y + d * found.y**2)
    if found.form in ("ellipse", "hyperbola"):
        assert form == pytest.approx(form[0], rel=1e-3)


@pytest.mark.parametrize(
    ("text", "form", "pieces"),
    [
        ("x^2 + 4y^2", "ellipse", 1),
        ("-x^2 - 4y^2", "ellipse", 1),
        ("x^2 - y^2", "hyperbola", 4),
        ("x^2", "parallel lines", 2),
        ("x^4 + y^4", "none", 0),
        ("|x|", "none", 0),
    ],
)
def test_the_signs_of_the_eigenvalues_make_the_form(text: str, form: str, pieces: int) -> None:
    found = conic(text)
    assert found.form == form
    assert len(set(found.piece.tolist())) == pieces


def test_the_long_axis_reaches_as_far_as_asked_and_the_steep_one_is_short() -> None:
    found = conic("x^2 + 4y^2", 2.0)
    assert found.lengths == pytest.approx([2, 1])
    assert np.hypot(*(found.axes[:, 1] - found.axes[:, 0]).T) == pytest.approx([4, 2])


def test_a_parallel_line_runs_along_the_flat_direction() -> None:
    found = conic("y^2")
    assert np.abs(found.y) == pytest.approx(1)


def test_cuts_follow_f_and_bend_by_the_eigenvalue() -> None:
    e = parse("cos(x) + y^2 + 3y", XY)
    found = sections(e, hessian_at(e, ORIGIN), ORIGIN, 1.0)
    middle = len(found.t) // 2
    assert found.eigenvalues == pytest.approx([-1, 2])
    step = found.t[middle + 1]
    second = (found.f[:, middle - 1] - 2 * found.f[:, middle] + found.f[:, middle + 1]) / step**2
    assert second == pytest.approx([-1, 2], rel=1e-4)
    assert found.model[1] == pytest.approx(found.f[1], abs=1e-12)


def test_cuts_have_no_rows_without_a_hessian() -> None:
    e = parse("|x| + y^2", XY)
    assert sections(e, hessian_at(e, ORIGIN), ORIGIN, 1.0).t.size == 0


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("x^2 + y^2", 1),
        ("x^2 - y^2", 0),
        ("x^3 + y^2", 0.5),
        ("x^3 + y^3", 0.25),
        ("log(x)", 0),
        ("|x| + |y|", 0),
    ],
)
def test_the_share_of_the_window_in_which_f_is_convex(text: str, share: float) -> None:
    found = convex_region(parse(text, XY), ((-1.0, 1.0), (-1.0, 1.0)))
    assert found.share == pytest.approx(share, abs=0.01)


def test_the_region_s_sides_lie_where_the_determinant_is_0() -> None:
    """x⁴/12 + y⁴/12 − xy has H = ((x², −1), (−1, y²)), positive definite for |xy| > 1."""
    found = convex_region(parse("x^4/12 + y^4/12 - x y", XY), ((0.5, 3.0), (0.5, 3.0)))
    middle = (found.y0 + found.y1) / 2
    sides = found.x0 > 0.5
    assert sides.sum() > 30
    assert (found.x0 * middle)[sides] == pytest.approx(1, abs=2e-3)


def test_its_sentence_speaks_of_all_some_or_none() -> None:
    window = ((-1.0, 1.0), (-1.0, 1.0))
    said = [
        convex_region(parse(text, XY), window).sentence for text in ("x^2 + y^2", "x^3 + y^2", "x^2 - y^2")
    ]
    assert "all over" in said[0] and "50 %" in said[1] and "Nowhere" in said[2]
