"""Every claim in the notice of every example of the lesson on limits, computed again."""

import numpy as np
import pytest
import sympy

from core.examples import EXAMPLES, Example
from core.expression import Expression, parse
from core.limiting.approach import approach_tables, sequence_table
from core.limiting.closeness import Closeness, closeness
from core.limiting.point import read_point
from core.limiting.value import value_at
from core.limits import LimitReport, analyse_limit
from core.numbers import number
from tests.core.examples.claims import Claims

LIMITS = {example.name: example for example in EXAMPLES["limits"]}
CLAIMS = Claims[Example]()
NEAR = np.geomspace(1e-9, 1e-2, 400)


def function(example: Example) -> Expression:
    return parse(example.values["f"])


def report(example: Example, **changed: str) -> LimitReport:
    values = example.values | changed
    return analyse_limit(parse(values["f"]), values["a"], values["side"])


def value(example: Example) -> float:
    return float(value_at(function(example), read_point(example.values["a"]).place))


def answer(example: Example, epsilon: float) -> Closeness:
    point, found = read_point(example.values["a"]), report(example)
    limit = None if found.value is None else float(found.value)
    return closeness(function(example), point, point.sides, limit, epsilon)


def table(example: Example, side: str, rows: int = 6) -> list[str]:
    point = read_point(example.values["a"]).place
    (one,) = [one for one in approach_tables(function(example), point, rows) if one.side == side]
    return [row.value_text(6) for row in one.rows]


def test_every_example_has_its_claims_checked() -> None:
    assert set(CLAIMS) == set(LIMITS)


@pytest.mark.parametrize("name", LIMITS)
def test_what_an_example_says_is_true(name: str) -> None:
    CLAIMS[name](LIMITS[name])


@CLAIMS.of("hole")
def _(example: Example) -> None:
    assert np.isnan(value(example)) and report(example).value == 2
    assert sympy.cancel(function(example).sympy) == parse("x + 1").sympy


@CLAIMS.of("line")
def _(example: Example) -> None:
    assert report(example).value == 6 and value(example) == 6
    for epsilon in (0.3, 0.02):
        found = answer(example, epsilon).found
        assert found is not None and found.delta == pytest.approx(epsilon / 2)


@CLAIMS.of("one-over-x")
def _(example: Example) -> None:
    assert [one.verdict for one in report(example).sides] == ["-inf", "+inf"]
    assert table(example, "right", 3) == ["10", "100", "1000"]


@CLAIMS.of("one-over-x-right")
def _(example: Example) -> None:
    assert report(example).verdict == "+inf"
    shown = ", ".join(table(example, "right"))
    assert example.notice.startswith(f"{shown}:")


@CLAIMS.of("one-over-x-left")
def _(example: Example) -> None:
    assert report(example).verdict == "-inf"
    assert ", ".join(table(example, "left", 3)) in example.notice


@CLAIMS.of("one-over-square")
def _(example: Example) -> None:
    assert [one.verdict for one in report(example).sides] == ["+inf", "+inf"]


@CLAIMS.of("oscillation")
def _(example: Example) -> None:
    assert [one.band for one in report(example).sides] == [pytest.approx((-1, 1))] * 2
    found = answer(example, 0.3).witnesses
    assert len(found) == 12 and min(witness.apart for witness in found) >= 0.6


@CLAIMS.of("sine-far-out")
def _(example: Example) -> None:
    assert report(example).verdict == "oscillates"
    turns = 2 * np.pi * np.arange(5)
    assert function(example)(np.arange(4) * np.pi) == pytest.approx(np.zeros(4), abs=1e-14)
    assert function(example)(np.pi / 2 + turns) == pytest.approx(np.ones(5))


@CLAIMS.of("sine-over-x")
def _(example: Example) -> None:
    assert np.isnan(value(example)) and report(example).value == 1
    assert number(float(function(example)(0.1))) in example.notice


@CLAIMS.of("continuous")
def _(example: Example) -> None:
    assert value(example) == 1 and report(example).value == 1


@CLAIMS.of("not-defined")
def _(example: Example) -> None:
    assert np.isnan(value(example)) and report(example).value == 1


@CLAIMS.of("no-limit", "jump")
def _(example: Example) -> None:
    left, right = report(example).sides
    assert (left.value, right.value) == (-1, 1)
    assert value(example) == 0 or example.name == "jump"
    assert (function(example)(NEAR) == 1).all() and (function(example)(-NEAR) == -1).all()
    assert len(answer(example, 1.0).witnesses) == 12


@CLAIMS.of("another-value")
def _(example: Example) -> None:
    assert value(example) == 5 and report(example).value == 1


@CLAIMS.of("stairs")
def _(example: Example) -> None:
    left, right = report(example).sides
    assert (value(example), left.value, right.value) == (2, 1, 2)


@CLAIMS.of("squeeze")
def _(example: Example) -> None:
    assert report(example).value == 0
    f = function(example)
    assert (np.abs(f(NEAR)) <= NEAR).all()
    zeros = 1 / (np.pi * np.arange(1, 40))
    assert f(zeros) == pytest.approx(np.zeros(39), abs=1e-15)
    assert np.abs(f(1 / (np.pi * (np.arange(1, 40) + 0.5)))).min() > 0.005


@CLAIMS.of("euler")
def _(example: Example) -> None:
    assert report(example).value == sympy.E
    assert table(example, "left", 3) == ["2", "2.59374", "2.70481"]
    last = sequence_table(parse("(1 + 1/n)^n", ("n",))).rows[-1]
    assert (last.x, last.double) == ("10¹⁶", 1.0)


@CLAIMS.of("x-log-x")
def _(example: Example) -> None:
    assert report(example).value == 0
    assert number(float(function(example)(0.01))) in example.notice


@CLAIMS.of("conjugate")
def _(example: Example) -> None:
    assert report(example).value == sympy.Rational(1, 2)
    turned = parse("1/(sqrt(x+1) + 1)")
    x = np.linspace(-0.9, 5, 62)
    assert function(example)(x) == pytest.approx(turned(x)) and turned(0.0) == 0.5


@CLAIMS.of("x-to-the-x")
def _(example: Example) -> None:
    assert report(example).value == 1
    x = np.linspace(1e-3, 1, 100_001)
    lowest = function(example)(x)
    assert x[np.argmin(lowest)] == pytest.approx(np.exp(-1), abs=1e-4)
    assert number(float(lowest.min())) in example.notice
