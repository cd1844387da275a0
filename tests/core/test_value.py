import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mpmath import mp

from core.expression import parse
from core.limiting.point import read_point
from core.limiting.value import value_at


@pytest.mark.parametrize(
    ("text", "a", "value"),
    [
        # exact by trigonometry and by algebra; floating digits alone would miss each of them
        ("tan x", "pi/2", math.nan),
        ("1/tan(x)", "pi/2", math.nan),
        ("sec x", "pi/2", math.nan),
        ("1/(x^2 - 2)", "sqrt(2)", math.nan),
        ("log(cos x)", "pi/2", math.nan),
        ("log(x - pi)", "pi", math.nan),
        ("sqrt(cos x)", "pi/2", 0.0),
        ("|cos x|", "pi/2", 0.0),
        ("floor(sin x)", "pi/2", 1.0),
        ("floor(x^2)", "sqrt(2)", 2.0),
        ("floor(2cos(x))", "pi/3", 1.0),
        ("ceil(-x^2)", "sqrt(3)", -3.0),
        ("sign(sin x)", "pi", 0.0),
        ("{x = pi/3: 5, x}", "pi/3", 5.0),
        ("{x < pi/3: 5, 7}", "pi/3", 7.0),
        ("{0 <= x <= pi/3: 5, 7}", "pi/3", 5.0),
        ("sin(pi x)", "3", 0.0),
        ("exp(log(5)x)", "1", 5.0),
        ("1/x", "0", math.nan),
        ("5", "pi", 5.0),
    ],
)
def test_a_value_is_exact_where_rounding_would_decide_it(text: str, a: str, value: float) -> None:
    found = float(value_at(parse(text), read_point(a).place))
    assert found == value or (math.isnan(found) and math.isnan(value))


@pytest.mark.parametrize(
    ("text", "factor", "added"), [("1e-60x", -60, 0), ("1e60x", 60, 0), ("1 + 1e-50x", -50, 1)]
)
def test_what_is_only_small_large_or_near_a_whole_number_is_left_as_it_is(
    text: str, factor: int, added: int
) -> None:
    with mp.workdps(60):
        expected = added + mp.pi * mp.mpf(10) ** factor
        assert abs(value_at(parse(text), read_point("pi").place) / expected - 1) < mp.mpf(10) ** -55


@given(st.fractions(min_value=-50, max_value=50, max_denominator=97))
def test_at_a_fraction_it_is_the_value_of_the_formula(x: Fraction) -> None:
    e = parse("x^3/7 - 2x + sin(x)")
    assert abs(value_at(e, x) - e.precise(x, digits=60)) < 1e-55
