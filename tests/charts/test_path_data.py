import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from charts.path_data import INSIDE, OUTSIDE, UNDEFINED, curve_path_columns, plane_path_columns
from charts.screen import place_type
from tests.charts.scene import BOWL_WINDOW, PARABOLA_WINDOW, Walk, bowl_walk, parabola_walk

anything = st.floats(allow_nan=True, allow_infinity=True)


def test_every_iterate_is_a_row_with_its_exact_place_and_its_numbers_in_words() -> None:
    columns = curve_path_columns({"descent": parabola_walk(0, 1.6, 1.92)}, PARABOLA_WINDOW)
    assert columns["x"].tolist() == [0, 1.6, 1.92]
    assert columns["says_x"].tolist() == ["0", "1.6", "1.92"]
    assert columns["says_f"].tolist() == ["4", "0.16", "0.0064"]
    assert columns["says_slope"].tolist() == ["−4", "−0.8", "−0.16"]
    np.testing.assert_allclose(columns["py"], [4, 0.16, 0.0064], rtol=1e-6)


def test_two_runs_stand_below_each_other_in_their_order() -> None:
    runs = {"descent": parabola_walk(0, 1.6), "ascent": parabola_walk(0, -1.6)}
    columns = curve_path_columns(runs, PARABOLA_WINDOW)
    assert columns["run"].tolist() == ["descent", "descent", "ascent", "ascent"]
    assert columns["side"].tolist() == [0, 0, 1, 1]
    assert columns["k"].tolist() == [0, 1, 0, 1]
    assert columns["last"].tolist() == [1, 1, 1, 1]


def test_an_iterate_outside_the_window_is_set_on_the_edge_with_its_own_numbers() -> None:
    columns = curve_path_columns({"ascent": parabola_walk(0, -1.6, -4.48)}, PARABOLA_WINDOW)
    assert columns["kind"].tolist() == [INSIDE, INSIDE, OUTSIDE]
    assert (columns["px"][2], columns["py"][2]) == (-2, 17)
    assert (columns["ox"][2], columns["oy"][2]) == (-1, 1)
    assert columns["says_x"][2] == "−4.48"
    assert columns["above"].tolist() == [0, 0, 1]


def test_an_iterate_outside_the_domain_is_a_row_without_a_value() -> None:
    walk = Walk(np.array([[1.0], [-2.0]]), np.array([0.0, np.nan]), np.array([[1.0], [np.nan]]))
    columns = curve_path_columns({"descent": walk}, PARABOLA_WINDOW)
    assert columns["kind"].tolist() == [INSIDE, UNDEFINED]
    assert columns["says_f"][1] == "undefined"
    assert columns["sloped"].tolist() == [True, False]
    assert columns["drawn"].tolist() == [False, False]


def test_a_run_ends_where_its_coordinates_stop_being_numbers() -> None:
    walk = Walk(
        np.array([[1.0], [9.0], [np.inf], [np.nan]]), np.array([1.0, np.inf, np.nan, np.nan]), np.ones((4, 1))
    )
    columns = curve_path_columns({"ascent": walk}, PARABOLA_WINDOW)
    assert columns["k"].tolist() == [0, 1]
    assert columns["says_f"].tolist() == ["1", "∞"]


def test_places_in_the_plane_are_the_iterates_and_their_texts_are_pairs() -> None:
    columns = plane_path_columns({"descent": bowl_walk((1, 1), (0.5, -0.5))}, BOWL_WINDOW, (0.0, 5.0))
    assert columns["px"].tolist() == [1, 0.5]
    assert columns["py"].tolist() == [1, -0.5]
    assert columns["height"].tolist() == [4, 1]
    assert columns["says_x"].tolist() == ["(1, 1)", "(0.5, −0.5)"]


@given(st.lists(st.tuples(anything, anything, anything), min_size=1, max_size=6), st.floats(-9, 9))
def test_no_number_that_is_not_finite_leaves(rows: list[tuple[float, float, float]], start: float) -> None:
    x, f, slope = np.array([(start, 1.0, 1.0), *rows]).T
    walk = Walk(x[:, None], f, slope[:, None])
    columns = curve_path_columns({"descent": walk}, PARABOLA_WINDOW)
    lengths = {len(column) for column in columns.values()}
    assert len(lengths) == 1
    for column in columns.values():
        assert column.dtype.kind == "U" or np.isfinite(column).all()


def test_a_far_and_narrow_window_gets_the_digits_it_needs() -> None:
    walk = parabola_walk(1e7, 1e7 + 0.5)
    columns = curve_path_columns({"descent": walk}, ((1e7, 1e7 + 1), (0.0, 1e15)))
    assert (columns["px"] - 1e7).tolist() == [0, 0.5]
    assert place_type((0.0, 1.0)) is np.float32


def test_a_long_run_is_drawn_every_few_steps_and_at_its_end() -> None:
    columns = curve_path_columns({"descent": walk_of(1000)}, ((-1.0, 1.0), (0.0, 1.0)), every=5)
    assert columns["k"][:3].tolist() == [0, 5, 10]
    assert columns["k"][-1] == 999
    assert set(columns["last"].tolist()) == {999}


def walk_of(count: int) -> Walk:
    """A run of x² that closes in on 0 from alternate sides."""
    x = 0.99 ** np.arange(count) * np.where(np.arange(count) % 2, -1, 1)
    return Walk(x[:, None], x**2, 2 * x[:, None])
