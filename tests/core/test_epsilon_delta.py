import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mpmath import findroot, mp, sin

from core.errors import SettingError
from core.expression import parse
from core.limiting.epsilon_delta import largest_delta
from core.limiting.no_delta import witnesses


@pytest.mark.parametrize(
    ("text", "a", "limit", "epsilon", "delta"),
    [
        ("2x", 3, 6, 0.1, 0.05),
        ("x^2", 2, 4, 0.5, math.sqrt(4.5) - 2),
        ("x^2", 2, 4, 1e-9, 1e-9 / 4),
        ("sqrt(x)", 4, 2, 0.1, 4 - 1.9**2),
        ("1/x", 1, 1, 0.5, 1 - 1 / 1.5),
        ("(x^2-1)/(x-1)", 1, 2, 1e-9, 1e-9),
        ("1/x^2", 0, math.inf, 0.01, 0.1),
        ("{x < 1.0001: 0, 1}", 1, 0, 0.1, 1e-4),
        ("(sqrt(x+1)-1)/x", 0, 0.5, 1e-9, 8e-9),
    ],
)
def test_delta_is_the_one_worked_out_by_hand(
    text: str, a: float, limit: float, epsilon: float, delta: float
) -> None:
    found = largest_delta(parse(text), a, limit, epsilon)
    assert found.delta == pytest.approx(delta, rel=1e-8)


@settings(max_examples=25, deadline=None)
@given(slope=st.integers(-40, 40).filter(bool), a=st.integers(-30, 30), exponent=st.integers(1, 8))
def test_delta_of_a_line_is_epsilon_over_its_slope(slope: int, a: int, exponent: int) -> None:
    epsilon = 10.0**-exponent
    found = largest_delta(parse(f"({slope})x + 7"), a, slope * a + 7, epsilon)
    assert found.delta == pytest.approx(epsilon / abs(slope), rel=1e-6)


def test_delta_of_a_function_with_a_hole_solves_its_equation() -> None:
    expected = float(findroot(lambda d: sin(d) / d - mp.mpf("0.99"), 0.25))
    assert largest_delta(parse("sin(x)/x"), 0, 1, 0.01).delta == pytest.approx(expected, rel=1e-10)


def test_delta_stops_before_a_peak_that_just_escapes() -> None:
    """|x·sin(1/x)| reaches 0.01 first near 1/x = (31 + 1/2)·π."""
    found = largest_delta(parse("x sin(1/x)"), 0, 0, 0.01)
    expected = float(findroot(lambda x: x * sin(1 / x) + mp.mpf("0.01"), 0.010091))
    assert found.delta == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("epsilon", [1.0, 0.03, 1e-4, 1e-8])
def test_no_place_nearer_than_delta_escapes_in_many_digits(epsilon: float) -> None:
    e = parse("(1-cos x)/x^2")
    delta = largest_delta(e, 0, 0.5, epsilon).delta
    assert delta is not None
    for distance in np.random.default_rng(5).uniform(0, delta, 60):
        assert abs(e.precise(float(distance), digits=90) - mp.mpf("0.5")) < epsilon


def test_at_infinity_delta_is_one_over_the_bound() -> None:
    """|1/x| < 0.01 from x = 100 on."""
    found = largest_delta(parse("1/x"), math.inf, 0, 0.01)
    assert found.delta == pytest.approx(0.01)


def test_a_constant_never_escapes() -> None:
    found = largest_delta(parse("3"), 1, 3, 0.1)
    assert (found.delta, found.escape) == (found.reach, None)


@pytest.mark.parametrize(("text", "a", "limit"), [("|x|/x", 0, 1), ("sin(1/x)", 0, 0), ("floor x", 2, 2)])
def test_where_there_is_no_limit_there_is_no_delta(text: str, a: float, limit: float) -> None:
    found = largest_delta(parse(text), a, limit, 0.5)
    assert found.delta is None and found.escape is not None
    assert not abs(found.escape.value - limit) < 0.5


def test_one_side_alone_may_have_a_delta() -> None:
    assert largest_delta(parse("floor x"), 2, 2, 0.5, side="right").delta == pytest.approx(1.0)
    assert largest_delta(parse("sqrt x"), 0, 0, 0.1, side="right").delta == pytest.approx(0.01)


def test_the_escape_lies_at_delta_and_outside_the_band() -> None:
    found = largest_delta(parse("x^2"), 2, 4, 0.5)
    assert found.escape is not None and found.delta is not None
    assert found.escape.side == "right"
    assert 0 <= found.escape.distance - found.delta < 1e-11
    assert found.escape.value == pytest.approx(4.5)


@pytest.mark.parametrize("epsilon", [0.0, -1.0, math.inf, math.nan])
def test_epsilon_has_to_be_positive(epsilon: float) -> None:
    with pytest.raises(SettingError, match="positive"):
        largest_delta(parse("x"), 0, 0, epsilon)
    with pytest.raises(SettingError, match="positive"):
        witnesses(parse("x"), 0, epsilon)


@pytest.mark.parametrize(
    ("text", "a", "epsilon"),
    [("sin(1/x)", 0, 0.5), ("|x|/x", 0, 0.9), ("1/x", 0, 10), ("1/x^2", 0, 3), ("sin x", math.inf, 0.9)],
)
def test_inside_every_delta_two_places_are_too_far_apart(text: str, a: float, epsilon: float) -> None:
    found = witnesses(parse(text), a, epsilon)
    assert [witness.delta for witness in found] == pytest.approx([10.0**-k for k in range(1, 13)])
    for witness in found:
        assert witness.apart >= 2 * epsilon
        assert all(0 < place.distance < witness.delta for place in witness.places)


def test_a_place_without_a_value_is_a_witness() -> None:
    for witness in witnesses(parse("sqrt x"), 0, 0.1):
        (place,) = witness.places
        assert place.side == "left" and math.isnan(place.value)


@pytest.mark.parametrize(
    ("text", "epsilon"), [("x^2", 1e-3), ("(1-cos x)/x^2", 1e-2), ("x sin(1/x)", 0.5), ("sin(1/x)", 1.01)]
)
def test_there_is_no_witness_where_a_limit_exists_or_epsilon_is_too_large(text: str, epsilon: float) -> None:
    assert witnesses(parse(text), 0, epsilon) == ()


def test_the_number_of_levels_is_held_to_what_float64_can_place() -> None:
    with pytest.raises(ValueError, match="between 1 and 16"):
        witnesses(parse("1/x"), 0, 1, levels=17)
