"""One sentence for every way a run can go, with true numbers in it."""

from collections.abc import Sequence

import numpy as np
import pytest

from core.descent import run
from core.descent.comparison import mirror
from core.descent.verdict import Verdict, verdict
from core.descent.walkthrough import run_steps
from core.expression import parse


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
            "long as the one before. Taken further, the run is broken off at step 24, where x ≈ −2.68 × 10⁶ "
            "and f ≈ 7.16 × 10¹².",
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
        "‖∇f‖ = 9.83 × 10⁻⁷ ≤ 10⁻⁶; lately each step is 0.787 times as long as the one before."
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
        "The run is broken off at step 20, where x ≈ 1.05 × 10⁶ and f ≈ 1.1 × 10¹²."
    )


@pytest.mark.parametrize(
    ("text", "start", "settings", "ending"),
    [
        ("e^x", [0.0], {"rate": 0.5, "steps": 100}, "lately each step is about 0.99 times as long as the"),
        ("x^3", [1.0], {"rate": 0.1, "steps": 200}, "lately each step is about 0.99 times as long as the"),
        (
            "x^4",
            [0.9],
            {"rate": 0.1, "steps": 4},
            "; the last step was 0.711 times as long as the one before",
        ),
        ("x^2", [1.0], {"rate": 1e-4, "steps": 5}, "; each step is 0.9998 times as long as the one before."),
        ("x^2", [1.0], {"rate": 1e-9, "steps": 5}, "; each step is almost as long as the one before."),
        ("3x", [1.0], {"rate": 0.1, "steps": 5}, "; each step is as long as the one before."),
        (
            "x^2",
            [1.0],
            {"rate": 0.3, "steps": 2},
            "; the last step was 0.4 times as long as the one before it.",
        ),
    ],
)
def test_a_law_is_told_of_those_steps_only_that_keep_it(
    text: str, start: list[float], settings: dict, ending: str
) -> None:
    assert ending in judged(text, start, **settings).sentence


@pytest.mark.parametrize("rate", [1 - 1e-10, 1 + 1e-10, 1 - 1e-13])
def test_a_rate_a_little_off_the_limit_is_not_said_to_hop_for_ever(rate: float) -> None:
    sentence = judged("x^2", [9.0], rate=rate, steps=10).sentence
    assert "hops" not in sentence
    assert "each step turns back and is almost as long as the one before" in sentence


def test_a_schedule_may_yet_settle_what_hops_now() -> None:
    constant = judged("|x|", [0.25], rate=0.5, steps=4).sentence
    assert constant.startswith("Descent hops back and forth between x = −0.25 and x = 0.25")
    decaying = judged("|x|", [0.25], rate=0.5, steps=4, schedule="step").sentence
    assert decaying.startswith("Descent has come to x = 0.25 after 4 steps")


def test_only_a_constant_rate_is_taken_further() -> None:
    assert "Taken further" in judged("x^2", [1.0], rate=1.1, steps=5).sentence
    assert "Taken further" not in judged("x^2", [1.0], rate=1.1, steps=5, schedule="inverse").sentence


def test_a_place_that_is_only_near_is_not_set_equal() -> None:
    near = judged("(x - 10^6)^2", [1e6 + 1], rate=0.1, steps=10).sentence
    assert near.startswith("Descent has come to x ≈ 10⁶ after 10 steps, where f = 0.0115292;")
    exact = judged("(x - 10^6)^2", [1e6 + 1], rate=0.5, steps=10).sentence
    assert exact.startswith("Descent has converged: x = 10⁶ after 1 step, where f = 0 ")


def test_values_beyond_float64_are_not_called_infinite() -> None:
    assert judged("e^x", [0.0], rate=0.5, sense="ascent", steps=100).sentence.endswith(
        "where x ≈ 2.76 × 10⁶ and f > 1.8 × 10³⁰⁸."
    )
    assert "where x < −1.8 × 10³⁰⁸" in judged("x^3", [1e100], rate=1e200).sentence


def test_a_value_below_float64_is_not_called_0() -> None:
    assert "x = −999 after 1 step, where |f| < 10⁻³⁰⁷" in judged("e^x", [0.0], rate=999, steps=5).sentence
    assert "where f = 0 " in judged("x^2", [1.0], rate=0.5, steps=5).sentence


def test_a_place_outside_the_domain_is_shown_outside() -> None:
    slope = 1 + 0.5 / 0.5**0.5
    outside = run(parse("sqrt(x - 1) + x"), [1.5], rate=(0.5 + 1e-9) / slope, steps=1).status.sentence
    assert outside.endswith("sqrt(x - 1) is not defined at x = 0.999999999.")


def test_a_start_that_is_only_nearly_flat_could_go_somewhere() -> None:
    assert judged("x^2", [1e-7]).sentence.startswith("Descent stays where it is. At the start x = 10⁻⁷")


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


ODD = (
    ("1/x", -1.0),
    ("tan x", 1.0),
    ("x^4", 1.0),
    ("|x| + x^2", 0.3),
    ("sin x", 0.1),
    ("log x", 1.0),
    ("x log x", 1.0),
    ("x^(1/3)", 1.0),
    ("e^x - log x", 0.05),
    ("x^3 - 3x", 0.2),
    ("softplus x", 0.0),
    ("relu(x - 1/3)", 1.0),
)


@pytest.mark.parametrize("sense", ["descent", "ascent"])
@pytest.mark.parametrize("rate", [1e-4, 0.3, 0.5, 1.0, 2.5])
@pytest.mark.parametrize(("text", "start"), ODD, ids=[text for text, _ in ODD])
def test_what_is_said_of_each_step_is_so(text: str, start: float, rate: float, sense: str) -> None:
    e = parse(text)
    trace = run(e, [start], rate=rate, steps=30, sense=sense)
    sentence = verdict(e, trace).sentence
    length = np.abs(np.diff(trace.x[:, 0]))
    if "each step" in sentence:
        told = length[-4:] if "lately" in sentence else length
        assert told[1:] / told[:-1] == pytest.approx(told[-1] / told[-2], rel=2e-3)
    if "turns back" in sentence:
        last = trace.step[-4:, 0]
        assert np.all(last[1:] * last[:-1] < 0)
    if "hops" in sentence:
        longer = run(e, [start], rate=rate, steps=60, sense=sense)
        assert longer.x[-2:, 0] == pytest.approx(trace.x[-2:, 0], rel=1e-9)
