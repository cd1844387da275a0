"""Momentum on typed quadratics: what was predicted, what the run did, and the worked steps."""

from dataclasses import replace

import numpy as np
import pytest

from core.errors import SettingError
from core.expression import parse
from core.momentum import Momentum, momentum_on, momentum_steps
from core.momentum.measured import decay, recursion
from core.steps import Step

BOWL, TURNED, TILTED = "x^2 + 25y^2", "(x + 2y - 7)^2 + (2x + y - 5)^2", "x^2 + x y + y^2 + y"
CASES = [
    (BOWL, (5.0, 2.0), 0.02, 0.64),
    (BOWL, (5.0, 2.0), 0.0555, 0.4444),
    (BOWL, (5.0, 2.0), 0.05, 0.9),
    (BOWL, (5.0, 2.0), 0.07, 0.8),
    (BOWL, (5.0, 2.0), 0.09, 0.9),
    (BOWL, (5.0, 2.0), 0.03, 0.0),
    (BOWL, (5.0, 0.0), 0.02, 0.3),
    (BOWL, (0.0, 0.0), 0.02, 0.3),
    (TURNED, (-8.0, -4.0), 0.1, 0.3),
    (TILTED, (2.0, 1.0), 0.5, 0.2),
    ("x^2 + y^2", (5.0, 2.0), 0.1, 0.3),
    ("3x^2 - x y + 2y^2 - 7x + 1e4", (200.0, -30.0), 0.15, 0.5),
]


def found_for(text: str, start: tuple[float, ...], rate: float, beta: float, steps: int = 100) -> Momentum:
    found = momentum_on(parse(text, ("x", "y")[: len(start)]), start, rate, beta, steps)
    assert found is not None
    return found


@pytest.mark.parametrize(("text", "start", "rate", "beta"), CASES)
def test_every_check_of_the_worked_steps_holds(
    text: str, start: tuple[float, float], rate: float, beta: float
) -> None:
    steps = momentum_steps(found_for(text, start, rate, beta))
    for step in steps:
        assert step.check is None or step.check.holds, (step.title, step.check)


def test_one_variable_has_one_axis_and_its_best_pair_needs_no_momentum() -> None:
    found = found_for("x^2 - 4x + 4", (0.0,), 0.1, 0.25)
    steps = momentum_steps(found)
    assert [step.title for step in steps] == [
        "The axes of the bowl",
        "The error, axis by axis",
        "One axis: a rule with two memories",
        "The roots for λ = 2",
        "The predicted rate",
        "The best β for this η",
        "The best pair",
    ]
    assert all(step.check is not None and step.check.holds for step in steps)
    assert found.joint_best.rate == pytest.approx(0.5)
    assert found.joint_best.beta == 0


def checked(step: Step) -> bool:
    assert step.check is not None
    return step.check.holds


def test_the_checks_notice_a_wrong_beta() -> None:
    found = found_for(BOWL, (5.0, 2.0), 0.05, 0.6)
    other = found_for(BOWL, (5.0, 2.0), 0.05, 0.61)
    steps = momentum_steps(replace(found, modes=other.modes))
    assert [checked(step) for step in steps[2:6]] == [False] * 4


def test_the_checks_notice_a_wrong_curvature() -> None:
    found = found_for(BOWL, (5.0, 2.0), 0.05, 0.6)
    other = found_for("x^2 + 26y^2", (5.0, 2.0), 0.05, 0.6)
    steps = momentum_steps(replace(found, modes=other.modes))
    assert not any(checked(steps[place]) for place in (0, 2, 4, 7))


def test_the_parts_of_the_error_are_powers_of_the_roots() -> None:
    # e_k = a z₁ᵏ + b z₂ᵏ with e_0 and e_1 = (1 − ηλ) e_0, as the run begins at rest
    found = found_for(BOWL, (5.0, 2.0), 0.05, 0.6, steps=40)
    k = np.arange(41)
    for index, m in enumerate(found.modes):
        first, second = m.roots
        start = found.parts[0, index]
        a = start * ((1 - m.product) - second) / (first - second)
        powers = a * first**k + (start - a) * second**k
        assert found.parts[:, index] == pytest.approx(powers.real, abs=1e-12)
        assert powers.imag == pytest.approx(np.zeros(41), abs=1e-12)


@pytest.mark.parametrize(
    ("rate", "beta"), [(0.02, 0.3), (0.05, 0.9), (0.0555, 0.45), (0.03, 0.0), (0.07, 0.85)]
)
def test_the_run_fades_as_predicted(rate: float, beta: float) -> None:
    found = found_for(BOWL, (5.0, 2.0), rate, beta, steps=400)
    assert found.measured == pytest.approx(found.factor, rel=0.02)


def test_a_start_on_an_axis_feels_that_axis_only() -> None:
    found = found_for(BOWL, (5.0, 0.0), 0.1, 0.9)
    assert found.felt.tolist() == [True, False]
    assert found.modes[1].kind == "diverging"
    assert found.factor == found.modes[0].factor < 1
    assert found.measured == pytest.approx(found.factor, rel=0.02)


def test_with_the_best_pair_descent_would_need_five_times_as_many_steps() -> None:
    best = found_for(BOWL, (5.0, 2.0), 0.05, 0.5).joint_best
    assert np.log(best.factor) / np.log(best.descent_factor) == pytest.approx(5.065, abs=0.001)


@pytest.mark.parametrize("text", ["x^4 + y^4", "x^2 - y^2", "x^2", "x + y", "sin(x) + y^2", "(x + y)^2"])
def test_without_a_quadratic_bowl_there_is_no_theory(text: str) -> None:
    assert momentum_on(parse(text, ("x", "y")), (1.0, 2.0), 0.1, 0.5) is None


@pytest.mark.parametrize(
    ("start", "rate", "beta", "setting"),
    [
        ((1.0, 2.0), 0.0, 0.5, "eta"),
        ((1.0, 2.0), 0.1, 1.0, "beta"),
        ((1.0, 2.0), 0.1, -0.1, "beta"),
        ((1.0, 2.0), 0.1, float("nan"), "beta"),
        ((float("inf"), 2.0), 0.1, 0.5, "px"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(
    start: tuple[float, float], rate: float, beta: float, setting: str
) -> None:
    with pytest.raises(SettingError) as refused:
        momentum_on(parse(BOWL, ("x", "y")), start, rate, beta)
    assert refused.value.setting == setting


def test_the_recursion_is_read_off_a_run_without_its_formula() -> None:
    errors = [3.0, 1.0]
    for _ in range(30):
        errors.append(1.3 * errors[-1] - 0.6 * errors[-2])
    seen = recursion(np.array(errors), size=3.0)
    assert seen is not None
    assert (seen.linear, seen.product) == pytest.approx((1.3, 0.6), abs=seen.trust)
    assert seen.trust < 1e-10


def test_one_root_alone_shows_no_recursion() -> None:
    assert recursion(0.5 ** np.arange(20.0), size=1.0) is None


def test_a_decay_that_swings_through_0_is_still_measured() -> None:
    k = np.arange(60)
    swinging = 0.9**k * np.cos(np.pi / 2 * k)
    assert decay(swinging[:, None]) == pytest.approx(0.9, rel=0.01)


def test_the_worked_numbers_are_those_of_the_blackboard() -> None:
    steps = momentum_steps(found_for(BOWL, (5.0, 2.0), 0.02, 0.64))
    assert steps[3].title == "The roots for λ = 2"
    assert r"1 + 0.64 - 0.02 \cdot 2 = 1.6" in steps[3].latex
    assert "critical damping" in steps[3].why
    assert "once in 5.42 steps" in steps[4].why
    assert r"\left(1 - \sqrt{0.02 \cdot 2}\right)^2" in steps[6].latex
    assert r"\frac{L}{\mu} = 25" in steps[7].latex.replace("&", "")
    assert "leaves 0.6667 of the error, where gradient descent with its best η leaves 0.9231" in steps[7].why
