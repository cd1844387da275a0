"""Whatever the language accepts can be run, judged and worked out step by step: nothing crashes."""

from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.descent import run
from core.descent.comparison import comparison
from core.descent.verdict import verdict
from core.descent.walkthrough import run_steps
from core.errors import SettingError
from core.expression import Expression, parse
from core.optimizers import OPTIMIZERS
from tests.core.expression.trees import functions

COORDINATES = st.sampled_from((0.0, 1.0, -1.0, 0.3, -2.5, 1e-9, 40.0, -2e9))
RATES = st.sampled_from((0.1, 1.0, 1e-6, 30.0, 1e300))


def looked_at(e: Expression, start: list[float], optimizer: str, rate: float, sense: str) -> list[str]:
    """All the LaTeX that the lesson shows for a run; none where the run cannot start."""
    try:
        trace = run(e, start, optimizer, rate, 4, sense)
    except SettingError:
        return []
    assert verdict(e, trace).sentence.endswith(".")
    steps = run_steps(e, trace)
    assert len(steps) == trace.steps + 1
    return [step.latex for step in steps] + [
        text for row in comparison(e) if row.latex for text in (row.descent, row.ascent)
    ]


def balanced(latex: str) -> bool:
    return latex.count("{") == latex.count("}") and latex.count(r"\left") == latex.count(r"\right")


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)
@given(
    functions(),
    st.tuples(COORDINATES, COORDINATES),
    st.sampled_from(tuple(OPTIMIZERS)),
    RATES,
    st.sampled_from(("descent", "ascent")),
)
def test_every_accepted_function_runs_and_is_worked_out(e, start, optimizer, rate, sense):
    assert all(map(balanced, looked_at(e, list(start), optimizer, rate, sense)))


ODD = (
    "({x<1: x, 2})^(1/3)",
    "({x<1: x, 2})^2 sin x",
    "sec(max(x,3) - pi)",
    "csc(min(x,3) + pi)",
    "x + x^1.5",
    "sqrt(x)",
    "e^(floor x)",
    "sin(sign x)",
    "log(ceil x)",
    "x^100",
    "e^(e^x)",
    "1/x",
    "tan x",
    "1e100x^2",
    "(1e-100x)^(-3)",
    "{x = 0: 0, log(-1 - x^2)}",
    "|x|^x",
    "((x^(1/3)+1)^(3/5)+x)^(5/7)",
    "3",
)


@pytest.mark.parametrize("text", ODD)
def test_odd_functions_run_and_are_worked_out(text: str) -> None:
    starts = (0.0, 1.0, -1.0, 2.0)
    latex = [
        line
        for start, optimizer, rate, sense in product(starts, OPTIMIZERS, (0.1, 30.0), ("descent", "ascent"))
        for line in looked_at(parse(text), [start], optimizer, rate, sense)
    ]
    assert latex and all(map(balanced, latex))
