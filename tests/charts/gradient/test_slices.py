"""Slices: the cuts on the map, the curves beside it, and the slider that moves them."""

from typing import Any

import numpy as np
import pytest
import vl_convert

from charts.gradient import slices_chart
from charts.picture import Picture
from core.expression import parse
from core.sampling.contours import level_curves
from core.slopes import cuts, standing
from core.windows import Window
from tests.charts.scene import VEGA_LITE, draw, with_data

WINDOW = Window((-5.0, 5.0), (-5.0, 5.0))
BOX = (WINDOW.x, WINDOW.y)


def picture(text: str = "x^2 + y^2", at: tuple[float, float] = (2.0, 3.0), **more: Any) -> Picture:
    e = parse(text, ("x", "y"))
    found = cuts(e, at, WINDOW)
    return slices_chart(levels=level_curves(e, BOX), cuts=found, here=standing(e, at), window=BOX, **more)


@pytest.mark.parametrize("dark", [False, True])
def test_it_compiles_and_is_drawn(dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture(dark=dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 10_000


def test_both_cuts_go_through_the_point_on_the_map() -> None:
    scene = draw(picture(), 900)
    (plane,), (across,), (upward,), (here,) = map(scene.marks, ("plane", "cut_x", "cut_y", "here"))
    assert across["y"] == pytest.approx(here["y"]) and upward["x"] == pytest.approx(here["x"])
    assert (across["x"], across["x2"]) == pytest.approx((0, plane["width"]))
    assert here["x"] / plane["width"] == pytest.approx(0.7) and here["y"] / plane["height"] == pytest.approx(
        0.2
    )


def test_each_tangent_goes_through_its_point_with_the_slope_of_its_cut() -> None:
    scene = draw(picture(), 900)
    assert scene.texts("says_x") == ["y = 3: ∂f/∂x = 4"]
    assert scene.texts("says_y") == ["x = 2: ∂f/∂y = 6"]
    heights = picture().data["frames"]["z"]
    assert heights.max() > heights.min()
    for name, slope in (("x", 4), ("y", 6)):
        (line,), (dot,), (frame,) = map(
            scene.marks,
            (f"tangent_{name}", f"point_{name}", "first_frame" if name == "x" else "second_frame"),
        )
        drawn = (line["y"] - line["y2"]) / (line["x2"] - line["x"])
        low, high = cuts(parse("x^2 + y^2", ("x", "y")), (2.0, 3.0), WINDOW).heights
        expected = slope * (frame["height"] / (high - low)) / (frame["width"] / 10)
        assert drawn == pytest.approx(expected, rel=1e-3)
        assert dot["y"] == pytest.approx(line["y"] - drawn * (dot["x"] - line["x"]), abs=0.05)


@pytest.mark.parametrize(("width", "below"), [(330, True), (900, False)])
def test_the_curves_stand_beside_the_map_or_below_it_when_narrow(width: int, below: bool) -> None:
    scene = draw(picture(), width)
    (plane,), (first,), (second,) = map(scene.marks, ("plane", "first_frame", "second_frame"))
    assert (first["y"] > plane["height"]) is below
    assert (second["x"] > first["x"] + first["width"]) is below
    assert plane["width"] == pytest.approx(plane["height"])


def test_another_place_of_the_slider_shows_another_cut() -> None:
    shown = picture()
    seed = {**shown.data["seed"], "k": shown.data["seed"]["k"] * 0 + 10}
    scene = draw(Picture(shown.spec, {**shown.data, "seed": seed}, shown.alt))
    assert scene.texts("says_x") == ["y = 0: ∂f/∂x = 4"]
    assert scene.texts("says_y") == ["x = 2: ∂f/∂y = 0"]


def test_a_ridge_has_a_curve_and_a_point_but_no_tangent() -> None:
    scene = draw(picture("|x| + |y|", (0.0, 1.0)))
    assert scene.marks("tangent_x") == [] and len(scene.marks("tangent_y")) == 1
    assert len(scene.marks("point_x")) == 1
    assert scene.texts("says_x") == ["y = 1: no ∂f/∂x"]


def test_outside_the_domain_there_is_no_point_on_the_curves() -> None:
    scene = draw(picture("log x + y", (-1.0, 0.0)))
    assert scene.marks("point_x") == scene.marks("tangent_x") == []


def test_all_that_is_drawn_lies_inside_its_panel() -> None:
    rows = picture("1/(x - y)", (1.0, -0.5)).data["cuts"]
    low, high = cuts(parse("1/(x - y)", ("x", "y")), (1.0, -0.5), WINDOW).heights
    assert low - 1e-6 <= rows["y"].min() and rows["y"].max() <= high + 1e-6


def test_the_vertices_left_out_of_a_cut_are_not_missed() -> None:
    found, rows = cuts(parse("x^2 + y^2", ("x", "y")), (2.0, 3.0), WINDOW), picture().data["cuts"]
    low, high = found.heights
    x = np.linspace(-5, 5, 500)
    for k, y in enumerate(found.at.tolist()):
        own = rows["k"] == k
        drawn = np.interp(x, rows["x"][own], rows["y"][own])
        assert 2 < np.count_nonzero(own) < 40
        assert np.abs(drawn - x**2 - y**2).max() * 200 / (high - low) < 0.5


@pytest.mark.parametrize("at", [(2.0, 4.5), (2.0, -4.5), (4.5, 4.5)])
def test_the_names_of_the_cuts_stand_far_from_each_other(at: tuple[float, float]) -> None:
    scene = draw(picture(at=at), 330)
    (across,), (upward,) = scene.marks("cut_x_name"), scene.marks("cut_y_name")
    assert abs(across["y"] + across["dy"] - upward["y"]) > 40


def test_moving_the_point_changes_data_only() -> None:
    assert picture().spec is picture(at=(-1.0, 0.5)).spec


def test_the_numbers_of_all_cuts_stay_small() -> None:
    data = picture().data
    sent = sum(c.nbytes for name in ("cuts", "upward", "frames") for c in data[name].values())
    assert sent < 20_000
