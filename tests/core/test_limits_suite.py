"""Published limits, the hard ones among them, each with the answer its source gives.

B. Demidovich, Problems in Mathematical Analysis, ch. I; D. Gruntz, On Computing Limits in a Symbolic
Manipulation System (1996), ch. 8; the test suite of SymPy. Left out is only what the language has no words
for (other functions, parameters, complex values), and what it refuses as too large, which `BEYOND` names.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from core.expression import ExpressionError, parse
from core.limits import LimitReport, analyse_limit

SUITE = Path(__file__).parents[1] / "golden" / "limit_suite.json"
CASES: list[dict[str, Any]] = json.loads(SUITE.read_text(encoding="utf-8"))

BEYOND = {
    "8.2": "exp(x)(exp(1/x + exp(-x) + exp(-x^2)) - exp(1/x - exp(-exp(x))))",
    "8.3": "exp(exp(x - exp(-x))/(1 - 1/x)) - exp(exp(x))",
    "8.8": "exp(exp(x))/exp(exp(x - exp(-exp(exp(x)))))",
    "8.14": "exp(exp(2log(x^5 + x)log(log(x))))/exp(exp(10log(x)log(log(x))))",
}
MOST_UNDECIDED = 3
FEWEST_WITH_STEPS = 60

pytestmark = pytest.mark.usefixtures("patient_symbols")


@cache
def report(place: int) -> LimitReport:
    case = CASES[place]
    return analyse_limit(parse(case["f"]), case["a"], case["side"])


def named(case: dict[str, Any]) -> str:
    return f"{case['f']} at {case['a']}"


@pytest.mark.parametrize("place", range(len(CASES)), ids=[named(case) for case in CASES])
def test_the_verdict_is_right_or_undecided(place: int) -> None:
    case, found = CASES[place], report(place)
    assert found.verdict in (case["verdict"], "undecided")
    if found.verdict == "finite":
        expected = parse(case["value"]).precise(0, digits=60)
        assert found.value is not None
        assert abs(found.sides[0].symbolic.limit - expected) < 1e-50 * max(1, abs(expected))


def test_there_are_more_than_a_hundred_and_every_verdict_is_among_them() -> None:
    assert len(CASES) >= 100
    kinds = {case["verdict"] for case in CASES}
    assert kinds == {"finite", "+inf", "-inf", "sides-differ", "oscillates", "undefined"}


def test_few_stay_undecided() -> None:
    undecided = [named(CASES[place]) for place in range(len(CASES)) if report(place).verdict == "undecided"]
    assert len(undecided) <= MOST_UNDECIDED, undecided


def test_most_have_steps_that_arrive() -> None:
    complete = [place for place in range(len(CASES)) if report(place).complete]
    assert len(complete) >= FEWEST_WITH_STEPS
    assert all(report(place).steps for place in range(len(CASES)))


def test_no_check_of_a_step_fails() -> None:
    def failing(steps: Any) -> list[str]:
        own = [step.latex for step in steps if step.check is not None and not step.check.holds]
        return own + [line for step in steps for line in failing(step.substeps)]

    assert {
        named(CASES[place]): bad for place in range(len(CASES)) if (bad := failing(report(place).steps))
    } == {}


@pytest.mark.parametrize("number", BEYOND)
def test_limits_beyond_the_language_are_refused_with_a_sentence(number: str) -> None:
    with pytest.raises(ExpressionError):
        parse(BEYOND[number])
