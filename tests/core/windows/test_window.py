"""The window shows what matters and keeps still."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import SettingError
from core.expression import parse
from core.gradient import gradient_field
from core.windows import Window, curve_window, plane_window, rounded_outward


def window_of(text, start):
    e = parse(text, variables=("x",))
    field = gradient_field(e)
    return curve_window(e, lambda x: field.over(x[:, None])[1][:, 0], start)


def plane_window_of(text, start):
    e = parse(text, variables=("x", "y"))
    field = gradient_field(e)
    return plane_window(e, lambda points: field.over(points)[1], start)


CURVES = [
    # text, start, the x-range as a person would choose it, y-values that have to be in view
    ("x^2 - 4x + 4", 0, (-2, 6), [0, 4]),
    ("-(x^2 - 4x + 4)", 0, (-2, 6), [0, -4]),
    ("e^x - log x", 0.05, (-0.25, 2.5), [2.330366, 4.046904]),
    ("sin(1/x)", 0.5, (-1, 1), [-1, 1]),
    ("tan x", 1, (-5, 5), [-5, 5]),
    ("x^3 - 3x", 1.5, (-2.5, 2.5), [-2, 2]),
    ("|x|", 1, (-4, 4), [0, 4]),
    ("exp(-x^2)", 0.5, (-3, 3), [0, 1]),
    ("exp(-100x^2)", 0.05, (-0.3, 0.3), [0, 1]),
    ("(x+3)/(x-2)", 0, (-7, 6), [-1.5, 1]),
    ("x^2", 9, (-10, 10), [0, 81]),
    ("x^2", 1e6, (-2e6, 2e6), [0, 1e12]),
    ("3", 1, (-5, 5), [3]),
    ("sqrt x", 1, (-0.5, 5), [0, 2]),
    ("sqrt(1 - x^2)", 0.2, (-1.25, 1.25), [0, 1]),
    ("x^x", 1, (-0.1, 1.5), [0.6922, 1]),
    ("cos x", 1, (-5, 5), [-1, 1]),
    ("(x - 50)^2", 50, (46, 54), [0, 9]),
    ("log(x - 50)", 51, (49.5, 55), [0]),
]


@pytest.mark.parametrize(("text", "start", "x", "heights"), CURVES, ids=[f"{c[0]} at {c[1]}" for c in CURVES])
def test_window_of_a_curve(text, start, x, heights):
    window = window_of(text, start)
    assert window.x == x
    assert all(window.y[0] <= height <= window.y[1] for height in heights)


def test_the_turning_points_fill_the_picture_although_the_ends_are_far():
    low, high = window_of("x^3 - 3x", 0).y
    assert 4 / (high - low) > 0.2


@pytest.mark.parametrize("text", ["x^2 - 4x + 4", "e^x - log x", "x^3 - 3x", "exp(-x^2)", "sqrt x", "3"])
@given(share=st.floats(0, 1))
@settings(max_examples=15, deadline=None)
def test_a_start_inside_its_own_window_does_not_change_it(text, share):
    own = window_of(text, 1.0)
    start = own.x[0] + share * (own.x[1] - own.x[0])
    assert window_of(text, start).x == own.x


def test_starts_farther_and_farther_away_widen_the_window_in_few_steps():
    windows = [window_of("x^2 - 4x + 4", start).x for start in np.linspace(2, 102, 401)]
    assert all(
        low <= start <= high for (low, high), start in zip(windows, np.linspace(2, 102, 401), strict=True)
    )
    distinct = list(dict.fromkeys(windows))
    assert len(distinct) <= 7
    assert all(a[0] >= b[0] and a[1] <= b[1] for a, b in pairwise(distinct))


@given(st.floats(-1e6, 1e6))
@settings(max_examples=40, deadline=None)
def test_the_start_is_always_in_view(start):
    window = window_of("x^2 - 4x + 4", start)
    assert window.x[0] <= start <= window.x[1]
    assert window.y[0] <= (start - 2) ** 2 <= window.y[1] * (1 + 1e-9)


@pytest.mark.parametrize("start", [np.nan, np.inf, -np.inf, 1e300])
def test_a_start_that_no_picture_can_show_leaves_the_window_alone(start):
    assert window_of("x^2", start).x == (-4, 4)
    assert plane_window_of("x^2 + y^2", (start, 0)).x == (-3, 3)


@pytest.mark.parametrize(
    "text",
    [
        "e^(e^x)",
        "x^100",
        "10^99 x",
        "10^-99 x",
        "10^15 + sin x",
        "sqrt(-1 - x^2)",
        "1/x^99",
        "e^(x^3)",
        "log log x",
    ],
)
def test_extreme_functions_get_a_window_too(text):
    for start in (0, 3, -1e6, 1e80):
        window = window_of(text, start)
        assert window.x[0] < window.x[1] and window.y[0] < window.y[1]


PLANES = [
    ("85 - x^2(x-6)y^2(y-6)/90", (0.5, 0.6), (-1, 7), (-1, 7)),
    ("x^2 + 30y^2", (2, 1), (-3, 3), (-3, 3)),
    ("x^2 + 30y^2", (9, 1), (-10, 10), (-10, 10)),
    ("(x^2+y-11)^2 + (x+y^2-7)^2", (0, 0), (-5, 5), (-5, 5)),
    ("(1-x)^2 + 100(y-x^2)^2", (-1.2, 1), (-2, 4), (-2, 4)),
    ("x exp(-(x^2+y^2))", (0.5, 0.5), (-1.75, 1.75), (-1.75, 1.75)),
    ("tanh x + tanh y", (1, 1), (-4, 4), (-4, 4)),
    ("log x + y^2", (1, 1), (-0.5, 4), (-4, 4)),
    ("sqrt(4 - x^2 - y^2)", (1, 0), (-2.5, 2.5), (-2.5, 2.5)),
    ("3", (1, 1), (-4, 4), (-4, 4)),
    ("cos x cos y", (1, 1), (-3, 3), (-3, 3)),
]


@pytest.mark.parametrize(("text", "start", "x", "y"), PLANES, ids=[f"{p[0]} at {p[1]}" for p in PLANES])
def test_window_of_a_surface(text, start, x, y):
    assert plane_window_of(text, start) == Window(x, y)


@given(st.floats(-1, 7), st.floats(-1, 7))
@settings(max_examples=20, deadline=None)
def test_a_start_inside_the_surface_s_own_window_does_not_change_it(px, py):
    assert plane_window_of("85 - x^2(x-6)y^2(y-6)/90", (px, py)) == Window((-1, 7), (-1, 7))


@given(st.floats(-1e5, 1e5), st.floats(-1e5, 1e5))
@settings(max_examples=30, deadline=None)
def test_the_start_on_a_surface_is_always_in_view(px, py):
    window = plane_window_of("x^2 + 30y^2", (px, py))
    assert window.x[0] <= px <= window.x[1] and window.y[0] <= py <= window.y[1]


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6))
def test_rounding_widens_by_less_than_an_eighth_on_each_side(low, width):
    first, last = rounded_outward(low, low + width)
    assert first <= low + width / 400 and last >= low + width - width / 400
    assert last - first <= width * 1.26


@pytest.mark.parametrize(
    ("x", "y", "setting"),
    [
        ((1, 1), None, "xhi"),
        ((2, 1), None, "xhi"),
        ((0, np.nan), None, "xlo"),
        ((0, 1e101), None, "xlo"),
        ((1, 1 + 1e-12), None, "xhi"),
        ((0, 1), (3, 2), "yhi"),
        ((0, 1), (-np.inf, 2), "ylo"),
    ],
)
def test_a_window_that_cannot_be_drawn_is_refused_at_its_control(x, y, setting):
    with pytest.raises(SettingError, match="window in") as error:
        Window(x, y)
    assert error.value.setting == setting
