"""One sentence for every way a run can go, with true numbers in it."""

from collections.abc import Sequence

import numpy as np
import pytest

from core.comparison import mirror
from core.descent import run
from core.expression import parse
from core.verdict import Verdict, verdict
from core.walkthrough import run_steps


def judged(text: str, start: Sequence[float], **settings: object) -> Verdict:
    e = parse(text, ("x", "y") if len(start) == 2 else ("x",))
    return verdict(e, run(e, start, **settings))


@pytest.mark.parametrize(
    ("text", "start", "settings", "sentence"),
    [
        (
            "x^2 - 4x + 4",
            [0.0],
            {"rate": 0.4, "steps": 5},
            "Descent has come to x = 1.99936 after 5 steps, where f = 4.096 × 10⁻⁷; "
            "each step is 0.2 times as long as the one before.",
        ),
        (
            "x^2 - 4x + 4",
            [0.0],
            {"rate": 0.4, "steps": 5, "sense": "ascent"},
            "Ascent runs away: x = −35.7914 after 5 steps, where f = 1428.19, and each step is 1.8 times as "
            "long as the one before. Taken further, the run is broken off at step 24, where x = −2.68 × 10⁶ "
            "and f = 7.16 × 10¹².",
        ),
        (
            "x^2",
            [1.0],
            {"rate": 0.75, "steps": 4},
            "Descent has come to x = 0.0625 after 4 steps, where f = 0.00390625; "
            "each step turns back and is 0.5 times as long as the one before.",
        ),
        (
            "x^2",
            [9.0],
            {"rate": 1.0, "steps": 10},
            "Descent hops back and forth between x = −9 and x = 9: with this η it does not settle.",
        ),
        (
            "x^2",
            [9.0],
            {"rate": 0.1, "steps": 1},
            "Descent has come to x = 7.2 after 1 step, where f = 51.84.",
        ),
        (
            "|x|",
            [1.0],
            {"rate": 0.5, "steps": 10},
            "Descent is stuck. Step 2 lands on x = 0, where f has a value but no slope.",
        ),
        (
            "e^x - log x",
            [0.05],
            {"rate": 0.005, "sense": "ascent"},
            "Ascent has left the domain of f. "
            "Step 1 leads out of the domain: log(x) is not defined at x = −0.0447436.",
        ),
        (
            "x^2",
            [0.0],
            {},
            "Descent has nowhere to go. At the start x = 0 already |f′| = 0 ≤ 10⁻⁶, so no step is taken. "
            "Minimum, maximum or neither: the slope alone does not tell.",
        ),
    ],
)
def test_the_verdict_is_a_sentence_with_the_numbers_in_it(
    text: str, start: list[float], settings: dict, sentence: str
) -> None:
    assert judged(text, start, **settings).sentence == sentence


def test_a_converged_run_says_how_flat_it_is() -> None:
    sentence = judged("85 - x^2(x-6)y^2(y-6)/90", [0.5, 0.6], rate=0.05, steps=150).sentence
    assert sentence == (
        "Descent has converged: (x, y) = (4, 4) after 135 steps, where f = 73.6222 and "
        "‖∇f‖ = 9.83 × 10⁻⁷ ≤ 10⁻⁶; each step is 0.787 times as long as the one before."
    )


def test_growing_steps_that_later_settle_are_no_escape() -> None:
    sentence = judged("85 - x^2(x-6)y^2(y-6)/90", [0.5, 0.6], rate=0.05, steps=20).sentence
    assert sentence.startswith("Descent has come to") and "runs away" not in sentence


def test_growing_steps_that_will_leave_the_domain_are_announced() -> None:
    sentence = judged("log(x)", [1.0], rate=0.1, steps=5).sentence
    assert sentence.startswith("Descent is on its way out of the domain: x = ")
    assert "log(x) is not defined" in sentence


def test_a_diverged_run_names_step_and_place() -> None:
    sentence = judged("x^2", [1.0], rate=1.5, steps=100).sentence
    assert sentence == (
        "Descent runs away, and each step turns back and is 2 times as long as the one before. "
        "The run is broken off at step 20, where x = 1.05 × 10⁶ and f = 1.1 × 10¹²."
    )


def test_f_is_true_to_its_digits_where_float64_has_only_cancellation_left() -> None:
    e = parse("x^2 - 4x + 4")
    trace = run(e, [2 + 2**-30], rate=1e-9, steps=1, tolerance=0)
    assert trace.f[-1] == 0.0
    assert "where f = 8.67362 × 10⁻¹⁹" in verdict(e, trace).sentence


@pytest.mark.parametrize("rate", [0.01, 0.5, 3.0, 1e6, 1e300])
@pytest.mark.parametrize("optimizer", ["gd", "normalised"])
@pytest.mark.parametrize("sense", ["descent", "ascent"])
def test_whatever_happens_there_is_a_verdict_and_every_worked_step_holds(
    sense: str, optimizer: str, rate: float
) -> None:
    for text in (
        "x^2",
        "|x|",
        "sin(1/x)",
        "e^x",
        "sqrt(x)",
        "x^x",
        "{x < 1: -x, x > 1: x^2}",
        "x^100",
        "floor(x)",
    ):
        e = parse(text)
        trace = run(e, [0.3], optimizer, rate, 8, sense)
        assert verdict(e, trace).sentence.endswith(".")
        for step in run_steps(e, trace)[1:]:
            assert step.check is None or step.check.holds, (text, step)
        together = mirror(e, [0.3], optimizer, rate, 8).difference
        assert np.all(together <= 1e-9 * (1 + np.abs(trace.x).max()))


@pytest.mark.parametrize("sense", ["descent", "ascent"])
@pytest.mark.parametrize(
    ("text", "start"),
    [("x^2 - 4x + 4", [0.0]), ("e^x - log x", [0.05]), ("x^4", [30.0]), ("x e^(-(x^2 + y^2))", [0.2, 0.6])],
)
def test_the_slope_at_the_last_iterate_holds_a_second_way(text: str, start: list[float], sense: str) -> None:
    assert judged(text, start, rate=0.005, steps=20, sense=sense).check.holds
