import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pytest
import vl_convert

from charts.limit import limit_chart
from charts.limit_data import PLACES, witness_rows
from charts.palette import DARK, LIGHT
from charts.picture import Picture
from core.expression import parse
from core.limiting.no_delta import witnesses
from core.limiting.zoom import Zoom, zoom_levels
from tests.charts.scene import VEGA_LITE, Scene, draw, with_data


@dataclass(frozen=True)
class Bands:
    limit: float
    epsilon: float
    delta: float | None


HOLE = zoom_levels(parse("(x^2-1)/(x-1)"), 1, 2)
JUMP = zoom_levels(parse("floor x"), 2)
EULER = zoom_levels(parse("(1+1/x)^x"), math.inf, math.e)


def picture(
    zoom: Zoom = HOLE,
    value: float | None = None,
    limits: Sequence[float] = (2.0,),
    bands: Bands | None = None,
    seed: int = 0,
    dark: bool = False,
    sides: tuple[bool, bool] = (True, True),
) -> Picture:
    return limit_chart(zoom=zoom, value=value, limits=limits, bands=bands, seed=seed, dark=dark, sides=sides)


@pytest.mark.parametrize("dark", [False, True])
def test_it_compiles_and_is_drawn(dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture(dark=dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 5_000


def test_the_slider_has_a_place_for_every_level_and_starts_at_the_seed() -> None:
    parameters = {parameter["name"]: parameter for parameter in picture(seed=7).spec["params"]}
    bound = parameters["zoom"]["bind"]
    assert (bound["input"], bound["min"], bound["max"], bound["step"]) == ("range", 0, 12, 1)
    assert picture(seed=7).data["seed"]["k"].tolist() == [7]
    assert picture(seed=99).data["seed"]["k"].tolist() == [12]


@pytest.mark.parametrize("seed", [0, 6, 12])
def test_at_every_level_the_line_runs_from_corner_to_corner_through_the_open_dot(seed: int) -> None:
    scene = draw(picture(seed=seed))
    plane = scene.marks("plane")[0]
    (dot,) = scene.marks("dots")
    assert (dot["x"], dot["y"]) == pytest.approx((plane["width"] / 2, plane["height"] / 2), abs=0.1)
    assert dot["fill"] == LIGHT.background
    line = scene.marks("curve")
    assert line[0]["x"] == pytest.approx(0, abs=1) and line[-1]["x"] == pytest.approx(plane["width"], abs=1)
    heights = [item["y"] for item in line]
    assert heights == sorted(heights, reverse=True)


def labels(scene: Scene) -> dict[str, str]:
    return dict(zip(PLACES, scene.texts("labels"), strict=True))


def test_only_the_level_of_the_slider_is_drawn() -> None:
    scene = draw(picture(seed=3))
    assert labels(scene)["left"] == "1 − 0.001" and labels(scene)["right"] == "1 + 0.001"
    assert len(scene.marks("approaches")) == 6


def test_labels_say_where_a_tiny_window_is() -> None:
    far, near = labels(draw(picture(seed=0))), labels(draw(picture(seed=12)))
    assert (far["left"], far["point"], far["right"]) == ("0", "a = 1", "2")
    assert (near["point"], near["right"], near["middle"]) == ("a = 1", "1 + 10⁻¹²", "2")
    assert near["top"].startswith("2 + 1.1")
    assert far["note"] == "" and near["note"] == "drawn in many digits: float64 has too few here"


def test_a_jump_has_a_filled_and_an_open_dot() -> None:
    dots = draw(picture(JUMP, value=2.0, limits=(1.0, 2.0), seed=5)).marks("dots")
    by_fill = {dot["fill"]: dot["y"] for dot in dots}
    assert set(by_fill) == {LIGHT.function, LIGHT.background}
    assert by_fill[LIGHT.function] < by_fill[LIGHT.background]


def test_a_value_that_is_the_limit_has_one_filled_dot() -> None:
    (dot,) = draw(picture(value=2.0)).marks("dots")
    assert dot["fill"] == LIGHT.function


def test_approaches_point_toward_the_point_from_both_sides() -> None:
    scene = draw(picture())
    middle = scene.marks("plane")[0]["width"] / 2
    for mark in scene.marks("approaches"):
        assert mark["angle"] == (0 if mark["x"] < middle else 180)


def test_approaches_to_infinity_point_to_the_right() -> None:
    assert {mark["angle"] for mark in draw(picture(EULER, seed=2)).marks("approaches")} == {0}


def test_the_bands_are_as_wide_as_epsilon_and_delta() -> None:
    scene = draw(picture(bands=Bands(2.0, 0.3, 0.3)))
    plane = scene.marks("plane")[0]
    (epsilon,), (delta,) = scene.marks("epsilon"), scene.marks("delta")
    assert delta["width"] == pytest.approx(0.3 * plane["width"])
    assert epsilon["height"] == pytest.approx(0.3 / HOLE.levels[0].half_height * plane["height"])


def test_the_delta_band_covers_one_side_only_where_one_side_counts() -> None:
    scene = draw(picture(bands=Bands(2.0, 0.3, 0.3), sides=(False, True)))
    (delta,) = scene.marks("delta")
    plane = scene.marks("plane")[0]
    assert delta["x"] == pytest.approx(plane["width"] / 2)
    assert delta["width"] == pytest.approx(0.15 * plane["width"])


def test_a_band_larger_than_the_window_fills_it() -> None:
    scene = draw(picture(bands=Bands(2.0, 0.3, 0.3), seed=4))
    assert scene.marks("delta")[0]["width"] == pytest.approx(scene.marks("plane")[0]["width"])


def test_toward_infinity_the_band_begins_at_the_bound() -> None:
    scene = draw(picture(EULER, bands=Bands(math.e, 0.1, 1 / 20), seed=2))
    plane, (delta,) = scene.marks("plane")[0], scene.marks("delta")
    assert delta["x"] == pytest.approx(0.2 * plane["width"])
    assert delta["x"] + delta["width"] == pytest.approx(plane["width"])


def test_without_delta_there_is_no_delta_band() -> None:
    columns = picture(bands=Bands(2.0, 0.3, None)).data["bands"]
    assert columns["left"].tolist() == columns["right"].tolist() == [0.0] * 13


def test_only_data_changes_with_the_function() -> None:
    assert picture(JUMP, value=2.0, limits=(1.0, 2.0)).spec is picture().spec
    assert picture(JUMP, value=2.0).alt == picture().alt
    assert picture(dark=True).spec is not picture().spec


def test_no_number_that_is_not_finite_leaves() -> None:
    pole = zoom_levels(parse("1/x"), 0)
    for columns in picture(pole, limits=()).data.values():
        for column in columns.values():
            assert column.dtype.kind in "Ub" or np.isfinite(column).all()


def test_its_words_hold_the_numbers() -> None:
    (plane,) = draw(picture(bands=Bands(2.0, 0.3, 0.3))).marks("plane")
    assert plane["description"] == "f has no value at x = 1. It tends to 2. For ε = 0.3, δ is 0.3."
    (plane,) = draw(picture(EULER, bands=Bands(math.e, 0.1, 0.05), limits=())).marks("plane")
    assert plane["description"] == "For ε = 0.1, N is 20."


def test_dark_and_light_use_their_own_colours() -> None:
    assert draw(picture(dark=True)).marks("dots")[0]["stroke"] == DARK.function


def test_thirteen_levels_of_a_smooth_function_are_a_few_dozen_kilobytes() -> None:
    columns = picture().data.values()
    assert sum(column.nbytes for group in columns for column in group.values()) < 60_000


@pytest.mark.parametrize("seed", [0, 1, 5, 12])
def test_witnesses_lie_in_every_window_on_the_curve_of_a_jump(seed: int) -> None:
    step = parse("sign x")
    found = witnesses(step, 0, 0.5)
    zoom = zoom_levels(step, 0)
    scene = draw(limit_chart(zoom=zoom, witnesses=found, seed=seed))
    low, high = sorted(scene.marks("witnesses"), key=lambda mark: mark["x"])
    middle = scene.marks("plane")[0]["width"] / 2
    assert low["x"] < middle < high["x"]
    assert low["y"] > scene.marks("plane")[0]["height"] / 2 > high["y"]


def test_far_out_the_witnesses_lie_in_the_window_they_are_found_in() -> None:
    sine = parse("sin x")
    found = witnesses(sine, math.inf, 0.5)
    rows = witness_rows(zoom_levels(sine, math.inf), found)
    assert sorted(set(rows["k"].tolist())) == list(range(2, 13))
    # x lies between 10^j and 10^(j + 1), and u = −0.8 is a tenth of the window
    assert rows["u"].min() >= -0.8 - 1e-6 and rows["u"].max() <= 1


def test_a_band_has_its_name_where_there_is_room() -> None:
    wide, narrow = (draw(picture(bands=Bands(2.0, epsilon, epsilon))) for epsilon in (0.3, 0.01))
    assert wide.texts("epsilon_name") == ["L ± ε"] and wide.texts("delta_name") == ["a ± δ"]
    assert narrow.texts("epsilon_name") == [] and narrow.texts("delta_name") == []
    far = draw(picture(EULER, bands=Bands(math.e, 0.5, 1 / 20), seed=2))
    assert far.texts("delta_name") == ["|x| > N"]
