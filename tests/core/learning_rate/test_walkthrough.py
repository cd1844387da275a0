"""The worked stability limit: titles, mathematics with its numbers, and checks that hold."""

import pytest

from core.descent import run
from core.expression import parse
from core.learning_rate.verdict import outcome
from core.learning_rate.walkthrough import rate_steps
from core.steps import Step

X, XY = ("x",), ("x", "y")


def steps_of(text: str, start: list[float], rate: float, steps: int) -> dict[str, Step]:
    e = parse(text, X if len(start) == 1 else XY)
    trace = run(e, start, rate=rate, steps=steps)
    return {step.title: step for step in rate_steps(e, trace, outcome(e, trace, rate, steps))}


@pytest.mark.parametrize(
    ("text", "start", "rate"),
    [
        ("x^2 - 4x + 4", [0.0], 0.9),
        ("e^x - log x", [0.5], 0.3),
        ("x^4", [1.0], 0.1),
        ("x^2 + 30y^2", [1.0, 1.0], 0.03),
        ("2x^2 + 3y^2 - x y", [1.0, 1.0], 0.1),
        ("85 - x^2(x-6)y^2(y-6)/90", [0.5, 0.6], 0.05),
        ("x^2 - y^2", [1.0, 1.0], 0.1),
    ],
)
def test_every_check_of_the_worked_limit_holds(text: str, start: list[float], rate: float) -> None:
    worked = steps_of(text, start, rate, 20)
    assert len([step for step in worked.values() if step.check is not None]) >= 5
    assert all(step.check.holds for step in worked.values() if step.check is not None)
    assert all(step.why.endswith(".") for step in worked.values())


def test_one_variable_goes_from_slope_to_curvature_to_limit_to_factor_to_three_steps() -> None:
    worked = steps_of("x^2 - 4x + 4", [0.0], 0.9, 5)
    assert list(worked) == [
        "Slope, curvature, and where the slope is 0",
        "The curvature there",
        "The stability limit",
        "The factor for this η",
        "Step 1: to x = 3.6",
        "Step 2: to x = 0.72",
        "Step 3: to x = 3.024",
    ]
    assert r"f''(x) &= 2" in worked["Slope, curvature, and where the slope is 0"].latex
    assert worked["The curvature there"].latex == r"\lambda = f''(x^*) = 2"
    assert r"\frac{2}{\lambda} = 1" in worked["The stability limit"].latex
    assert r"1 - \eta \lambda &= 1 - 0.9 \cdot 2 = -0.8" in worked["The factor for this η"].latex


def test_the_curvature_is_shown_with_the_number_put_in() -> None:
    worked = steps_of("e^x - log x", [0.5], 0.3, 20)
    inserted = r"f''(x^*) = e^{0.567143} + \frac{1}{0.567143^{2}} \approx 4.87218"
    assert inserted in worked["The curvature there"].latex
    assert r"\approx 0.410494" in worked["The stability limit"].latex


def test_two_variables_show_the_hessian_and_its_characteristic_polynomial() -> None:
    worked = steps_of("2x^2 + 3y^2 - x y", [1.0, 1.0], 0.1, 5)
    assert r"H &= \begin{pmatrix} 4 & -1 \\ -1 & 6 \end{pmatrix}" in worked["The Hessian there"].latex
    eigenvalues = worked["Its eigenvalues"].latex
    assert r"\lambda^2 - 10 \lambda + 23 = 0" in eigenvalues
    assert r"\lambda_{\min} &\approx 3.58579" in eigenvalues
    assert r"\lambda_{\max} &\approx 6.41421" in eigenvalues


def test_the_condition_number_tells_why_the_flattest_direction_sets_the_time() -> None:
    why = steps_of("x^2 + 30y^2", [1.0, 1.0], 0.03, 20)["The stability limit"].why
    assert "30 times flatter (the condition number)" in why


def test_a_trace_of_0_leaves_no_term_in_the_polynomial() -> None:
    assert r"\lambda^2  - 4 = 0" in steps_of("x^2 - y^2", [1.0, 1.0], 0.1, 5)["Its eigenvalues"].latex


@pytest.mark.parametrize(
    ("text", "reason"), [("|x|", "corner"), ("e^x", "levels off"), ("-x", "falls to −∞")]
)
def test_where_there_is_no_curvature_ahead_the_first_step_says_so(text: str, reason: str) -> None:
    worked = steps_of(text, [0.55], 0.1, 20)
    assert reason in worked["No limit to compute"].why
    assert len(worked) == 4


def test_a_run_that_takes_no_step_has_no_worked_step_of_its_own() -> None:
    assert not [title for title in steps_of("x^2", [0.0], 0.1, 5) if title.startswith("Step")]
