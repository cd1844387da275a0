"""What stands beside the verdict: the value at the point, the two testimonies, the answer to one ε."""

import math

import pytest

from core.expression import parse
from core.expression.precise import context
from core.limiting.at_point import at_point_sentence
from core.limiting.closeness import closeness
from core.limiting.evidence import numeric_evidence
from core.limiting.opinion import Opinion, opinion_of
from core.limiting.point import read_point
from core.limiting.testimony import apart, numbers_say, symbols_say
from core.limiting.value import value_at
from core.limits import limits_known, numeric_witness


@pytest.mark.parametrize(
    ("f", "a", "limit", "sentence"),
    [
        (
            "(x^2 - 1)/(x - 1)",
            "1",
            2,
            "f(1) has no value. The limit does not ask for one: it looks next to the point only.",
        ),
        ("1/x", "0", None, "f(0) has no value."),
        ("tan x", "pi/2", None, "f(pi/2) has no value."),
        ("2x", "-3", -6, "f(−3) = −6 is the same number: f is continuous there."),
        ("floor x", "2", None, "f(2) = 2, but a value at the point makes no limit."),
        (
            "{x < 1: x, x = 1: 5, x > 1: x}",
            "1",
            1,
            "f(1) = 5 is another number. The limit looks next to the point, never at it.",
        ),
        ("x", "oo", None, ""),
    ],
)
def test_the_value_at_the_point_is_held_against_the_limit(
    f: str, a: str, limit: int | None, sentence: str
) -> None:
    point = read_point(a)
    value = context(60).nan if point.infinite else value_at(parse(f), point.place)
    wanted = None if limit is None else context(60).mpf(limit)
    assert at_point_sentence(point, value, wanted, point.sides) == sentence


def test_from_one_side_only_that_side_is_called_continuous() -> None:
    mp = context(60)
    assert at_point_sentence(read_point("2"), mp.mpf(2), mp.mpf(2), ("right",)).endswith(
        "f is continuous there from the right."
    )


@pytest.mark.parametrize(
    ("f", "a", "says"),
    [
        ("2x", "3", "6"),
        ("sin(1/x)", "0", "between −1 and 1"),
        ("x", "oo", "reach 3.40282 × 10³⁸"),
        ("-e^(x^3)", "oo", "reach less than −1.8 × 10³⁰⁸"),
        ("ln x", "0", "log(x) has no real value"),
        ("1/log(log(x))", "oo", "do not settle"),
    ],
)
def test_the_numbers_say_what_they_saw(f: str, a: str, says: str) -> None:
    point = read_point(a)
    assert numbers_say(numeric_evidence(parse(f), point, point.sides[0])) == says


@pytest.mark.parametrize(
    ("opinion", "says"),
    [
        (opinion_of({"kind": "finite", "text": "sqrt(2)/2"}), "sqrt(2)/2 ≈ 0.707107"),
        (Opinion("-inf"), "−∞"),
        (Opinion("oscillates", band=(-math.inf, 0.0)), "ever lower below 0"),
        (Opinion("unbounded"), "no settled value"),
        (Opinion("unknown"), "SymPy has no answer"),
        (Opinion("none", sentence="This takes too long."), "This takes too long."),
    ],
)
def test_the_symbols_say_what_they_found(opinion: Opinion, says: str) -> None:
    assert symbols_say(opinion) == says


def test_only_two_numbers_can_be_apart() -> None:
    numeric = numeric_evidence(parse("x + 1"), read_point("1"), "left")
    assert apart(numeric, opinion_of({"kind": "finite", "text": "5/2"})) == pytest.approx(0.5)
    assert math.isnan(apart(numeric, Opinion("+inf")))


def test_before_the_symbols_answer_the_limits_known_are_those_of_the_numbers() -> None:
    point = read_point("2")
    evidence = numeric_witness(parse("floor x"), point, point.sides)
    assert [float(limit) for limit in limits_known(evidence, None)] == [1, 2]


def test_one_epsilon_is_answered_by_a_delta_a_bound_or_witnesses() -> None:
    two, far = read_point("2"), read_point("oo")
    near = closeness(parse("3x"), two, two.sides, 6.0, 0.3)
    assert near.found is not None and near.found.delta == pytest.approx(0.1) and near.witnesses == ()
    bound = closeness(parse("1/x"), far, far.sides, 0.0, 0.01)
    assert bound.sentence.startswith("Whenever x > 100, f(x) is within 0.01 of 0.")
    refuted = closeness(parse("floor x"), two, two.sides, None, 0.5)
    assert refuted.found is None and len(refuted.witnesses) == 12
    one_side = closeness(parse("floor x"), two, ("left",), 1.0, 0.5)
    assert one_side.sentence.startswith("Whenever x is less than 1 to the left of 2")


def test_a_value_beyond_float64_is_not_called_infinite() -> None:
    point, value = read_point("1000000"), context(50).mpf(10) ** 600
    assert at_point_sentence(point, value, None, point.sides, known=False) == "f(1000000) = 1.0e+600."


def test_an_isolated_point_is_called_that() -> None:
    point = read_point("0")
    said = at_point_sentence(point, context(50).mpf(0), None, point.sides, isolated=True)
    assert said == "f(0) = 0, and none beside it: 0 is an isolated point of the domain."
