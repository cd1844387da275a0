"""The blackboard: LaTeX of every step, the formulas with numbers put in, and the second way for each step."""

import re
import time
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.descent import run
from core.descent.replay import step_check
from core.descent.walkthrough import run_steps
from core.expression import Expression, parse
from core.optimizers import OPTIMIZERS, Optimizer
from core.steps import Step
from core.substitution import as_factor, substituted_latex

PARABOLA = parse("x^2 - 4x + 4")


def blackboard(text: str, start: Sequence[float], k: int, **settings: object) -> Step:
    e = parse(text, ("x", "y") if len(start) == 2 else ("x",))
    return run_steps(e, run(e, start, **settings))[k]


def lines(step: Step) -> list[str]:
    inside = step.latex.removeprefix(r"\begin{aligned} ").removesuffix(r" \end{aligned}")
    return re.split(r" \\\\ (?=&)", inside)


def test_the_first_step_of_the_parabola_is_written_as_on_a_blackboard() -> None:
    step = blackboard("x^2 - 4x + 4", [0.0], 1, rate=0.4, steps=5)
    assert lines(step) == [
        r"x_{1} &= x_{0} - \eta \cdot f'(x_{0})",
        r"&= 0 - 0.4 \cdot \left(2 \cdot 0 - 4\right)",
        r"&= 0 - 0.4 \cdot \left(-4\right) = 1.6",
    ]
    assert step.title == "Step 1: to x = 1.6"
    assert step.why.startswith("The slope at 0 is −4, and descent goes against it: to the right, by 1.6.")


def test_ascent_adds_where_descent_subtracts() -> None:
    step = blackboard("x^2 - 4x + 4", [0.0], 1, rate=0.4, steps=5, sense="ascent")
    assert lines(step)[0] == r"x_{1} &= x_{0} + \eta \cdot f'(x_{0})"
    assert lines(step)[-1] == r"&= 0 + 0.4 \cdot \left(-4\right) = -1.6"
    assert "ascent goes along it: to the left, by 1.6." in step.why


def test_rounded_digits_are_announced_by_an_approximate_sign() -> None:
    step = blackboard("e^x - log x", [0.05], 1, rate=0.005, steps=3)
    assert lines(step)[1:] == [
        r"&= 0.05 - 0.005 \cdot \left(e^{0.05} - \frac{1}{0.05}\right)",
        r"&\approx 0.05 - 0.005 \cdot \left(-18.9487\right) \approx 0.144744",
    ]


def test_a_constant_slope_is_written_once() -> None:
    step = blackboard("3x", [1.0], 1, rate=0.1, steps=2)
    assert lines(step) == [r"x_{1} &= x_{0} - \eta \cdot f'(x_{0})", r"&= 1 - 0.1 \cdot 3 = 0.7"]


def test_the_normalised_step_shows_the_quotient() -> None:
    step = blackboard("x^2", [1.0], 1, optimizer="normalised", rate=0.4, steps=3)
    assert lines(step) == [
        r"x_{1} &= x_{0} - \eta \cdot \frac{f'(x_{0})}{\left| f'(x_{0}) \right|}",
        r"&= 1 - 0.4 \cdot \frac{2 \cdot 1}{\left| 2 \cdot 1 \right|}",
        r"&= 1 - 0.4 \cdot \frac{2}{\left| 2 \right|} = 0.6",
    ]
    assert "every step is η long" in step.why


def test_two_variables_are_columns() -> None:
    step = blackboard("x^2 + 3y^2", [1.0, -2.0], 1, rate=0.1, steps=1)
    first, inserted, valued = lines(step)
    assert first.startswith(r"\begin{pmatrix} x_{1} \\ y_{1} \end{pmatrix} &= \begin{pmatrix} x_{0} \\ y_{0}")
    assert r"\begin{pmatrix} 2 \cdot 1 \\ 6 \cdot \left(-2\right) \end{pmatrix}" in inserted
    assert valued.endswith(
        r"\begin{pmatrix} 2 \\ -12 \end{pmatrix} = \begin{pmatrix} 0.8 \\ -0.8 \end{pmatrix}"
    )
    assert "against it, the steepest way down, by 1.22." in step.why


def test_a_slope_too_long_for_the_board_is_named_and_valued() -> None:
    text = "sin(x^2) cos(x) exp(x) log(x + 2) (x^3 + 2x^2 + 5)^4 / (x^2 + 1)^3"
    step = blackboard(text, [0.5], 1, rate=1e-6, steps=1)
    first, valued = lines(step)
    assert first.endswith(r"f'(x_{0})") and valued.startswith(r"&\approx 0.5 -")


def test_the_opening_step_derives_the_slope() -> None:
    step = blackboard("x^2 - 4x + 4", [0.0], 0, steps=1)
    assert step.latex == r"\begin{aligned} f(x) &= x^{2} - 4 x + 4 \\ f'(x) &= 2 x - 4 \end{aligned}"
    assert step.check is not None and step.check.holds


def test_the_opening_step_in_two_variables_has_both_partial_derivatives() -> None:
    step = blackboard("x^2 y", [1.0, 1.0], 0, steps=1)
    assert r"\frac{\partial f}{\partial x} &= 2 x y" in step.latex
    assert r"\frac{\partial f}{\partial y} &= x^{2}" in step.latex


def test_the_last_step_says_why_the_run_ended() -> None:
    left = blackboard("log(x) + x", [0.1], -1, rate=0.1, steps=9)
    assert "log(x) is not defined at x = −1." in left.why
    cornered = blackboard("|x|", [1.0], -1, rate=0.5, steps=9)
    assert "Step 2 lands on x = 0, where f has a value but no slope." in cornered.why


def test_worked_steps_are_a_sequence_by_index_slice_and_from_the_end() -> None:
    worked = run_steps(PARABOLA, run(PARABOLA, [0.0], rate=0.4, steps=5))
    assert len(worked) == 6
    assert [step.title for step in worked[1:3]] == ["Step 1: to x = 1.6", "Step 2: to x = 1.92"]
    assert worked[-1] == worked[5]
    assert [step.title for step in worked] == [worked[k].title for k in range(6)]
    with pytest.raises(IndexError):
        worked[6]


def test_a_run_without_steps_has_only_the_opening() -> None:
    assert len(run_steps(PARABOLA, run(PARABOLA, [2.0]))) == 1


def test_a_piecewise_slope_names_what_is_left_for_the_last_line() -> None:
    step = blackboard("{x < 1: x^2, x}", [0.5], 0, steps=1)
    cases = r"\begin{cases} 2 x & \text{if } x < 1 \\ 1 & \text{if } x > 1 \end{cases}"
    assert step.latex.endswith(rf"f'(x) &= {cases} \end{{aligned}}")


def test_a_step_from_the_edge_of_the_domain_has_a_second_way() -> None:
    # f″ has no value at this edge: plain Newton finds no step there
    for optimizer in OPTIMIZERS.keys() - {"newton"}:
        step = blackboard("x + x^1.5", [0.0], 1, optimizer=optimizer, rate=0.1, steps=3, sense="ascent")
        assert step.check is not None and step.check.holds


def test_a_step_without_values_beside_it_has_no_second_way() -> None:
    e = parse("{x = 0: 0, log(-1 - x^2)}")
    assert step_check(e, run(parse("x"), [0.0], steps=1), 1) is None


def test_a_formula_that_nobody_would_read_is_not_written() -> None:
    e = parse("*".join(f"sin({i}x+y)" for i in range(1, 20)), ("x", "y"))
    steps = run_steps(e, run(e, [0.3, 0.2], rate=1e-3, steps=25))
    started = time.process_time()
    assert all(len(step.latex) < 600 for step in steps[1:])
    assert time.process_time() - started < 1


EVERY_FUNCTION = [
    (parse("x^2 - 4x + 4"), [0.0]),
    (parse("e^x - log x"), [0.05]),
    (parse("sin(3x) + |x|"), [-0.7]),
    (parse("x^(2/3)"), [-1.0]),
    (parse("85 - x^2(x-6)y^2(y-6)/90", ("x", "y")), [0.5, 0.6]),
    (parse("max(x, y) + x^2 + y^2", ("x", "y")), [1.0, 2.0]),
]


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("sense", ["descent", "ascent"])
@pytest.mark.parametrize(("e", "start"), EVERY_FUNCTION, ids=lambda value: str(value))
def test_every_step_holds_a_second_way(e: Expression, start: list[float], optimizer: str, sense: str) -> None:
    trace = run(e, start, optimizer, 0.01, 6, sense)
    for k in range(1, trace.steps + 1):
        check = step_check(e, trace, k)
        assert check is not None and check.holds, check


def test_the_check_finds_a_wrong_iterate() -> None:
    trace = run(PARABOLA, [0.0], rate=0.4, steps=5)
    trace.x[3, 0] += 1e-6
    check = step_check(PARABOLA, trace, 3)
    assert check is not None and not check.holds
    assert check.difference == pytest.approx(1e-6, rel=1e-6)


def test_a_leap_to_infinity_has_no_second_way() -> None:
    e = parse("x^4")
    trace = run(e, [1e3], rate=1e300, steps=1)
    assert np.isinf(trace.x[1, 0])
    assert step_check(e, trace, 1) is None
    assert run_steps(e, trace)[1].title == "Step 1: to x < −1.8 × 10³⁰⁸"


def test_a_method_with_a_memory_shows_its_step_and_is_checked_too(monkeypatch: pytest.MonkeyPatch) -> None:
    row = Optimizer(
        name="heavy-ball",
        title="",
        latex="",
        source="Polyak, 1964",
        why="",
        remembers="the last velocity",
        knobs=(),
        init=lambda point: (np.zeros_like(point),),
        update=lambda gradient, state, rate: (
            -rate * (state[0] / 2 + gradient),
            (state[0] / 2 + gradient,),
        ),
    )
    monkeypatch.setitem(OPTIMIZERS, row.name, row)
    trace = run(PARABOLA, [0.0], "heavy-ball", 0.25, 3)
    step = run_steps(PARABOLA, trace)[2]
    assert lines(step) == [r"x_{2} &= 1 + 1 = 2"]
    assert step.why.startswith("The slope here is 2 and the step 1 long.")
    assert step.check is not None and step.check.holds


@pytest.mark.parametrize(
    ("formula", "value", "expected"),
    [
        ("2x - 4", 0.0, r"2 \cdot 0 - 4"),
        ("2x - 4", -1.5, r"2 \cdot \left(-1.5\right) - 4"),
        ("x - 6", -1.5, "-1.5 - 6"),
        ("e^x - 1/x", -2.0, r"e^{-2} - \frac{1}{-2}"),
        ("x^2", -2.0, r"\left(-2\right)^{2}"),
        ("-x", -2.0, r"-\left(-2\right)"),
        ("sin(x)", -2.0, r"\sin\left(-2\right)"),
        ("x^2", 1e-7, r"\left(10^{-7}\right)^{2}"),
        ("3 - x", -1.0, r"3 - \left(-1\right)"),
        ("x y", 2.0, r"2 \cdot 2"),
        ("|x|^2", -2.0, r"\left|-2\right|^{2}"),
        ("1/(x - 3)", -1.0, r"\frac{1}{-1 - 3}"),
    ],
)
def test_numbers_are_put_in_and_not_simplified(formula: str, value: float, expected: str) -> None:
    tree = parse(formula, ("x", "y")).tree
    assert substituted_latex(tree, {"x": value, "y": value}) == expected


@pytest.mark.parametrize(
    ("latex", "factor"),
    [
        ("x", "x"),
        ("-x", r"\left(-x\right)"),
        ("x + 1", r"\left(x + 1\right)"),
        (r"e^{x - 3}", r"e^{x - 3}"),
        (r"\left(x + 1\right) y", r"\left(x + 1\right) y"),
        (r"\begin{pmatrix} - x \\ x - 1 \end{pmatrix}", r"\begin{pmatrix} - x \\ x - 1 \end{pmatrix}"),
    ],
)
def test_only_a_sum_or_a_minus_needs_brackets_as_a_factor(latex: str, factor: str) -> None:
    assert as_factor(latex) == factor


@given(st.floats(-1e8, 1e8), st.floats(-1e8, 1e8))
def test_braces_and_brackets_stay_balanced_whatever_the_numbers(x: float, y: float) -> None:
    formula = parse("sin(x y)/(x - y) + x^3 y^2 - e^(-x)|y|", ("x", "y")).tree
    latex = substituted_latex(formula, {"x": x, "y": y})
    assert latex.count("{") == latex.count("}")
    assert latex.count(r"\left") == latex.count(r"\right")
    assert "x" not in re.sub(r"\\[a-z]+", "", latex)
