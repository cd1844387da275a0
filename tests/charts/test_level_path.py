import math

import numpy as np
import pytest
import vl_convert

from charts.level_path import descent_levels_chart, value_range
from charts.picture import Picture
from charts.plane import level_columns
from tests.charts.scene import (
    BOWL_WINDOW,
    VEGA_LITE,
    Levels,
    Walk,
    bowl_levels,
    bowl_walk,
    draw,
    with_data,
)

START = (2.0, 1.0)
# x² + 3y² by hand: ∇f(2, 1) = (4, 6), so one step of η = 0.1 goes to (1.6, 0.4) or (2.4, 1.6).
RUNS = {
    "descent": bowl_walk(START, (1.6, 0.4)),
    "ascent": bowl_walk(START, (2.4, 1.6), (2.88, 2.56), (3.456, 4.096)),
}
WIDTHS = (330, 420, 600, 900)


def picture(seed: int = 1, runs: dict[str, Walk] = RUNS, dark: bool = False) -> Picture:
    return descent_levels_chart(
        levels=bowl_levels(), runs=runs, window=BOWL_WINDOW, steps=3, seed=seed, dark=dark, height=330
    )


@pytest.mark.parametrize("dark", [False, True])
def test_it_compiles_and_is_drawn(dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture(dark=dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 10_000


@pytest.mark.parametrize("width", WIDTHS)
def test_one_unit_is_as_long_upwards_as_across(width: int) -> None:
    plane = draw(picture(), width).marks("plane")[0]
    assert plane["width"] / 8 == pytest.approx(plane["height"] / 6)
    assert plane["width"] > width / 4


@pytest.mark.parametrize("width", WIDTHS)
def test_a_step_of_descent_is_seen_to_follow_the_gradient(width: int) -> None:
    line = draw(picture(runs={"descent": RUNS["descent"]}), width).marks("segments")[0]
    assert math.atan2(line["y2"] - line["y"], line["x2"] - line["x"]) == pytest.approx(
        math.atan2(6, -4), abs=1e-5
    )


@pytest.mark.parametrize(("width", "below"), [(330, True), (600, False)])
def test_the_values_stand_beside_the_plane_or_below_it_when_narrow(width: int, below: bool) -> None:
    scene = draw(picture(seed=0), width)
    plane, value = scene.marks("plane")[0], scene.marks("value_current")[0]
    assert (value["y"] > plane["height"]) is below
    assert (value["x"] > plane["width"]) is not below


def test_the_current_points_and_their_numbers_follow_the_slider() -> None:
    assert draw(picture(seed=1)).texts("readout") == [
        "descent, step 1: (x, y) = (1.6, 0.4), f = 3.04",
        "ascent, step 1: (x, y) = (2.4, 1.6), f = 13.44",
    ]
    assert draw(picture(seed=0)).texts("readout")[0] == "descent, step 0: (x, y) = (2, 1), f = 7"


def test_an_iterate_beyond_the_upper_frame_is_a_wedge_pointing_up() -> None:
    scene = draw(picture(seed=3))
    (edge,) = scene.marks("edges")
    assert (edge["y"], edge["angle"]) == (0, 0)
    assert edge["x"] == pytest.approx((3.456 + 4) / 8 * scene.marks("plane")[0]["width"], abs=0.01)


def test_a_level_curve_is_drawn_in_its_own_order() -> None:
    scene = draw(picture())
    longest = [(item["x"], item["y"]) for item in scene.marks("levels")][-41:]
    turns = np.hypot(*np.diff(np.array(longest), axis=0).T)
    assert turns.max() < 3 * turns.mean()


def test_shades_are_the_ranks_of_the_levels() -> None:
    shade = level_columns(bowl_levels(), BOWL_WINDOW)["shade"]
    np.testing.assert_allclose(shade[::41], [0, 1 / 3, 2 / 3, 1], rtol=1e-6)


def test_a_number_stands_on_a_vertex_of_its_own_level() -> None:
    names = picture().data["level_names"]
    assert names["name"].tolist() == ["4"]
    assert names["x"][0] ** 2 + 3 * names["y"][0] ** 2 == pytest.approx(4)


def test_the_range_of_values_follows_levels_and_start_but_not_the_rate() -> None:
    assert value_range(bowl_levels(), RUNS) == pytest.approx((0.3, 8.7))
    slower = {"descent": bowl_walk(START, (1.96, 0.94))}
    assert picture(runs=slower).spec is picture().spec


def test_a_constant_function_without_level_curves_still_has_its_picture() -> None:
    none = np.array([])
    flat = Walk(np.array([[0.0, 0.0]]), np.array([3.0]), np.zeros((1, 2)))
    chart = descent_levels_chart(
        levels=Levels(none, none, none, none.astype(np.int64)),
        runs={"descent": flat},
        window=BOWL_WINDOW,
        steps=3,
    )
    assert draw(chart).texts("readout") == ["descent, step 0: (x, y) = (0, 0), f = 3"]


def test_a_click_reports_x_and_y() -> None:
    (selection,) = picture().spec["layer"][0]["layer"][0]["params"]
    assert selection["select"]["fields"] == ["x", "y"]
    assert picture().selections == ("start",)


def test_its_words_say_where_both_runs_are() -> None:
    description = draw(picture()).marks("plane")[0]["description"]
    assert "Descent goes from (x, y) = (2, 1) to (x, y) = (1.6, 0.4) in 1 step," in description
    assert "leaves the picture at step 3" in description
    assert "y from −3 to 3" in picture().alt
