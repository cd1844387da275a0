"""run → Trace: its arithmetic, every way a run can end, and what is refused."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.descent import MOST_STEPS, Trace, run
from core.errors import SettingError
from core.expression import Expression, parse
from core.optimizers import OPTIMIZERS, Array, Knob, Optimizer, State

PARABOLA = parse("x^2 - 4x + 4")
SQUARE = parse("x^2")
rates = st.floats(0.001, 3)
starts = st.floats(-100, 100)
EVERY_OPTIMIZER = pytest.mark.parametrize("optimizer", OPTIMIZERS)
EVERY_SENSE = pytest.mark.parametrize("sense", ["descent", "ascent"])


def plane(text: str) -> Expression:
    return parse(text, ("x", "y"))


def test_descent_on_the_parabola_is_the_closed_form() -> None:
    trace = run(PARABOLA, [0.0], rate=0.4, steps=5)
    exact = [2 - 2 * (1 - 2 * Fraction(2, 5)) ** k for k in range(6)]
    assert trace.x[:, 0].tolist() == [float(value) for value in exact]
    assert trace.status.kind == "step-limit" and trace.status.step == 5


@given(starts, rates, st.integers(1, 30))
def test_each_iterate_is_exactly_x_minus_rate_times_slope(start: float, rate: float, steps: int) -> None:
    trace = run(SQUARE, [start], rate=rate, steps=steps)
    assert trace.gradient.tolist() == (2 * trace.x).tolist()
    assert trace.x[1:].tolist() == (trace.x[:-1] - rate * trace.gradient[:-1]).tolist()


@EVERY_OPTIMIZER
@EVERY_SENSE
def test_a_trace_has_one_step_less_than_iterates(optimizer: str, sense: str) -> None:
    trace = run(plane("x^2 + 3y^2"), [1.0, -2.0], optimizer, 0.1, 7, sense)
    assert trace.x.shape == trace.gradient.shape == (8, 2)
    assert trace.step.shape == (7, 2) and trace.f.shape == (8,)
    assert trace.rate.tolist() == [0.1] * 7 and trace.steps == 7
    assert trace.x[1:].tolist() == (trace.x[:-1] + trace.step).tolist()
    assert (trace.optimizer, trace.sense) == (optimizer, sense)


@given(starts, rates)
def test_ascent_takes_the_first_step_of_descent_the_other_way(start: float, rate: float) -> None:
    down = run(PARABOLA, [start], rate=rate, steps=1)
    up = run(PARABOLA, [start], rate=rate, steps=1, sense="ascent")
    assert down.step.tolist() == (-up.step).tolist()


@given(starts, st.floats(0.01, 0.99))
def test_a_rate_below_two_over_the_curvature_never_lets_the_parabola_rise(start: float, rate: float) -> None:
    values = run(SQUARE, [start], rate=rate, steps=60).f
    assert np.all(np.diff(values) <= 0)


def test_a_run_converges_once_the_slope_is_within_the_tolerance() -> None:
    trace = run(SQUARE, [1.0], rate=0.25, steps=MOST_STEPS, tolerance=1e-3)
    assert trace.status.kind == "converged"
    assert trace.status.step == trace.steps == 11
    assert abs(trace.gradient[-1, 0]) <= 1e-3 < abs(trace.gradient[-2, 0])
    assert trace.status.sentence == "After 11 steps |f′| = 0.000977 ≤ 0.001, flat enough to stop."


def test_with_tolerance_zero_only_an_exact_zero_slope_ends_the_run() -> None:
    assert run(SQUARE, [10.0], rate=0.1, steps=100, tolerance=0).steps == 100
    assert run(SQUARE, [10.0], rate=0.5, steps=100, tolerance=0).steps == 1


def test_a_run_that_overshoots_is_broken_off_beyond_a_trillion() -> None:
    trace = run(SQUARE, [1.0], rate=1.5, steps=200)
    assert trace.status.kind == "diverged"
    assert trace.f[-2] <= 1e12 < trace.f[-1]
    assert trace.x[-1, 0] == (-2.0) ** trace.status.step


@pytest.mark.parametrize(
    ("text", "start"), [("x^2 + 10^13", 1.0), ("10^13 x^2", 1.0), ("(x - 10^13)^2", 1e13)]
)
def test_large_numbers_at_the_start_are_no_divergence(text: str, start: float) -> None:
    assert run(parse(text), [start], rate=1e-15, steps=3, tolerance=0).status.kind != "diverged"


def test_a_leap_beyond_float64_is_divergence_and_not_an_error() -> None:
    trace = run(parse("x^4"), [1e3], rate=1e300, steps=10)
    assert trace.status.kind == "diverged" and trace.status.step == 1
    assert trace.last == 0


def test_a_leap_to_infinity_is_not_the_last_place_even_where_f_has_a_limit() -> None:
    trace = run(parse("e^x"), [30.0], rate=1e300, steps=10)
    assert trace.status.kind == "diverged"
    assert trace.x[-1, 0] == -np.inf and trace.f[-1] == 0 and trace.last == 0


def test_infinity_minus_infinity_is_divergence_and_not_a_hole_in_the_domain() -> None:
    trace = run(parse("x^100 - x^99"), [10.0], rate=1e-90, steps=10, sense="ascent")
    assert trace.status.kind == "diverged"
    assert np.isnan(trace.f[-1]) and trace.x[-1, 0] > 1e8


def test_a_step_out_of_the_domain_is_kept_and_names_the_undefined_part() -> None:
    trace = run(parse("x + log(x)"), [0.1], rate=0.1, steps=10)
    assert trace.status.kind == "left-domain" and trace.status.step == 1
    assert trace.x[-1, 0] == pytest.approx(-1.0) and np.isnan(trace.f[-1]) and trace.last == 0
    assert trace.status.sentence == "Step 1 leads out of the domain: log(x) is not defined at x = −1."


def test_a_start_at_a_critical_point_takes_no_step_and_claims_no_kind() -> None:
    for text in ("x^2", "-x^2", "x^3"):
        trace = run(parse(text), [0.0], steps=10)
        assert trace.status.kind == "critical-start" and trace.steps == 0
        assert trace.x.tolist() == [[0.0]] and trace.step.shape == (0, 1)
        assert "the slope alone does not tell" in trace.status.sentence


def test_a_start_where_f_is_nearly_flat_says_how_flat() -> None:
    status = run(parse("exp(-x^2)"), [10.0]).status
    assert status.kind == "critical-start"
    assert "|f′| = 7.44 × 10⁻⁴³ ≤ 10⁻⁶" in status.sentence


def test_landing_on_a_corner_ends_the_run_without_a_slope() -> None:
    trace = run(parse("|x|"), [1.0], rate=0.5, steps=10)
    assert trace.status.kind == "no-gradient" and trace.status.step == 2
    assert trace.f[-1] == 0 and np.isnan(trace.gradient[-1, 0])
    assert trace.status.sentence == "Step 2 lands on x = 0, where f has a value but no slope."


def test_a_start_on_a_corner_is_a_result_too() -> None:
    status = run(plane("|x| + y^2"), [0.0, 1.0]).status
    assert status.kind == "no-gradient" and status.step == 0
    assert status.sentence.startswith("The start is (x, y) = (0, 1)")


def test_a_slope_that_only_float64_cannot_hold_is_still_a_slope() -> None:
    trace = run(parse("1/(1 + e^(-x))"), [-800.0], steps=3)
    assert trace.status.kind == "critical-start"


def test_the_normalised_gradient_settles_only_by_landing_on_the_minimum() -> None:
    assert run(SQUARE, [1.0], "normalised", 0.5, 10).status.kind == "converged"
    hopping = run(SQUARE, [1.0], "normalised", 0.4, 10)
    assert hopping.x[:6, 0] == pytest.approx([1, 0.6, 0.2, -0.2, 0.2, -0.2])
    assert hopping.status.kind == "step-limit"


@pytest.mark.parametrize(
    ("setting", "arguments"),
    [
        ("optimizer", {"optimizer": "gradient-free"}),
        ("eta", {"rate": 0.0}),
        ("eta", {"rate": -0.1}),
        ("eta", {"rate": float("nan")}),
        ("eta", {"rate": float("inf")}),
        ("steps", {"steps": 0}),
        ("steps", {"steps": MOST_STEPS + 1}),
        ("sense", {"sense": "sideways"}),
        ("tolerance", {"tolerance": -1e-6}),
        ("tolerance", {"tolerance": float("nan")}),
        ("x0", {"start": []}),
        ("x0", {"start": [1.0, 2.0]}),
        ("x0", {"start": [float("inf")]}),
    ],
)
def test_a_setting_that_cannot_be_used_is_refused_by_name(setting: str, arguments: dict) -> None:
    with pytest.raises(SettingError) as refusal:
        run(SQUARE, **({"start": [1.0]} | arguments))
    assert refusal.value.setting == setting
    assert str(refusal.value).endswith(".")


def test_in_two_variables_each_coordinate_has_its_own_control() -> None:
    bowl = plane("x^2 + y^2")
    for start, setting in (([float("nan"), 0.0], "px"), ([0.0, float("inf")], "py"), ([0.0], "px")):
        with pytest.raises(SettingError) as refusal:
            run(bowl, start)
        assert refusal.value.setting == setting


def test_a_start_outside_the_domain_says_which_part_is_undefined() -> None:
    with pytest.raises(SettingError, match=r"sqrt\(x\) is not defined at x = −4") as refusal:
        run(parse("1 + sqrt(x)"), [-4.0])
    assert refusal.value.setting == "x0"


def test_a_start_where_f_overflows_is_refused() -> None:
    with pytest.raises(SettingError, match="too large to compute at x = 1000"):
        run(parse("e^x"), [1000.0])


def momentum(gradient: Array, state: State, rate: float, beta: float) -> tuple[Array, State]:
    velocity = beta * state[0] + gradient
    return -rate * velocity, (velocity,)


def test_a_new_row_with_a_memory_and_a_knob_needs_nothing_but_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    row = Optimizer(
        name="heavy-ball",
        title="",
        latex="",
        source="Polyak, 1964",
        why="",
        remembers="the last velocity",
        knobs=(Knob("beta", "β", 0.5, 0, 1),),
        init=lambda point: (np.zeros_like(point),),
        update=momentum,
    )
    monkeypatch.setitem(OPTIMIZERS, row.name, row)
    by_default = run(SQUARE, [1.0], "heavy-ball", 0.25, 2)
    assert by_default.x[:, 0].tolist() == [1.0, 0.5, 0.0]
    turned = run(SQUARE, [1.0], "heavy-ball", 0.25, 2, knobs={"beta": 0.0})
    assert turned.x[:, 0].tolist() == [1.0, 0.5, 0.25]
    assert dict(turned.knobs) == {"beta": 0.0}


def test_measured_finds_the_contraction_of_the_parabola() -> None:
    measured = run(PARABOLA, [0.0], rate=0.4, steps=5).measured
    assert measured is not None and measured.law == "all" and not measured.turns
    assert measured.ratio == pytest.approx(0.2)


@given(st.floats(0.02, 1.4).filter(lambda rate: abs(rate - 0.5) > 0.01))
def test_measured_is_the_size_of_one_minus_two_rates_on_a_square(rate: float) -> None:
    measured = run(SQUARE, [1.0], rate=rate, steps=4).measured
    assert measured is not None
    assert measured.ratio == pytest.approx(abs(1 - 2 * rate), rel=1e-6)
    assert measured.turns is (rate > 0.5)


def test_one_step_is_too_few_to_measure() -> None:
    assert run(PARABOLA, [0.0], rate=0.4, steps=1).measured is None


def test_steps_that_change_by_no_law_are_not_called_steady() -> None:
    measured = run(parse("e^x - log x"), [0.05], rate=0.005, steps=3).measured
    assert measured is not None and measured.law == "last"


def test_steps_that_only_lately_keep_a_law_are_told_apart_from_those_that_always_did() -> None:
    trace = run(parse("e^x - log x"), [0.05], rate=0.005, steps=600)
    length = np.abs(trace.step[:, 0])
    ratios = length[1:] / length[:-1]
    assert ratios[0] < 0.6 < 0.97 < ratios[-1]
    measured = trace.measured
    assert measured is not None and measured.law == "lately"
    assert measured.spread == np.abs(ratios[-3:] / ratios[-1] - 1).max() <= 1e-3


def test_a_last_step_that_is_only_rounding_is_not_measured() -> None:
    trace = run(PARABOLA, [0.0], rate=0.4, steps=60, tolerance=0)
    assert abs(trace.step[-1, 0]) < 1e-12
    assert trace.measured is None


def test_a_trace_knows_its_schedule() -> None:
    assert run(SQUARE, [1.0], steps=1).schedule == "constant"
    assert run(SQUARE, [1.0], steps=1, schedule="cosine").schedule == "cosine"


def test_the_same_run_twice_gives_the_same_floats() -> None:
    first, second = (run(plane("x^2 y + sin(y)"), [0.3, 0.7], rate=0.05, steps=40) for _ in range(2))
    assert isinstance(first, Trace)
    assert first.x.tobytes() == second.x.tobytes()
