import math

import numpy as np
import pytest
from mpmath import mp, mpf

from core.expression import parse
from core.limiting.zoom import zoom_levels


@pytest.mark.parametrize(
    ("text", "a", "limit"),
    [("(x^2-1)/(x-1)", 1, 2), ("2x", 3, 6), ("(sqrt(x+1)-1)/x", 0, 0.5), ("exp(x)", 0, 1), ("x^3", 1, 1)],
)
def test_a_smooth_curve_becomes_a_straight_line_and_stays_one_down_to_10_to_the_minus_12(
    text: str, a: float, limit: float
) -> None:
    for level in zoom_levels(parse(text), a, limit).levels[4:]:
        known = np.isfinite(level.v)
        slope = (level.v[known][-1] - level.v[known][0]) / (level.u[known][-1] - level.u[known][0])
        assert np.abs(level.v[known] - slope * level.u[known]).max() < 0.01


def test_windows_shrink_tenfold_and_never_faster_in_height_than_in_width() -> None:
    levels = zoom_levels(parse("sin(x)/x"), 0, 1).levels
    assert [level.half_width for level in levels] == pytest.approx([10.0**-k for k in range(13)])
    heights = np.array([level.half_height for level in levels])
    assert heights[1:] / heights[:-1] == pytest.approx(0.1)


def test_many_digits_take_over_only_where_float64_gives_out() -> None:
    assert not any(level.precise for level in zoom_levels(parse("2x"), 3, 6).levels)
    precise = [level.precise for level in zoom_levels(parse("(x^2-1)/(x-1)"), 1, 2).levels]
    assert not any(precise[:4]) and all(precise[8:])


def test_a_level_in_many_digits_shows_the_true_curve() -> None:
    """(1 − cos x)/x² = 1/2 − x²/24 + x⁴/720 − …"""
    zoom = zoom_levels(parse("(1-cos x)/x^2"), 0, mpf("0.5"), width=1e-4, levels=1)
    (level,) = zoom.levels
    assert level.precise
    known = np.isfinite(level.v)
    true = -((level.u[known] * 1e-4) ** 2) / 24 / level.half_height
    assert level.v[known] == pytest.approx(true, abs=1e-6)


def test_a_jump_stays_a_jump_at_every_level() -> None:
    for level in zoom_levels(parse("floor x"), 2).levels:
        left, right = level.v[level.u < -0.01], level.v[level.u > 0.01]
        assert np.ptp(left) == pytest.approx(0.0, abs=1e-12)
        assert (np.nanmean(right) - np.nanmean(left)) * level.half_height == pytest.approx(1.0)


def test_a_pole_grows_out_of_the_window_and_is_never_joined_across() -> None:
    for level in zoom_levels(parse("1/x"), 0).levels:
        inside = np.abs(level.v) <= 1
        assert np.sign(level.u[inside]).tolist() == np.sign(level.v[inside]).tolist()


def test_an_oscillation_fills_its_band_at_every_level() -> None:
    for level in zoom_levels(parse("sin(1/x)"), 0).levels[3:]:
        values = level.v[np.isfinite(level.v)] * level.half_height
        assert values.max() > 0.9 and values.min() < -0.9


@pytest.mark.parametrize(("a", "sign"), [(math.inf, 1), (-math.inf, -1)])
def test_toward_infinity_the_windows_grow_from_0(a: float, sign: int) -> None:
    zoom = zoom_levels(parse("x/(1+|x|)"), a, sign)
    level = zoom.levels[3]
    x = level.half_width * (level.u + sign) / 2
    known = np.isfinite(level.v)
    true = x / (1 + abs(x))
    assert level.v[known] * level.half_height + sign == pytest.approx(true[known], abs=1e-9)
    near, far = sorted(zoom.band(1 / 100, level), key=abs)
    assert abs(far) == 1 and level.half_width * (near + sign) / 2 == pytest.approx(sign * 100)


def test_marks_lie_on_the_curve() -> None:
    level = zoom_levels(parse("x^2"), 1, 1).levels[0]
    u, v = level.looks.T
    assert v * level.half_height + 1 == pytest.approx((1 + u) ** 2)


def test_a_point_of_many_digits_can_be_zoomed() -> None:
    with mp.workdps(60):
        half_pi = +mp.pi / 2
    last = zoom_levels(parse("cos x"), half_pi, 0).levels[-1]
    known = np.isfinite(last.v)
    assert last.v[known] * last.half_height == pytest.approx(-last.u[known] * 1e-12, abs=1e-15)


@pytest.mark.parametrize("settings", [{"width": 0.0}, {"levels": 0}, {"levels": 17}, {"width": math.inf}])
def test_a_zoom_without_windows_is_refused(settings: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="a zoom needs"):
        zoom_levels(parse("x"), 0, **settings)  # type: ignore[arg-type]


def test_a_function_without_values_gives_empty_levels() -> None:
    zoom = zoom_levels(parse("log x"), -10)
    assert all(level.looks.size == 0 and not np.isfinite(level.v).any() for level in zoom.levels)


@pytest.mark.parametrize("text", ["exp(exp(x))", "x^x^x", "exp(1e3 x)", "1e100 x", "1e-90 x"])
@pytest.mark.parametrize("a", [1.0, 2.5, 1e8, math.inf])
def test_huge_values_leave_finite_windows(text: str, a: float) -> None:
    for level in zoom_levels(parse(text), a).levels:
        assert 0 < level.half_height < math.inf
        assert not np.isinf(level.v).any() and np.isfinite(level.looks).all()


def test_far_out_a_wave_is_shown_whole_and_about_its_middle() -> None:
    zoom = zoom_levels(parse("sin x"), math.inf)
    assert zoom.middle == 0
    for level in zoom.levels[2:]:
        assert 1.0 < level.half_height < 2.0


def test_a_pole_is_not_looked_at_from_its_top() -> None:
    """1/x² is between 1 and 100 on most of the way from 1 to 0.1."""
    zoom = zoom_levels(parse("1/x^2"), 0)
    assert 0 <= zoom.middle < 100
    assert zoom.levels[0].half_height < 1000


def test_the_middle_of_a_window_without_a_limit_is_a_short_number() -> None:
    assert zoom_levels(parse("tan x"), mp.pi / 2).middle == 0
    assert float(zoom_levels(parse("sqrt x"), 0).middle) == pytest.approx(0.57, abs=0.1)
    assert len(repr(float(zoom_levels(parse("sqrt x"), 0).middle))) <= 5


def test_a_jump_is_not_joined_across_where_the_value_lies_between() -> None:
    for level in zoom_levels(parse("sign x"), 0).levels:
        left, right = (int(np.flatnonzero(side)[end]) for side, end in ((level.u < 0, -1), (level.u > 0, 0)))
        assert np.isnan(level.v[left : right + 1]).any()


def test_a_steep_curve_is_not_torn() -> None:
    level = zoom_levels(parse("cbrt x"), 0, 0).levels[0]
    assert not np.isnan(level.v).any()


def test_the_first_window_holds_the_value_at_the_point() -> None:
    zoom = zoom_levels(parse("{x = 1: 5, x^2}"), 1, 1)
    assert zoom.height(5, zoom.levels[0]) < 1
    assert zoom.levels[12].half_height < 1e-10
