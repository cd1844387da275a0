"""The three ways to a slope, side by side."""

from math import cos, isnan

import pytest

from core.dual import three_ways
from core.expression import parse


def test_for_sin_at_1_only_the_quotients_err() -> None:
    symbolic, forward, central, automatic = three_ways(parse("sin x"), 1.0, 1e-3)
    assert symbolic.value == automatic.value == cos(1.0)
    assert max(symbolic.error, automatic.error) < 2e-16
    # truncation: h·sin(1)/2 and h²·cos(1)/6
    assert forward.error == pytest.approx(4.2074e-4, rel=1e-3)
    assert central.error == pytest.approx(9.005e-8, rel=1e-3)
    assert [way.evaluations for way in (symbolic, forward, central, automatic)] == [0, 2, 2, 1]


def test_a_tiny_h_leaves_the_quotients_without_a_digit_and_the_others_whole() -> None:
    symbolic, forward, central, automatic = three_ways(parse("x^2"), 3.0, 1e-16)
    assert (forward.value, central.value) == (0.0, 0.0)
    assert (symbolic.error, automatic.error) == (0.0, 0.0)


def test_at_a_corner_the_quotients_report_a_number_and_the_others_none() -> None:
    symbolic, forward, central, automatic = three_ways(parse("|x|"), 0.0, 0.1)
    assert (forward.value, central.value) == (1.0, 0.0)
    assert isnan(symbolic.value) and isnan(automatic.value)
    assert all(isnan(way.error) for way in (symbolic, forward, central, automatic))


def test_where_the_formula_is_cautious_the_sides_decide_the_truth() -> None:
    _, forward, central, automatic = three_ways(parse("x |x|"), 0.0, 0.1)
    assert (forward.error, central.error) == pytest.approx((0.1, 0.1))
    assert isnan(automatic.value)


def test_off_the_domain_the_formula_of_the_derivative_does_not_count() -> None:
    # −1/x has a value at −1 of its own, but log has none to change
    symbolic, *_ = three_ways(parse("log x"), -1.0, 0.1)
    assert isnan(symbolic.value)


def test_what_is_needed_grows_with_the_formula_not_with_the_numbers() -> None:
    symbolic = three_ways(parse("e^x sin(x)/(x^2 + 1)"), 1.0, 0.1)[0]
    assert symbolic.needs.startswith("a formula for f′, of size")
