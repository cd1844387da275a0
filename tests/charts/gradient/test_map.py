"""The gradient on the map, as Vega draws it."""

import math
from typing import Any

import numpy as np
import pytest
import vl_convert

from charts.gradient import gradient_chart
from charts.gradient.arrow import field_columns
from charts.gradient.map import gradient_columns
from charts.palette import LIGHT
from charts.picture import Picture
from core.expression import parse
from core.sampling.contours import level_curves
from core.slopes import arrow_field, level_curve, standing
from core.windows import Window
from tests.charts.scene import VEGA_LITE, Scene, draw, with_data

WINDOW = Window((-5.0, 5.0), (-4.0, 4.0))
BOX = (WINDOW.x, WINDOW.y)


def picture(text: str = "x^2 + 3y^2", at: tuple[float, float] = (2.0, 1.0), **more: Any) -> Picture:
    e = parse(text, ("x", "y"))
    return gradient_chart(
        levels=level_curves(e, BOX),
        here=standing(e, at),
        through=level_curve(e, at, WINDOW),
        window=BOX,
        arrows=arrow_field(e, WINDOW),
        **more,
    )


def drawn_angle(scene: Scene, name: str = "gradient") -> float:
    """The shaft's angle on screen, counted as on paper."""
    (shaft,) = scene.marks(name)
    return math.degrees(math.atan2(shaft["y"] - shaft["y2"], shaft["x2"] - shaft["x"]))


@pytest.mark.parametrize("dark", [False, True])
def test_it_compiles_and_is_drawn(dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture(dark=dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 10_000


@pytest.mark.parametrize("width", [330, 600, 900])
def test_one_unit_is_as_long_upwards_as_across(width: int) -> None:
    (plane,) = draw(picture(), width).marks("plane")
    assert plane["width"] / 10 == pytest.approx(plane["height"] / 8)


@pytest.mark.parametrize("width", [330, 600, 900])
@pytest.mark.parametrize("at", [(2.0, 1.0), (-3.0, 0.5), (0.0, -2.0), (-1.0, -1.0)])
def test_the_arrow_points_along_the_gradient(at: tuple[float, float], width: int) -> None:
    assert drawn_angle(draw(picture(at=at), width)) == pytest.approx(
        math.degrees(math.atan2(6 * at[1], 2 * at[0])), abs=0.01
    )


@pytest.mark.parametrize("at", [(2.0, 1.0), (-3.0, 0.5), (0.3, 0.1), (-1.0, -1.0)])
def test_the_arrow_stands_at_a_right_angle_to_the_drawn_level_curve(at: tuple[float, float]) -> None:
    scene = draw(picture(at=at))
    line = [(vertex["x"], vertex["y"]) for vertex in scene.marks("through")]
    (here,) = scene.marks("here")
    nearest = int(np.argmin([math.dist(vertex, (here["x"], here["y"])) for vertex in line]))
    before, after = (
        (line[-2], line[1]) if nearest in (0, len(line) - 1) else (line[nearest - 1], line[nearest + 1])
    )
    along = math.degrees(math.atan2(before[1] - after[1], after[0] - before[0]))
    assert abs((along - drawn_angle(scene)) % 180 - 90) < 1


def test_the_right_angle_is_marked_by_a_square() -> None:
    scene = draw(picture())
    (one,), (other,) = scene.marks("corner_u"), scene.marks("corner_v")
    assert (one["x2"], one["y2"]) == pytest.approx((other["x2"], other["y2"]), abs=1e-6)
    sides = [math.hypot(side["x2"] - side["x"], side["y2"] - side["y"]) for side in (one, other)]
    assert sides == pytest.approx([11, 11], abs=0.01)


def test_the_head_is_turned_like_the_shaft_and_carries_the_numbers() -> None:
    scene = draw(picture())
    (head,) = scene.marks("gradient_head")
    assert 90 - head["angle"] == pytest.approx(drawn_angle(scene), abs=0.01)
    assert head["fill"] == LIGHT.ascent
    assert scene.texts("gradient_says") == ["∇f = (4, 6)"]


@pytest.mark.parametrize(
    ("text", "at"), [("x^2 + y^2", (0.0, 0.0)), ("|x| + |y|", (0.0, 1.0)), ("log x", (-1.0, 0.0))]
)
def test_where_no_way_is_steepest_there_is_no_arrow_but_a_point_and_words(
    text: str, at: tuple[float, float]
) -> None:
    shown = picture(text, at)
    scene = draw(shown)
    assert scene.marks("gradient") == scene.marks("corner_u") == []
    assert len(scene.marks("here")) == 1
    (plane,) = scene.marks("plane")
    assert plane["description"] == standing(parse(text, ("x", "y")), at).sentence


def test_the_chosen_direction_is_a_second_arrow() -> None:
    scene = draw(picture(angle=100.0))
    assert drawn_angle(scene, "way") == pytest.approx(100, abs=0.01)
    assert scene.texts("way_says") == ["u"]
    assert draw(picture()).marks("way") == []


@pytest.mark.parametrize("at", [(4.9, 3.9), (-4.99, 0.0), (0.0, 4.0)])
def test_near_the_frame_the_arrow_stays_nearly_inside(at: tuple[float, float]) -> None:
    tip = gradient_columns(standing(parse("x^2 + y^2", ("x", "y")), at), BOX, 5.0)
    assert abs(float(tip["bx"][0])) <= 5.4 and abs(float(tip["by"][0])) <= 4.4


@pytest.mark.parametrize("width", [330, 900])
@pytest.mark.parametrize("at", [(-4.9, -1.0), (4.9, -1.0), (-4.9, 3.9), (0.0, 3.9), (1.0, 0.0)])
def test_no_word_reaches_beyond_the_map_where_it_would_push_it_aside(
    at: tuple[float, float], width: int
) -> None:
    scene = draw(picture(at=at), width)
    (says,), (plane,) = scene.marks("gradient_says"), scene.marks("plane")
    assert says["y"] + says["dy"] > 0
    length = 7 * len(says["text"])
    end = says["x"] + says["dx"] + (length if says["align"] == "left" else -length)
    assert 0 < end < plane["width"]


@pytest.mark.parametrize(
    "at", [(4.0, 3.6), (4.2, 3.9), (4.5, 2.0), (-4.5, 3.7), (0.5, 3.9), (3.0, -3.7), (-4.8, -1.0), (1.0, 0.5)]
)
@pytest.mark.parametrize("angle", [None, 120.0])
@pytest.mark.parametrize("text", ["x^2 + 3y^2", "x^2 + y^2", "3x^2 + y^2"])
def test_the_words_at_the_tip_do_not_lie_on_the_shaft(
    text: str, at: tuple[float, float], angle: float | None
) -> None:
    scene = draw(picture(text, at, angle=angle))
    (shaft,), (says,) = scene.marks("gradient"), scene.marks("gradient_says")
    middle, edge = says["y"] + says["dy"], says["x"] + says["dx"]
    length = 7 * len(says["text"])
    left, right = (edge, edge + length) if says["align"] == "left" else (edge - length, edge)
    share = np.linspace(0, 1, 200)
    x = shaft["x"] + share * (shaft["x2"] - shaft["x"])
    y = shaft["y"] + share * (shaft["y2"] - shaft["y"])
    assert not np.any((np.abs(y - middle) < 6) & (left < x) & (x < right))


def words_box(mark: dict[str, Any]) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of words on screen, nearly."""
    edge, length, middle = mark["x"] + mark["dx"], 7 * len(mark["text"]), mark["y"] + mark["dy"]
    left = edge if mark["align"] == "left" else edge - length
    return left, left + length, middle - 7, middle + 7


@pytest.mark.parametrize("at", [(0.0, 3.0), (-0.1, 2.0), (2.0, 3.0), (1.0, -1.0), (-3.0, 0.5), (-1.5, -2.0)])
@pytest.mark.parametrize("turned", [-50.0, -25.0, 25.0, 50.0])
def test_the_words_of_both_arrows_do_not_lie_on_each_other(at: tuple[float, float], turned: float) -> None:
    steepest = math.degrees(math.atan2(6 * at[1], 2 * at[0]))
    scene = draw(picture(at=at, angle=steepest + turned))
    one, other = (words_box(scene.marks(name)[0]) for name in ("gradient_says", "way_says"))
    assert one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]


def test_a_steeper_place_has_a_longer_arrow() -> None:
    def length(x: float) -> float:
        row = gradient_columns(standing(parse("x^2 + y^2", ("x", "y")), (x, 0.0)), BOX, 5.0)
        return float(row["bx"][0] - row["ax"][0])

    assert length(0.2) < length(1.0) < length(2.0)


def test_the_field_has_lengths_by_magnitude_or_all_the_same() -> None:
    found = arrow_field(parse("x^2 + 3y^2", ("x", "y")), WINDOW)
    size = np.hypot(*found.vectors.T)
    share = field_columns(found, unit=False)["share"]
    longest = np.quantile(size[size > 0], 0.9)
    assert share == pytest.approx(np.minimum(size / longest, 1), rel=1e-6)
    assert set(field_columns(found, unit=True)["share"][size > 0].tolist()) == {1.0}


def test_the_arrows_of_the_field_fit_their_cells_and_point_along_the_gradient() -> None:
    shown = picture(with_field=True)
    marks = draw(shown).marks("field")
    rows = shown.data["field"]
    assert len(marks) == len(rows["x"]) == 13 * 10
    (plane,) = draw(shown).marks("plane")
    cell = plane["width"] / 13
    for mark, dx, dy in zip(marks, rows["dx"], rows["dy"], strict=True):
        assert 3 <= math.sqrt(mark["size"]) <= cell
        if dx or dy:
            assert abs((90 - mark["angle"] - math.degrees(math.atan2(dy, dx)) + 180) % 360 - 180) < 0.01


def test_moving_the_point_and_turning_the_direction_change_data_only() -> None:
    one, other = picture(), picture(at=(-1.0, 2.0), angle=30.0, with_field=True, unit_arrows=True)
    assert one.spec is other.spec and one.alt == other.alt


def test_a_click_reports_the_keys_of_the_point() -> None:
    names = {parameter["name"] for parameter in picture().spec["params"]}
    assert picture().selections == ("start",) and {"pointed_px", "pointed_py"} <= names


def test_what_moves_with_the_point_is_small() -> None:
    data = picture().data
    moving = sum(
        column.nbytes for name in ("through", "gradient", "way", "here") for column in data[name].values()
    )
    assert moving < 8_000
