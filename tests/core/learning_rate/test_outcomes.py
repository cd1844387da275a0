"""Every named outcome on a run that a person could type, with the numbers its sentence must tell."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.descent import run
from core.expression import parse
from core.learning_rate.outcomes import OUTCOMES, case_of, period
from core.learning_rate.verdict import Outcome, outcome

X, XY = ("x",), ("x", "y")
WELLS = "x^4 - 3x^2 + x"
ROWS: list[tuple[str, list[float], float, int, str, str]] = [
    ("x^2 - 4x + 4", [0.0], 0.5, 5, "one-step", "η·f″ = 1, so the first step lands on the minimum x = 2"),
    ("x^2 - 4x + 4", [0.0], 0.4, 50, "converges", "η·f″ = 0.8 lies between 0 and 1"),
    ("x^2 - 4x + 4", [0.0], 0.1, 5, "crawls", "66 steps to come within 10⁻⁶, and 5 steps are given"),
    (
        "x^2 - 4x + 4",
        [0.0],
        0.9,
        5,
        "overshoots",
        "1.8 lies between 1 and 2, so each step overshoots and the error shrinks by 0.8 while changing sign",
    ),
    ("x^2 - 4x + 4", [0.0], 1.0, 5, "cycles", "η·f″ = 2 exactly"),
    ("x^2 - 4x + 4", [0.0], 1.1, 5, "diverges", "η·f″ = 2.2 is above 2"),
    ("x^2 - 4x + 4", [2.0], 1.1, 5, "still", "already a minimum"),
    ("-x^2", [1.0], 0.1, 50, "runs-off", "curvature −2"),
    ("3x", [1.0], 0.1, 50, "runs-off", "straight line to −∞"),
    ("5", [1.0], 0.1, 50, "still", "f does not change"),
    ("x^2 + 30y^2", [1.0, 1.0], 0.03, 300, "overshoots", "η·λ along (0, 1) = 1.8"),
    ("x^2 + 30y^2", [1.0, 1.0], 0.01, 50, "crawls", "along (1, 0) it shrinks by 0.98"),
    ("x^2 + 30y^2", [1.0, 1.0], 0.034, 50, "diverges", "η·λ along (0, 1) = 2.04 is above 2"),
    ("x^2 - y^2", [1.0, 1.0], 0.1, 50, "runs-off", "diverges along (0, 1)"),
    ("x^2 - y^2", [1.0, 0.0], 0.1, 50, "stalls", "saddle (x, y) = (0, 0)"),
    ("(x + y)^2", [1.0, 1.0], 0.1, 50, "converges", "along (0.707, 0.707) = 0.4"),
    ("e^x - log x", [0.5], 0.1, 50, "converges", "η·f″ = 0.487218"),
    ("e^x - log x", [0.5], 0.3, 50, "overshoots", "η·f″ = 1.46165 lies between 1 and 2"),
    ("e^x - log x", [0.05], 0.005, 50, "crawls", "508 steps"),
    ("e^x - log x", [0.5], 0.45, 50, "leaves-domain", "log(x) is not defined"),
    ("|x|", [0.55], 0.1, 50, "cycles", "the same 2 points again and again, x = 0.05, x = −0.05"),
    ("|x|", [0.55], 0.001, 50, "crawls", "x = 0 is still 0.5 away"),
    ("|x|", [1.0], 0.5, 10, "converges", "the corner at x = 0"),
    ("x^4", [1.0], 0.1, 50, "crawls", "no factor below 1"),
    ("x^4", [1.0], 0.5, 50, "cycles", "x = −1, x = 1"),
    ("x^4", [1.0], 0.6, 50, "diverges", "η·f″ = 7.2 is above 2"),
    ("e^x", [0.0], 0.1, 50, "runs-off", "levels off"),
    ("x^3", [1.0], 1.0, 50, "runs-off", "falls to −∞"),
    ("x^3", [1.0], 0.1, 500, "stalls", "no minimum: beside it f is lower"),
    (WELLS, [2.0], 0.01, 200, "converges", "x = 1.1309"),
    (WELLS, [2.0], 0.1, 50, "escapes", "x = −1.30084, where f = −3.51391 is lower"),
    (WELLS, [2.0], 0.2, 50, "diverges", "At the start η·f″ = 8.4 is above 2"),
    ("x^4 - 2x^2 + y^2", [0.0, 1.0], 0.1, 150, "stalls", "a saddle"),
    ("sin x", [1.0], 3.0, 150, "cycles", "η·f″ = 3 is above 2"),
    ("cosh x", [600.0], 1e-270, 50, "crawls", "No minimum was found within 400 careful steps"),
    ("sin x + x^2/20", [1.0], 3.3, 60, "wanders", "did not stay"),
]


def outcome_of(text: str, start: list[float], rate: float, steps: int, schedule: str = "constant") -> Outcome:
    e = parse(text, X if len(start) == 1 else XY)
    return outcome(e, run(e, start, rate=rate, steps=steps, schedule=schedule), rate, steps)


@pytest.mark.parametrize(("text", "start", "rate", "steps", "kind", "words"), ROWS)
def test_outcome_and_its_numbers(
    text: str, start: list[float], rate: float, steps: int, kind: str, words: str
) -> None:
    result = outcome_of(text, start, rate, steps)
    assert result.kind == kind, result.sentence
    assert words in result.sentence
    assert result.check is None or result.check.holds


def test_every_named_outcome_has_a_run_above() -> None:
    assert {row[4] for row in ROWS} == set(OUTCOMES)


@pytest.mark.parametrize("kind", OUTCOMES.values(), ids=OUTCOMES)
def test_a_definition_is_one_sentence(kind: object) -> None:
    definition = getattr(kind, "definition")  # noqa: B009 - rows are seen as plain objects here
    assert definition.endswith(".")
    assert definition.count(". ") == 0


@given(
    text=st.sampled_from(
        ["x^2 + 2x", "e^x - log x", WELLS, "|x - 1|", "x^4", "sin x", "e^x", "x^3", "1/x", "5"]
    ),
    start=st.floats(0.05, 4),
    rate=st.floats(-4, 2).map(lambda power: 10.0**power),
    steps=st.integers(1, 60),
)
def test_every_run_has_an_outcome_with_one_sentence(text: str, start: float, rate: float, steps: int) -> None:
    result = outcome_of(text, [start], rate, steps)
    assert result.kind in OUTCOMES
    assert result.sentence.endswith(".")
    assert "nan" not in result.sentence


@given(st.floats(0.02, 0.4), st.floats(0.2, 1.5))
def test_predicted_and_measured_factor_of_the_last_step_agree_near_a_smooth_minimum(
    rate: float, start: float
) -> None:
    result = outcome_of("e^x - log x", [start], rate, 300)
    if result.kind in ("converges", "overshoots"):
        assert result.check is not None
        assert result.check.holds


def test_the_check_fails_for_a_run_with_another_rate_than_it_claims() -> None:
    e = parse("x^2 - 4x + 4")
    trace = run(e, [0.0], rate=0.3, steps=5)
    forged = type(trace)(**{**vars(trace), "rate": np.full(trace.steps, 0.31)})
    check = outcome(e, forged, 0.31, 5).check
    assert check is not None
    assert not check.holds


def test_under_a_schedule_the_run_itself_is_told() -> None:
    result = outcome_of("x^2 - 4x + 4", [0.0], 1.5, 60, "exponential")
    assert result.kind in ("converges", "crawls")
    assert "The rate went from 1.5 to" in result.sentence


def test_a_period_is_the_least_number_of_steps_back_to_the_same_point() -> None:
    assert period(run(parse("x^2"), [1.0], rate=1.0, steps=9)) == 2
    assert period(run(parse("x^2"), [1.0], rate=0.9, steps=9)) is None


def test_a_case_has_no_exact_fate_when_the_rate_changes() -> None:
    e = parse("x^2 - 4x + 4")
    trace = run(e, [0.0], rate=0.3, steps=5, schedule="cosine")
    assert case_of(e, trace, 0.3, 5).fate is None


def test_measured_factor_stands_beside_the_predicted_one() -> None:
    result = outcome_of("x^2 - 4x + 4", [0.0], 0.9, 5)
    assert result.prediction is not None
    assert result.prediction.factor == 0.8
    assert result.measured == pytest.approx(0.8, rel=1e-12)
    assert math.isnan(outcome_of("x^2 - 4x + 4", [2.0], 0.9, 5).measured)


def test_a_shrinking_rate_settles_into_a_corner_that_a_constant_one_hops_across() -> None:
    e = parse("|x|")
    hopping = outcome(e, run(e, [0.55], rate=0.1, steps=50), 0.1, 50)
    settling = outcome(e, run(e, [0.55], rate=0.1, steps=50, schedule="inverse"), 0.1, 50)
    assert (hopping.kind, settling.kind) == ("cycles", "crawls")
    assert "rate shrinks" in settling.sentence
