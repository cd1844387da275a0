"""The chord, its gap to the curve, and what the picture says of it."""

import numpy as np
import pytest
import vl_convert

from charts.convexity import FRAME, STOPS, convexity_chart
from charts.palette import LIGHT
from charts.picture import Picture
from core.convexity import convexity
from core.expression import parse
from core.sampling import sample_curve
from tests.charts.scene import VEGA_LITE, draw, with_data

WINDOW = ((-2.0, 2.0), (-3.0, 5.0))


def picture(text: str = "x^2", low: float = -2.0, high: float = 2.0, dark: bool = False) -> Picture:
    e = parse(text)
    curve = sample_curve(e, *WINDOW[0], view=WINDOW[1])
    return convexity_chart(e=e, curve=curve, found=convexity(e, low, high), window=WINDOW, dark=dark)


@pytest.mark.parametrize("dark", [False, True])
def test_it_compiles_and_is_drawn(dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture(dark=dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG")
    assert len(image) > 5_000


def test_the_chord_goes_from_end_to_end_on_the_curve() -> None:
    scene = draw(picture("x^3"))
    (chord,), ends = scene.marks("chord"), scene.marks("ends")
    drawn = sorted((item["x"], item["y"]) for item in ends)
    own = sorted([(chord["x"], chord["y"]), (chord["x2"], chord["y2"])])
    assert np.array(drawn) == pytest.approx(np.array(own))


@pytest.mark.parametrize(
    ("text", "seen", "unseen", "says"),
    [
        ("x^2", "above", "below", "convex function"),
        ("-x^2", "below", "above", "concave function"),
    ],
)
def test_the_gap_is_drawn_on_its_side_and_named(text: str, seen: str, unseen: str, says: str) -> None:
    scene = draw(picture(text))
    assert len(scene.marks(seen)) > 30
    assert scene.marks(unseen) == []
    (line,) = scene.texts("readout")
    assert says in line
    assert f"the chord runs {seen} the curve" in line


def test_a_chord_that_crosses_the_curve_proves_neither() -> None:
    shown = picture("x^3")
    data = {
        **shown.data,
        FRAME: {
            **shown.data[FRAME],
            "left": shown.data[FRAME]["left"] * 0,
            "right": shown.data[FRAME]["right"] * 0 + STOPS * 4 // 5,
        },
    }
    scene = draw(Picture(shown.spec, data, shown.alt))
    assert len(scene.marks("above")) > 3
    assert len(scene.marks("below")) > 3
    assert "neither convex nor concave" in scene.texts("readout")[0]


def test_a_straight_line_lies_on_its_chord() -> None:
    scene = draw(picture("2x + 1"))
    assert scene.marks("above") == scene.marks("below") == []
    assert scene.texts("readout") == ["From x = −1 to 1 the chord runs on the curve."]


def test_it_begins_at_the_pair_that_proves_the_verdict() -> None:
    found = convexity(parse("x^4 - 2x^2"), -2.0, 2.0)
    assert found.above is not None
    frame = picture("x^4 - 2x^2").data[FRAME]
    assert frame["left"][0] == round(STOPS * (found.above.left + 2) / 4)
    assert frame["right"][0] == round(STOPS * (found.above.right + 2) / 4)
    assert frame["words"][0] == found.sentence


def test_a_stop_without_a_value_makes_no_chord() -> None:
    shown = picture("log(x)", 0.0, 2.0)
    data = {**shown.data, FRAME: {**shown.data[FRAME], "left": shown.data[FRAME]["left"] * 0}}
    scene = draw(Picture(shown.spec, data, shown.alt))
    assert scene.marks("chord") == scene.marks("below") == []
    assert len(scene.marks("ends")) == 1


def test_the_sides_have_their_own_colours_and_dashes() -> None:
    over, under = draw(picture("x^2")).marks("above")[0], draw(picture("-x^2")).marks("below")[0]
    assert (over["stroke"], under["stroke"]) == (LIGHT.function, LIGHT.ascent)
    assert over["strokeDash"] != under["strokeDash"]


def test_only_data_changes_with_the_function() -> None:
    assert picture("x^2").spec is picture("x^3").spec
    assert picture("x^2").alt == picture("x^3").alt


def test_a_chord_that_was_chosen_is_the_first_one_drawn() -> None:
    e = parse("x^2")
    curve = sample_curve(e, *WINDOW[0], view=WINDOW[1])
    found = convexity(e, -2.0, 2.0)
    shown = convexity_chart(e=e, curve=curve, found=found, window=WINDOW, ends=(-1.0, 9.0))
    (chord,) = draw(shown).marks("chord")
    width = draw(shown).marks("plane")[0]["width"]
    assert sorted((chord["x"], chord["x2"])) == pytest.approx([width / 4, width], abs=0.5)


def test_a_chord_begins_where_f_has_a_value() -> None:
    scene = draw(picture("log(x + 2)"))
    assert picture("log(x + 2)").data[FRAME]["left"].tolist() == [1]
    assert len(scene.marks("chord")) == 1
    assert "below the curve" in scene.texts("readout")[0]
