"""Every golden case of the lesson, computed again: it holds, or it is an erratum whose right value holds."""

from fractions import Fraction

import pytest

from core.descent import run
from core.expression import Expression, parse
from core.learning_rate.quadratics import as_typed, read_quadratic
from core.learning_rate.valleys import valley
from core.learning_rate.verdict import outcome
from tests.core.golden import Case, Golden

GOLDEN = Golden("learning_rate")
BY_ID, checks = GOLDEN.cases, GOLDEN.checked_by

SIZES_OF_TRAINING = {"batch-size-batch", "batch-size-minibatch", "batch-size-stochastic"}
"""Illustrative batch sizes (500, 50, 1): the source computes nothing with them, and what they do to a run is
the lesson Training's; here it is held that they are just that, three numbers without a result."""


def test_all_9_cases_are_here_and_each_is_checked() -> None:
    assert len(BY_ID) == 9
    assert set(GOLDEN.checks) == set(BY_ID)


@pytest.mark.parametrize("name", BY_ID)
def test_golden_case_holds(name: str) -> None:
    GOLDEN.check(name)


def iterates(e: Expression, start: float, rate: float, steps: int) -> list[float]:
    return run(e, [start], rate=rate, steps=steps, tolerance=0.0).x[:, 0].tolist()


def exact_iterates(e: Expression, start: Fraction, rate: Fraction, steps: int) -> list[Fraction]:
    """The same recurrence in rationals, from the coefficients alone."""
    quadratic = read_quadratic(e)
    assert quadratic is not None
    path = [start]
    for _ in range(steps):
        path.append(path[-1] - rate * quadratic.gradient((path[-1],))[0])
    return path


@checks("lr-0.9-5steps", "lr-0.1-5steps")
def the_pair_of_the_slides(case: Case) -> None:
    given, verified = case["input"], case["verified"]
    e = parse(given["f"])
    path = iterates(e, given["x0"], given["eta"], given["steps"])
    assert [repr(x) for x in path] == verified["float64_repr"]
    (eta,) = as_typed([given["eta"]])
    exact = exact_iterates(e, Fraction(given["x0"]), eta, given["steps"])
    assert exact == [Fraction(text) for text in verified["exact"]]
    assert (exact[-1] - 2) ** 2 == Fraction(verified["f_after_5"])
    result = outcome(e, run(e, [0.0], rate=given["eta"], steps=5), given["eta"], 5)
    assert result.kind == {0.9: "overshoots", 0.1: "crawls"}[given["eta"]]
    assert result.prediction is not None
    assert result.prediction.factor == 0.8


@checks("lr-threshold")
def the_threshold_of_the_parabola(case: Case) -> None:
    e = parse(case["input"]["f"])
    names = {
        0.01: "crawls",
        0.1: "crawls",
        0.4: "crawls",
        0.5: "one-step",
        0.9: "overshoots",
        1.0: "cycles",
        1.1: "diverges",
    }
    assert list(names) == case["input"]["etas"]
    for eta, name in names.items():
        path = iterates(e, 0.0, eta, 5)
        # the run that has arrived stops there
        assert repr(path[-1]) == case["verified"]["x_after_5"][str(eta)]
        result = outcome(e, run(e, [0.0], rate=eta, steps=5), eta, 5)
        assert result.kind == name
        assert result.prediction is not None
        assert result.prediction.factors[0] == pytest.approx(1 - 2 * eta, abs=1e-15)
        assert result.prediction.limit == 1
    assert iterates(e, 0.0, 1.0, 4) == [0, 4, 0, 4, 0]


@checks("lr-wrong-step-diverges")
def a_wrong_step_does_not_converge_in_the_simplest_case(case: Case) -> None:
    given, verified = case["input"], case["verified"]
    e = parse(given["f"])
    assert iterates(e, given["x0"], 1.0, 3) == [float(text) for text in verified["lr=1.0"]]
    # the table is the closed form (1 − 2·1.1)^k in float64; stepping rounds otherwise, in the last digit
    assert [repr((1 - 2 * 1.1) ** k) for k in range(5)] == verified["lr=1.1"]
    table = [float(text) for text in verified["lr=1.1"]]
    assert iterates(e, given["x0"], 1.1, 4) == pytest.approx(table, rel=4e-16)
    assert exact_iterates(e, Fraction(1), Fraction(11, 10), 4) == [Fraction(-6, 5) ** k for k in range(5)]
    kinds = [outcome(e, run(e, [1.0], rate=rate, steps=4), rate, 4).kind for rate in given["lr"]]
    assert kinds == ["cycles", "diverges"]


@checks("gd002-lr1")
def the_listing_at_its_greatest_rate_never_settles(case: Case) -> None:
    """The listing's slope is a centred difference, h = 0.001: its digits are rounding, ours are 9 and −9."""
    given = case["input"]
    e, h = parse(given["f"]), 1e-3
    listing = [given["x0"]]
    for _ in range(given["steps"]):
        x = listing[-1]
        listing.append(x - given["lr"] * ((x + h) ** 2 - (x - h) ** 2) / (2 * h))
    assert [repr(x) for x in listing] == case["verified"]["float64_repr"]
    path = iterates(e, given["x0"], given["lr"], given["steps"])
    assert path == [9, -9, 9, -9, 9]
    assert listing == pytest.approx(path, abs=1e-10)
    assert outcome(e, run(e, [9.0], rate=1.0, steps=4), 1.0, 4).kind == "cycles"


@checks("convex-converge")
def a_convex_function_without_a_minimum_sends_the_run_off(case: Case) -> None:
    given, verified = case["input"], case["verified"]
    e = parse(given["f"])
    trace = run(e, [float(given["x0"])], rate=given["lr"], steps=1000, tolerance=0.0)
    assert trace.x[-1, 0] == pytest.approx(float(verified["x_after_1000_steps_on_exp(x)"]), rel=1e-13)
    assert trace.f[-1] == pytest.approx(float(verified["f"]), rel=1e-12)
    assert valley(e, [0.0]).kind == "none"
    assert outcome(e, trace, given["lr"], 1000).kind == "runs-off"


@checks(*SIZES_OF_TRAINING)
def a_batch_size_is_a_number_without_a_result(case: Case) -> None:
    sizes = {"Batch": 500, "Minibatch": 50, "Stochastic": 1}
    assert int(case["claimed"]) == sizes[case["input"]["variant"]]
    assert case["verified"] is None
