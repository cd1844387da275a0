"""The golden cases of the lesson on gradients that slopes answer."""

import math
from typing import Any

import pytest
import sympy

from core.curvature import curvature_field
from core.derivation import differentiate
from core.expression import parse
from core.gradient import directional_derivative, gradient_at, gradient_field
from core.slopes import direction_steps, gradient_steps, mixed_steps, standing
from core.slopes.angles import bearing, bearing_by_quotient
from core.slopes.cuts import axis_cut
from tests.core.golden import Case, Golden

GOLDEN = Golden("gradient")
PLANE = ("x", "y")


def exact(text: Any) -> sympy.Expr:
    return parse(str(text), ("x", "y", "z")).sympy


def same(one: sympy.Expr, other: sympy.Expr) -> bool:
    return bool(sympy.simplify(one - other) == 0)


@GOLDEN.checked_by(
    "grad-x2y2",
    "grad-tanh",
    "grad-x2-y3",
    "grad-x5-y2",
    "grad-gauss-bump",
    "grad-3var",
    "grad-3x2y3",
    "grad-practice",
    "surf85-grad",
)
def partials(case: Case) -> None:
    names = tuple(case["input"]["vars"])
    e = parse(case["input"]["f"], names)
    for name, by_sympy, golden in zip(names, gradient_field(e).partials, case["verified"], strict=True):
        assert same(by_sympy, exact(golden))
        assert same(differentiate(e, name).result, exact(golden))


@GOLDEN.checked_by("slice-y0", "slice-y4", "slice-x2")
def slices(case: Case) -> None:
    ((held, at),) = case["input"]["fix"].items()
    e = parse(case["input"]["f"], PLANE)
    axis = 1 - PLANE.index(held)
    cut = axis_cut(e, (float(at), float(at)), axis)
    golden = case["verified"]
    assert same(cut.sympy, exact(golden["slice"] if isinstance(golden, dict) else golden))
    if isinstance(golden, dict):
        assert same(differentiate(cut, PLANE[axis]).result, exact(golden["slope"]))


@GOLDEN.checked_by("mixed-partial")
def the_mixed_partial_is_not_the_sum(case: Case) -> None:
    e = parse(case["input"]["f"], PLANE)
    assert same(curvature_field(e).partials[0][1], exact(case["verified"]["d2z/dxdy"]))
    assert same(sum(gradient_field(e).partials), exact(case["verified"]["dz/dx+dz/dy"]))
    last = mixed_steps(e, (2.0, 3.0))[-1]
    assert "= 0, " in last.latex and last.latex.endswith("= 10")


@GOLDEN.checked_by("grad-direction-000")
def atan_loses_the_signs(case: Case) -> None:
    vectors = case["input"]["gradient"]
    for vector, by_atan2, by_atan in zip(
        vectors, case["verified"]["atan2"], case["verified"]["atan"], strict=True
    ):
        assert math.radians(bearing(vector)) == pytest.approx(float(by_atan2), rel=1e-15)
        other = bearing_by_quotient(vector)
        if by_atan == "ZeroDivisionError":
            assert math.isnan(other)
        else:
            assert math.radians(other) == pytest.approx(float(by_atan), rel=1e-15)


@GOLDEN.checked_by("grad-direction-001")
def the_angle_is_no_hyperbolic_tangent(case: Case) -> None:
    for vector, golden in zip(case["input"]["gradient"], case["verified"]["atan2"], strict=True):
        assert math.radians(bearing(vector)) == pytest.approx(float(golden), rel=1e-15)


@GOLDEN.checked_by("grad-magnitude")
def magnitude(case: Case) -> None:
    fx, fy = case["input"]["gradient"]
    e = parse(f"{fx}x + {fy}y", PLANE)
    assert gradient_at(e, (0.3, 0.7)).magnitude == pytest.approx(float(case["verified"]["norm"]), rel=1e-15)
    assert float(exact(case["verified"]["exact"])) == pytest.approx(
        float(case["verified"]["norm"]), rel=1e-15
    )


@GOLDEN.checked_by("grad-x2y2-at-2-3")
def at_a_point(case: Case) -> None:
    e = parse(case["input"]["f"], PLANE)
    point = tuple(map(float, case["input"]["point"]))
    assert gradient_at(e, point).vector.tolist() == case["verified"]
    assert gradient_steps(e, point)[1].latex.endswith(r"\begin{pmatrix} 4 \\ 6 \end{pmatrix}")


@GOLDEN.checked_by("min-x2y2")
def the_gradient_vanishes_at_the_minimum(case: Case) -> None:
    e = parse(case["input"]["f"], PLANE)
    x, y = sympy.symbols("x y", real=True)
    assert str(sympy.solve(gradient_field(e).partials, (x, y))) == case["verified"]
    assert standing(e, (0.0, 0.0)).kind == "flat"


@GOLDEN.checked_by("dir-deriv-042")
def the_direction_has_to_be_normalised(case: Case) -> None:
    golden = case["verified"]
    computed = golden["with_the_only_printed_f=x**2+2*x*y-y"]
    e = parse("x**2+2*x*y-y", PLANE)
    point, u = tuple(case["input"]["point"]), case["input"]["u"]
    assert gradient_at(e, point).vector == pytest.approx([8 / 5, -7 / 5], rel=1e-15)
    length = math.hypot(*u)
    assert length == pytest.approx(float(golden["norm_of_(0.71,0.71)"]), rel=1e-15)
    slope = directional_derivative(e, point, u)
    assert slope == pytest.approx(float(computed["D_u with (1,1)/sqrt2"]), rel=1e-14)
    assert slope * length == pytest.approx(float(computed["D_u with (0.71,0.71)"]), rel=1e-9)
    first = direction_steps(e, point, 45.0)[0]
    assert "(0.71, 0.71) is 1.00409 long" in first.substeps[0].why


@GOLDEN.checked_by("dir-deriv-dot")
def the_dot_product_is_the_slope(case: Case) -> None:
    e = parse(case["input"]["f"], PLANE)
    point = tuple(float(exact(at)) for at in case["input"]["point"])
    u = [float(exact(part)) for part in case["input"]["u"]]
    golden = float(exact(case["verified"]["dot"]))
    assert directional_derivative(e, point, u) == pytest.approx(golden, rel=1e-14)
    check = direction_steps(e, point, 45.0)[1].check
    assert check is not None and check.holds
    assert float(check.second) == pytest.approx(float(exact(case["verified"]["limit_definition"])), rel=1e-11)


@GOLDEN.checked_by("grad-component-steepest")
def only_the_whole_vector_is_steepest(case: Case) -> None:
    e = parse(case["input"]["f"], PLANE)
    point, golden = tuple(map(float, case["input"]["point"])), case["verified"]
    vector = gradient_at(e, point).vector
    assert vector.tolist() == golden["gradient"]
    assert directional_derivative(e, point, (1, 0)) == golden["D_along_x_axis"]
    assert directional_derivative(e, point, (0, 1)) == golden["D_along_y_axis"]
    assert directional_derivative(e, point, vector) == pytest.approx(
        float(golden["D_along_gradient"]), rel=1e-15
    )


@GOLDEN.checked_by("surf85-printed-f")
def the_printed_surface_has_another_slope(case: Case) -> None:
    printed = parse(case["input"]["f"], PLANE)
    meant = parse("85 - x**2*(x-6)*y**2*(y-6)/90", PLANE)
    claimed, golden = exact(case["claimed"]["f_x"]), case["verified"]
    assert same(differentiate(printed, "x").result, exact(golden["f_x_of_printed_f"]))
    assert same(differentiate(meant, "x").result, exact(golden["f_x_of_x-6_version"]))
    assert same(differentiate(meant, "x").result, claimed) and not same(
        differentiate(printed, "x").result, claimed
    )


@GOLDEN.checked_by("surf85-critical")
def both_partials_vanish_there(case: Case) -> None:
    e = parse(case["input"]["f"], PLANE)
    for point in ((0.0, 2.5), (3.3, 0.0), (4.0, 0.0), (4.0, 4.0), (6.0, 6.0)):
        assert standing(e, point).kind == "flat"
    assert standing(e, (4.0, 1.0)).kind == "climbs"
    assert float(e(4, 4)) == pytest.approx(float(case["verified"]["f(4,4)_float"]), rel=1e-14)
    assert float(e(10, 10)) == pytest.approx(float(case["verified"]["f(10,10)"]), rel=1e-14)


@pytest.mark.parametrize("name", sorted(GOLDEN.checks))
def test_the_golden_case_holds(name: str) -> None:
    GOLDEN.check(name)
