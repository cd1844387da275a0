import math

import pytest
from mpmath import mp, mpf

from core.expression import parse
from core.limiting.neighbourhood import approaches
from core.limiting.trend import Trend, trend_near

E = 2.718281828459045
CASES = [
    # Stewart, Calculus: Early Transcendentals, ch. 2, and the classics; (f, a, left, right)
    ("2x", 3, 6.0, 6.0),
    ("sin(x)/x", 0, 1.0, 1.0),
    ("(1-cos x)/x^2", 0, 0.5, 0.5),
    ("(sqrt(x+1)-1)/x", 0, 0.5, 0.5),
    ("(x^2-1)/(x-1)", 1, 2.0, 2.0),
    ("x sin(1/x)", 0, 0.0, 0.0),
    ("|x|/x", 0, -1.0, 1.0),
    ("floor x", 2, 1.0, 2.0),
    ("exp(1/x)", 0, 0.0, "+inf"),
    ("tanh(1/x)", 0, -1.0, 1.0),
    ("1/x", 0, "-inf", "+inf"),
    ("1/x^2", 0, "+inf", "+inf"),
    ("1/sqrt(|x|)", 0, "+inf", "+inf"),
    ("sin(1/x)", 0, "oscillates", "oscillates"),
    ("2 + sin(1/x)", 0, "oscillates", "oscillates"),
    ("sin(1/x)/x", 0, "oscillates", "oscillates"),
    ("log x", 0, "undefined", "-inf"),
    ("x log x", 0, "undefined", 0.0),
    ("x^x", 0, "undefined", 1.0),
    ("x^0.1", 0, "undefined", 0.0),
    ("1/log(|x|)", 0, 0.0, 0.0),
    ("1/x + sin(1/x)", 0, "-inf", "+inf"),
    ("sqrt(x^2-4)", 2, "undefined", 0.0),
]


@pytest.mark.parametrize(("text", "a", "left", "right"), CASES)
def test_many_digits_tell_what_a_function_does_on_each_side(
    text: str, a: float, left: float | str, right: float | str
) -> None:
    for way, expected in zip(approaches(a), (left, right), strict=True):
        found = trend_near(parse(text), way)
        if isinstance(expected, str):
            assert found.kind == expected
        else:
            assert found.kind == "finite"
            assert float(found.limit) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(1+1/x)^x", E),
        ("atan x", math.pi / 2),
        ("x - sqrt(x^2-1)", 0.0),
        ("log(log x)", "+inf"),
        ("sin x", "oscillates"),
    ],
)
def test_at_infinity_there_is_one_side(text: str, expected: float | str) -> None:
    (way,) = approaches(math.inf)
    found = trend_near(parse(text), way)
    assert (float(found.limit) if found.kind == "finite" else found.kind) == (
        expected if isinstance(expected, str) else pytest.approx(expected, abs=1e-12)
    )


@pytest.mark.parametrize("text", ["1/log(log x)", "cos(1/x)^2/x", "sin(exp(1/x))"])
def test_what_numbers_cannot_settle_is_undecided(text: str) -> None:
    point = math.inf if "log" in text else 0
    assert trend_near(parse(text), approaches(point)[-1]).kind == "undecided"


def test_a_pole_at_a_point_of_many_digits_has_both_signs() -> None:
    with mp.workdps(70):
        half_pi = +mp.pi / 2
    assert [trend_near(parse("tan x"), way).kind for way in approaches(half_pi)] == ["+inf", "-inf"]


def test_an_oscillation_stays_in_its_band() -> None:
    band = trend_near(parse("sin(1/x)"), approaches(0)[1]).band
    assert band is not None and -1 <= band[0] < -0.9 and 0.9 < band[1] <= 1


def test_a_limit_smaller_than_it_is_known_is_zero() -> None:
    assert Trend("finite", mpf("1e-40"), mpf("1e-35")).limit == 0
    assert Trend("oscillates").limit is None
