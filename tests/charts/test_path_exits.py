"""An iterate that leaves the window is shown leaving it, at the frame, with where it goes."""

import math

import pytest

from charts.curve_path import descent_curve_chart
from charts.level_path import descent_levels_chart
from charts.picture import Picture
from tests.charts.scene import (
    BOWL_WINDOW,
    PARABOLA_WINDOW,
    Scene,
    Walk,
    bowl_levels,
    bowl_walk,
    draw,
    parabola_curve,
    parabola_walk,
)

# x² + 3y² uphill with η = 0.1: (x, y) grows to (1.2 x, 1.6 y) at each step and leaves through the upper frame
# between (2.88, 2.56) and (3.456, 4.096).
UPHILL = bowl_walk((2.0, 1.0), (2.4, 1.6), (2.88, 2.56), (3.456, 4.096), (4.1472, 6.5536))
OUT_AND_BACK = bowl_walk((2.0, 1.0), (6.0, 1.0), (1.0, 0.0), (1.0, -4.0), (0.5, 0.0))


def plane(walk: Walk, seed: int, width: int = 900, name: str = "ascent") -> Scene:
    steps = len(walk.f) - 1
    picture: Picture = descent_levels_chart(
        levels=bowl_levels(), runs={name: walk}, window=BOWL_WINDOW, steps=steps, seed=seed, height=330
    )
    return draw(picture, width)


def pixels(scene: Scene, x: float, y: float) -> tuple[float, float]:
    frame = scene.marks("plane")[0]
    return (x + 4) / 8 * frame["width"], (3 - y) / 6 * frame["height"]


def test_the_wedge_stands_where_the_line_crosses_the_frame_and_points_along_it() -> None:
    scene = plane(UPHILL, seed=4)
    (wedge,) = scene.marks("exits")
    crossing = 2.88 + 0.576 * (3 - 2.56) / (4.096 - 2.56)
    assert (wedge["x"], wedge["y"]) == pytest.approx(pixels(scene, crossing, 3.0), abs=0.05)
    assert wedge["angle"] == pytest.approx(math.degrees(math.atan2(0.576, 4.096 - 2.56)), abs=0.01)


def test_the_place_it_went_to_is_named_after_the_run_has_gone_on() -> None:
    assert plane(UPHILL, seed=4).texts("exit_names") == ["step 3 to (3.456, 4.096)"]


def test_at_the_step_itself_the_name_of_the_current_point_says_where_it_went() -> None:
    scene = plane(UPHILL, seed=3)
    assert scene.texts("exit_names") == []
    assert scene.texts("names") == ["ascent leaves to (3.456, 4.096)"]
    assert len(scene.marks("exits")) == 1


def test_before_the_run_leaves_there_is_no_wedge() -> None:
    assert plane(UPHILL, seed=2).marks("exits") == []


def test_a_run_that_comes_back_has_a_wedge_for_every_time_it_left() -> None:
    scene = plane(OUT_AND_BACK, seed=4)
    places = sorted((wedge["x"], wedge["y"]) for wedge in scene.marks("exits"))
    expected = sorted([pixels(scene, 4.0, 1.0), pixels(scene, 1.0, -3.0)])
    assert [part for place in places for part in place] == pytest.approx(
        [part for place in expected for part in place], abs=0.05
    )
    assert sorted(wedge["angle"] for wedge in scene.marks("exits")) == pytest.approx([90, 180], abs=1e-6)
    assert scene.texts("exit_names") == ["step 1 to (6, 1)"]


def test_a_line_that_leaves_has_one_wedge_and_no_second_head() -> None:
    scene = plane(OUT_AND_BACK, seed=4)
    crossings = [(wedge["x"], wedge["y"]) for wedge in scene.marks("exits")]
    heads = [(head["x"], head["y"]) for head in scene.marks("heads")]
    assert min(math.dist(head, crossing) for head in heads for crossing in crossings) > 20


def test_a_narrow_picture_keeps_the_wedge_and_leaves_the_coordinates_to_words() -> None:
    scene = plane(UPHILL, seed=4, width=330)
    assert len(scene.marks("exits")) == 1
    assert scene.texts("exit_names") == []
    assert "leaves the picture at step 3" in scene.marks("plane")[0]["description"]


def test_on_a_curve_the_place_is_x_and_f() -> None:
    # (x − 2)² uphill with η = 0.4 from 0: −1.6, −4.48, −9.664
    walk = parabola_walk(0.0, -1.6, -4.48, -9.664)
    picture = descent_curve_chart(
        curve=parabola_curve(), runs={"ascent": walk}, window=PARABOLA_WINDOW, steps=3, seed=3
    )
    scene = draw(picture, 900)
    assert scene.texts("exit_names") == ["step 2 to (−4.48, 41.9904)"]
    (wedge,) = scene.marks("exits")
    assert wedge["angle"] < 0
