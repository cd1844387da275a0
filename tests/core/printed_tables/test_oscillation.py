"""sin(1/x) near 0: what the source prints, why it is wrong, and what mends it."""

from math import pi

import numpy as np
import pytest

from core.printed_tables.oscillation import (
    PLACES,
    fixed_step,
    local_period,
    rounding_check,
    scaled_step,
    verdict,
)
from core.printed_tables.panels import panels


def test_one_local_period_away_the_argument_has_moved_by_a_turn() -> None:
    # 1/x − 1/(x + p) → 2π as x → 0
    for x in PLACES[2:]:
        assert 1 / x - 1 / (x + local_period(x)) == pytest.approx(2 * pi, rel=10 * x)


def test_with_the_fixed_h_four_of_five_rows_have_no_right_digit() -> None:
    relative = [row.relative for row in fixed_step()]
    assert relative[0] < 0.003
    assert min(relative[1:]) > 0.99


def test_rounding_is_no_part_of_what_goes_wrong_there() -> None:
    for row in fixed_step():
        assert row.rounding < 2e-12 * row.absolute
    assert rounding_check(fixed_step()).holds
    assert "Rounding is about 1.4 × 10⁻¹² of the error, or less." in verdict(fixed_step())


def test_h_grows_from_a_fraction_of_a_turn_to_more_than_a_million_turns() -> None:
    turns = [row.turns for row in fixed_step()]
    assert turns[0] == pytest.approx(1e-3 / (2 * pi * 0.01))
    assert turns[-1] > 1e6


@pytest.mark.parametrize("fraction", [1e-2, 1e-3, 1e-4])
def test_an_h_that_follows_the_period_is_equally_good_everywhere(fraction: float) -> None:
    # the truncation error of cos over a step of 2π·fraction: (2π·fraction)²/6, apart from the slow envelope
    expected = (2 * pi * fraction) ** 2 / 6
    for row in scaled_step(fraction):
        assert row.turns == pytest.approx(fraction)
        assert row.relative == pytest.approx(expected, rel=0.4)
    assert "mostly truncation" in verdict(scaled_step(fraction))
    assert rounding_check(scaled_step(fraction)).holds


def test_too_small_a_fraction_brings_rounding_back() -> None:
    rows = scaled_step(1e-6)
    assert "mostly rounding" in verdict(rows)
    assert rounding_check(rows).holds
    assert max(row.relative for row in rows) > max(row.relative for row in scaled_step(1e-4))


def test_the_panels_hold_the_function_and_its_exact_slope() -> None:
    seen = panels(-0.1, 0.1, 500)
    assert (seen.x[0], seen.x[-1], len(seen.x)) == (-0.1, 0.1, 500)
    np.testing.assert_allclose(seen.f, np.sin(1 / seen.x), rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(seen.slope, -np.cos(1 / seen.x) / seen.x**2, rtol=1e-9)


def test_an_odd_number_of_places_meets_0_where_there_is_a_value_and_no_slope() -> None:
    seen = panels(-0.1, 0.1, 501)
    assert seen.f[250] == 0.0
    assert np.flatnonzero(np.isnan(seen.slope)).tolist() == [250]


def test_more_places_make_the_blind_piece_smaller() -> None:
    few, many = panels(-0.1, 0.1, 100), panels(-0.1, 0.1, 1000)
    assert many.blind < few.blind
    # at the border of the blind piece a turn holds two places
    assert local_period(few.blind) == pytest.approx(2 * 0.2 / 99)
    assert few.caption.startswith("100 places. For |x| below 0.025 a turn")
