"""The image of the basins, decoded again, and the marks over it."""

import base64
import struct
import zlib

import numpy as np
import pytest
import vl_convert

from charts.basins import GOALS, SHADES, basins_chart, image_address, png
from charts.palette import DARK, LIGHT
from core.basins import Basins, basins, complex_basins
from core.expression import parse
from core.sampling import sample_curve
from tests.charts.scene import VEGA_LITE, draw, with_data

HIMMELBLAU = parse("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", ("x", "y"))
SQUARE = ((-5.0, 5.0), (-5.0, 5.0))


def found(cells: int = 40) -> Basins:
    return basins(HIMMELBLAU, SQUARE, cells=cells)


def decoded(data: bytes) -> np.ndarray:
    """The colours (rows, columns, 3) of a PNG with a palette and without filters."""
    parts, at = {}, 8
    while at < len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        assert struct.unpack(">I", data[at + 8 + size : at + 12 + size])[0] == zlib.crc32(name + body)
        parts[name] = body
        at += 12 + size
    columns, rows = struct.unpack(">II", parts[b"IHDR"][:8])
    lines = np.frombuffer(zlib.decompress(parts[b"IDAT"]), dtype=np.uint8).reshape(rows, columns + 1)
    assert not lines[:, 0].any()
    return np.frombuffer(parts[b"PLTE"], dtype=np.uint8).reshape(-1, 3)[lines[:, 1:]]


def image(address: str) -> np.ndarray:
    head, body = address.split(",")
    assert head == "data:image/png;base64"
    return decoded(base64.b64decode(body))


def test_a_png_holds_its_colours() -> None:
    index = np.array([[0, 1, 2], [2, 1, 0]], dtype=np.uint8)
    colours = np.array([[255, 0, 0], [0, 255, 0], [0, 0, 255]], dtype=np.uint8)
    assert (decoded(png(index, colours)) == colours[index]).all()


@pytest.mark.parametrize("dark", [False, True])
def test_each_start_has_the_colour_of_its_goal(dark: bool) -> None:
    result = found()
    pixels = image(image_address(result, dark))[::-1]
    paper = np.array([int((DARK if dark else LIGHT).background[i : i + 2], 16) for i in (1, 3, 5)])
    for place in range(len(result.goals)):
        own = np.array([int(GOALS[place][i : i + 2], 16) for i in (1, 3, 5)])
        shades = {tuple(np.round(own + (paper - own) * 0.8 * s / SHADES).astype(int)) for s in range(SHADES)}
        assert {tuple(row) for row in pixels[result.goal == place].astype(int)} <= shades


def test_a_start_that_took_longer_is_paler() -> None:
    result = found()
    pixels = image(image_address(result, False))[::-1].astype(int).sum(axis=2)
    for place in range(len(result.goals)):
        own = result.goal == place
        order = np.argsort(result.steps[own], kind="stable")
        assert (np.diff(pixels[own][order]) >= 0).all()


def test_nowhere_is_grey() -> None:
    result = basins(parse("x^3 - 2x + 2"), ((-3.0, 3.0),), aim="root", cells=60)
    pixels = image(image_address(result, False))
    grid = [int(LIGHT.grid[i : i + 2], 16) for i in (1, 3, 5)]
    assert (pixels[result.goal < 0] == grid).all()
    assert (result.goal < 0).any()


def test_a_picture_of_200_by_200_is_light() -> None:
    assert len(image_address(found(200), False)) < 60_000


@pytest.mark.parametrize("dark", [False, True])
def test_it_compiles_and_is_drawn(dark: bool) -> None:
    picture = basins_chart(basins=found(), start=(1.0, 1.0), dark=dark)
    drawn = vl_convert.vegalite_to_png(with_data(picture), vl_version=VEGA_LITE)
    assert drawn.startswith(b"\x89PNG")
    assert len(drawn) > 5_000


@pytest.mark.parametrize("width", [330, 600, 900])
def test_the_image_covers_the_plane_and_one_unit_is_as_long_upwards_as_across(width: int) -> None:
    scene = draw(basins_chart(basins=found(), start=(1.0, 1.0)), width)
    (plane,), (drawn,) = scene.marks("plane"), scene.marks("image")
    assert plane["width"] == pytest.approx(plane["height"])
    assert (drawn["width"], drawn["height"]) == pytest.approx((plane["width"], plane["height"]))
    assert (drawn["x"], drawn["y"]) == (0, 0)
    (start,) = scene.marks("start")
    assert start["x"] == pytest.approx(0.6 * plane["width"])
    assert start["y"] == pytest.approx(0.4 * plane["height"])


def test_the_goals_are_marked_where_they_are() -> None:
    result = found()
    scene = draw(basins_chart(basins=result))
    width = scene.marks("plane")[0]["width"]
    drawn = sorted((item["x"], item["y"]) for item in scene.marks("goals"))
    own = sorted(
        ((goal.point[0] + 5) / 10 * width, (5 - goal.point[1]) / 10 * width) for goal in result.goals
    )
    assert np.array(drawn) == pytest.approx(np.array(own), abs=0.01)
    assert sorted(scene.texts("goal_names")) == sorted(goal.kind for goal in result.goals)


def test_the_words_tell_the_shares() -> None:
    words = draw(basins_chart(basins=found())).marks("plane")[0]["description"]
    assert "of the starts are taken to the minimum at (3, 2)." in words


def test_one_variable_is_a_strip_and_a_click_reports_x_alone() -> None:
    picture = basins_chart(
        basins=basins(parse("x^4 - 2x^2"), ((-2.0, 2.0),), cells=50), start=(0.5,), height=80
    )
    scene = draw(picture)
    assert scene.marks("image")[0]["width"] == pytest.approx(scene.marks("plane")[0]["width"])
    (selection,) = picture.spec["layer"][1]["params"]
    assert selection["select"]["fields"] == ["x"]


def test_the_complex_plane_names_its_axes() -> None:
    result = complex_basins(parse("x^3 - 1"), ((-2.0, 2.0), (-2.0, 2.0)), cells=30)
    assert result is not None
    picture = basins_chart(basins=result, axes=("Re z", "Im z"))
    assert "Re z" in str(picture.spec)
    assert draw(picture).texts("goal_names") == ["root"] * 3


def test_only_data_changes_with_start_and_method() -> None:
    one = basins_chart(basins=found(), start=(1.0, 1.0))
    other = basins_chart(basins=basins(HIMMELBLAU, SQUARE, "damped", cells=20), start=(2.0, 1.0))
    assert one.spec is other.spec
    assert one.alt == other.alt


def test_stripes_stand_behind_the_curve_with_goals_and_start_on_it() -> None:
    e = parse("x^4 - 2x^2")
    curve = sample_curve(e, -2.0, 2.0, view=(-2.0, 8.0))
    shown = basins_chart(basins=basins(e, ((-2.0, 2.0),), cells=50), start=(1.5, 0.5625), curve=curve)
    scene = draw(shown)
    assert shown.data["goals"]["y"] == pytest.approx(np.array([-1.0, 0.0, -1.0]))
    assert scene.marks("curve")
    (place,) = scene.marks("start")
    height = scene.marks("plane")[0]["height"]
    assert place["y"] == pytest.approx(height * (8 - 0.5625) / 10, abs=0.5)


def test_a_start_without_a_value_is_not_marked() -> None:
    e = parse("log x")
    curve = sample_curve(e, -1.0, 2.0, view=(-3.0, 1.0))
    shown = basins_chart(basins=basins(e, ((-1.0, 2.0),), cells=50), start=(-0.5, float("nan")), curve=curve)
    assert len(shown.data["start"]["x"]) == 0
