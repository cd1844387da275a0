import numpy as np
import pytest
import vl_convert

from charts.breaks import breaks_chart
from charts.palette import LIGHT
from charts.picture import Picture
from core.continuity.breaks import breaks
from core.expression import parse
from core.sampling import sample_curve
from tests.charts.scene import VEGA_LITE, draw, with_data

WINDOW = ((-3.0, 3.0), (-4.0, 4.0))


def picture(text: str, dark: bool = False) -> Picture:
    e = parse(text)
    curve = sample_curve(e, *WINDOW[0], view=WINDOW[1])
    return breaks_chart(curve=curve, breaks=breaks(e, *WINDOW[0]).places, window=WINDOW, dark=dark)


@pytest.mark.parametrize("dark", [False, True])
def test_it_compiles_and_is_drawn(dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture("|x| + 1/x", dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 5_000


def test_a_hole_is_an_open_dot_at_the_limit() -> None:
    scene = draw(picture("(x^2-1)/(x-1)"))
    (dot,), plane = scene.marks("dots"), scene.marks("plane")[0]
    assert (dot["x"], dot["y"]) == pytest.approx((plane["width"] * 4 / 6, plane["height"] * 2 / 8))
    assert dot["fill"] == LIGHT.background
    assert scene.texts("names") == ["removable"]


def test_a_jump_has_a_filled_dot_where_its_value_is() -> None:
    dots = picture("{x < 1: 0, 2}").data["dots"]
    assert sorted(zip(dots["y"].tolist(), dots["look"].tolist(), strict=True)) == [(0, 0), (2, 1)]


def test_a_pole_is_a_line_from_top_to_bottom() -> None:
    scene = draw(picture("1/x"))
    (line,), plane = scene.marks("tall"), scene.marks("plane")[0]
    assert line["x"] == pytest.approx(plane["width"] / 2)
    assert scene.marks("dots") == []


def test_kinks_are_diamonds_on_the_curve() -> None:
    (dot,) = draw(picture("|x - 1|")).marks("dots")
    assert dot["shape"] == "diamond"
    assert draw(picture("|x - 1|")).texts("names") == ["corner"]


def test_many_breaks_go_without_names() -> None:
    scene = draw(picture("floor(2x)"))
    assert set(scene.texts("names")) <= {""}
    assert len(scene.marks("dots")) > 10


def test_the_words_list_every_break() -> None:
    assert draw(picture("|x| + 1/(x-1)")).marks("plane")[0]["description"] == (
        "At x = 0: corner. At x = 1: infinite."
    )
    assert draw(picture("x^2")).marks("plane")[0]["description"] == "The curve has no break in this window."


def test_only_data_changes_with_the_function() -> None:
    assert picture("1/x").spec is picture("|x|").spec
    assert picture("1/x").alt == picture("|x|").alt


@pytest.mark.parametrize("text", ["1/x", "log x", "x^2", "sin(1/x)"])
def test_no_number_that_is_not_finite_leaves(text: str) -> None:
    for columns in picture(text).data.values():
        for column in columns.values():
            assert column.dtype.kind in "Ub" or np.isfinite(column).all()


def test_the_curve_is_parted_at_a_jump_whose_value_lies_between() -> None:
    curve = picture("sign x").data["curve"]
    for piece in np.unique(curve["piece"]):
        assert np.ptp(curve["y"][curve["piece"] == piece]) == 0
