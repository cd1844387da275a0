"""The picture of a square, its image and the parallelogram, as Vega draws it."""

import math

import numpy as np
import pytest
import vl_convert

from charts.jacobian import parallelogram_chart
from charts.jacobian.parallelogram import arrow_columns, corner_columns, image_box
from charts.picture import Picture
from core.jacobian import squares, vector_function
from tests.charts.scene import VEGA_LITE, draw, with_data

POLAR = "r cos t\nr sin t"
WIDTHS = (330, 420, 600, 900)


def picture(
    text: str = POLAR, point: tuple[float, float] = (2.0, 0.5), seed: int = 0, dark: bool = False
) -> Picture:
    inputs = ("r", "t") if text == POLAR else ("x", "y")
    return parallelogram_chart(squares=squares(vector_function(text, inputs), point), seed=seed, dark=dark)


@pytest.mark.parametrize("dark", [False, True])
def test_it_compiles_and_is_drawn(dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture(dark=dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 10_000


@pytest.mark.parametrize("width", WIDTHS)
def test_one_unit_is_the_same_in_both_panels_and_both_directions(width: int) -> None:
    scene = draw(picture(), width)
    (square,) = scene.marks("square")
    assert abs(square["width"]) == pytest.approx(abs(square["height"]))
    lengths = [math.hypot(line["x2"] - line["x"], line["y2"] - line["y"]) for line in scene.marks("column")]
    # The columns of J at r = 2 have lengths 1 and 2.
    assert lengths == pytest.approx([abs(square["width"]), 2 * abs(square["width"])])


@pytest.mark.parametrize("width", WIDTHS)
def test_the_columns_point_where_the_matrix_says(width: int) -> None:
    first, second = draw(picture(), width).marks("column")
    for line, angle in ((first, 0.5), (second, 0.5 + math.pi / 2)):
        assert math.atan2(line["y"] - line["y2"], line["x2"] - line["x"]) == pytest.approx(angle, abs=1e-6)


@pytest.mark.parametrize(("width", "below"), [(330, True), (600, False)])
def test_the_panels_stand_side_by_side_or_below_each_other(width: int, below: bool) -> None:
    scene = draw(picture(), width)
    (left,), (right,) = scene.marks("plane"), scene.marks("image_plane")
    assert (right["y"] >= left["y"] + left["height"]) is below
    assert (right["x"] >= left["x"] + left["width"]) is not below
    assert left["width"] == pytest.approx(left["height"]) and left["width"] > width / 4


def test_the_slider_turns_the_image_into_the_parallelogram() -> None:
    def corner(seed: int) -> tuple[float, float]:
        """The image of (1, 1): the last vertex of the third line across."""
        scene = draw(picture(seed=seed))
        item = scene.marks("image")[3 * 17 - 1]
        return item["x"], item["y"]

    target = draw(picture()).marks("parallelogram")[2]
    away = [math.hypot(x - target["x"], y - target["y"]) for x, y in map(corner, (0, 12, 24))]
    assert away[0] > 20 > away[1] > away[2] and away[2] < 2


def test_the_readout_compares_the_areas_with_the_determinant() -> None:
    # (r + s/2)·s² by hand.
    assert draw(picture(seed=0)).texts("readout") == ["side 1: area × 2.5; det J = 2"]
    assert draw(picture(seed=24)).texts("readout") == ["side 0.01: area × 2.005; det J = 2"]
    assert draw(picture("y\nx", (0.0, 0.0))).texts("readout") == ["side 1: area × −1; det J = −1"]


def test_an_image_with_gaps_says_so_and_draws_the_rest() -> None:
    scene = draw(picture("sqrt(1 - x)\ny", (0.5, 0.0)))
    assert scene.texts("readout")[0].startswith("side 1: its image has gaps; det J")
    assert 0 < len(scene.marks("image")) < 6 * 17


def test_without_a_jacobian_there_is_no_parallelogram_and_the_words_say_why() -> None:
    scene = draw(picture("|x|\ny", (0.0, 1.0)))
    assert scene.marks("parallelogram") == [] and len(scene.marks("column")) == 1
    words = scene.marks("image_plane")[0]["description"]
    assert words.endswith("f₁ has no slope along x at (x, y) = (0, 1).")


def test_the_words_hold_the_first_and_the_last_area() -> None:
    words = draw(picture()).marks("image_plane")[0]["description"]
    assert "corner at (r, t) = (2, 0.5)" in words
    assert "Side 1: area × 2.5" in words and "Side 0.01: area × 2.005" in words


def test_a_violent_image_does_not_squash_the_parallelogram() -> None:
    found = squares(vector_function("x + e^(8x) - 8x\ny", ("x", "y")), (0.0, 0.0))
    assert image_box(found)[2] < 10
    assert all(np.isfinite(column).all() for column in (found.local.matrix, *image_box(found)))


def test_a_flat_map_has_no_columns_and_its_corners_are_one_point() -> None:
    assert len(arrow_columns(np.zeros((2, 2)))["x"]) == 0
    assert corner_columns(np.zeros((2, 2)))["x"].tolist() == [0.0] * 4
    assert draw(picture("x^2\ny^2", (0.0, 0.0))).marks("column") == []


def test_only_data_changes_with_the_function_the_point_and_the_seed() -> None:
    first, other = picture("x y\nx + y", (1.0, 2.0)), picture("x^2\ny", (9.0, 2.0), seed=5)
    assert first.spec is other.spec and first.alt == other.alt


def test_the_data_stay_small() -> None:
    assert sum(column.nbytes for table in picture().data.values() for column in table.values()) < 60_000
