"""Every claim in the notice of every example of the lesson computed again, and a run for every myth."""

import numpy as np
import pytest

from core.descent import Trace, run, start_keys
from core.examples import EXAMPLES, Example
from core.expression import Expression, parse
from core.learning_rate.stability import predict
from core.learning_rate.verdict import outcome
from core.myths import MYTHS, Myth
from core.schedules import SCHEDULES
from tests.core.examples.claims import Claims

LEARNING_RATE = {example.name: example for example in EXAMPLES["learning_rate"]}
OUTCOME_OF = {
    "large": "overshoots",
    "small": "crawls",
    "narrow-bowl": "overshoots",
    "better-valley": "escapes",
    "out-of-the-domain": "leaves-domain",
    "corner": "cycles",
    "flat-bottom": "crawls",
    "backtracking": "crawls",
}
ROWS = list(MYTHS["learning_rate"])
CLAIMS = Claims[Example]()


def function(values: dict[str, str]) -> Expression:
    return parse(values["f"]) if values["dim"] == "1" else parse(values["g"], ("x", "y"))


def trace(example: Example, **changed: str) -> Trace:
    """The run of an example, with some of its values changed."""
    values = example.values | changed
    start = [float(values[key]) for key in start_keys(int(values["dim"]))]
    rate, steps, schedule = float(values["eta"]), int(values["steps"]), values["schedule"]
    return run(function(values), start, rate=rate, steps=steps, schedule=schedule)


@pytest.mark.parametrize("example", LEARNING_RATE.values(), ids=LEARNING_RATE)
def test_an_example_sets_exactly_the_keys_of_its_dimension(example: Example) -> None:
    own = {"f", "x0"} if example.values["dim"] == "1" else {"g", "px", "py"}
    assert set(example.values) == {"dim", "eta", "steps", "schedule"} | own
    assert example.values["schedule"] in SCHEDULES


def test_the_claims_of_every_example_are_computed_below() -> None:
    assert set(CLAIMS) == set(OUTCOME_OF) == set(LEARNING_RATE)


@pytest.mark.parametrize("example", LEARNING_RATE.values(), ids=LEARNING_RATE)
def test_what_there_is_to_notice_is_true(example: Example) -> None:
    CLAIMS[example.name](example)


@pytest.mark.parametrize("example", LEARNING_RATE.values(), ids=LEARNING_RATE)
def test_the_examples_show_different_outcomes(example: Example) -> None:
    values = example.values
    result = outcome(function(values), trace(example), float(values["eta"]), int(values["steps"]))
    assert result.kind == OUTCOME_OF[example.name]


@CLAIMS.of("large")
def the_large_half_of_the_pair(example: Example) -> None:
    x = trace(example).x[:, 0]
    assert x[1:] == pytest.approx([3.6, 0.72, 3.024, 1.1808, 2.65536], rel=1e-12)
    assert (x[1:] - 2) / (x[:-1] - 2) == pytest.approx(-0.8)


@CLAIMS.of("small")
def the_small_half_of_the_pair(example: Example) -> None:
    x = trace(example).x[:, 0]
    assert x[1:] == pytest.approx([0.4, 0.72, 0.976, 1.1808, 1.34464], rel=1e-12)
    assert (x[1:] - 2) / (x[:-1] - 2) == pytest.approx(0.8)
    assert trace(example, eta="0.5").x[-1, 0] == 2
    assert trace(example, eta="0.5").steps == 1


@CLAIMS.of("narrow-bowl")
def steepest_and_flattest(example: Example) -> None:
    x = trace(example).x
    assert (x[1:20, 1] * x[:19, 1] < 0).all()
    assert x[1:, 0] / x[:-1, 0] == pytest.approx(0.94)
    prediction = predict(function(example.values), (0.0, 0.0), 1 / 31)
    assert prediction.eigenvalues.tolist() == [2, 60]
    assert prediction.limit == pytest.approx(1 / 30)
    assert prediction.best == pytest.approx(1 / 31)
    assert prediction.factor == pytest.approx(29 / 31)


@CLAIMS.of("better-valley")
def a_jump_to_a_better_valley(example: Example) -> None:
    jumped, stayed = trace(example), trace(example, eta="0.05")
    assert jumped.x[1, 0] == pytest.approx(-0.1)
    assert (jumped.x[-1, 0], jumped.f[-1]) == pytest.approx((-1.30084, -3.51391), abs=5e-6)
    assert (stayed.x[-1, 0], stayed.f[-1]) == pytest.approx((1.1309, -1.07023), abs=5e-6)


@CLAIMS.of("out-of-the-domain")
def the_first_step_leaves(example: Example) -> None:
    left = trace(example)
    assert left.steps == 1
    assert left.x[1, 0] == pytest.approx(-0.755622, abs=5e-7)
    assert left.status.kind == "left-domain"
    assert trace(example, eta="0.1").x[-1, 0] == pytest.approx(0.567143, abs=1e-6)


@CLAIMS.of("corner")
def the_corner_hops(example: Example) -> None:
    assert np.abs(trace(example).x[-10:, 0]) == pytest.approx(0.05)
    shrinking = np.abs(trace(example, schedule="inverse", steps="1000").x[:, 0])
    assert shrinking[-10:].max() < 0.002


@CLAIMS.of("flat-bottom")
def the_error_falls_like_one_over_the_root(example: Example) -> None:
    x = trace(example).x[:, 0]
    assert (x[50], x[500]) == pytest.approx((0.151, 0.0497), rel=2e-3)
    ratio = x[1:] / x[:-1]
    assert (np.diff(ratio) > 0).all()
    assert ratio[-1] > 0.998


@CLAIMS.of("backtracking")
def backtracking_finds_its_rate(example: Example) -> None:
    steady = trace(example)
    assert set(steady.rate.tolist()) == {0.9375}
    assert (steady.x[1:, 0] - 2) / (steady.x[:-1, 0] - 2) == pytest.approx(-0.875)
    assert (np.diff(steady.f) < 0).all()
    assert trace(example, schedule="constant").status.kind == "diverged"


@pytest.mark.parametrize("myth", ROWS, ids=[myth.name for myth in ROWS])
def test_a_myth_opens_in_its_lesson_on_a_run_that_can_be_made(myth: Myth) -> None:
    values = myth.values
    start = [float(values[key]) for key in start_keys(int(values["dim"]))]
    assert run(function(values), start, rate=float(values["eta"]), steps=int(values["steps"])).steps > 0
