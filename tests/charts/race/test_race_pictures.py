"""The pictures of a race as Vega draws them: who is where at the slider's step, and what is left."""

import numpy as np
import pytest
import vl_convert

from charts.picture import Picture
from charts.race import Contender, race_curves_chart, race_paths_chart
from charts.race.legend import MOST_RACERS, racer_places
from tests.charts.scene import BOWL_WINDOW, VEGA_LITE, bowl_levels, bowl_walk, draw, with_data

START = (2.0, 1.0)
RUNS = {
    "Gradient": bowl_walk(START, (1.6, 0.4), (1.28, 0.16)),
    "Momentum": bowl_walk(START, (1.6, 0.4), (0.92, -0.38), (0.3, -0.6)),
    "Newton": bowl_walk(START, (0.0, 0.0)),
    "Adam": bowl_walk(START, (1.9, 0.9), (1.8, 0.8), (1.7, 0.7)),
}
WIDTHS = (330, 600, 900)


def paths(seed: int = 1, dark: bool = False, runs=RUNS) -> Picture:
    return race_paths_chart(
        levels=bowl_levels(), runs=runs, window=BOWL_WINDOW, steps=3, seed=seed, dark=dark
    )


CONTENDERS = (
    Contender("Gradient", 4.0 * 0.5 ** np.arange(13), 16.0 * 0.25 ** np.arange(13), np.arange(13), 12),
    Contender("Newton", np.array([4.0, 0.0]), np.array([16.0, 0.0]), np.array([0, 3]), 1),
    Contender("Adam", np.linspace(4, 2, 13), np.linspace(16, 4, 13), np.arange(13)),
)


def curves(seed: int = 1, dark: bool = False, contenders=CONTENDERS) -> Picture:
    return race_curves_chart(contenders=contenders, steps=12, seed=seed, dark=dark)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("picture", [paths, curves])
def test_it_compiles_and_is_drawn(picture, dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture(dark=dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 8_000


def test_the_spec_stays_the_same_object_for_other_runs_and_steps() -> None:
    assert paths().spec is paths(seed=3, runs={"Newton": RUNS["Newton"]}).spec
    assert curves().spec is curves(seed=5, contenders=CONTENDERS[:1]).spec


def test_every_racer_is_listed_in_its_order_with_its_value_at_the_step() -> None:
    assert draw(paths(seed=1)).texts("racers") == [
        "Gradient, f = 3.04",
        "Momentum, f = 3.04",
        "Newton, f = 0",
        "Adam, f = 6.04",
    ]
    assert draw(paths(seed=0)).texts("racers")[0] == "Gradient, f = 7"


def test_a_racer_outside_the_picture_is_a_wedge_on_its_frame_and_its_coordinates_are_listed() -> None:
    scene = draw(paths(runs={"High": bowl_walk(START, (1.0, 40.0)), "Far": bowl_walk(START, (-9.0, -8.0))}))
    assert scene.texts("racers") == ["High, y = 40", "Far, (−9, −8)"]
    plane, (high, far) = scene.marks("plane")[0], scene.marks("other_edges")
    assert (high["y"], far["x"], far["y"]) == pytest.approx((0, 0, plane["height"]))


def test_on_a_narrow_page_the_names_alone_stand_above() -> None:
    racers = draw(paths(), 330).marks("racers")
    assert [mark["text"] for mark in racers] == list(RUNS)
    assert all(mark["y"] < 0 for mark in racers)


@pytest.mark.parametrize("width", WIDTHS)
def test_one_unit_is_as_long_upwards_as_across(width: int) -> None:
    plane = draw(paths(), width).marks("plane")[0]
    assert plane["width"] / 8 == pytest.approx(plane["height"] / 6)


def test_a_racer_that_has_arrived_waits_at_its_end_while_the_slider_goes_on() -> None:
    scene = draw(paths(seed=3))
    (side,) = [place for place, name in zip(racer_places(4), RUNS, strict=True) if name == "Newton"]
    plane = scene.marks("plane")[0]
    middle = (plane["width"] / 2, plane["height"] / 2)
    points = [(mark["x"], mark["y"]) for mark in scene.marks("other_current")]
    assert side == 3 and any(point == pytest.approx(middle, abs=0.5) for point in points)
    assert len(points) == 4


def test_racers_named_first_keep_their_looks_when_another_joins() -> None:
    assert racer_places(3) == racer_places(12)[:3]
    assert sorted(racer_places(MOST_RACERS)) == list(range(1, 13))
    with pytest.raises(ValueError, match="at most 12"):
        racer_places(13)


def test_twelve_racers_are_all_drawn() -> None:
    runs = {f"racer {n}": bowl_walk(START, (n / 4, -n / 8)) for n in range(12)}
    scene = draw(paths(runs=runs))
    assert len(scene.marks("racers")) == len(scene.marks("other_current")) == 12


def test_a_click_reports_x_and_y() -> None:
    assert paths().selections == ("start",)


def test_the_list_says_what_is_left_at_the_step() -> None:
    assert draw(curves(seed=1)).texts("racers") == ["Gradient, 2", "Newton, 0", "Adam, 3.8"]


def test_an_arrival_has_a_flag_and_who_does_not_arrive_has_none() -> None:
    scene = draw(curves())
    assert len(scene.marks("flags")) == 1  # Newton's distance of 0 lies below the axis
    description = scene.marks("plane")[0]["description"]
    assert "Newton arrives after 1 step and 3 evaluations." in description
    assert "Adam does not arrive in 12 steps; 2 is left." in description


def test_against_evaluations_the_axis_ends_at_the_most_that_was_spent() -> None:
    picture = curves()
    (frame,) = [picture.data["frame"]]
    assert frame["most"].tolist() == [12]
    spec = {**with_data(picture)}
    spec["params"] = [{**param, "value": 1} if param["name"] == "by" else param for param in spec["params"]]
    newton = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)
    assert "evaluations of f" in newton and "step k" not in newton


def test_a_racer_that_left_the_domain_or_found_nothing_breaks_no_picture() -> None:
    lost = Contender("Lost", np.array([4.0, np.nan]), np.array([16.0, np.nan]), np.array([0, 1]))
    scene = draw(curves(contenders=(*CONTENDERS, lost)))
    assert scene.texts("racers")[-1] == "Lost, 4"
    nowhere = Contender("Nowhere", np.full(3, np.nan), np.full(3, np.nan), np.arange(3))
    assert draw(curves(contenders=(nowhere,))).texts("racers") == ["Nowhere, undefined"]
