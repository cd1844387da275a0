"""Mirrored slopes: the numbers of the notes, and the rule for every pair."""

import math

import pytest

from core.derivative_facts.inverse import (
    PAIRS,
    InversePair,
    inverse_steps,
    mirrored,
    mirrored_points,
    nearest,
)
from core.errors import SettingError
from core.expression import parse

SQUARE, EXPONENTIAL = PAIRS[0], PAIRS[1]


def test_at_9_the_root_has_slope_1_6_and_not_1_18() -> None:
    """E23: g′(9) = 1/f′(3)."""
    point = mirrored(SQUARE, 3.0)
    assert (point.y, point.slope) == (9.0, 6.0) and point.inverse_slope == pytest.approx(1 / 6)
    formula = next(step for step in inverse_steps(SQUARE, 3.0) if step.title == "Solve for g′")
    assert formula.latex.endswith(r"\frac{1}{2 \sqrt{y}}")


def test_the_logarithm_has_slope_1_over_y() -> None:
    formula = inverse_steps(EXPONENTIAL, 0.5)[2]
    assert formula.latex == r"g'(y) = \frac{1}{f'(g(y))} = \frac{1}{e^{\log\left(y\right)}} = \frac{1}{y}"
    assert mirrored(EXPONENTIAL, math.log(3)).inverse_slope == pytest.approx(1 / 3)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_each_function_of_a_pair_undoes_the_other_and_slopes_are_reciprocal(pair: InversePair) -> None:
    f, g = parse(pair.f), parse(pair.g)
    for point in mirrored_points(pair, pair.at):
        assert float(g(point.y)) == pytest.approx(point.x, abs=1e-9)
        assert float(f(point.x)) == pytest.approx(point.y)
        if abs(point.slope) > 1e-6:
            h = 1e-6 * abs(point.slope)
            quotient = float(g(point.y + h) - g(point.y - h)) / (2 * h)
            if math.isfinite(quotient):
                assert point.slope * quotient == pytest.approx(1, rel=2e-3)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_the_steps_hold_at_several_points(pair: InversePair) -> None:
    for x in (pair.at, pair.at / 3, 1.2):
        checks = [step.check for step in inverse_steps(pair, x)]
        assert sum(check is not None for check in checks) == 3
        assert all(check.holds for check in checks if check is not None)


def test_where_f_is_level_the_inverse_has_no_slope() -> None:
    point = mirrored(SQUARE, 0.0)
    assert point.slope == 0.0 and point.inverse_slope == math.inf
    last = inverse_steps(SQUARE, 0.0)[-1]
    assert last.latex.endswith(r"g'(0) \text{ does not exist}") and "no slope" in last.why


def test_points_run_along_the_curve_and_one_is_the_chosen_one() -> None:
    points = mirrored_points(SQUARE, 1.23456)
    xs = [point.x for point in points]
    assert xs == sorted(xs) and 1.23456 in xs and xs[0] == 0.0
    assert xs[nearest(points, 1.23456)] == 1.23456
    assert all(-0.5 <= point.y <= 4.5 for point in points)


@pytest.mark.parametrize(("pair", "x"), [(SQUARE, -1.0), (PAIRS[3], 2.0), (EXPONENTIAL, math.inf)])
def test_a_place_outside_the_domain_is_refused(pair: InversePair, x: float) -> None:
    with pytest.raises(SettingError) as failure:
        mirrored(pair, x)
    assert failure.value.setting == "x0"
