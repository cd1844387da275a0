"""The golden cases of the lesson that are about Newton's method."""

import numpy as np
import pytest

from core.expression import Expression, parse
from core.newton import Target, newton_minimise, newton_root
from core.newton.columns import derivative_of
from core.newton.many_digits import exact_path
from tests.core.golden import Case, Golden
from tests.core.newton.problems import OMEGA, QUARTIC

golden = Golden("hessian_newton")
START = (4.0, 4.0)


def local(point: tuple[float, float]) -> dict[str, float]:
    """∇f and H at a point, by the names of the cases."""
    here = Target(QUARTIC, "minimum").at(point)
    (h11, h12), (_, h22) = here.jacobian.tolist()
    return {"gx": here.field[0], "gy": here.field[1], "h11": h11, "h12": h12, "h22": h22}


def same_function(one: Expression, other: Expression) -> bool:
    places = np.random.default_rng(8).uniform(0.2, 2.0, (len(one.variables), 20))
    return bool(np.allclose(one(*places), other(*places), rtol=1e-13))


@golden.checked_by(*(f"newton2d-44-{name}" for name in ("gx", "gy", "h11", "h12", "h22")))
def the_numbers_at_the_start(case: Case) -> None:
    assert local(START)[case["id"].rsplit("-", 1)[1]] == pytest.approx(float(case["verified"]), rel=1e-14)


@golden.checked_by("newton2d-x1", "newton2d-y1", "newton2d-x2", "newton2d-y2")
def the_first_iterates(case: Case) -> None:
    axis, k = "xy".index(case["id"][-2]), int(case["id"][-1])
    x = newton_minimise(QUARTIC, START).x
    assert x[k, axis] == pytest.approx(float(case["verified"]), rel=1e-14)


@golden.checked_by(*(f"newton2d-step2-{name}" for name in ("gx", "gy", "h11", "h12", "h22")))
def the_numbers_at_the_first_iterate(case: Case) -> None:
    name = case["id"].rsplit("-", 1)[1]
    first = tuple(newton_minimise(QUARTIC, START).x[1].tolist())
    verified = case["verified"]
    assert local(first)[name] == pytest.approx(float(verified["at_exact_iterate"]), rel=1e-12)
    assert local((2.56, 2.62))[name] == pytest.approx(float(verified["at_(2.56,2.62)"]), rel=1e-12)
    assert local((2.58, 2.62))[name] == pytest.approx(float(verified["at_(2.58,2.62)"]), rel=1e-12)


@golden.checked_by("newton2d-x2-formula")
def the_product_alone_is_no_iterate(case: Case) -> None:
    # The printed numbers, put into H⁻¹·∇f as printed.
    product = np.linalg.solve([[86.83, -2.032], [-2.032, 69.39]], [89.29, 63.9])
    printed = [float(value) for value in case["verified"]["H^-1*grad_with_printed_numbers"]]
    assert product == pytest.approx(printed, rel=1e-6)
    run = newton_minimise(QUARTIC, START)
    here = Target(QUARTIC, "minimum").at(run.x[1].tolist())
    assert run.x[2] == pytest.approx(run.x[1] - np.linalg.solve(here.jacobian, here.field))


@golden.checked_by("newton2d-steps")
def eight_steps_and_every_digit_of_them(case: Case) -> None:
    verified = case["verified"]
    run = newton_minimise(QUARTIC, START)
    assert run.steps == verified["steps_to_below_1e-15"]
    fifty = [[float(value) for value in row] for row in verified["iterates_50_digit"]]
    path = exact_path(run.target, START)
    assert path is not None
    exact = [[float(value) for value in row] for row in path[: len(fifty)]]
    assert np.array(exact) == pytest.approx(np.array(fifty), rel=1e-14)
    in_float64 = np.array(verified["iterates_float64_numpy_solve"][:9], dtype=np.float64)
    # Each step loses what float64 cannot hold of the place it came from: 10⁻¹⁶ of 0.003 in the last but one.
    assert run.x[:8] == pytest.approx(in_float64[:8], rel=1e-14, abs=1e-18)
    assert run.x[8] == pytest.approx(in_float64[8], rel=1e-6)


@golden.checked_by("newton2d-min")
def the_minimum_is_exactly_0(case: Case) -> None:
    here = Target(QUARTIC, "minimum").at((0.0, 0.0))
    assert case["verified"]["H(0,0)"] == str(
        [[int(entry) for entry in row] for row in here.jacobian.tolist()]
    )
    assert here.field.tolist() == [0, 0]
    assert np.linalg.eigvalsh(here.jacobian) == pytest.approx([6 - 5**0.5, 6 + 5**0.5])


@golden.checked_by("omega")
def the_omega_constant(case: Case) -> None:
    run = newton_minimise(OMEGA, [0.05])
    assert run.x[-1, 0] == pytest.approx(float(case["verified"]["omega"]), rel=1e-15)
    assert run.f[-1] == pytest.approx(float(case["verified"]["f(omega)"]), rel=1e-15)


@golden.checked_by("exp-log-d1", "exp-log-d2")
def the_derivatives_of_the_update(case: Case) -> None:
    given = {"exp-log-d1": OMEGA, "exp-log-d2": parse("e^x - 1/x")}[case["id"]]
    found = parse(case["verified"]["derivative"].replace("**", "^"))
    assert same_function(derivative_of(given), found)


@golden.checked_by("newton1d-formula")
def the_iterates_from_0_05(case: Case) -> None:
    run = newton_minimise(OMEGA, [0.05])
    iterates = [float(value) for value in case["verified"]["iterates_from_0.05"]]
    assert run.steps == case["verified"]["steps_to_1e-12"]
    assert run.x[:, 0].tolist() == pytest.approx(iterates[:9], abs=1e-15)


@golden.checked_by("newton-root-formula")
def the_tangents_triangle(case: Case) -> None:
    assert case["verified"] == "[x0 - fx0/fpx0]"
    run = newton_root(OMEGA, 0.3)
    slope = float(derivative_of(OMEGA)(0.3))
    assert run.x[1, 0] == pytest.approx(0.3 - float(OMEGA(0.3)) / slope)
    assert float(OMEGA(0.3)) / (0.3 - run.x[1, 0]) == pytest.approx(slope)


@golden.checked_by("newton-opt-formula")
def a_quadratic_is_solved_in_one_step(case: Case) -> None:
    run = newton_minimise(parse("x^2 - 4x + 4"), [0.0])
    assert run.x[:, 0].tolist() == [0, float(case["verified"]["one_step_from_0"])]


@pytest.mark.parametrize("name", golden.checks)
def test_a_golden_case_of_newtons_method_holds(name: str) -> None:
    golden.check(name)


def test_all_cases_about_newtons_method_are_checked_but_those_about_formulas() -> None:
    about = {name for name in golden.cases if name.startswith("newton")}
    formulas = {"newton2d-f", "newton2d-fx", "newton2d-fyy", "newton2d-fxx-fxy", "newton2d-H-label"}
    assert about - formulas <= set(golden.checks)
