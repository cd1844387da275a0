"""What a sampled curve promises: true values, gaps where the function breaks, bands where it is too fast."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.sampling import BUDGET, HEIGHT, POINTS, WIDTH, robust_range, sample_curve


def quiet(f):
    """f without NumPy's warnings, as a typed function is."""

    def g(x):
        with np.errstate(all="ignore"):
            return f(x)

    return g


reciprocal = quiet(lambda x: 1 / x)
wild = quiet(lambda x: np.sin(1 / x))
CURVES = {
    "parabola": (lambda x: x**2 - 4 * x + 4, -2, 6),
    "tan": (np.tan, -10, 10),
    "reciprocal": (reciprocal, -4, 4),
    "even pole": (quiet(lambda x: 1 / x**2), -4, 4),
    "one-sided pole": (quiet(lambda x: np.exp(1 / x)), -4, 4),
    "floor": (np.floor, -5, 5),
    "many jumps": (np.floor, -100, 100),
    "wild": (wild, -1, 1),
    "wild near 0": (wild, -0.1, 0.1),
    "root": (quiet(np.sqrt), -1, 9),
    "logarithm": (quiet(np.log), -1, 9),
    "self power": (quiet(lambda x: np.where(x > 0, np.abs(x) ** x, np.nan)), -1, 2),
    "corner": (np.abs, -4, 4),
    "steep": (lambda x: 1 / (1 + np.exp(-50 * x)), -5, 5),
    "exponential": (np.exp, -10, 10),
    "overflow": (quiet(np.exp), -1000, 1000),
    "too fast": (lambda x: np.sin(1000 * x), -10, 10),
    "fast": (lambda x: np.sin(50 * x), -10, 10),
    "many edges": (quiet(lambda x: np.sqrt(np.sin(20 * x))), -5, 5),
    "dust": (quiet(lambda x: np.sqrt(np.sin(1000 * x))), -5, 5),
    "fading": (quiet(lambda x: x**2 * np.sin(1 / x)), -0.1, 0.1),
    "constant": (lambda x: 0 * x + 3, -5, 5),
    "nowhere": (lambda x: np.full_like(x, np.nan), -5, 5),
}
everywhere = pytest.mark.parametrize(("f", "low", "high"), CURVES.values(), ids=CURVES.keys())


def drawn_segments(curve):
    """The (x, x′, y, y′) of each line the chart draws: between neighbours that both have a value."""
    both = np.isfinite(curve.y[:-1]) & np.isfinite(curve.y[1:])
    return curve.x[:-1][both], curve.x[1:][both], curve.y[:-1][both], curve.y[1:][both]


def crosses(curve, place):
    """Whether a drawn line passes over x = place."""
    left, right, _, _ = drawn_segments(curve)
    return bool(((left < place) & (place < right)).any())


@everywhere
def test_x_ascends_and_every_value_is_true(f, low, high):
    curve = sample_curve(f, low, high)
    assert (np.diff(curve.x) >= 0).all()
    assert low <= curve.x.min(initial=low) and curve.x.max(initial=high) <= high
    drawn = np.isfinite(curve.y)
    expected = np.broadcast_to(f(curve.x), curve.x.shape)
    np.testing.assert_array_equal(curve.y[drawn], expected[drawn])
    assert not np.isinf(curve.y).any()


@everywhere
def test_work_and_size_are_bounded(f, low, high):
    sizes = []

    def counted(x):
        sizes.append(x.size)
        return f(x)

    curve = sample_curve(counted, low, high)
    assert sum(sizes) <= BUDGET
    assert len(sizes) <= 70
    assert np.count_nonzero(np.isfinite(curve.y)) <= POINTS


@everywhere
def test_values_stay_within_reach_of_the_picture(f, low, high):
    curve = sample_curve(f, low, high)
    bottom, top = curve.view
    assert np.nanmax(np.append(np.abs(curve.y - (bottom + top) / 2), 0.0)) <= 16 * (top - bottom)


@everywhere
def test_gaps_are_single_rows_between_drawn_pieces(f, low, high):
    gap = np.isnan(sample_curve(f, low, high).y)
    assert not (gap[:-1] & gap[1:]).any()
    assert not gap[:1].any() and not gap[-1:].any()


@pytest.mark.parametrize("name", ["parabola", "corner", "steep", "exponential", "root", "logarithm"])
def test_a_smooth_curve_costs_at_most_300_points(name):
    assert sample_curve(*CURVES[name]).x.size <= 300


@given(
    st.lists(st.floats(-3, 3), min_size=1, max_size=6),
    st.floats(-2, 2),
    st.floats(0.1, 8),
)
@settings(max_examples=60, deadline=None)
def test_lines_between_samples_lie_on_a_smooth_curve(coefficients, amplitude, frequency):
    def f(x):
        return np.polynomial.polynomial.polyval(x, coefficients) + amplitude * np.sin(frequency * x)

    curve = sample_curve(f, -3, 3)
    x = np.linspace(-3, 3, 5000)
    bottom, top = curve.view
    error = np.abs(np.interp(x, curve.x, curve.y) - f(x)) / (top - bottom) * HEIGHT
    slope = np.abs(np.gradient(f(x), x)) / (top - bottom) * HEIGHT / WIDTH * 6
    in_view = (f(x) >= bottom) & (f(x) <= top)
    assert (error / np.hypot(1, slope))[in_view].max(initial=0.0) < 0.5


@given(st.floats(-3.9, 3.9), st.sampled_from([None, (-5.0, 5.0), (-1000.0, 1000.0)]))
@settings(max_examples=100, deadline=None)
def test_no_line_crosses_the_pole_of_1_over_x_minus_a(a, view):
    curve = sample_curve(quiet(lambda x: 1 / (x - a)), -4, 4, view=view)
    assert not crosses(curve, a)
    y = curve.y[np.isfinite(curve.y)]
    assert y.min() < curve.view[0] and y.max() > curve.view[1]


def test_tan_has_a_gap_at_each_of_its_poles_and_nowhere_else():
    curve = sample_curve(np.tan, -10, 10)
    poles = np.pi * (np.arange(-3, 3) + 0.5)
    assert np.count_nonzero(np.isnan(curve.y)) == poles.size
    assert not any(crosses(curve, pole) for pole in poles)


def test_the_line_through_the_pole_of_a_ratio_is_missing():
    curve = sample_curve(quiet(lambda x: (x + 3) / (x - 2)), -8, 12)
    assert not crosses(curve, 2.0)
    assert np.count_nonzero(np.isnan(curve.y)) == 1


@given(st.floats(-3, 3), st.floats(0.5, 3))
@settings(max_examples=60, deadline=None)
def test_no_line_crosses_a_jump_and_the_gap_is_too_small_to_see(shift, width):
    def f(x):
        return np.floor((x - shift) / width)

    assume(all(abs(f(end + 1e-3) - f(end - 1e-3)) == 0 for end in (-5, 5)))
    curve = sample_curve(f, -5, 5)
    left, right, y, y_next = drawn_segments(curve)
    assert (y == y_next).all()
    covered = (right - left).sum()
    jumps = np.count_nonzero(np.isnan(curve.y))
    assert 10 - covered <= jumps * 10 / WIDTH / 100
    assert jumps == f(5) - f(-5)


def test_a_steep_but_continuous_curve_has_no_gap():
    for steepness in (50, 1e3, 1e4):
        curve = sample_curve(quiet(lambda x, k=steepness: 1 / (1 + np.exp(-k * (x - 0.1234)))), -5, 5)
        assert np.isfinite(curve.y).all()


def test_the_square_root_starts_at_0_and_the_half_circle_closes_at_its_ends():
    root = sample_curve(quiet(np.sqrt), -1, 9)
    assert (root.x[0], root.y[0]) == (0.0, 0.0)
    circle = sample_curve(quiet(lambda x: np.sqrt(1 - x * x)), -1.5, 1.7)
    assert (circle.x[0], circle.x[-1], circle.y[0], circle.y[-1]) == (-1.0, 1.0, 0.0, 0.0)


def test_the_logarithm_falls_out_of_the_picture():
    curve = sample_curve(quiet(np.log), -1, 9, view=(-3.0, 3.0))
    assert curve.y[0] < -3.0


def test_a_value_missing_at_one_point_leaves_a_gap_too_small_to_see():
    curve = sample_curve(quiet(lambda x: np.sin(x) / x), -10, 10)
    left, right, _, _ = drawn_segments(curve)
    assert not crosses(curve, 0.0)
    assert 20 - (right - left).sum() < 1e-12


def test_sin_1_over_x_is_a_full_band_near_0_and_a_true_wave_elsewhere():
    curve = sample_curve(wild, -0.1, 0.1)
    assert len(curve.unresolved) == 1
    low, high = curve.unresolved[0]
    assert low < 0 < high < 0.02
    columns = np.linspace(low, high, 12)
    for left, right in pairwise(columns):
        here = curve.y[(curve.x >= left) & (curve.x <= right)]
        assert np.nanmin(here) < -0.95 and np.nanmax(here) > 0.95
    turning = 1 / (np.pi * (np.arange(3, 24) + 0.5))
    outside = turning[turning > high]
    assert outside.size >= 15
    np.testing.assert_allclose(np.interp(outside, curve.x, curve.y), wild(outside), atol=0.03)


def test_a_wave_too_fast_for_the_picture_fills_it():
    curve = sample_curve(lambda x: np.sin(1000 * x), -10, 10)
    ((low, high),) = curve.unresolved
    assert low == -10 and high == 10
    column = np.floor((curve.x + 10) / 20 * WIDTH / 4).astype(int)
    tops = np.array([curve.y[column == c].max() for c in np.unique(column)])
    assert np.mean(tops > 0.9) > 0.9


def test_a_wave_with_the_period_of_the_first_look_is_not_mistaken_for_a_line():
    for periods in (256, 512, 1024):
        curve = sample_curve(lambda x, n=periods: np.sin(2 * np.pi * n * x), 0, 1)
        assert curve.y.max() > 0.95 and curve.y.min() < -0.95


def test_a_resolved_wave_claims_nothing_unresolved():
    assert sample_curve(np.sin, -10, 10).unresolved == ()
    assert sample_curve(np.tan, -10, 10).unresolved == ()
    assert sample_curve(np.floor, -100, 100).unresolved == ()


@pytest.mark.parametrize(("low", "high"), [(1, 1), (2, 1), (np.nan, 1), (0, np.inf), (-1e308, 1e308)])
def test_an_empty_or_infinite_interval_is_refused(low, high):
    with pytest.raises(ValueError, match="x needs finite low < high"):
        sample_curve(np.sin, low, high)


def test_an_empty_view_is_refused():
    with pytest.raises(ValueError, match="view needs"):
        sample_curve(np.sin, 0, 1, view=(2.0, 2.0))


def test_the_range_of_a_parabola_is_the_whole_of_it():
    x = np.linspace(-10, 10, 401)
    low, high = robust_range(x**2)
    assert low == pytest.approx(-5) and high == pytest.approx(105)


def test_the_range_of_a_hyperbola_ignores_its_pole():
    x = np.linspace(-10, 10, 400)
    low, high = robust_range(1 / x)
    assert -3 < low < -1 and 1 < high < 3


def test_the_range_without_values_or_without_change_is_still_a_range():
    assert robust_range(np.array([np.nan, np.inf])) == (-1.0, 1.0)
    assert robust_range(np.full(9, 3.0)) == (2.0, 4.0)
    low, high = robust_range(1e12 + np.linspace(0, 1e-4, 9))
    assert high - low > 1e6


@given(st.lists(st.floats(allow_infinity=True, allow_nan=True), max_size=40))
def test_the_range_is_finite_ascending_and_holds_the_median(y):
    low, high = robust_range(np.array(y))
    assert np.isfinite([low, high]).all() and low < high
    finite = [v for v in y if abs(v) < 1e290]
    if finite:
        assert low <= np.median(finite) <= high
