import math

import numpy as np
import pytest
import vl_convert

from charts.curve_path import curve_columns, descent_curve_chart
from charts.palette import DARK, LIGHT
from charts.picture import Picture
from tests.charts.scene import (
    PARABOLA_WINDOW,
    VEGA_LITE,
    Curve,
    Walk,
    draw,
    parabola_curve,
    parabola_walk,
    with_data,
)

RUNS = {"descent": parabola_walk(0, 1.6, 1.92, 1.984), "ascent": parabola_walk(0, -1.6, -4.48, -9.664)}


def picture(seed: int = 3, steps: int = 5, runs: dict[str, Walk] = RUNS, dark: bool = False) -> Picture:
    return descent_curve_chart(
        curve=parabola_curve(), runs=runs, window=PARABOLA_WINDOW, steps=steps, seed=seed, dark=dark
    )


@pytest.mark.parametrize("dark", [False, True])
def test_it_compiles_and_is_drawn(dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture(dark=dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 10_000


def test_the_slider_has_the_steps_and_starts_at_the_seed() -> None:
    parameters = {parameter["name"]: parameter for parameter in picture(seed=4).spec["params"]}
    bound = parameters["step"]["bind"]
    assert (bound["input"], bound["min"], bound["max"], bound["step"]) == ("range", 0, 5, 1)
    assert bound["name"] == "step k"
    assert picture(seed=4).data["frame"]["k"].tolist() == [4]


@pytest.mark.parametrize(("asked", "got"), [(-3, 0), (99, 5)])
def test_a_seed_beyond_the_slider_is_its_end(asked: int, got: int) -> None:
    assert picture(seed=asked).data["frame"]["k"].tolist() == [got]


@pytest.mark.parametrize("step", [0, 1, 2, 3])
def test_only_the_steps_up_to_the_slider_are_drawn(step: int) -> None:
    scene = draw(picture(seed=step))
    descent = [item for item in scene.marks("points") if item["fill"] == LIGHT.descent]
    assert len(descent) == step + 1
    assert scene.texts("readout")[0].startswith(f"descent, step {step}: x = ")


def test_a_slider_beyond_the_end_of_a_run_shows_its_last_iterate() -> None:
    assert draw(picture(seed=5)).texts("readout") == [
        "descent, step 3: x = 1.984, f = 0.000256",
        "ascent, step 3: x = −9.664, f = 136.049",
    ]


def test_points_lie_on_the_curve_in_pixels() -> None:
    scene = draw(picture(seed=1))
    plane = scene.marks("plane")[0]
    current = scene.marks("current")[0]
    assert current["x"] == pytest.approx((1.6 + 2) / 8 * plane["width"], abs=0.01)
    assert current["y"] == pytest.approx((17 - 0.16) / 18 * plane["height"], abs=0.01)


def test_arrow_heads_point_along_their_lines_at_any_width() -> None:
    for width in (330, 600, 900):
        scene = draw(picture(seed=1), width)
        for line, head in zip(scene.marks("segments"), scene.marks("heads"), strict=True):
            across, down = line["x2"] - line["x"], line["y2"] - line["y"]
            assert head["angle"] == pytest.approx(math.degrees(math.atan2(across, -down)))
            beyond = math.hypot(line["x2"] - head["x"], line["y2"] - head["y"])
            assert 0 < beyond < math.hypot(across, down)


def test_the_tangent_has_the_slope_of_f_in_the_units_of_the_window() -> None:
    scene = draw(picture(seed=1, runs={"descent": RUNS["descent"]}))
    plane, tangent = scene.marks("plane")[0], scene.marks("tangent")[0]
    slope = (tangent["y2"] - tangent["y"]) / (tangent["x2"] - tangent["x"])
    units = -(18 / plane["height"]) / (8 / plane["width"])
    assert slope * units == pytest.approx(2 * 1.6 - 4, rel=1e-4)


def test_an_iterate_that_leaves_the_window_is_shown_leaving_with_its_place() -> None:
    scene = draw(picture(seed=2))
    (edge,) = scene.marks("edges")
    assert (edge["x"], edge["y"], edge["angle"]) == (0, 0, -45)
    assert edge["fill"] == LIGHT.ascent
    assert "ascent leaves to −4.48" in scene.texts("names")


def test_lines_never_leave_the_frame() -> None:
    scene = draw(picture(seed=3))
    plane = scene.marks("plane")[0]
    for line in scene.marks("segments"):
        for x, y in ((line["x"], line["y"]), (line["x2"], line["y2"])):
            assert -1e-6 <= x <= plane["width"] + 1e-6
            assert -1e-6 <= y <= plane["height"] + 1e-6


def test_the_value_beside_a_point_stands_at_its_height() -> None:
    scene = draw(picture(seed=1))
    on_curve = {item["fill"]: item["y"] for item in scene.marks("current")}
    beside = {item["fill"]: item["y"] for item in scene.marks("value_current")}
    assert beside == pytest.approx(on_curve)
    assert len(beside) == 2


def test_only_data_changes_with_the_runs_and_the_seed() -> None:
    slower = {"descent": parabola_walk(0, 0.4), "ascent": parabola_walk(0, -0.4)}
    assert picture(runs=slower, seed=1).spec is picture().spec
    assert picture(runs=slower, seed=1).alt == picture().alt
    assert picture(dark=True).spec is not picture().spec


def test_the_axes_come_from_the_window_alone() -> None:
    vega = vl_convert.vegalite_to_vega(with_data(picture()), vl_version=VEGA_LITE)
    domains = {scale["name"]: scale["domain"] for scale in vega["scales"]}
    assert domains["layer_0_x"] == [-2, 6]
    assert domains["layer_0_y"] == domains["layer_1_y"] == [-1, 17]
    assert domains["layer_1_x"] == [0, 5]


@pytest.mark.parametrize(("steps", "ticks"), [(1, ["0", "1"]), (2, ["0", "1", "2"])])
def test_steps_are_counted_in_whole_numbers(steps: int, ticks: list[str]) -> None:
    assert ticks in draw(picture(steps=steps)).axis_labels()


def test_a_click_is_a_point_selection_of_x_by_click_alone() -> None:
    plane = picture().spec["layer"][0]["layer"][0]
    (selection,) = plane["params"]
    assert picture().selections == (selection["name"],) == ("start",)
    assert selection["select"]["fields"] == ["x"]
    vega = vl_convert.vegalite_to_vega(with_data(picture()), vl_version=VEGA_LITE)
    (listener,) = [signal for signal in vega["signals"] if signal["name"] == "start_tuple"]
    assert {event["type"] for event in listener["on"][0]["events"]} == {"click"}
    assert {event["markname"] for event in listener["on"][0]["events"]} == {"plane_marks", "points_marks"}


def test_its_words_say_where_both_runs_are() -> None:
    (plane,) = draw(picture()).marks("plane")
    assert plane["description"] == (
        "Descent goes from x = 0 to x = 1.984 in 3 steps, where f is 0.000256. "
        "Ascent goes from x = 0 to x = −9.664 in 3 steps, where f is 136.049. "
        "It leaves the picture at step 2."
    )
    assert "x from −2 to 6" in picture().alt


def test_a_gap_in_the_curve_splits_it_and_leaves_no_row() -> None:
    broken = Curve(np.array([-1.0, 0.0, 0.0, 0.0, 1.0]), np.array([-1.0, -1e9, np.nan, 1e9, 1.0]))
    columns = curve_columns(broken, PARABOLA_WINDOW)
    assert columns["piece"].tolist() == [0, 0, 1, 1]
    assert all(np.isfinite(column).all() for column in columns.values())


def test_names_can_both_be_read_where_two_runs_meet() -> None:
    same = {"descent": parabola_walk(0, 1.6), "ascent on −f": parabola_walk(0, 1.6)}
    first, second = draw(picture(seed=1, runs=same)).marks("names")
    assert (first["text"], second["text"]) == ("descent", "ascent on −f")
    assert abs(first["dy"] - second["dy"]) >= 14


def test_the_curve_is_cut_off_at_the_frame() -> None:
    (curve,) = [layer for layer in picture().spec["layer"][0]["layer"] if layer.get("name") == "curve"]
    assert curve["mark"]["clip"] is True


def test_dark_and_light_use_their_own_colours() -> None:
    assert draw(picture(dark=True)).marks("current")[0]["fill"] == DARK.descent
    assert draw(picture(dark=False)).marks("current")[0]["fill"] == LIGHT.descent


def test_a_picture_of_five_steps_is_a_few_kilobytes() -> None:
    assert sum(column.nbytes for columns in picture().data.values() for column in columns.values()) < 10_000
