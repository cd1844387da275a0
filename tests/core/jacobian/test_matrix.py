"""The Jacobian against golden values, published determinants, and 50-digit differences of the components."""

import math

import mpmath
import numpy as np
import pytest

from core.expression import Expression, parse
from core.expression.printer import text
from core.gradient import gradient_at
from core.jacobian import LocalMap, determinant_formula, jacobian, vector_function
from core.jacobian.matrix import determinant
from tests.core.golden import Case, Golden

GOLDEN = Golden("gradient")
VARIABLES = ("x", "y", "z")
# ℝⁿ → ℝᵐ of every shape up to 3 × 3; points well inside the domains.
FUNCTIONS = {
    ("x",): ["x^3 - x", "e^x\nsin x", "cos x\nsin x\nx^2"],
    ("x", "y"): [
        "x^2 y + sin y",
        "x y\nx + y",
        "e^x cos y\ne^x sin y",
        "x^2 - y^2\n2x y",
        "x/(x^2 + y^2)\n-y/(x^2 + y^2)",
        "tanh(x) + tanh(y)\nx e^(-x^2 - y^2)",
        "sqrt(1 + x^2 + y^2)\natan(y/(2 + x^2))",
        "x y\nx + y\nsin x",
        "x^3 y^2\nln(3 + x y)\ncosh(x - y)",
    ],
    ("r", "t"): ["r cos t\nr sin t", "r^2\nt^3 r"],
    ("x", "y", "z"): [
        "2x + 3y^2 - sin z",
        "x y z\nx + y^2 + z^3",
        "x sin y cos z\nx sin y sin z\nx cos y",
        "x cos y\nx sin y\nz",
        "e^(x y)\ny/(2 + z^2)\nsin(x + 2y + 3z)",
        "x^y + z\nlog(x + y^2)\nsigmoid(x - z)",
    ],
}
POINTS = ((0.7, 0.9, 1.3), (1.25, -0.6, 0.4), (2.0, 1.5, -1.1))
CASES = [
    (inputs, function, point[: len(inputs)])
    for inputs, functions in FUNCTIONS.items()
    for function in functions
    for point in POINTS
]


def at(function: str, inputs: tuple[str, ...], *point: float) -> LocalMap:
    return jacobian(vector_function(function, inputs)).at(point)


def difference(f: Expression, point: tuple[float, ...], axis: int) -> mpmath.mpf:
    """(f(x + h) − f(x − h))/2h with h = 10⁻²⁰, worked out with 80 digits and true to 38."""
    h = mpmath.mpf(10) ** -20
    ends = [
        f.precise(*(mpmath.mpf(c) + way * h * (i == axis) for i, c in enumerate(point)), digits=80)
        for way in (1, -1)
    ]
    return (mpmath.mpf(ends[0]) - mpmath.mpf(ends[1])) / (2 * h)


@pytest.mark.parametrize(("inputs", "function", "point"), CASES)
def test_every_entry_agrees_with_a_difference_quotient_in_many_digits(
    inputs: tuple[str, ...], function: str, point: tuple[float, ...]
) -> None:
    local = at(function, inputs, *point)
    with mpmath.workdps(80):
        for f, row in zip(local.function.components, local.matrix.tolist(), strict=True):
            for axis, slope in enumerate(row):
                second = difference(f, point, axis)
                assert abs(slope - second) <= 1e-12 * max(abs(second), mpmath.mpf(10) ** -3)


@GOLDEN.checked_by("jacobian-shape")
def three_rows_and_two_columns(case: Case) -> None:
    right = case["verified"]
    matrix = jacobian(vector_function("x*y\nx + y\nsin(x)", ("x", "y")))
    printed = ", ".join(f"[{', '.join(map(text, row))}]" for row in matrix.formulas)
    assert f"[{printed}]" == right["J"]
    assert list(matrix.function.shape) == right["shape"]


@GOLDEN.checked_by("covector")
def the_differential_is_a_row_and_the_gradient_the_vector_it_multiplies_by(case: Case) -> None:
    assert case["verified"]["gradient"].endswith("df(u) = grad . u")
    f, point = "x^2 y + sin z", (0.7, -0.6, 0.4)
    x, y, z = point
    row, vector = at(f, VARIABLES, *point).matrix, gradient_at(parse(f, VARIABLES), point).vector
    assert (row.shape, vector.shape) == ((1, 3), (3,))
    assert row[0] == pytest.approx([2 * x * y, x * x, math.cos(z)], rel=1e-14)
    for u in ((1.0, 0.0, 0.0), (0.3, -2.0, 5.0)):
        assert float((row @ np.array(u))[0]) == pytest.approx(float(vector @ np.array(u)), rel=1e-14)


@pytest.mark.parametrize("name", sorted(GOLDEN.checks))
def test_the_golden_case_holds(name: str) -> None:
    GOLDEN.check(name)


@pytest.mark.parametrize(
    ("function", "inputs", "expected"),
    [
        ("r cos t\nr sin t", ("r", "t"), "r"),
        ("x sin y cos z\nx sin y sin z\nx cos y", ("x", "y", "z"), "x^2*sin(y)"),
        ("x cos y\nx sin y\nz", ("x", "y", "z"), "x"),
        ("x^2 - y^2\n2x y", ("x", "y"), "4*x^2 + 4*y^2"),
        ("y\nx", ("x", "y"), "-1"),
        ("x^3", ("x",), "3*x^2"),
    ],
)
def test_known_determinants_come_out_in_short(function: str, inputs: tuple[str, ...], expected: str) -> None:
    short = determinant_formula(jacobian(vector_function(function, inputs)))[1].tree
    assert parse(text(short), inputs).sympy.expand() == parse(expected, inputs).sympy.expand()


def test_the_determinant_of_numbers_is_that_of_the_formula() -> None:
    local = at("x sin y cos z\nx sin y sin z\nx cos y", ("x", "y", "z"), 2.0, 0.5, 1.0)
    assert local.determinant == pytest.approx(4 * math.sin(0.5), rel=1e-14)


def test_a_determinant_that_is_only_rounding_is_zero() -> None:
    local = at("0.1x + 0.7y\n0.3x + 2.1y", ("x", "y"), 1.0, 1.0)
    assert determinant(local.matrix.tolist()) != 0
    assert local.determinant == 0.0


def test_a_small_determinant_beside_a_large_entry_is_kept() -> None:
    assert at("x + 10^15 y\ny", ("x", "y"), 0.0, 0.0).determinant == 1.0


def test_only_a_square_matrix_has_a_determinant() -> None:
    assert at("x y", ("x", "y"), 1.0, 2.0).determinant is None
    with pytest.raises(ValueError, match="1 × 2"):
        determinant_formula(jacobian(vector_function("x y", ("x", "y"))))


def test_what_is_missing_is_named_with_its_component() -> None:
    assert at("x\nln x", ("x", "y"), -1.0, 0.0).missing == "f₂ has no value at (x, y) = (−1, 0)."
    assert at("|x| + y\ny", ("x", "y"), 0.0, 1.0).missing == "f₁ has no slope along x at (x, y) = (0, 1)."
    assert at("x\ny", ("x", "y"), 0.0, 1.0).missing == ""


def test_a_slope_on_a_smooth_border_is_found_from_both_sides() -> None:
    assert at("x|x|\ny", ("x", "y"), 0.0, 1.0).matrix.tolist() == [[0.0, 0.0], [0.0, 1.0]]
