"""The scene of a surface: places, colours, gaps, what is left out, and what it says in words."""

import base64
import json
import re
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from charts.palette import DARK, LIGHT, Palette
from charts.surface import Scene, Sheet, surface_chart
from charts.surface.axes import MOST, ticks
from charts.surface.box import MOST_STRETCHED, Frame
from charts.surface.scene import ARROW, DASHES
from core.expression import parse
from core.sampling.surface_grid import cut_through, surface_grid
from core.slopes.sampled import window_heights
from core.windows import Window

WINDOW = ((-4.0, 4.0), (-2.0, 6.0))
HEIGHTS = (0.0, 50.0)
BOWL = parse("x^2 + y^2", ("x", "y"))
POINT = (2.0, 3.0, 13.0)


def scene(**changed: Any) -> Scene:
    """The bowl at (2, 3) with its gradient, with some arguments changed."""
    known = {"surface": surface_grid(BOWL, WINDOW), "window": WINDOW, "heights": HEIGHTS}
    return surface_chart(**{**known, "point": POINT, "gradient": (4.0, 6.0), **changed})


def unpacked(text: str) -> NDArray[np.float64]:
    return np.frombuffer(base64.b64decode(text), dtype="<f4").astype(np.float64)


def test_the_heights_come_back_row_by_row() -> None:
    sheet = scene().figure["sheets"][0]
    z = unpacked(sheet["heights"]).reshape(sheet["rows"], sheet["columns"]) * 50
    assert (sheet["u"], sheet["v"]) == ([0, 1], [0, 1])
    assert z[0, 0] == pytest.approx(16 + 4, rel=1e-6)
    assert z[0, -1] == pytest.approx(16 + 4, rel=1e-6)
    assert z[-1, 0] == pytest.approx(16 + 36, rel=1e-6)


def test_the_scene_travels_as_json_and_is_small() -> None:
    text = json.dumps(scene().figure, allow_nan=False)
    assert len(text) < 20_000


def test_what_has_no_value_is_not_a_number_in_the_browser_too() -> None:
    half = surface_grid(parse("log(x) + y", ("x", "y")), WINDOW)
    levels = unpacked(scene(surface=half).figure["sheets"][0]["heights"])
    assert np.isnan(levels).sum() == np.isnan(half.z).sum() > 1000


def test_heights_far_outside_the_box_stay_finite_and_outside() -> None:
    steep = surface_grid(lambda x, y: 1e280 * x + y, WINDOW)
    levels = unpacked(scene(surface=steep).figure["sheets"][0]["heights"])
    assert np.isfinite(levels).all()
    assert levels.max() > 1
    assert levels.min() < 0


@pytest.mark.parametrize("text", ["1/(x^2 + y^2)", "1/(x y)"])
def test_a_pole_does_not_squash_the_rest(text: str) -> None:
    e = parse(text, ("x", "y"))
    drawn = scene(surface=surface_grid(e, WINDOW), heights=window_heights(e, Window(*WINDOW)))
    levels = unpacked(drawn.figure["sheets"][0]["heights"])
    inside = levels[(levels >= 0) & (levels <= 1)]
    assert np.nanmax(levels) - np.nanmin(levels) > 2
    assert inside.size > 0.85 * levels.size
    assert np.ptp(inside) > 0.8


def test_the_same_grid_is_packed_once() -> None:
    grid = surface_grid(BOWL, WINDOW)
    one, other = (scene(surface=grid, point=(x, 0.0, x * x)).figure["sheets"][0] for x in (1.0, 2.0))
    assert one["heights"] is other["heights"]


def test_one_unit_is_as_long_along_y_as_along_x() -> None:
    across, along, _ = Frame(((0.0, 4.0), (0.0, 2.0)), HEIGHTS).sides
    assert across / 4 == along / 2
    assert Frame(((0.0, 1e6), (0.0, 1.0)), HEIGHTS).sides[1] == 1 / MOST_STRETCHED


def test_the_point_stands_where_the_surface_has_its_height() -> None:
    assert scene().figure["point"] == pytest.approx([0.75, 0.625, 0.26])


@pytest.mark.parametrize("point", [(9.0, 0.0, 1.0), (0.0, 0.0, 51.0), (0.0, 0.0, float("nan"))], ids=str)
def test_a_point_outside_the_box_is_left_out(point: tuple[float, float, float]) -> None:
    drawn = scene(point=point)
    assert drawn.figure["point"] is None
    assert "point" not in drawn.alt


def test_the_arrow_lies_on_the_floor_along_the_gradient() -> None:
    arrow = scene().figure["arrow"]
    way = (np.array(arrow["to"]) - arrow["from"]) * scene().figure["sides"][:2]
    assert arrow["from"] == pytest.approx([0.75, 0.625])
    assert np.degrees(np.arctan2(way[1], way[0])) == pytest.approx(np.degrees(np.arctan2(6, 4)))
    assert np.hypot(*way) == pytest.approx(ARROW)


@given(st.floats(-180, 180), st.floats(-4, 4), st.floats(-2, 6))
def test_the_arrow_never_leaves_the_floor(angle: float, x: float, y: float) -> None:
    turn = np.radians(angle)
    drawn = scene(point=(x, y, 1.0), gradient=(float(np.cos(turn)), float(np.sin(turn))))
    for u, v in (drawn.figure["arrow"]["from"], drawn.figure["arrow"]["to"]):
        assert -1e-9 <= u <= 1 + 1e-9
        assert -1e-9 <= v <= 1 + 1e-9


@pytest.mark.parametrize("gradient", [None, (0.0, 0.0), (float("nan"), 1.0), (float("inf"), 1.0)], ids=str)
def test_without_a_direction_there_is_no_arrow(gradient: tuple[float, float] | None) -> None:
    drawn = scene(gradient=gradient)
    assert drawn.figure["arrow"] is None
    assert "∇f" not in drawn.alt


def test_cuts_are_told_apart_by_their_dashes() -> None:
    cuts = {name: cut_through(BOWL, (2.0, 3.0), at, WINDOW) for name, at in (("along x", 0), ("along y", 90))}
    lines = scene(cuts=cuts).figure["lines"]
    assert [(line["name"], line["dash"]) for line in lines] == [
        ("along x", DASHES[0]),
        ("along y", DASHES[1]),
    ]
    places = unpacked(lines[0]["places"]).reshape(-1, 3)
    assert places[:, 1] == pytest.approx(0.625)
    assert places[:, 2] * 50 == pytest.approx((places[:, 0] * 8 - 4) ** 2 + 9, rel=1e-5)


def test_further_surfaces_lie_over_the_first_in_colours_of_their_own() -> None:
    model = surface_grid(parse("4x + 6y - 13", ("x", "y")), ((1.0, 3.0), (2.0, 4.0)), cells=4)
    sheets = scene(sheets=[Sheet("tangent plane", model), Sheet("model", model)]).figure["sheets"]
    assert [sheet["name"] for sheet in sheets] == ["f", "tangent plane", "model"]
    assert [sheet["overlay"] for sheet in sheets] == [False, True, True]
    assert len({sheet["colours"] for sheet in sheets}) == 3
    assert sheets[1]["u"] == pytest.approx([5 / 8, 7 / 8])
    assert sheets[1]["rows"] == 5


@pytest.mark.parametrize(("dark", "ink"), [(False, LIGHT), (True, DARK)])
def test_all_colours_are_those_of_the_palette(dark: bool, ink: Palette) -> None:
    model = surface_grid(BOWL, WINDOW, cells=2)
    text = json.dumps(scene(dark=dark, sheets=[Sheet("model", model)]).figure)
    used = set(re.findall(r"#[0-9A-Fa-f]{6}", text))
    assert {*ink.levels, ink.slope, ink.ascent, ink.text} <= used
    assert used <= {value for value in vars(ink).values() if isinstance(value, str)} | {*ink.levels}


def test_the_words_say_what_the_picture_shows() -> None:
    model = surface_grid(BOWL, WINDOW, cells=2)
    assert scene(sheets=[Sheet("tangent plane", model)]).alt == (
        "The surface z = f(x, y) for x from −4 to 4, y from −2 to 6 and z from 0 to 50. The point stands at "
        "(x, y) = (2, 3), 13 high. On the floor an arrow shows ∇f = (4, 6). Laid over it: the tangent plane."
    )


@given(
    st.floats(-1e12, 1e12),
    st.floats(1e-6, 1e12).map(lambda size: float(f"{size:.3g}")),
)
def test_an_edge_has_two_to_six_round_numbers_in_order(low: float, size: float) -> None:
    if size < 1e-9 * abs(low):
        size = 1.0 + abs(low)
    marks = ticks(low, low + size)
    places = [place for place, _ in marks]
    assert 2 <= len(marks) <= MOST
    assert places == sorted(places)
    assert all(0 <= place <= 1 for place in places)


def test_the_numbers_along_an_edge_are_round() -> None:
    assert [text for _, text in ticks(-1.6, 33.6)] == ["0", "10", "20", "30"]
    assert [text for _, text in ticks(-0.47, 0.47)] == ["−0.4", "−0.2", "0", "0.2", "0.4"]
    assert [text for _, text in ticks(0.0, 1e-5)] == [
        "0",
        "2 × 10⁻⁶",
        "4 × 10⁻⁶",
        "6 × 10⁻⁶",
        "8 × 10⁻⁶",
        "10⁻⁵",
    ]
