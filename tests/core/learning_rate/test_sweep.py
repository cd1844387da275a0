"""The sweep over learning rates against single runs and against theory."""

import time

import numpy as np
import pytest

from core.descent import run
from core.expression import parse
from core.learning_rate.stability import predict
from core.learning_rate.sweep import DECADES, family, sweep, telling_rates
from core.learning_rate.valleys import valley
from core.schedules import SCHEDULES

X, XY = ("x",), ("x", "y")
RATES = np.logspace(-4, 2, 200)
PROBLEMS: list[tuple[str, list[float]]] = [
    ("x^2 - 4x + 4", [0.0]),
    ("e^x - log x", [0.05]),
    ("x^4 - 3x^2 + x", [2.0]),
    ("|x|", [0.55]),
    ("x^4", [1.0]),
    ("e^x", [0.0]),
    ("x^2 + 30y^2", [1.0, 1.0]),
]


def first_arrival(text: str, start: list[float], rate: float, steps: int, schedule: str) -> float:
    """The same by a run of its own: the first k within 10^−6 of the minimum, or with ‖∇f‖ ≤ 10^−6."""
    e = parse(text, X if len(start) == 1 else XY)
    end = valley(e, start)
    trace = run(e, start, rate=rate, steps=steps, tolerance=0.0, schedule=schedule)
    if end.kind in ("minimum", "corner"):
        near = np.linalg.norm(trace.x - end.point, axis=1) <= 1e-6
    else:
        near = np.linalg.norm(trace.gradient, axis=1) <= 1e-6
    return float(np.argmax(near)) if near.any() else float("nan")


@pytest.mark.parametrize("schedule", SCHEDULES)
@pytest.mark.parametrize(("text", "start"), PROBLEMS)
def test_many_runs_at_once_arrive_when_each_would_alone(text: str, start: list[float], schedule: str) -> None:
    rates = np.array([0.003, 0.02, 0.1, 0.3, 0.9])
    together = sweep(parse(text, X if len(start) == 1 else XY), start, rates, 120, schedule)
    alone = [first_arrival(text, start, float(rate), 120, schedule) for rate in rates]
    arrived = together.outcome == "arrives"
    assert np.isnan(together.steps[~arrived]).all()
    # a sum of floats may be rounded otherwise in the array program: one step to spare
    assert np.abs(together.steps[arrived] - np.array(alone)[arrived]).max(initial=0) <= 1
    settled_elsewhere = together.outcome == "another valley"
    assert np.isnan(np.array(alone)[~arrived & ~settled_elsewhere]).all()


def test_on_a_parabola_steps_and_outcomes_are_those_of_theory() -> None:
    result = sweep(parse("x^2 - 4x + 4"), [0.0], RATES, 500)
    factor = np.abs(1 - 2 * RATES)
    with np.errstate(divide="ignore"):
        expected = np.where(factor < 1, np.ceil(np.log(1e-6 / 2) / np.log(factor)), np.nan)
    arrives = expected <= 500
    assert (result.outcome == "arrives").tolist() == arrives.tolist()
    assert result.steps[arrives] == pytest.approx(expected[arrives], abs=1)
    assert set(result.outcome[RATES > 1.1]) == {"diverged"}
    assert set(result.outcome[RATES < 0.01]) == {"not yet"}


def test_beyond_the_limit_of_the_steepest_direction_nothing_arrives() -> None:
    e = parse("x^2 + 30y^2", XY)
    limit = predict(e, (0.0, 0.0), 0.1).limit
    result = sweep(e, [1.0, 1.0], RATES, 500)
    assert np.isnan(result.steps[limit < RATES]).all()
    assert np.nanmin(result.steps) == result.steps[np.nanargmin(np.abs(RATES - 2 / 62))]


def test_too_large_a_rate_leaves_the_domain() -> None:
    result = sweep(parse("e^x - log x"), [0.5], np.array([0.1, 0.45]), 500)
    assert result.outcome.tolist() == ["arrives", "left the domain"]


def test_a_jump_into_another_valley_is_told() -> None:
    result = sweep(parse("x^4 - 3x^2 + x"), [2.0], np.array([0.01, 0.1, 0.2]), 500)
    assert result.outcome.tolist() == ["arrives", "another valley", "diverged"]


def test_landing_where_f_has_no_slope_is_told() -> None:
    result = sweep(parse("x^2 + |x - 1|"), [2.0], np.array([0.2]), 10)
    assert result.outcome.tolist() == ["no slope"]


def test_where_there_is_no_minimum_arriving_means_a_small_slope() -> None:
    result = sweep(parse("e^x"), [0.0], np.array([1.0, 20.0]), 500)
    assert not result.by_distance
    assert result.outcome.tolist() == ["not yet", "arrives"]


def test_a_start_at_the_minimum_needs_no_step() -> None:
    assert sweep(parse("x^2"), [0.0], np.array([0.1, 10.0])).steps.tolist() == [0, 0]


def test_six_decades_are_swept_within_a_moment() -> None:
    e = parse("x^2 - 4x + 4")
    sweep(e, [0.0], RATES, 500)
    begin = time.perf_counter()
    sweep(e, [0.0], RATES, 500)
    # about 20 ms on a quiet machine; the benchmark holds the number, this bound only the order of magnitude
    assert time.perf_counter() - begin < 0.5


def test_a_family_starts_at_one_point_and_keeps_its_rates() -> None:
    traces = family(parse("x^2"), [3.0], (0.1, 0.5, 1.1), 5)
    assert [float(trace.x[0, 0]) for trace in traces] == [3, 3, 3]
    assert [float(trace.rate[0]) for trace in traces] == [0.1, 0.5, 1.1]


@pytest.mark.parametrize("curvature", ["0.003", "1", "2", "7.7", "60", "12345"])
def test_telling_rates_go_from_too_small_to_diverging(curvature: str) -> None:
    e = parse(f"{curvature}x^2/2")
    products = [rate * float(curvature) for rate in telling_rates(predict(e, (0.0,), 0.1))]
    assert products == sorted(products)
    assert products[0] == pytest.approx(0.2, rel=0.05)
    assert products[-2] < 2 < products[-1]
    assert all(float(f"{rate:.1e}") == rate for rate in telling_rates(predict(e, (0.0,), 0.1)))


def test_without_curvature_the_rates_are_plain() -> None:
    assert telling_rates(None) == DECADES
    assert telling_rates(predict(parse("x^4"), (0.0,), 0.1)) == DECADES
