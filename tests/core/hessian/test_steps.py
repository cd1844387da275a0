"""The Hessian on the blackboard: every line true by a second way, the numbers those of the sources."""

import math
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.expression import parse
from core.hessian import hessian_reading, hessian_steps
from core.hessian.writing import matrix, root_latex, value_latex
from core.learning_rate.quadratics import Eigenvalue
from core.steps import LazySteps, Step

XY = ("x", "y")


def steps(text: str, x: float, y: float) -> LazySteps:
    return hessian_steps(parse(text, XY), (x, y))


def step(text: str, x: float, y: float, title: str) -> Step:
    return next(one for one in steps(text, x, y) if one.title == title)


@pytest.mark.parametrize(
    ("text", "x", "y"),
    [
        ("2x^2 + 3y^2 - x y", 0.0, 0.0),
        ("-2x^2 - 3y^2 - x y + 15", 0.0, 0.0),
        ("2x^2 - 2y^2", 0.0, 0.0),
        ("x^4 + 0.8y^4 + 4x^2 + 2y^2 - x y - 0.2x^2 y", 4.0, 4.0),
        ("x^3 - 3x y^2", 0.0, 0.0),
        ("sin(x) y + e^(x y)", 0.3, 0.7),
        ("(x^2 + y^2 - 1)^2", math.sqrt(0.5), math.sqrt(0.5)),
        ("x y/3", 1.0, 2.0),
        ("85 - x^2(x-6)y^2(y-6)/90", 4.0, 4.0),
        ("x^2 + 2x y + y^2", 1.0, -1.0),
    ],
)
def test_every_line_passes_its_check(text: str, x: float, y: float) -> None:
    for one in steps(text, x, y):
        assert one.check is None or one.check.holds, (one.title, one.check)
        assert all(inner.check is None or inner.check.holds for inner in one.substeps)


def test_the_bowl_of_the_notes_has_eigenvalues_5_plus_and_minus_root_2() -> None:
    polynomial = step("2x^2 + 3y^2 - x y", 0, 0, "The characteristic polynomial").latex
    roots = step("2x^2 + 3y^2 - x y", 0, 0, "The eigenvalues").latex
    assert polynomial.endswith(r"&= \lambda^2 - 10 \lambda + 23 \end{aligned}")
    assert r"\lambda_1 &= 5 - \sqrt{2} \approx 3.58579" in roots
    assert r"\lambda_2 &= 5 + \sqrt{2} \approx 6.41421" in roots


def test_the_four_second_partials_each_have_their_derivation() -> None:
    board = steps("2x^2 + 3y^2 - x y", 0, 0)
    titles = [one.title for one in board[1:5]]
    assert titles == [
        "Differentiate ∂f/∂x with respect to x",
        "Differentiate ∂f/∂x with respect to y",
        "Differentiate ∂f/∂y with respect to x",
        "Differentiate ∂f/∂y with respect to y",
    ]
    assert [one.latex.split("&=")[-1].removesuffix(r"\end{aligned}").strip() for one in board[1:5]] == [
        "4",
        "-1",
        "-1",
        "6",
    ]
    assert all(one.substeps for one in board[:5])


def test_numbers_are_put_into_the_matrix_as_the_formulas_have_them() -> None:
    shown = step("x^4 + 0.8y^4 + 4x^2 + 2y^2 - x y - 0.2x^2 y", 4, 4, "The Hessian").latex
    assert r"12 \cdot 4^{2} + 8 - 0.4 \cdot 4" in shown
    assert matrix([["198.4", "-2.6"], ["-2.6", "157.6"]]) in shown


def test_opposite_signs_prove_a_saddle() -> None:
    last = steps("2x^2 - 2y^2", 0, 0)[-1]
    assert last.title == "It is a saddle"
    assert "opposite signs" in last.why and "proves a saddle" in last.why


def test_a_degenerate_point_is_looked_at_from_all_sides() -> None:
    last = steps("x^3 - 3x y^2", 0, 0)[-1]
    assert last.title == "The Hessian cannot tell"
    assert "The sign changes 6 times once around." in last.why


def test_where_the_gradient_is_not_0_nothing_is_concluded() -> None:
    last = steps("x^2 + y^2", 1, 0)[-1]
    assert last.title == "No critical point"
    assert "no minimum, maximum or saddle" in last.why


@pytest.mark.parametrize(
    ("text", "x", "y", "said"),
    [
        ("log(x) + y^2", -1.0, 1.0, "f has no value at"),
        ("|x| + y^2", 0.0, 1.0, "no gradient, so no Hessian"),
        ("x|x| + y^2", 0.0, 0.0, "the tangent plane is there, a quadratic model is not"),
    ],
)
def test_a_missing_hessian_is_said_with_what_is_still_true(text: str, x: float, y: float, said: str) -> None:
    board = steps(text, x, y)
    assert said in board[-1].why
    assert board[-1].title == "No Hessian there"


@pytest.mark.parametrize(
    ("text", "name", "condition"),
    [
        ("x^2 + 4y^2", "positive definite", 4),
        ("-x^2 - 4y^2", "negative definite", 4),
        ("x^2 - 4y^2", "indefinite", 4),
        ("x^2 + y^4", "positive semidefinite", math.inf),
        ("-x^2", "negative semidefinite", math.inf),
        ("x^4 + y^4", "zero", math.inf),
    ],
)
def test_definiteness_and_condition_at_the_origin(text: str, name: str, condition: float) -> None:
    found = hessian_reading(parse(text, XY), (0.0, 0.0))
    assert (found.definiteness, found.condition) == (name, condition)


def test_a_valley_s_point_in_decimals_is_not_taken_for_a_minimum() -> None:
    found = hessian_reading(parse("(x^2 + y^2 - 2)^2", XY), (math.sqrt(0.7), math.sqrt(1.3)))
    assert (found.definiteness, found.kind) == ("positive semidefinite", "degenerate")
    assert found.eigenvalues[0] == 0


ENTRIES = st.integers(-12, 12)


@settings(deadline=None, max_examples=40)
@given(ENTRIES, ENTRIES, ENTRIES)
def test_exact_roots_solve_the_characteristic_equation(a: int, b: int, d: int) -> None:
    e = parse(f"{a}/2*x^2 + {b}*x*y + {d}/2*y^2", XY)
    found = hessian_reading(e, (0.0, 0.0))
    assert found.exact == ((a, b), (b, d))
    for root in found.roots or ():
        # (c ± √r)² − (a + d)(c ± √r) + ad − b²: the rational part and the root's factor are both 0
        c, r, sign = root.centre, root.radicand, root.sign
        assert c * c + r - (a + d) * c + a * d - b * b == 0
        assert sign == 0 or 2 * c == a + d


@pytest.mark.parametrize(
    ("root", "latex"),
    [
        (Eigenvalue(Fraction(5), 1, Fraction(2)), r"5 + \sqrt{2}"),
        (Eigenvalue(Fraction(0), -1, Fraction(8)), r"-2\sqrt{2}"),
        (Eigenvalue(Fraction(178), -1, Fraction(10573, 25)), r"\frac{890 - \sqrt{10573}}{5}"),
        (Eigenvalue(Fraction(-64, 15)), r"-\frac{64}{15}"),
        (Eigenvalue(Fraction(1, 3**20), 1, Fraction(2)), None),
    ],
)
def test_roots_are_written_as_short_as_they_can_be(root: Eigenvalue, latex: str | None) -> None:
    assert root_latex(root) == latex


def test_decimals_stay_decimals_and_other_fractions_stay_fractions() -> None:
    assert [value_latex(Fraction(*pair)) for pair in ((1068, 5), (1, 3), (-7, 1))] == [
        "213.6",
        r"\frac{1}{3}",
        "-7",
    ]
