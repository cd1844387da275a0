"""What is written on the blackboard, and the columns beside it."""

import pytest

from core.expression import parse
from core.newton import newton_minimise, newton_root
from core.newton.columns import ROWS, same_step_check
from core.newton.worked import newton_steps, residual_check
from tests.core.newton.problems import OMEGA, QUARTIC, plane


def test_there_is_a_step_for_every_iterate_and_the_formulas_first() -> None:
    run = newton_minimise(QUARTIC, (4.0, 4.0))
    steps = newton_steps(run)
    assert len(steps) == 9
    assert steps[0].title == "The gradient and the Hessian"
    assert "(2.58274, 2.62129)" in steps[1].title
    assert run.outcome.sentence in steps[8].why


def test_every_check_on_the_blackboard_holds() -> None:
    for run in (
        newton_minimise(QUARTIC, (4.0, 4.0)),
        newton_minimise(OMEGA, [0.05]),
        newton_root(OMEGA, 0.05),
    ):
        for step in newton_steps(run)[:6]:
            assert step.check is not None
            assert step.check.holds


def test_the_equation_of_the_first_step_has_the_numbers_of_the_source() -> None:
    (equation, solved) = newton_steps(newton_minimise(QUARTIC, (4.0, 4.0)))[1].substeps
    for shown in ("198.4", "-2.6", "157.6", "-277.6", "-213.6"):
        assert shown in equation.latex
    assert "31261.1" in solved.latex
    assert "-1.41726" in solved.latex
    assert solved.check is not None
    assert solved.check.holds


def test_a_false_solution_is_found_out_by_its_residual() -> None:
    run = newton_minimise(QUARTIC, (4.0, 4.0))
    run.step[0, 0] *= 1.001
    assert not residual_check(run, 1).holds


def test_one_variable_is_written_as_a_quotient_with_the_number_put_in() -> None:
    latex = newton_steps(newton_root(parse("x^2 - 2"), 1.0))[1].latex
    assert r"\frac{f(x_{0})}{f'(x_{0})}" in latex
    assert r"\frac{1^{2} - 2}{2 \cdot 1}" in latex
    assert "= 1.5" in latex


def test_a_remedy_says_what_it_did() -> None:
    steps = newton_steps(newton_minimise(plane("x^4 - 2x^2 + y^2"), (0.1, 1.0), "levenberg"))
    assert "The shift is μ" in steps[1].why
    assert steps[1].check is None


def test_no_second_derivative_at_the_start_leaves_the_formulas_without_a_check() -> None:
    (formulas,) = newton_steps(newton_minimise(parse("|x|^1.5 + x"), [0.0]))[:1]
    assert formulas.check is None


@pytest.mark.parametrize(("text", "start"), [("e^x - log(x)", 0.05), ("x^4 - x", 2.0), ("x^2 - 4x + 4", 0.0)])
def test_minimising_g_is_finding_a_root_of_its_slope(text: str, start: float) -> None:
    check = same_step_check(parse(text), start)
    assert check.holds
    assert check.difference == pytest.approx(0, abs=1e-12)


def test_both_columns_are_filled_in_every_row() -> None:
    assert all(row.root and row.minimum and row.title for row in ROWS)
