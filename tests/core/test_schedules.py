"""Every schedule against what holds for all of them, and each against its own formula."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.descent import run
from core.errors import SettingError
from core.expression import parse
from core.gradient import gradient_field
from core.schedules import SCHEDULES, Moment, Schedule

ROWS = pytest.mark.parametrize("row", SCHEDULES.values(), ids=SCHEDULES)
ETAS = st.floats(1e-4, 1.0)
STEPS = 40
ROSENBROCK = parse("(1 - x)^2 + 100(y - x^2)^2", ("x", "y"))


def settings(row: Schedule) -> dict[str, float]:
    return {knob.name: knob.default for knob in row.knobs}


def moment(step: int) -> Moment:
    """A step of the run on x² from x = 1, for one run."""
    x, slope = np.array([1.0]), np.array([2.0])
    return Moment(step, STEPS, x**2, slope**2, lambda t: (x - t * slope) ** 2)


def rates(name: str, eta: float = 0.8, **knobs: float) -> list[float]:
    row = SCHEDULES[name]
    chosen = settings(row) | knobs
    return [float(row.rate(np.array([eta]), moment(k), **chosen)[0]) for k in range(STEPS)]


@ROWS
@given(eta=ETAS)
def test_every_rate_is_above_0_and_none_above_eta(row: Schedule, eta: float) -> None:
    taken = rates(row.name, eta)
    assert all(0 < rate <= eta for rate in taken)


@ROWS
def test_a_schedule_starts_at_eta_unless_the_function_decides(row: Schedule) -> None:
    first = rates(row.name, 0.3)[0]
    assert first == 0.3 if row.fixed else first <= 0.3


@ROWS
def test_many_rates_at_once_agree_with_one_by_one(row: Schedule) -> None:
    etas = np.array([0.01, 0.1, 0.5, 0.9])
    x, slope = np.ones(4), np.full(4, 2.0)
    together = row.rate(
        etas, Moment(7, STEPS, x**2, slope**2, lambda t: (x - t * slope) ** 2), **settings(row)
    )
    alone = [float(row.rate(np.array([eta]), moment(7), **settings(row))[0]) for eta in etas]
    assert together.tolist() == alone


@ROWS
def test_the_default_of_every_knob_lies_within_its_range(row: Schedule) -> None:
    assert all(knob.low <= knob.default <= knob.high for knob in row.knobs)


def test_step_decay_halves_the_rate_every_ten_steps() -> None:
    assert [rates("step")[k] for k in (0, 9, 10, 19, 20, 39)] == [0.8, 0.8, 0.4, 0.4, 0.2, 0.1]


def test_exponential_takes_the_same_share_at_every_step() -> None:
    taken = np.array(rates("exponential", decay=0.9))
    assert taken[1:] / taken[:-1] == pytest.approx(0.9)


def test_1_over_k_is_half_of_eta_after_m_steps() -> None:
    assert rates("inverse", halfway=10)[10] == pytest.approx(0.4)
    assert rates("inverse", halfway=10)[30] == pytest.approx(0.2)


def test_cosine_is_at_half_in_the_middle_and_would_be_0_after_the_last_step() -> None:
    assert rates("cosine")[STEPS // 2] == pytest.approx(0.4)
    row = SCHEDULES["cosine"]
    assert row.rate(np.array([0.8]), moment(STEPS))[0] == pytest.approx(0, abs=1e-16)


def test_warm_restarts_come_back_to_eta() -> None:
    taken = rates("restarts", period=10)
    assert [taken[k] for k in (0, 10, 20, 30)] == [0.8] * 4
    assert taken[5] == pytest.approx(0.4)
    assert all(after < before for before, after in pairwise(taken[:10]))


@given(
    x=st.floats(-2, 2),
    y=st.floats(-2, 2),
    eta=st.floats(1e-3, 10),
    enough=st.floats(1e-6, 0.5),
    shrink=st.floats(0.1, 0.9),
)
def test_backtracking_returns_the_first_rate_that_armijo_accepts(
    x: float, y: float, eta: float, enough: float, shrink: float
) -> None:
    field = gradient_field(ROSENBROCK)
    value, slope = field.at([x, y])
    squared = float(slope @ slope)

    def value_at(rate: float) -> float:
        return field.at((np.array([x, y]) - rate * slope).tolist())[0]

    def accepted(rate: float) -> bool:
        return value_at(rate) <= value - enough * rate * squared

    here = Moment(
        0, STEPS, np.array([value]), np.array([squared]), lambda t: np.array([value_at(float(t[0]))])
    )
    rate = float(SCHEDULES["backtracking"].rate(np.array([eta]), here, shrink=shrink, enough=enough)[0])
    shrunk = math.log(rate / eta) / math.log(shrink)
    assert shrunk == pytest.approx(round(shrunk), abs=1e-9)
    if round(shrunk) < 60:
        assert accepted(rate)
    if rate < eta:
        assert not accepted(rate / shrink)


@ROWS
def test_a_run_uses_the_rates_of_its_schedule(row: Schedule) -> None:
    trace = run(parse("x^2 + x^4"), [1.0], rate=0.05, steps=STEPS, tolerance=0.0, schedule=row.name)
    assert trace.steps == STEPS
    assert trace.step == pytest.approx(-trace.rate[:, None] * trace.gradient[:-1])
    if row.fixed:
        expected = [float(row.rate(np.array([0.05]), moment(k), **settings(row))[0]) for k in range(STEPS)]
        assert trace.rate.tolist() == expected


def test_backtracking_tames_a_rate_that_diverges() -> None:
    e = parse("x^2 - 4x + 4")
    assert run(e, [0.0], rate=30.0, steps=100).status.kind == "diverged"
    tamed = run(e, [0.0], rate=30.0, steps=200, schedule="backtracking")
    assert tamed.status.kind == "converged"
    assert (np.diff(tamed.f) < 0).all()


def test_backtracking_climbs_when_the_run_ascends() -> None:
    trace = run(parse("-(x^2) + 4x"), [0.0], rate=30.0, steps=200, sense="ascent", schedule="backtracking")
    assert trace.status.kind == "converged"
    assert (np.diff(trace.f) > 0).all()


def test_backtracking_does_not_step_out_of_the_domain() -> None:
    e = parse("e^x - log x")
    assert run(e, [0.05], rate=1.0, steps=100).status.kind != "converged"
    assert run(e, [0.05], rate=1.0, steps=100, schedule="backtracking").status.kind == "converged"


def test_shrinking_rates_settle_on_the_corner_where_a_constant_one_hops() -> None:
    e = parse("|x|")
    constant = run(e, [0.55], rate=0.1, steps=200)
    shrinking = run(e, [0.55], rate=0.1, steps=200, schedule="inverse")
    assert abs(constant.x[-1, 0]) == pytest.approx(0.05)
    assert abs(shrinking.x[-1, 0]) < 0.01


def test_an_unknown_schedule_is_refused_at_its_control() -> None:
    with pytest.raises(SettingError, match="schedule") as refusal:
        run(parse("x^2"), [1.0], schedule="faster")
    assert refusal.value.setting == "schedule"
